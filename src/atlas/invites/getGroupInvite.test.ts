// GET /groups/{groupId}/invites/{invitationId}, answer by answer.
import { test } from "node:test";
import {
  invitesPath,
  notFound,
  invitePath as path,
  refusedAfterItsEnd,
} from "../../../test/support/invites.ts";
import {
  assertRefusal,
  assertSuccess,
  deprecated,
  invitation,
  startStage,
} from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

test("getGroupInvite", async (t) => {
  const stage = await startStage(t);
  const success = { status: 200, limit: 1200, headers: deprecated };

  await t.test("200 answers the pending invitation", async () => {
    assertSuccess(await stage.ask("groupOwner", { path }), { ...success, json: invitation });
  });

  await t.test("200 until the last second of the thirty days", async () => {
    stage.clock.set({ now: "2026-09-09T03:04:52Z" });
    assertSuccess(await stage.ask("owner", { path }), { ...success, json: invitation });
  });

  await t.test("404 RESOURCE_NOT_FOUND for an id that is no pending invitation to this project", async () => {
    for (const id of [ids.missing, ids.otherInvite, ids.orgInvite]) {
      assertRefusal(await stage.ask("owner", { path: `${invitesPath}/${id}` }), notFound(id));
    }
  });
  await refusedAfterItsEnd(t, stage, { path }, notFound(ids.invite));
});

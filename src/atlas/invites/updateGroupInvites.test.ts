// PATCH /groups/{groupId}/invites, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import * as invites from "../../../test/support/invites.ts";
import {
  assertRefusal,
  assertSuccess,
  deprecated,
  invitation,
  startStage,
} from "../../../test/support/stage.ts";
import { account, ids, invited } from "../../../test/support/world.ts";

const { notFound, readers } = invites;

const patch = (username: string | undefined, roles: string[] | undefined) => ({
  method: "PATCH",
  path: invites.invitesPath,
  body: { username, roles },
});
const change = patch(invited, readers);

test("updateGroupInvites", async (t) => {
  const stage = await startStage(t);
  const changed = { status: 200, limit: 1200, headers: deprecated, json: { ...invitation, roles: readers } };
  await invites.roleChanges(t, stage, (roles) => patch(invited, roles));

  await t.test("200 finds the address in any case, and answers it as it was first written", async () => {
    assertSuccess(await stage.ask("owner", patch("Hello@EXAMPLE.com", readers)), changed);
  });

  await t.test("200 leaves the address's invitation to another project alone", async () => {
    equal((await stage.ask("owner", change)).status, 200);
    const other = `/api/atlas/v2/groups/${ids.otherGroup}/invites/${ids.otherInvite}`;
    deepEqual((await stage.ask("stranger", { path: other })).json.roles, ["GROUP_OWNER"]);
  });

  await t.test("200 until the last second of the thirty days", async () => {
    stage.clock.set({ now: "2026-09-09T03:04:52Z" });
    assertSuccess(await stage.ask("owner", change), changed);
  });

  await t.test("the event names a service account by its client id", async () => {
    await stage.ask("account", change);
    const [event] = stage.events();
    deepEqual([event?.actor_kind, event?.actor_name], ["SERVICE_ACCOUNT", account.clientId]);
  });

  await invites.refusedUsernames(t, stage, (username) => patch(username, readers));

  await t.test("404 RESOURCE_NOT_FOUND for an address that is not invited to this project", async () => {
    for (const username of ["nobody@example.com", "owner@example.com", "new@example.com"]) {
      assertRefusal(await stage.ask("owner", patch(username, readers)), notFound(username));
    }
    deepEqual(stage.events(), []);
  });
  await invites.refusedAfterItsEnd(t, stage, change, notFound(invited));
});

// PATCH /orgs/{orgId}/invites/{invitationId}, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { notFound } from "../../../test/support/invites.ts";
import * as invites from "../../../test/support/org-invites.ts";
import { assertRefusal, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const { orgInvitePath: path } = invites;

const patch = (body: object = {}) => ({
  method: "PATCH",
  path,
  body: { roles: ["ORG_READ_ONLY"], ...body },
});

test("updateOrgInviteById", async (t) => {
  const stage = await startStage(t);
  await invites.orgInviteChanges(t, stage, patch);

  await t.test("400 ATTRIBUTE_READ_ONLY for a username", async () => {
    const reply = await stage.ask("owner", patch({ username: invites.orgInvited }));
    deepEqual([reply.status, reply.json.errorCode], [400, "ATTRIBUTE_READ_ONLY"]);
  });

  await t.test("404 RESOURCE_NOT_FOUND for an id that is no invitation to this organization", async () => {
    for (const id of [ids.missing, ids.invite, "no-id"]) {
      const other = { ...patch(), path: path.replace(ids.orgInvite, id) };
      assertRefusal(await stage.ask("owner", other), notFound(id));
    }
  });

  await invites.refusedAfterItsEnd(t, stage, patch(), notFound(ids.orgInvite));
});

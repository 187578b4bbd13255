// DELETE /groups/{groupId}/invites/{invitationId}, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import * as invites from "../../../test/support/invites.ts";
import {
  assertRefusal,
  assertSuccess,
  deprecated,
  eventBy,
  refusal,
  startStage,
  testRefusals,
} from "../../../test/support/stage.ts";
import { ids, invited } from "../../../test/support/world.ts";

const remove = { method: "DELETE", path: invites.invitePath };

test("deleteGroupInvite", async (t) => {
  const stage = await startStage(t);

  const invalidId = (id: string) => refusal("INVALID_INVITATION_ID", [id]);

  await t.test("204 ends the invitation, and keeps it as history", async () => {
    assertSuccess(await stage.ask("groupOwner", remove), { status: 204, limit: 1200, headers: deprecated });
    assertRefusal(await stage.ask("owner", { path: invites.invitePath }), invites.notFound(ids.invite));
    const kept = stage.rows(`select status from invites where id = '${ids.invite}'`);
    deepEqual(kept, [{ status: "REVOKED" }]);
  });

  await t.test("204 leaves every other invitation alone", async () => {
    await stage.ask("owner", remove);
    const pending = stage.rows("select id from invites where status = 'PENDING' order by id");
    deepEqual(pending, [{ id: ids.orgInvite }, { id: ids.otherInvite }]);
  });

  await t.test("the revocation writes its event", async () => {
    await stage.ask("groupOwner", remove);
    const about = { groupId: ids.group, target: invited };
    deepEqual(stage.events(), [eventBy("groupOwner", "GROUP_INVITATION_DELETED", about)]);
  });

  await t.test("400 INVALID_INVITATION_ID for an id that is no invitation to this project", async () => {
    for (const id of [ids.missing, ids.otherInvite]) {
      const reply = await stage.ask("owner", { method: "DELETE", path: `${invites.invitesPath}/${id}` });
      assertRefusal(reply, invalidId(id));
    }
    deepEqual(stage.events(), []);
    equal((await stage.ask("owner", { path: invites.invitePath })).status, 200);
  });
  await invites.refusedAfterItsEnd(t, stage, remove, invalidId(ids.invite));

  const removeOrgInvite = { method: "DELETE", path: `${invites.invitesPath}/${ids.orgInvite}` };

  await testRefusals(t, stage, [
    [
      "for an invitation to the organization",
      removeOrgInvite,
      refusal("CANNOT_DELETE_ORG_INVITATION", [ids.orgInvite]),
    ],
    [
      "for one to another organization, of which nothing is shown",
      {
        ...removeOrgInvite,
        path: removeOrgInvite.path.replace(ids.group, ids.otherGroup),
      },
      invalidId(ids.orgInvite),
      { as: "stranger" },
    ],
  ]);
});

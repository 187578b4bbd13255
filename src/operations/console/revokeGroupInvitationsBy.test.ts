// Proves revokeGroupInvitationsBy: what one inviter made that leads to a project leads there no more.
import { deepEqual } from "node:assert/strict";
import { owner, rich, testConsole } from "../../../test/support/console-operations.ts";
import { pluck } from "../../../test/support/pluck.ts";
import { ids } from "../../../test/support/world.ts";

testConsole("revokeGroupInvitationsBy", async (t, stage) => {
  const { perform } = stage;
  const { group: groupId } = ids;

  await t.test(
    "200: those to the project are revoked, those to the organization lose their roles in it",
    async () => {
      const session = await stage.session(owner);
      const reply = await perform("revokeGroupInvitationsBy", { groupId, inviter: owner }, { session });
      deepEqual([reply.status, reply.json], [200, {}]);
      const invites = await stage.rows("invites");
      deepEqual(Object.fromEntries(pluck(invites, "id", "status")), {
        [ids.orgInvite]: "PENDING",
        [rich.id]: "PENDING",
        [ids.invite]: "REVOKED",
        [ids.otherInvite]: "PENDING",
      });
      deepEqual(await stage.rows("invite_group_roles"), []);
      deepEqual(pluck(await stage.events(), "type"), [
        "GROUP_INVITATION_DELETED",
        "GROUP_INVITATION_DELETED",
      ]);
      deepEqual((await perform("listGroupInvitationsBy", { groupId, inviter: owner }, { session })).json, []);
    },
  );
});

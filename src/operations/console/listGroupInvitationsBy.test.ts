// Proves listGroupInvitationsBy: what one inviter made that leads to a project, and nobody has answered.
import { deepEqual } from "node:assert/strict";
import { member, owner, rich, testConsole } from "../../../test/support/console-operations.ts";
import { expiry } from "../../../test/support/stage.ts";
import { ids, invited } from "../../../test/support/world.ts";

testConsole("listGroupInvitationsBy", async (t, stage) => {
  const { perform } = stage;
  const { group: groupId } = ids;

  await t.test(
    "200 with those to the project, and those to the organization that give roles in it",
    async () => {
      const session = await stage.session(owner);
      deepEqual((await perform("listGroupInvitationsBy", { groupId, inviter: owner }, { session })).json, [
        {
          id: rich.id,
          username: rich.username,
          groupId: null,
          groupName: null,
          roles: ["ORG_READ_ONLY", "ORG_MEMBER"],
          expiresAt: expiry,
        },
        {
          id: ids.invite,
          username: invited,
          groupId: ids.group,
          groupName: "payments",
          roles: ["GROUP_READ_ONLY"],
          expiresAt: expiry,
        },
      ]);
      deepEqual(
        (await perform("listGroupInvitationsBy", { groupId, inviter: member }, { session })).json,
        [],
      );
    },
  );
});

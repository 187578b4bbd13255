// Proves listGroupInvitationsBy: what one inviter made that leads to a project, and nobody has answered.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import {
  member,
  other,
  owner,
  rich,
  startConsoleOperations,
} from "../../../test/support/console-operations.ts";
import { expiry } from "../../../test/support/stage.ts";
import { ids, invited } from "../../../test/support/world.ts";

test("listGroupInvitationsBy", async (t) => {
  const stage = await startConsoleOperations(t);
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
          groupName: null,
          roles: ["ORG_READ_ONLY", "ORG_MEMBER"],
          expiresAt: expiry,
        },
        {
          id: ids.invite,
          username: invited,
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

  await t.test("refused to others, as the project itself", async () => {
    deepEqual(await stage.codesFor([member, other], "listGroupInvitationsBy", { groupId, inviter: owner }), {
      [member]: "USER_CANNOT_ACCESS_GROUP",
      [other]: "USER_CANNOT_ACCESS_GROUP",
    });
    equal((await perform("listGroupInvitationsBy", { groupId, inviter: owner })).status, 401);
  });
});

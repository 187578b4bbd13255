// Proves getGroupInvitation: all details of an invitation to a project, for its owners.

import { deepEqual, equal, match } from "node:assert/strict";
import { assertRefused, owner, rich, testConsole } from "../../../test/console/support/console-operations.ts";
import { refusal } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";
import { day } from "../../core/domain/instant.ts";

testConsole("getGroupInvitation", async (t, stage) => {
  const at = { groupId: ids.group, invitationId: ids.invite };
  const get = async (input: Readonly<Record<string, unknown>> = at) =>
    stage.ask(owner, "getGroupInvitation", input);

  await t.test("200 while it is pending, and after it has run out", async () => {
    const { status, json } = await get();
    equal(status, 200);
    deepEqual(
      [json.id, json.groupName, json.status, json.endedAt, json.userId],
      [ids.invite, "payments", "PENDING", null, null],
    );
    stage.clock.advance(31 * day);
    const { json: ended } = await get();
    deepEqual([ended.status, ended.endedAt], ["EXPIRED", json.expiresAt]);
  });

  await t.test(
    "200 for one to the organization with roles there, and nothing of what it gives elsewhere",
    async () => {
      const { status, json } = await get({ ...at, invitationId: rich.id });
      equal(status, 200);
      deepEqual(
        [json.username, json.groupName, json.roles, json.groupRoles, json.teams],
        [rich.username, null, ["GROUP_OWNER", "GROUP_READ_ONLY"], [], []],
      );
      match(json.token, new RegExp(`^${rich.id}\\.`));
    },
  );

  await t.test("404 for one of the organization without roles there, and of another project", async () => {
    for (const invitationId of [ids.orgInvite, ids.otherInvite]) {
      assertRefused(await get({ ...at, invitationId }), refusal("RESOURCE_NOT_FOUND", [invitationId]));
    }
  });
});

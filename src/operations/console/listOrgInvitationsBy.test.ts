// Proves listOrgInvitationsBy: what one inviter made and nobody has answered, in the whole organization.
import { deepEqual } from "node:assert/strict";
import { owner, rich, testConsole } from "../../../test/support/console-operations.ts";
import { pluck } from "../../../test/support/pluck.ts";
import { expiry } from "../../../test/support/stage.ts";
import { ids, invited } from "../../../test/support/world.ts";

testConsole("listOrgInvitationsBy", async (t, stage) => {
  const { org: orgId } = ids;
  const list = async (inviter: string) =>
    (await stage.ask(owner, "listOrgInvitationsBy", { orgId, inviter })).json;

  await t.test("200 with those to the organization and to its projects", async () => {
    deepEqual(await list(owner), [
      {
        id: ids.orgInvite,
        username: "new@example.com",
        groupId: null,
        groupName: null,
        roles: ["ORG_MEMBER"],
        expiresAt: expiry,
      },
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
  });

  await t.test("200 without those of others, and without what ended or ran out", async () => {
    deepEqual(await list("orgowner"), []);
    await stage.store.write((tx) => tx.invites.end(ids.invite, "DECLINED", stage.clock.now()));
    deepEqual(pluck(await list(owner), "id"), [ids.orgInvite, rich.id]);
  });
});

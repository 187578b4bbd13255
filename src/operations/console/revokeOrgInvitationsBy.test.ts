// Proves revokeOrgInvitationsBy: what one inviter made in the organization ends at once, and nothing else does.
import { deepEqual } from "node:assert/strict";
import { owner, rich, testConsole } from "../../../test/support/console-operations.ts";
import { pluck } from "../../../test/support/pluck.ts";
import { ids } from "../../../test/support/world.ts";

testConsole("revokeOrgInvitationsBy", async (t, stage) => {
  const { org: orgId } = ids;
  const statuses = async () => Object.fromEntries(pluck(await stage.rows("invites"), "id", "status"));

  await t.test("200 and all of them are revoked, with the events of each", async () => {
    const { status, json } = await stage.ask(owner, "revokeOrgInvitationsBy", { orgId, inviter: owner });
    deepEqual([status, json], [200, {}]);
    deepEqual(await statuses(), {
      [ids.orgInvite]: "REVOKED",
      [rich.id]: "REVOKED",
      [ids.invite]: "REVOKED",
      [ids.otherInvite]: "PENDING",
    });
    deepEqual(pluck(await stage.events(), "type"), [
      "ORG_INVITATION_DELETED",
      "GROUP_INVITATION_DELETED",
      "REMOVED_FROM_TEAM",
      "ORG_INVITATION_DELETED",
      "GROUP_INVITATION_DELETED",
    ]);
  });

  await t.test("200 and what others invite the same people to stays", async () => {
    stage.execute(
      `update invites set username_key = 'new@example.com', inviter_username = 'orgowner' where id = '${ids.invite}'`,
    );

    await stage.ask(owner, "revokeOrgInvitationsBy", { orgId, inviter: owner });
    const { [ids.orgInvite]: toOrg, [ids.invite]: toGroup } = await statuses();
    deepEqual([toOrg, toGroup], ["REVOKED", "PENDING"]);
  });

  await t.test("200 and those of others stay", async () => {
    await stage.ask(owner, "revokeOrgInvitationsBy", { orgId, inviter: "orgowner" });
    deepEqual([...new Set(Object.values(await statuses()))], ["PENDING"]);
    deepEqual(await stage.events(), []);
  });
});

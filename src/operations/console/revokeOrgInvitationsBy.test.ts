// Proves revokeOrgInvitationsBy: what one inviter made in the organization ends at once, and nothing else does.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { owner, rich, startConsole } from "../../../test/support/console-operations.ts";
import { ids } from "../../../test/support/world.ts";

test("revokeOrgInvitationsBy", async (t) => {
  const stage = await startConsole(t);
  const { perform } = stage;
  const { org: orgId } = ids;
  const statuses = async () =>
    Object.fromEntries((await stage.rows("invites")).map(({ id, status }) => [id, status]));

  await t.test("200 and all of them are revoked, with the events of each", async () => {
    const session = await stage.session(owner);
    const { status, json } = await perform("revokeOrgInvitationsBy", { orgId, inviter: owner }, { session });
    deepEqual([status, json], [200, {}]);
    deepEqual(await statuses(), {
      [ids.orgInvite]: "REVOKED",
      [rich.id]: "REVOKED",
      [ids.invite]: "REVOKED",
      [ids.otherInvite]: "PENDING",
    });
    deepEqual(
      (await stage.events()).map(({ type }) => type),
      [
        "ORG_INVITATION_DELETED",
        "GROUP_INVITATION_DELETED",
        "REMOVED_FROM_TEAM",
        "ORG_INVITATION_DELETED",
        "GROUP_INVITATION_DELETED",
      ],
    );
  });

  await t.test("200 and what others invite the same people to stays", async () => {
    stage.execute(
      `update invites set username_key = 'new@example.com', inviter_username = 'orgowner' where id = '${ids.invite}'`,
    );
    const session = await stage.session(owner);
    await perform("revokeOrgInvitationsBy", { orgId, inviter: owner }, { session });
    const { [ids.orgInvite]: toOrg, [ids.invite]: toGroup } = await statuses();
    deepEqual([toOrg, toGroup], ["REVOKED", "PENDING"]);
  });

  await t.test("200 and those of others stay", async () => {
    const session = await stage.session(owner);
    await perform("revokeOrgInvitationsBy", { orgId, inviter: "orgowner" }, { session });
    deepEqual([...new Set(Object.values(await statuses()))], ["PENDING"]);
    deepEqual(await stage.events(), []);
  });
});

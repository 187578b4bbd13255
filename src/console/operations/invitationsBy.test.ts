// Proves the operations that list and revoke the unanswered invitations of one inviter, of an organization and of a project.
import { deepEqual } from "node:assert/strict";
import { member, owner, rich, testConsole } from "../../../test/console/support/console-operations.ts";
import { pluck } from "../../../test/support/pluck.ts";
import { expiry } from "../../../test/support/stage.ts";
import { ids, invited } from "../../../test/support/world.ts";

const { org: orgId, group: groupId } = ids;
const toOrg = { groupId: null, groupName: null, expiresAt: expiry };
const plain = { ...toOrg, id: ids.orgInvite, username: "new@example.com", roles: ["ORG_MEMBER"] };
const giving = { ...toOrg, id: rich.id, username: rich.username, roles: ["ORG_READ_ONLY", "ORG_MEMBER"] };
const toGroup = {
  id: ids.invite,
  username: invited,
  groupId,
  groupName: "payments",
  roles: ["GROUP_READ_ONLY"],
  expiresAt: expiry,
};

testConsole("invitations by one inviter", async (t, stage) => {
  const listOrg = (inviter: string) => stage.read(owner, "listOrgInvitationsBy", { orgId, inviter });
  const listGroup = (inviter: string) => stage.read(owner, "listGroupInvitationsBy", { groupId, inviter });
  const revoke = (inviter: string) => stage.read(owner, "revokeOrgInvitationsBy", { orgId, inviter });
  const statuses = async () => Object.fromEntries(pluck(await stage.rows("invites"), "id", "status"));
  const pending = {
    [ids.orgInvite]: "PENDING",
    [rich.id]: "PENDING",
    [ids.invite]: "PENDING",
    [ids.otherInvite]: "PENDING",
  };

  await t.test("200 with those to the organization and to its projects", async () => {
    deepEqual(await listOrg(owner), [plain, giving, toGroup]);
  });

  await t.test("200 with those to the project, and to the organization with roles in it", async () => {
    deepEqual(await listGroup(owner), [giving, toGroup]);
  });

  await t.test("200 without those of others, and without what ended or ran out", async () => {
    deepEqual([await listOrg("orgowner"), await listGroup(member)], [[], []]);
    await stage.endInvite(ids.invite, "DECLINED");
    deepEqual(await listOrg(owner), [plain, giving]);
  });

  await t.test("200 and all of an organization are revoked, with the events of each", async () => {
    deepEqual(await revoke(owner), {});
    deepEqual(await statuses(), {
      ...pending,
      [ids.orgInvite]: "REVOKED",
      [rich.id]: "REVOKED",
      [ids.invite]: "REVOKED",
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
    await revoke(owner);
    deepEqual(await statuses(), { ...pending, [ids.orgInvite]: "REVOKED", [rich.id]: "REVOKED" });
  });

  await t.test("200 and those of others stay", async () => {
    await revoke("orgowner");
    deepEqual([await statuses(), await stage.events()], [pending, []]);
  });

  await t.test(
    "200 and those to a project are revoked; those to the organization lose their roles in it",
    async () => {
      deepEqual(await stage.read(owner, "revokeGroupInvitationsBy", { groupId, inviter: owner }), {});
      deepEqual(await statuses(), { ...pending, [ids.invite]: "REVOKED" });
      deepEqual(await stage.rows("invite_group_roles"), []);
      deepEqual(pluck(await stage.events(), "type"), [
        "GROUP_INVITATION_DELETED",
        "GROUP_INVITATION_DELETED",
      ]);
      deepEqual(await listGroup(owner), []);
    },
  );
});

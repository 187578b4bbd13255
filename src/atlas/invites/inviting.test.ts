// Tests of invitations to an address: the rows, events and messages, and how the roles of an invitation change.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { now, tellChange } from "../../../test/support/told-store.ts";
import { day } from "../../core/domain/instant.ts";
import { changeGroupInvite, inviteToOrg } from "./inviting.ts";

const org = { id: "o", name: "Acme", mostUsers: 500 } as never;
const username = "new@example.com";
const inviter = "ada@example.com";
const roleGrant = (groupId: string, role: string) => ({ groupId, role });
const inOrg = { orgId: "o", targetUsername: username };
const inGroup = { groupId: "p", targetUsername: username };

const wanted = {
  username,
  inviter,
  roles: ["ORG_MEMBER"],
  teamIds: ["t"],
  groupRoles: [
    roleGrant("p", "GROUP_OWNER"),
    roleGrant("p", "GROUP_READ_ONLY"),
    roleGrant("q", "GROUP_OWNER"),
  ],
} as never as Parameters<typeof inviteToOrg>[2];

test("an address is invited to an organization in the place of what had ended, with its events and a message", async () => {
  const { changing, called } = tellChange({ "members.current": [[]], "users.byAddress": [{ id: "known" }] });
  const invite = await inviteToOrg(changing, org, wanted);
  deepEqual(invite, {
    username,
    roles: ["ORG_MEMBER"],
    teamIds: ["t"],
    groupRoles: wanted.groupRoles,
    id: "new",
    userId: "known",
    orgId: "o",
    orgName: "Acme",
    status: "PENDING",
    inviterUsername: inviter,
    createdAt: now,
    expiresAt: now + 30 * day,
  });
  deepEqual(called("orgInvites.revokeOf", "orgInvites.add", "record", "mail"), [
    ["orgInvites.revokeOf", "o", username, now],
    ["orgInvites.add", invite],
    ["record", "INVITED_TO_ORG", inOrg],
    ["record", "INVITED_TO_GROUP", inGroup],
    ["record", "INVITED_TO_GROUP", { ...inGroup, groupId: "q" }],
    ["record", "INVITED_TO_TEAM", inOrg],
    ["mail", { inviteId: "new" }],
  ]);
});

test("other roles take the place of those of an invitation, with an event where they differ", async () => {
  const invite = { id: "i", groupId: "p", username, roles: ["GROUP_READ_ONLY"] } as never as Parameters<
    typeof changeGroupInvite
  >[1];
  const { changing, calls } = tellChange();
  deepEqual(await changeGroupInvite(changing, invite, ["GROUP_OWNER"]), {
    ...invite,
    roles: ["GROUP_OWNER"],
  });
  const roles = { before: ["GROUP_READ_ONLY"], after: ["GROUP_OWNER"] };
  deepEqual(calls, [
    ["invites.replaceRoles", invite, ["GROUP_OWNER"], now],
    ["record", "USER_ROLES_CHANGED_AUDIT", { ...inGroup, roles }],
  ]);
  const same = tellChange();
  await changeGroupInvite(same.changing, invite, ["GROUP_READ_ONLY"]);
  deepEqual(same.calls, [["invites.replaceRoles", invite, ["GROUP_READ_ONLY"], now]]);
});

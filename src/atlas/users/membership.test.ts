// Tests of changes to a member's roles and teams: the rows written, in which order, and the events.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { now, tellChange } from "../../../test/support/told-store.ts";
import type { Holdings } from "../../core/domain/membership.ts";
import { changeMember } from "./membership.ts";

const roleGrant = (groupId: string, role: string) => ({ groupId, role });
const held = {
  roles: ["ORG_MEMBER"],
  groupRoles: [roleGrant("p", "GROUP_OWNER"), roleGrant("q", "GROUP_READ_ONLY")],
  teamIds: ["t"],
};
const about = { orgId: "o", username: "ada@example.com" };
const active = { id: "u", status: "ACTIVE", ...about, ...held } as never;
const target = { targetUsername: about.username };
const inOrg = { orgId: "o", ...target };

const wanted = {
  roles: ["ORG_OWNER"],
  groupRoles: [
    roleGrant("r", "GROUP_OWNER"),
    roleGrant("p", "GROUP_READ_ONLY"),
    roleGrant("p", "GROUP_OWNER"),
  ],
  teamIds: ["v", "s"],
} as unknown as Holdings;
const sorted = {
  roles: ["ORG_OWNER"],
  groupRoles: [
    roleGrant("p", "GROUP_OWNER"),
    roleGrant("p", "GROUP_READ_ONLY"),
    roleGrant("r", "GROUP_OWNER"),
  ],
  teamIds: ["s", "v"],
};

test("who is active is given what is new and loses what is not wanted, with an event for each scope", async () => {
  const { changing, called } = tellChange({
    "invites.pendingTo": [[{ id: "1", groupId: "q", username: about.username }]],
    "invites.end": [true],
  });
  deepEqual(await changeMember(changing, active, wanted), { ...(active as object), ...sorted });
  deepEqual(called("grants.give", "grants.take", "teams.join", "teams.leave"), [
    ["grants.give", "u", { orgId: "o", groupId: null }, "ORG_OWNER", now],
    ["grants.take", "u", { orgId: "o", groupId: null }, "ORG_MEMBER"],
    ["grants.give", "u", { orgId: "o", groupId: "p" }, "GROUP_READ_ONLY", now],
    ["grants.give", "u", { orgId: "o", groupId: "r" }, "GROUP_OWNER", now],
    ["grants.take", "u", { orgId: "o", groupId: "q" }, "GROUP_READ_ONLY"],
    ["teams.join", "s", "u"],
    ["teams.join", "v", "u"],
    ["teams.leave", "t", "u"],
  ]);
  const roles = (before: string[], after: string[]) => ({ roles: { before, after } });
  deepEqual(called("record", "invites.end", "orgInvites.replace"), [
    ["record", "USER_ROLES_CHANGED_AUDIT", { ...inOrg, ...roles(["ORG_MEMBER"], ["ORG_OWNER"]) }],
    [
      "record",
      "USER_ROLES_CHANGED_AUDIT",
      { groupId: "p", ...target, ...roles(["GROUP_OWNER"], ["GROUP_OWNER", "GROUP_READ_ONLY"]) },
    ],
    ["record", "REMOVED_FROM_GROUP", { groupId: "q", ...target }],
    // The person cannot return by the invitations to the project alone either.
    ["invites.end", "1", "REVOKED", now],
    ["record", "GROUP_INVITATION_DELETED", { groupId: "q", ...target }],
    ["record", "JOINED_GROUP", { groupId: "r", ...target }],
    ["record", "JOINED_TEAM", inOrg],
    ["record", "JOINED_TEAM", inOrg],
    ["record", "REMOVED_FROM_TEAM", inOrg],
  ]);
});

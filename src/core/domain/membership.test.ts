// Tests who belongs to an organization, with which roles, and the rules that every change must keep.
import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fault } from "../contract/errors.ts";
import {
  type GroupRole,
  groupRoleNames,
  inOrder,
  isGroupRole,
  type OrgRole,
  orgRoleNames,
} from "../contract/roles.ts";
import { effectiveRoles } from "./access.ts";
import { foldAddress } from "./address.ts";
import type { InviteStatus, OrgInvite } from "./invite.ts";
import {
  type ActiveMember,
  checkOrgRoles,
  checkRoomInOrg,
  chooseStatuses,
  excluding,
  gatherMembers,
  groupsOf,
  including,
  invitedMember,
  isCurrent,
  isLastOwner,
  rolesInGroup,
  rolesSeen,
  withGroupRoles,
} from "./membership.ts";
import { mostUsersPerOrg } from "./org.ts";
import { draftUser } from "./user.ts";

const active = (username: string, held: Partial<ActiveMember> = {}): ActiveMember => ({
  id: `user ${username}`,
  orgId: "o",
  username,
  status: "ACTIVE",
  roles: ["ORG_MEMBER"],
  groupRoles: [],
  teamIds: [],
  user: draftUser({ id: `user ${username}`, username, now: 0 }),
  ...held,
});

const invite = (username: string, held: Partial<OrgInvite> = {}): OrgInvite => ({
  id: `invite ${username}`,
  userId: `user ${username}`,
  orgId: "o",
  orgName: "Acme",
  username,
  inviterUsername: "key",
  status: "PENDING",
  roles: ["ORG_MEMBER"],
  groupRoles: [],
  teamIds: [],
  createdAt: 0,
  expiresAt: 1,
  ...held,
});

const someGroupRoles = fc.subarray(groupRoleNames);
const someOrgRoles = fc.subarray(orgRoleNames, { minLength: 1 });
const roleGrants = fc.array(
  fc.record({ groupId: fc.constantFrom("g", "h", "i"), role: fc.constantFrom(...groupRoleNames) }),
  { maxLength: 12 },
);

test("each person is a member once, active ones first", () => {
  const username = fc.constantFrom(
    "ada@x.example",
    "Ada@x.example",
    "bob@x.example",
    "BOB@x.example",
    "eve@x.example",
  );
  const people = fc.uniqueArray(username, { selector: foldAddress });
  fc.assert(
    fc.property(people, fc.array(username), (joined, invited) => {
      const members = gatherMembers(
        joined.map((each) => active(each)),
        invited.map((each) => invite(each)),
      );
      const keys = members.map((member) => foldAddress(member.username));
      deepEqual([...keys].sort(), [...new Set([...joined, ...invited].map(foldAddress))].sort());
      deepEqual(
        members.slice(0, joined.length).map((member) => member.username),
        joined,
      );
    }),
  );
});

test("of several invitations to one address the last one counts", () => {
  const [older, newer] = [invite("ada@x.example", { status: "DECLINED" }), invite("ADA@x.example")];
  deepEqual(gatherMembers([], [older, newer]), [invitedMember(newer)]);
});

test("the status of an invited member follows from that of the invitation", () => {
  const statusOf = (status: InviteStatus) => invitedMember(invite("ada@x.example", { status })).status;
  equal(statusOf("PENDING"), "PENDING");
  equal(statusOf("EXPIRED"), "INVITATION_EXPIRED");
  equal(statusOf("DECLINED"), "INVITATION_REJECTED");
});

test("active and pending members are current", () => {
  const statuses: InviteStatus[] = ["PENDING", "EXPIRED", "DECLINED"];
  equal(isCurrent(active("ada@x.example")), true);
  deepEqual(
    statuses.map((status) => isCurrent(invitedMember(invite("ada@x.example", { status })))),
    [true, false, false],
  );
});

test("roles given in a project are those it had been given, and other projects keep theirs", () => {
  fc.assert(
    fc.property(roleGrants, someGroupRoles, (groupRoles, roles) => {
      const before = active("ada@x.example", { groupRoles });
      const after = withGroupRoles(before, "g", roles);
      deepEqual(rolesInGroup(after, "g"), inOrder(roles));
      for (const other of ["h", "i"]) deepEqual(rolesInGroup(after, other), rolesInGroup(before, other));
      deepEqual(withGroupRoles(after, "g", roles), after);
      deepEqual({ ...after, groupRoles: [] }, { ...before, groupRoles: [] });
    }),
  );
});

test("with no roles a member is not in the project", () => {
  fc.assert(
    fc.property(roleGrants, (groupRoles) => {
      const { groupRoles: left } = withGroupRoles(active("ada@x.example", { groupRoles }), "g", []);
      equal(
        left.some(({ groupId }) => groupId === "g"),
        false,
      );
    }),
  );
});

test("including is a union in the order of the table", () => {
  fc.assert(
    fc.property(someGroupRoles, someGroupRoles, (some, others) => {
      const all = including(some, others);
      deepEqual(including(others, some), all);
      deepEqual(including(all, others), all);
      deepEqual(
        all,
        groupRoleNames.filter((role) => some.includes(role) || others.includes(role)),
      );
    }),
  );
});

test("excluding takes away what including added", () => {
  deepEqual(excluding(["ORG_OWNER", "ORG_MEMBER"], ["ORG_MEMBER"]), ["ORG_OWNER"]);
  fc.assert(
    fc.property(someGroupRoles, someGroupRoles, (some, others) => {
      const without = excluding(some, others);
      deepEqual(excluding(including(some, others), others), inOrder(without));
      deepEqual(excluding(without, others), without);
    }),
  );
});

const owner = (username: string) => active(username, { roles: ["ORG_OWNER"] });

test("the last owner is the only active one", () => {
  const [ada, bob, eve] = [owner("ada@x.example"), owner("bob@x.example"), active("eve@x.example")];
  const invited = invitedMember(invite("zoe@x.example", { roles: ["ORG_OWNER"] }));
  equal(isLastOwner(ada, [ada, eve]), true);
  equal(isLastOwner(ada, [ada, eve, invited]), true);
  equal(isLastOwner(ada, [ada, bob, eve]), false);
  equal(isLastOwner(eve, [ada, eve]), false);
  equal(isLastOwner(invited, [invited]), false);
});

test("at most one member is the last owner", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 6 }), (owners) => {
      const members = owners.map((isOwner, index) => (isOwner ? owner : active)(`${index}@x.example`));
      const last = members.filter((member) => isLastOwner(member, members));
      equal(last.length, owners.filter(Boolean).length === 1 ? 1 : 0);
    }),
  );
});

test("the last owner may change all roles but the owner's", () => {
  const [ada, bob] = [owner("ada@x.example"), owner("bob@x.example")];
  fc.assert(
    fc.property(someOrgRoles, (roles) => {
      const check = () => checkOrgRoles(roles, ada, [ada], fault);
      if (roles.includes("ORG_OWNER")) deepEqual(check(), inOrder(roles));
      else throws(check, { code: "CANNOT_DEMOTE_LAST_ORG_OWNER" });
      deepEqual(checkOrgRoles([...roles, ...roles], ada, [ada, bob], fault), inOrder(roles));
    }),
  );
});

test("an organization has room until its current members reach the limit", () => {
  const org = { id: "o", mostUsers: 500 };
  const full = Array.from({ length: mostUsersPerOrg - 1 }, (_, index) => active(`${index}@x.example`));
  const ended = (["EXPIRED", "DECLINED"] as const).map((status) =>
    invitedMember(invite(`${status}@x.example`, { status })),
  );
  checkRoomInOrg(org, [...full, ...ended], fault);
  throws(() => checkRoomInOrg(org, [...full, invitedMember(invite("ada@x.example"))], fault), {
    code: "MAX_USERS_PER_ORG_EXCEEDED",
    parameters: [500, "o"],
  });
  throws(() => checkRoomInOrg(org, full, fault, 2), { code: "MAX_USERS_PER_ORG_EXCEEDED" });
  checkRoomInOrg(org, [...full, ...full], fault, 0);
});

test("statuses are chosen by one parameter or the other", () => {
  deepEqual(chooseStatuses({}, fault), ["ACTIVE", "PENDING"]);
  deepEqual(chooseStatuses({ orgMembershipStatus: "" }, fault), ["ACTIVE", "PENDING"]);
  deepEqual(chooseStatuses({ orgMembershipStatus: "INVITATION_EXPIRED" }, fault), ["INVITATION_EXPIRED"]);
  deepEqual(chooseStatuses({ orgMembershipStatuses: ["PENDING"] }, fault), ["PENDING"]);
  deepEqual(chooseStatuses({ orgMembershipStatus: "", orgMembershipStatuses: ["ACTIVE"] }, fault), [
    "ACTIVE",
  ]);
  throws(() => chooseStatuses({ orgMembershipStatus: "ACTIVE", orgMembershipStatuses: ["ACTIVE"] }, fault), {
    code: "MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS",
  });
  throws(() => chooseStatuses({ orgMembershipStatus: "active" }, fault), { code: "INVALID_QUERY_PARAMETER" });
});

const teams = [
  { teamId: "t", roles: ["GROUP_READ_ONLY", "GROUP_BACKUP_MANAGER"] as GroupRole[] },
  { teamId: "u", roles: ["GROUP_OWNER"] as GroupRole[] },
];

test("roles in a project come from the member, its teams and the organization, each once and in order", () => {
  const member = active("ada@x.example", {
    roles: ["ORG_READ_ONLY"],
    groupRoles: [
      { groupId: "g", role: "GROUP_INDEX_MANAGER" },
      { groupId: "g", role: "GROUP_BACKUP_MANAGER" },
      { groupId: "h", role: "GROUP_OWNER" },
    ],
    teamIds: ["t"],
  });
  const seen: readonly GroupRole[] = ["GROUP_READ_ONLY", "GROUP_BACKUP_MANAGER", "GROUP_INDEX_MANAGER"];
  deepEqual(rolesSeen(member, "g", { teams, throughOrg: true }), seen);
  deepEqual(rolesSeen(member, "g", { teams: [], throughOrg: true }), seen);
  deepEqual(rolesSeen(member, "g", { teams: [], throughOrg: false }), seen.slice(1));
  deepEqual(rolesSeen(member, "i", { teams: [], throughOrg: false }), []);
});

test("organization roles amount in a project to what the algebra of roles says", () => {
  fc.assert(
    fc.property(someOrgRoles, (roles: OrgRole[]) => {
      const seen = rolesSeen(active("ada@x.example", { roles }), "g", { teams: [], throughOrg: true });
      deepEqual(inOrder(effectiveRoles(seen)), inOrder([...effectiveRoles(roles)].filter(isGroupRole)));
    }),
  );
});

test("one way more to have roles takes none away", () => {
  fc.assert(
    fc.property(roleGrants, someOrgRoles, fc.subarray(["t", "u"]), (groupRoles, roles, teamIds) => {
      const member = active("ada@x.example", { groupRoles, roles, teamIds });
      const own = rolesInGroup(member, "g");
      const seen = rolesSeen(member, "g", { teams, throughOrg: true });
      ok(own.every((role) => seen.includes(role)));
      deepEqual(inOrder(new Set(seen)), seen);
    }),
  );
});

test("projects that roles are given in are each named once, in order", () => {
  const roleGrant = (groupId: string) => ({ groupId, role: "GROUP_OWNER" as const });
  deepEqual(groupsOf([roleGrant("b"), roleGrant("a"), roleGrant("b")]), ["a", "b"]);
});

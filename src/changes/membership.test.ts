// Members, active or invited: which are found, what is written and recorded of each change, and what ends with them.
import { deepEqual, equal, rejects, throws } from "node:assert/strict";
import { test } from "node:test";
import { now, tellChange, tellStore } from "../../test/support/told-store.ts";
import { fault } from "../contract/errors.ts";
import type { Holdings } from "../domain/membership.ts";
import {
  changeMember,
  changeOrgInvite,
  checkRoomInGroup,
  endMembership,
  findAmong,
  findGroupMember,
  findMember,
  membersOf,
  membersWith,
  pickMember,
  removeMember,
} from "./membership.ts";

const org = { id: "o", name: "Acme" };
const gift = (groupId: string, role: string) => ({ groupId, role });
const held = {
  roles: ["ORG_MEMBER"],
  groupRoles: [gift("p", "GROUP_OWNER"), gift("q", "GROUP_READ_ONLY")],
  teamIds: ["t"],
};
const about = { orgId: "o", username: "ada@example.com" };
const invite = { id: "i", userId: "u", orgName: "Acme", status: "PENDING", ...about, ...held };
const active = { id: "u", status: "ACTIVE", ...about, ...held } as never;
const invited = { id: "u", status: "PENDING", invite, ...about, ...held } as never;
const target = { targetUsername: about.username };
const inOrg = { orgId: "o", ...target };

test("members are those who are active or invited, or all where other statuses are wanted", async () => {
  const store = () =>
    tellStore({ "members.current": ["current"], "members.all": ["all"], "orgs.find": [org] });
  for (const [statuses, found] of [
    [undefined, "current"],
    [["ACTIVE"], "current"],
    [["PENDING", "ACTIVE"], "current"],
    [["ACTIVE", "INVITATION_EXPIRED"], "all"],
  ] as const) {
    const { tx, calls } = store();
    equal(await membersOf(tx, org, now, statuses), found);
    deepEqual(calls, [[`members.${found}`, org, now]]);
  }
});

test("members with some ids are those who are current, or all where one of the ids is not among them", async () => {
  const [current, all] = [[{ id: "a" }, { id: "b" }], [{ id: "c" }]];
  const answers = { "members.current": [current], "members.all": [all], "orgs.find": [org] };
  const store = () => tellStore(answers).tx;
  equal(await membersWith(store(), org, now, "a", "b"), current);
  equal(await membersWith(store(), org, now, "a", "c"), all);
});

test("404 for a member that is not there, is of another status, or holds nothing in the project", async () => {
  const expired = { ...(active as object), id: "x", status: "INVITATION_EXPIRED" } as never;
  const members = [active, expired];
  equal(pickMember(members, "u", fault), active);
  throws(() => pickMember(members, "nobody", fault), { code: "USER_NOT_FOUND", parameters: ["nobody"] });
  const notInOrg = { code: "USER_NOT_IN_ORG", parameters: [about.username, "o"] };
  throws(() => pickMember(members, "x", fault), notInOrg);
  throws(() => pickMember(members, "u", fault, ["PENDING"]), notInOrg);
  equal(pickMember(members, "x", fault, ["INVITATION_EXPIRED"]), expired);
  equal(pickMember([invited], "u", fault), invited);

  const answers = { "members.current": [members], "members.all": [members], "orgs.find": [org] };
  const looking = () => ({ tx: tellStore(answers).tx, now, fault });
  deepEqual(await findAmong(looking(), org, "u"), { member: active, members });
  equal(await findMember(looking(), org, "u"), active);
  const find = (userId: string, groupId: string, statuses?: string[]) =>
    findGroupMember(looking(), { id: groupId, orgId: "o" }, userId, statuses);
  equal(await find("u", "p"), active);
  equal(await find("x", "p", ["INVITATION_EXPIRED"]), expired);
  await rejects(find("u", "r"), { code: "USER_NOT_IN_GROUP", parameters: [about.username, "r"] });
  await rejects(find("u", "p", ["PENDING"]), notInOrg);
});

test("a project has room for 500, those invited in either way included", async () => {
  const check = (people: number, pending: number) => {
    const { changing } = tellChange({ "members.countInGroup": [people], "invites.countPending": [pending] });
    return checkRoomInGroup(changing, { id: "p", orgId: "o" });
  };
  await check(499, 0);
  await check(250, 249);
  await rejects(check(250, 250), { code: "MAX_USERS_PER_GROUP_EXCEEDED", parameters: [500, "p"] });
});

const wanted = {
  roles: ["ORG_OWNER"],
  groupRoles: [gift("r", "GROUP_OWNER"), gift("p", "GROUP_READ_ONLY"), gift("p", "GROUP_OWNER")],
  teamIds: ["v", "s"],
} as unknown as Holdings;
const sorted = {
  roles: ["ORG_OWNER"],
  groupRoles: [gift("p", "GROUP_OWNER"), gift("p", "GROUP_READ_ONLY"), gift("r", "GROUP_OWNER")],
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
    // Nor does the person come back by what invites to the project alone.
    ["invites.end", "1", "REVOKED", now],
    ["record", "GROUP_INVITATION_DELETED", { groupId: "q", ...target }],
    ["record", "JOINED_GROUP", { groupId: "r", ...target }],
    ["record", "JOINED_TEAM", inOrg],
    ["record", "JOINED_TEAM", inOrg],
    ["record", "REMOVED_FROM_TEAM", inOrg],
  ]);
});

test("of who is invited the invitation is changed, with the events of inviting", async () => {
  const { changing, called, calls } = tellChange();
  const changed = await changeMember(changing, invited, { ...wanted, roles: ["ORG_MEMBER"] });
  const roles = { roles: ["ORG_MEMBER"] };
  deepEqual(changed, {
    ...(invited as object),
    ...sorted,
    ...roles,
    invite: { ...invite, ...sorted, ...roles },
  });
  deepEqual(called("orgInvites.replace"), [["orgInvites.replace", "i", { ...sorted, ...roles }, now]]);
  deepEqual(
    called("record").map(([, type]) => type),
    [
      "USER_ROLES_CHANGED_AUDIT",
      "GROUP_INVITATION_DELETED",
      "INVITED_TO_GROUP",
      "INVITED_TO_TEAM",
      "INVITED_TO_TEAM",
      "REMOVED_FROM_TEAM",
    ],
  );
  deepEqual(calls.filter(([name]) => name !== "teams.find").length, 7);
});

test("nothing is written or recorded where nothing changes", async () => {
  const { changing, calls } = tellChange();
  deepEqual(await changeMember(changing, active, held as unknown as Holdings), active);
  deepEqual(calls, []);
});

test("nothing is changed where a role is above those of the caller", async () => {
  const { changing, calls } = tellChange({}, { held: ["ORG_MEMBER"] });
  await rejects(changeMember(changing, active, { ...(held as unknown as Holdings), roles: ["ORG_OWNER"] }), {
    code: "ROLE_ABOVE_OWN",
    parameters: ["ORG_OWNER", "o"],
  });
  await rejects(removeMember(changing, active, org), { code: "ROLE_ABOVE_OWN" });
  deepEqual(calls, []);
});

test("who leaves loses everything, what invites them back, and is told of where they had invited others", async () => {
  const { changing, called } = tellChange({
    "invites.pendingTo": [[{ id: "1", groupId: "q", username: about.username }]],
    "invites.end": [true],
    "orgs.find": [org],
    "orgInvites.pending": [[]],
    "invites.pendingBy": [[{ id: "2", groupId: "p" }]],
  });
  await removeMember(changing, active, org);
  deepEqual(called("orgInvites.revokeOf", "members.leaveOrg", "invites.end", "invites.pendingTo", "record"), [
    ["orgInvites.revokeOf", "o", about.username, now],
    ["members.leaveOrg", "u", "o"],
    ["record", "REMOVED_FROM_GROUP", { groupId: "p", ...target }],
    ["record", "REMOVED_FROM_GROUP", { groupId: "q", ...target }],
    ["record", "REMOVED_FROM_TEAM", inOrg],
    ["record", "REMOVED_FROM_ORG", inOrg],
    ["invites.pendingTo", "o", about.username, now],
    ["invites.end", "1", "REVOKED", now],
    ["record", "GROUP_INVITATION_DELETED", { groupId: "q", ...target }],
    ["record", "INVITATIONS_OF_REMOVED_INVITER", { orgId: "o", ...target }],
  ]);
});

test("an invitation is cancelled with what it would have given, and nothing is said of others", async () => {
  const { changing, called } = tellChange({ "invites.pendingTo": [[]] });
  await removeMember(changing, invited, org);
  const events = [
    ["record", "GROUP_INVITATION_DELETED", { groupId: "p", ...target }],
    ["record", "GROUP_INVITATION_DELETED", { groupId: "q", ...target }],
    ["record", "REMOVED_FROM_TEAM", inOrg],
    ["record", "ORG_INVITATION_DELETED", inOrg],
  ];
  deepEqual(called("record"), events);
  deepEqual(called("members.leaveOrg", "invites.pendingBy"), []);
  const alone = tellChange();
  await endMembership(alone.changing, invited, org);
  deepEqual(alone.called("orgInvites.revokeOf", "record"), [
    ["orgInvites.revokeOf", "o", about.username, now],
    ...events,
  ]);
});

test("an invitation to an organization keeps what is not named", async () => {
  const { changing } = tellChange();
  deepEqual(await changeOrgInvite(changing, invite as never, { teamIds: ["v"] }), {
    ...invite,
    teamIds: ["v"],
  });
});

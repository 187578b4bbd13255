// Inviting an address: what is kept, recorded and sent, who is refused, and how it is taken back.
import { deepEqual, equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import { now, tellChange } from "../../test/support/told-store.ts";
import { day } from "../domain/instant.ts";
import {
  admitToGroup,
  changeGroupInvite,
  checkGifts,
  inviteToGroup,
  inviteToOrg,
  revokeInvitesBy,
} from "./inviting.ts";

const org = { id: "o", name: "Acme", mostUsers: 500 } as never;
const group = { id: "p", orgId: "o", name: "payments" } as never;
const username = "new@example.com";
const inviter = "ada@example.com";
const gift = (groupId: string, role: string) => ({ groupId, role });
const member = (status: string, rest: object = {}) => ({
  id: "u",
  orgId: "o",
  username: "New@Example.com",
  status,
  roles: ["ORG_MEMBER"],
  groupRoles: [],
  teamIds: [],
  ...rest,
});
const times = { createdAt: now, expiresAt: now + 30 * day };
const inOrg = { orgId: "o", targetUsername: username };
const inGroup = { groupId: "p", targetUsername: username };

test("404 for projects and teams that the organization does not have", async () => {
  const { changing } = tellChange({
    "groups.find": (id: string) => (id === "gone" ? undefined : { orgId: id === "p" ? "o" : "other" }),
    "teams.find": (orgId: string, id: string) => (orgId === "o" && id === "t" ? {} : undefined),
  });
  await checkGifts(changing, "o", {});
  await checkGifts(changing, "o", { groupRoles: [{ groupId: "p" }], teamIds: ["t"] });
  for (const groupId of ["gone", "q"]) {
    const refused = checkGifts(changing, "o", { groupRoles: [{ groupId: "p" }, { groupId }] });
    await rejects(refused, { code: "GROUP_NOT_FOUND", parameters: [groupId] });
  }
  await rejects(checkGifts(changing, "o", { teamIds: ["t", "x"] }), {
    code: "TEAM_NOT_FOUND",
    parameters: ["x"],
  });
});

const wanted = {
  username,
  inviter,
  roles: ["ORG_MEMBER"],
  teamIds: ["t"],
  groupRoles: [gift("p", "GROUP_OWNER"), gift("p", "GROUP_READ_ONLY"), gift("q", "GROUP_OWNER")],
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
    ...times,
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

test("an invitation has the ids that were given, or those of the account, or new ones", async () => {
  for (const [given, account, ids] of [
    [{}, undefined, ["new", "new"]],
    [{ id: "i" }, { id: "known" }, ["i", "known"]],
    [{ id: "i", userId: "u" }, { id: "known" }, ["i", "u"]],
  ] as const) {
    const { changing } = tellChange({ "members.current": [[]], "users.byAddress": [account] });
    const { id, userId } = await inviteToOrg(changing, org, { ...wanted, ...given });
    deepEqual([id, userId], ids);
  }
});

test("409 for who is in the organization or invited already, 400 where there is no room", async () => {
  for (const [members, mostUsers, refusal] of [
    [[member("ACTIVE")], 500, { code: "USER_ALREADY_IN_ORG", parameters: [username, "o"] }],
    [[member("PENDING")], 500, { code: "DUPLICATE_ORG_INVITATION", parameters: [username, "o"] }],
    [
      [member("ACTIVE", { username: "x@example.com" })],
      1,
      { code: "MAX_USERS_PER_ORG_EXCEEDED", parameters: [1, "o"] },
    ],
  ] as const) {
    const { changing, called } = tellChange({ "members.current": [members] });
    await rejects(inviteToOrg(changing, { ...(org as object), mostUsers } as never, wanted), refusal);
    deepEqual(called("orgInvites.add", "record", "mail"), []);
  }
  const strict = tellChange({ "members.current": [[]] }, { held: ["ORG_MEMBER"] });
  await rejects(inviteToOrg(strict.changing, org, wanted), { code: "ROLE_ABOVE_OWN" });
});

const alone = { username, inviter, roles: ["GROUP_READ_ONLY"] } as never as Parameters<
  typeof inviteToGroup
>[2];
const room = { "members.countInGroup": [0], "invites.countPending": [0] };

test("an address is invited to a project alone, and to its organization where it is not there", async () => {
  for (const [held, events] of [
    [undefined, [["record", "INVITED_TO_ORG", inOrg]]],
    [[], []],
  ] as const) {
    const { changing, called } = tellChange({ ...room, "members.rolesByAddress": [held] });
    const invite = await inviteToGroup(changing, group, alone);
    deepEqual(invite, {
      username,
      roles: ["GROUP_READ_ONLY"],
      id: "new",
      orgId: "o",
      groupId: "p",
      groupName: "payments",
      inviterUsername: inviter,
      ...times,
    });
    deepEqual(called("invites.expireOverdue", "invites.add", "record", "mail"), [
      ["invites.expireOverdue", "p", username, now],
      ["invites.add", invite],
      ["record", "INVITED_TO_GROUP", inGroup],
      ...events,
      ["mail", { inviteId: "new" }],
    ]);
  }
  equal((await inviteToGroup(tellChange(room).changing, group, { ...alone, id: "i" })).id, "i");
});

test("409 for who is in the project or invited to it, 400 where it is full, 403 for a role above one's own", async () => {
  for (const [answers, code] of [
    [{ "invites.pendingByAddress": [{}] }, "DUPLICATE_INVITATION"],
    [{ "members.rolesByAddress": [["GROUP_OWNER"]] }, "USER_ALREADY_IN_GROUP"],
  ] as const) {
    const { changing, called } = tellChange({ ...room, ...answers });
    await rejects(inviteToGroup(changing, group, alone), { code, parameters: [username, "p"] });
    deepEqual(called("invites.add"), []);
  }
  const full = tellChange({ ...room, "invites.countPending": [500] });
  await rejects(inviteToGroup(full.changing, group, alone), { code: "MAX_USERS_PER_GROUP_EXCEEDED" });
  const strict = tellChange(room, { held: ["ORG_MEMBER"] });
  await rejects(inviteToGroup(strict.changing, group, alone), {
    code: "ROLE_ABOVE_OWN",
    parameters: ["GROUP_READ_ONLY", "p"],
  });
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
  for (const [parts, code] of [
    [{ held: ["GROUP_READ_ONLY"] }, "ROLE_ABOVE_OWN"],
    [{ isRecent: false }, "SIGN_IN_NOT_RECENT"],
  ] as const) {
    const strict = tellChange({}, parts);
    await rejects(changeGroupInvite(strict.changing, invite, ["GROUP_OWNER"]), { code });
    deepEqual(strict.calls, []);
  }
});

test("what somebody made is revoked in an organization, or a project is taken out of it", async () => {
  const made = {
    id: "i",
    orgId: "o",
    orgName: "Acme",
    userId: "u",
    username,
    status: "PENDING",
    inviterUsername: inviter,
    roles: ["ORG_MEMBER"],
    groupRoles: [gift("p", "GROUP_OWNER"), gift("q", "GROUP_OWNER")],
    teamIds: [],
  };
  const answers = {
    "orgs.find": [org],
    "orgInvites.pending": [[made]],
    "invites.end": [true],
    "invites.pendingBy": [[{ id: "g", groupId: "p", username }]],
  };
  const ended = [
    ["invites.end", "g", "REVOKED", now],
    ["record", "GROUP_INVITATION_DELETED", inGroup],
  ];
  const all = tellChange(answers);
  await revokeInvitesBy(all.changing, { orgId: "o", groupId: null }, inviter);
  deepEqual(all.called("orgInvites.revokeOf", "orgInvites.replace", "invites.end", "record"), [
    ["orgInvites.revokeOf", "o", username, now],
    ["record", "GROUP_INVITATION_DELETED", inGroup],
    ["record", "GROUP_INVITATION_DELETED", { ...inGroup, groupId: "q" }],
    ["record", "ORG_INVITATION_DELETED", inOrg],
    ...ended,
  ]);
  const some = tellChange(answers);
  await revokeInvitesBy(some.changing, { orgId: "o", groupId: "p" }, inviter);
  const left = { roles: ["ORG_MEMBER"], groupRoles: [gift("q", "GROUP_OWNER")], teamIds: [] };
  deepEqual(some.called("orgInvites.revokeOf", "orgInvites.replace", "invites.end", "record"), [
    ["orgInvites.replace", "i", left, now],
    ["record", "GROUP_INVITATION_DELETED", inGroup],
    ...ended,
  ]);
});

test("a member gets roles in a project at once, and anybody else an invitation to the organization", async () => {
  const admit = (members: object[], answers: object = {}) => {
    const told = tellChange({ ...room, "orgs.find": [org], "members.current": [members], ...answers });
    return { ...told, admitted: admitToGroup(told.changing, group, alone) };
  };
  const known = admit([member("ACTIVE")]);
  const roles = [gift("p", "GROUP_READ_ONLY")];
  deepEqual(await known.admitted, member("ACTIVE", { groupRoles: roles }));
  deepEqual(known.called("grants.give", "orgInvites.add"), [
    ["grants.give", "u", { orgId: "o", groupId: "p" }, "GROUP_READ_ONLY", now],
  ]);
  const stranger = admit([]);
  const admitted = await stranger.admitted;
  deepEqual(
    [admitted.status, admitted.id, admitted.roles, admitted.groupRoles, admitted.teamIds],
    ["PENDING", "new", ["ORG_MEMBER"], roles, []],
  );
  deepEqual(stranger.called("orgInvites.add").length, 1);
  await rejects(admit([member("PENDING", { groupRoles: roles })]).admitted, {
    code: "USER_ALREADY_IN_GROUP",
    parameters: [username, "p"],
  });
  await rejects(admit([], { "invites.countPending": [500] }).admitted, {
    code: "MAX_USERS_PER_GROUP_EXCEEDED",
  });
});

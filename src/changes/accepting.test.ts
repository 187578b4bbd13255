// Answering an invitation: who joins, with what, beside which other invitation, and what a link leads to.
import { deepEqual, doesNotThrow, equal, rejects, throws } from "node:assert/strict";
import { test } from "node:test";
import { now, tellChange } from "../../test/support/told-store.ts";
import { fault } from "../contract/errors.ts";
import { accept, followLink, holdLink, join, personOf, refuseEnded } from "./accepting.ts";

const ada = { id: "u", username: "Ada@example.com" };
const toOrg = { id: "i", orgId: "o", groupId: null, userId: "pending", username: "ada@example.com" };
const toGroup = { ...toOrg, id: "g", groupId: "p", userId: null };

const start = (answers: Record<string, unknown[]> = {}) =>
  tellChange({ "invites.end": [true], "users.byAddress": [ada], ...answers });
const inOrg = { orgId: "o", groupId: null };
const joined = { orgId: "o", targetUsername: ada.username };

test("who accepts one to an organization holds what it gives", async () => {
  const held = {
    roles: ["ORG_OWNER"],
    groupRoles: [{ groupId: "p", role: "GROUP_OWNER" }],
    teamIds: ["t", "known"],
  };
  const { changing, called } = start({ "invites.holdingsOf": [held], "teams.join": [true, false] });
  equal(await accept(changing, toOrg as never), true);
  deepEqual(called("invites.end", "grants.give", "teams.join", "record"), [
    ["invites.end", "i", "ACCEPTED", now],
    ["record", "JOINED_ORG", joined],
    ["grants.give", "u", inOrg, "ORG_OWNER", now],
    ["grants.give", "u", { orgId: "o", groupId: "p" }, "GROUP_OWNER", now],
    ["record", "JOINED_GROUP", { groupId: "p", targetUsername: ada.username }],
    ["teams.join", "t", "u"],
    ["record", "JOINED_TEAM", joined],
    ["teams.join", "known", "u"],
  ]);
  deepEqual(called("orgInvites.pendingId"), []);
});

test("who accepts one to a project is a member of its organization as well", async () => {
  const { changing, called } = start({
    "invites.holdingsOf": [{ roles: ["GROUP_OWNER"], groupRoles: [], teamIds: [] }],
    "grants.of": [[{ ...inOrg, role: "ORG_MEMBER" }]],
  });
  equal(await accept(changing, toGroup as never), true);
  deepEqual(called("grants.give", "record"), [
    ["grants.give", "u", inOrg, "ORG_MEMBER", now],
    ["grants.give", "u", { orgId: "o", groupId: "p" }, "GROUP_OWNER", now],
    ["record", "JOINED_GROUP", { groupId: "p", targetUsername: ada.username }],
  ]);
  deepEqual(called("orgInvites.pendingId")[0], ["orgInvites.pendingId", "o", "ada@example.com", now]);
});

test("one to a project accepts the one to its organization that is pending beside it", async () => {
  const { changing, called } = start({
    "orgInvites.pendingId": ["i"],
    "invites.find": [toOrg],
    "invites.holdingsOf": [{ roles: ["GROUP_OWNER"], groupRoles: [], teamIds: [] }],
  });
  equal(await accept(changing, toGroup as never), true);
  deepEqual(called("invites.end"), [
    ["invites.end", "g", "ACCEPTED", now],
    ["invites.end", "i", "ACCEPTED", now],
  ]);
  deepEqual(called("invites.find"), [["invites.find", "i", now]]);
});

test("one whose roles are all unknown cannot be accepted, and stays pending", async () => {
  const held = { roles: [], groupRoles: [], teamIds: [] };
  const { changing, called } = start({ "invites.holdingsOf": [held] });
  equal(await accept(changing, toGroup as never), false);
  deepEqual(called("invites.end", "grants.give", "record", "users.add"), []);
});

test("one that has ended meanwhile changes nothing", async () => {
  const held = { roles: ["ORG_OWNER"], groupRoles: [], teamIds: [] };
  const { changing, called } = start({ "invites.end": [false], "invites.holdingsOf": [held] });
  equal(await accept(changing, toOrg as never), false);
  deepEqual(called("grants.give", "record", "users.add"), []);
});

test("an account that is made has the id and the spelling under which its address was pending, where they are free", async () => {
  const pending = { ...toOrg, username: "ADA@example.com" };
  for (const [invite, answers, id, username] of [
    [toOrg, {}, "pending", toOrg.username],
    [toOrg, { "users.find": [{}] }, "new", toOrg.username],
    [toGroup, {}, "new", toGroup.username],
    [toGroup, { "orgInvites.pendingId": ["i"], "invites.find": [pending] }, "pending", "ADA@example.com"],
  ] as const) {
    const { changing, called } = start({ "users.byAddress": [undefined], ...(answers as object) });
    const made = await personOf(changing, invite as never);
    deepEqual([made.id, made.username, made.createdAt], [id, username, now]);
    deepEqual(called("users.add"), [["users.add", made, null]]);
  }
  const { changing, called } = start();
  deepEqual([await personOf(changing, toOrg as never), called("users.add")], [ada, []]);
});

test("who is in an organization already does not join it once more", async () => {
  const nothing = { roles: [], groupRoles: [], teamIds: [] };
  const held = { ...inOrg, role: "ORG_READ_ONLY" };
  const changed = { before: ["ORG_READ_ONLY"], after: ["ORG_READ_ONLY", "ORG_MEMBER"] };
  for (const [roles, before, events] of [
    [["ORG_READ_ONLY"], [held], []],
    [["ORG_MEMBER"], [held], [["record", "USER_ROLES_CHANGED_AUDIT", { ...joined, roles: changed }]]],
    [["ORG_MEMBER"], [{ ...held, orgId: "other" }], [["record", "JOINED_ORG", joined]]],
  ] as const) {
    const { changing, called } = start({ "grants.of": [before] as never });
    await join(changing, ada, "o", { ...nothing, roles });
    deepEqual(called("record"), events);
  }
});

test("a link leads to its invitation, or nowhere", async () => {
  const follow = (answers: Record<string, unknown[]>) =>
    followLink(start(answers).changing, { hash: "hash" });
  equal(await follow({ "outbox.link": [{ inviteId: "i" }], "invites.find": [toOrg] }), toOrg);
  const nowhere = { code: "INVITATION_LINK_NOT_FOUND" };
  await rejects(follow({ "invites.find": [toOrg] }), nowhere);
  await rejects(follow({ "outbox.link": [{ inviteId: null }], "invites.find": [toOrg] }), nowhere);
  await rejects(follow({ "outbox.link": [{ inviteId: "i" }] }), nowhere);
});

test("a link is held with the organization that its project is in when it is locked", async () => {
  const moved = { ...toGroup, orgId: "other" };
  const { changing, called } = start({
    "outbox.link": [{ inviteId: "g" }],
    "invites.find": [toGroup, moved, moved],
  });
  equal((await holdLink(changing, { hash: "hash" })).orgId, "other");
  deepEqual(called("locks.org"), [
    ["locks.org", "o"],
    ["locks.org", "other"],
  ]);
});

test("409 for one that has ended, unless as was wanted", () => {
  const refuse = (status: string, wanted?: string) => () =>
    refuseEnded({ status } as never, fault, wanted as never);
  doesNotThrow(refuse("PENDING"));
  doesNotThrow(refuse("DECLINED", "DECLINED"));
  throws(refuse("REVOKED"), { code: "INVITATION_ENDED", parameters: ["REVOKED"] });
  throws(refuse("ACCEPTED", "DECLINED"), { code: "INVITATION_ENDED" });
});

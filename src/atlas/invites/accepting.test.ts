// Tests of answers to an invitation: who joins, with which roles and under which account, and the content of a link.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { now, tellChange } from "../../../test/support/told-store.ts";
import { accept, holdLink, personOf } from "./accepting.ts";

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

test("one whose roles are all unknown cannot be accepted, and stays pending", async () => {
  const held = { roles: [], groupRoles: [], teamIds: [] };
  const { changing, called } = start({ "invites.holdingsOf": [held] });
  equal(await accept(changing, toGroup as never), false);
  deepEqual(called("invites.end", "grants.give", "record", "users.add"), []);
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

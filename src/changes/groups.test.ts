// Organizations and their projects: made and moved within limits, with whom and with which events.
import { deepEqual, equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import { now, tellChange } from "../../test/support/told-store.ts";
import { minute } from "../domain/instant.ts";
import { isBeingDeleted, makeGroup, moveGroup } from "./groups.ts";
import { makeOrg } from "./orgs.ts";

const few = { "groups.countInOrg": [249] };
const full = { "groups.countInOrg": [250] };
const tooMany = { code: "MAX_GROUPS_PER_ORG_EXCEEDED", parameters: ["250", "o"] };
const taken = { code: "GROUP_ALREADY_EXISTS", parameters: ["payments"] };

test("an organization is made with its owner, or with nobody in it", async () => {
  const { changing, called } = tellChange({});
  const settings = { skipDefaultAlertsSettings: false, apiAccessListRequired: false, mostUsers: 500 };
  const org = { id: "new", name: "Acme", createdAt: now, ...settings };
  deepEqual(await makeOrg(changing, { name: "Acme", ownerId: "u", founderId: "f" }), org);
  deepEqual(called("orgs.add", "grants.give", "record"), [
    ["orgs.add", org, "f"],
    ["grants.give", "u", { orgId: "new", groupId: null }, "ORG_OWNER", now],
    ["record", "ORG_CREATED", { orgId: "new" }],
  ]);
  const seeded = tellChange({});
  const chosen = { skipDefaultAlertsSettings: true, apiAccessListRequired: true, mostUsers: 7 };
  const made = await makeOrg(seeded.changing, { id: "o", name: "Acme", ...chosen });
  deepEqual(made, { ...org, id: "o", ...chosen });
  deepEqual(seeded.called("grants.give"), []);
  await rejects(makeOrg(changing, { name: "" }), { code: "INVALID_ORG_NAME" });
});

const wanted = { orgId: "o", name: "payments", tags: [{ key: "a", value: "b" }] } as never as Parameters<
  typeof makeGroup
>[1];

test("a project is made with its owners, where its name is free and there is room", async () => {
  const { changing, called } = tellChange(few);
  const group = { orgId: "o", name: "payments", tags: [{ key: "a", value: "b" }], id: "new", createdAt: now };
  deepEqual(await makeGroup(changing, { ...wanted, owners: ["u", "k"] }), group);
  deepEqual(called("groups.named", "groups.add", "record", "grants.give"), [
    ["groups.named", "o", "payments"],
    ["groups.add", group],
    ["grants.give", "u", { orgId: "o", groupId: "new" }, "GROUP_OWNER", now],
    ["grants.give", "k", { orgId: "o", groupId: "new" }, "GROUP_OWNER", now],
    ["record", "GROUP_CREATED", { orgId: "o", groupId: "new" }],
  ]);
  const seeded = tellChange(few);
  equal((await makeGroup(seeded.changing, { ...wanted, id: "p" })).id, "p");
  deepEqual(seeded.called("grants.give"), []);
  await rejects(makeGroup(tellChange({ ...few, "groups.named": [{}] }).changing, wanted), taken);
  await rejects(makeGroup(tellChange(full).changing, wanted), tooMany);
  await rejects(makeGroup(changing, { ...wanted, name: "" }), { code: "INVALID_GROUP_NAME" });
  await rejects(makeGroup(changing, { ...wanted, tags: [{ key: "", value: "" }] }), { code: "BAD_REQUEST" });
});

const moving = { id: "p", orgId: "old", name: "payments" } as never;
const to = (mostUsers: number) => ({ id: "o", mostUsers }) as never;
const member = (username: string, status = "ACTIVE") => ({ username, status });
const people = ["Ada@example.com", "bob@example.com", "eve@example.com", "kim@example.com"].map(
  (username) => ({
    id: username,
    username,
  }),
);

test("a project moves with its people, who join where they are not active yet", async () => {
  const { changing, called } = tellChange({
    ...few,
    "members.current": [[member("ada@example.com"), member("bob@example.com", "PENDING")]],
    "groupMoves.people": [people],
    "documents.endedIn": [[]],
  });
  await moveGroup(changing, moving, to(4));
  deepEqual(called("groupMoves.move", "record", "grants.give"), [
    ["groupMoves.move", "p", "o"],
    ["record", "GROUP_MOVED_FROM_ORG", { orgId: "old" }],
    ["record", "GROUP_MOVED", { orgId: "o", groupId: "p" }],
    ...["bob@example.com", "eve@example.com", "kim@example.com"].flatMap((id) => [
      ["record", "JOINED_ORG", { orgId: "o", targetUsername: id }],
      ["grants.give", id, { orgId: "o", groupId: null }, "ORG_MEMBER", now],
    ]),
  ]);
});

test("a project does not move where its name is taken, or its people or itself have no room", async () => {
  const members = { "members.current": [[member("ada@example.com"), member("bob@example.com", "PENDING")]] };
  for (const [answers, mostUsers, refusal] of [
    [few, 3, { code: "MAX_USERS_PER_ORG_EXCEEDED", parameters: [3, "o"] }],
    [full, 9, tooMany],
    [{ ...few, "groups.named": [{}] }, 9, taken],
  ] as const) {
    const { changing, called } = tellChange({ ...members, "groupMoves.people": [people], ...answers });
    await rejects(moveGroup(changing, moving, to(mostUsers)), refusal);
    deepEqual(called("groupMoves.move"), []);
  }
});

test("a project is being deleted for a minute, for who deleted it and for owners of its organization", async () => {
  const deletion = { orgId: "o", actor: { id: "u" } };
  for (const [results, id, roles, isOn] of [
    [[deletion], "u", [], true],
    [[{ ...deletion, actor: null }], "u", ["ORG_OWNER"], true],
    [[deletion], "other", ["ORG_OWNER"], true],
    [[deletion], "other", ["ORG_MEMBER"], false],
    [[{ actor: { id: "u" } }], "u", ["ORG_OWNER"], false],
    [[], "u", ["ORG_OWNER"], false],
  ] as const) {
    const { tx, called } = tellChange({ "events.list": [{ results }], "orgs.rolesOf": [roles] });
    equal(await isBeingDeleted(tx, "p", { id }, now), isOn, JSON.stringify([results, id]));
    const newest = { includeCount: false, itemsPerPage: 1, pageNum: 1 };
    const filter = { types: ["GROUP_DELETED"], from: now - minute };
    deepEqual(called("events.list"), [["events.list", { groupId: "p" }, filter, newest]]);
  }
});

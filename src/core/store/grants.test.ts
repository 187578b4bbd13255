// Proves that roles are added and removed in one scope and nowhere else.
import { deepEqual } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { openMemory } from "../../../test/support/memory.ts";
import { ids } from "../../../test/support/world.ts";
import { draftUser } from "../domain/user.ts";
import type { Writes } from "./store.ts";

const ada = "000000000000000000000001";
const key = "000000000000000000000002";
const inOrg = { orgId: ids.org, groupId: null };
const inGroup = { orgId: ids.org, groupId: ids.group };
const inOtherOrg = { orgId: ids.otherOrg, groupId: null };

/** Ada and a key with two roles in the organization, one in its project, and one of Ada's in another project. */
const held = [
  { ...inOrg, role: "ORG_OWNER" },
  { ...inOrg, role: "ORG_READ_ONLY" },
  { ...inGroup, role: "GROUP_OWNER" },
  { ...inOtherOrg, role: "ORG_OWNER" },
] as const;

const cases = {
  "one that is given twice is held once": {
    change: (tx: Writes) => tx.grants.give(ada, inOrg, "ORG_OWNER", 9),
    left: held,
  },
  "one is taken in a project": {
    change: (tx: Writes) => tx.grants.take(ada, inGroup, "GROUP_OWNER"),
    left: [...held.slice(0, 2), held[3]],
  },
  "all of an organization are taken, not those of another": {
    change: (tx: Writes) => tx.grants.takeAll(ada, ids.org),
    left: [held[3]],
  },
} as const;

async function begin(t: TestContext) {
  const { store } = await openMemory(t);
  await store.write(async (tx) => {
    await tx.users.add(draftUser({ id: ada, username: "ada@example.com", now: 0 }), null);
    const names = { publicKey: "abcdefgh", privateKeyTail: "", description: "" };
    await tx.apiKeys.add({ id: key, orgId: ids.org, ...names, createdAt: 0, roles: held.slice(0, 3) }, "");
    for (const [at, { role, ...scope }] of held.entries()) await tx.grants.give(ada, scope, role, at);
  });
  return store;
}

for (const [title, { change, left }] of Object.entries(cases)) {
  test(`of roles, ${title}`, async (t) => {
    const store = await begin(t);
    const keyBefore = await store.read((tx) => tx.grants.of(key));
    await store.write(change);
    deepEqual(await store.read((tx) => tx.grants.of(ada)), left);
    deepEqual(await store.read((tx) => tx.grants.of(key)), keyBefore);
  });
}

test("roles of several are asked for at once, of none too", async (t) => {
  const store = await begin(t);
  await store.read(async (tx) => {
    const of = await tx.grants.ofPrincipals([ada, key]);
    deepEqual([of(ada).length, of(key).length, of("nobody").length], [4, 3, 0]);
    deepEqual((await tx.grants.ofPrincipals([]))(ada), []);
    deepEqual(await tx.grants.inOrg(ada, ids.otherOrg), ["ORG_OWNER"]);
    deepEqual(await tx.grants.inGroup(ada, ids.group), ["GROUP_OWNER"]);
    deepEqual(await tx.grants.inGroup(ada, ids.otherGroup), []);
  });
});

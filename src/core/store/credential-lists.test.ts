// Proves that the pages of credentials together are the whole list, newest first, whatever their size.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { numbered } from "../../../test/support/fill.ts";
import { openMemory } from "../../../test/support/memory.ts";
import { ids } from "../../../test/support/world.ts";

test("pages of an organization's keys and of a project's are the list cut up", async (t) => {
  const { store } = await openMemory(t);
  const group = { id: ids.group, orgId: ids.org };
  // Every third key is created at the same instant as two others, every second is in the project.
  const keys = numbered(23, (id, number) => ({
    id,
    orgId: ids.org,
    publicKey: `key${number}`,
    privateKeyTail: "",
    description: "",
    createdAt: Math.floor(number / 3),
    roles: [
      { groupId: null, role: "ORG_MEMBER" as const },
      ...(number % 2 === 0 ? [{ groupId: ids.group, role: "GROUP_OWNER" as const }] : []),
    ],
  }));
  await store.write(async (tx) => {
    for (const key of keys) await tx.apiKeys.add(key, "");
    const elsewhere = { id: "f".repeat(24), orgId: ids.otherOrg, publicKey: "elsewhere", createdAt: 0 };
    await tx.apiKeys.add({ ...elsewhere, privateKeyTail: "", description: "", roles: [] }, "");
  });
  const newestFirst = keys.toReversed();
  const inGroup = newestFirst.filter(({ roles }) => roles.length > 1);

  for (const itemsPerPage of [1, 2, 5, 11, 12, 22, 23, 24]) {
    for (const [whole, list] of [
      [newestFirst, "org"],
      [inGroup, "group"],
    ] as const) {
      const seen = [];
      for (let pageNum = 1; pageNum <= Math.ceil(whole.length / itemsPerPage) + 1; pageNum++) {
        const at = { itemsPerPage, includeCount: pageNum % 2 === 1, pageNum };
        const page = await store.read((tx) =>
          list === "org" ? tx.apiKeys.inOrg(ids.org, at) : tx.apiKeys.inGroup(group, at),
        );
        seen.push(...page.results);
        equal(page.total, at.includeCount ? whole.length : 0);
      }
      deepEqual(seen, whole);
    }
  }
});

test("a service account comes with its secrets, oldest first, and with nobody else's", async (t) => {
  const { store } = await openMemory(t);
  const account = (id: string) => ({
    id,
    orgId: ids.org,
    name: id,
    description: "",
    createdAt: 0,
    mcpConfigId: null,
    mcpSide: null,
    roles: [{ groupId: null, role: "ORG_MEMBER" as const }],
  });
  const [first, second] = [account("e".repeat(24)), account("f".repeat(24))];
  const secrets = numbered(4, (id, number) => ({
    id,
    tail: `${number}`,
    createdAt: -number,
    expiresAt: 9,
    lastUsedAt: null,
  }));
  await store.write(async (tx) => {
    for (const account of [first, second]) await tx.serviceAccounts.add(account);
    for (const [index, secret] of secrets.entries()) {
      await tx.serviceAccounts.addSecret(index === 0 ? first.id : second.id, secret, secret.id);
    }
  });
  const found = await store.read((tx) => tx.serviceAccounts.find(ids.org, second.id));
  deepEqual(found, { ...second, secrets: secrets.slice(1).toReversed() });
  equal(await store.read((tx) => tx.serviceAccounts.find(ids.otherOrg, second.id)), undefined);
});

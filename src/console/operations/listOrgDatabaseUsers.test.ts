// Proves listOrgDatabaseUsers: the roles of the database users of an organization, in parts, on both engines.
import { deepEqual } from "node:assert/strict";
import { owner, testOnEngines } from "../../../test/console/support/console-operations.ts";
import { ids } from "../../../test/support/world.ts";

const { org: orgId, group: groupId, otherGroup } = ids;

testOnEngines("listOrgDatabaseUsers", async (t, stage) => {
  const list = async (query: Record<string, unknown> = {}) => {
    const json = await stage.read(owner, "listOrgDatabaseUsers", { orgId, ...query });
    return json as { users: { who: string }[]; next: string | null };
  };
  const keep = (count: number, more: { groupId?: string; endsAt?: number } = {}) =>
    stage.store.write(async (tx) => {
      const roles = [{ roleName: "readWrite", databaseName: "sales", collectionName: "orders" }];
      for (let nth = 0; nth < count; nth++) {
        const id = `${more.groupId === undefined ? "a" : "b"}${String(nth).padStart(23, "0")}`;
        tx.documents.add({
          id,
          groupId,
          kind: "databaseUser",
          name: `admin/app-${nth}`,
          sealedSecret: null,
          document: { roles, description: "the shop" },
          createdAt: 1,
          endsAt: null,
          ...more,
        });
      }
    });

  await t.test("200 with roles, and the end of those that have one, in no other organization", async () => {
    await keep(1, { endsAt: Date.parse("2026-08-11T00:00:00Z") });
    await keep(1, { groupId: otherGroup });
    deepEqual(await list(), {
      users: [
        {
          who: `database/${groupId}/admin/app-0`,
          title: "the shop",
          in: `group/${groupId}`,
          roles: ["readWrite@sales.orders"],
          endsAt: "2026-08-11T00:00:00Z",
        },
      ],
      next: null,
    });
  });

  await t.test("200 with 100 users, and where the next begin: others wait for no more", async () => {
    await keep(230);
    const counts: number[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const { users, next } = await list(after === undefined ? {} : { after });
      counts.push(users.length);
      after = next;
    }
    deepEqual(counts, [100, 100, 30]);
  });
});

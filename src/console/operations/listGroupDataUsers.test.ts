// Proves listGroupDataUsers: database users of a project that may read or write data, on both engines.
import { deepEqual, equal } from "node:assert/strict";
import { owner, testOnEngines } from "../../../test/console/support/console-operations.ts";
import { ids } from "../../../test/support/world.ts";

const { group: groupId } = ids;

testOnEngines("listGroupDataUsers", async (t, stage) => {
  await t.test("200 with those that may, by name, and not with those that have ended", async () => {
    const kept = { groupId, kind: "databaseUser", sealedSecret: null, createdAt: 1 };
    const user = { databaseName: "admin", scopes: [{ name: "main", type: "CLUSTER" }] };
    const keep = (username: string, roleName: string, endsAt: number | null) =>
      stage.store.write(async (tx) => {
        const document = { ...user, username, roles: [{ roleName, databaseName: "sales" }] };
        const id = username.padStart(24, "0");
        const name = `admin/${username}`;
        tx.documents.add({ ...kept, id, name, endsAt, document });
      });
    await keep("b", "readWrite", null);
    await keep("a", "read", null);
    await keep("c", "readWrite", 1);
    const session = await stage.session(owner);
    const list = async (deed: string) =>
      await stage.get("listGroupDataUsers", { groupId, deed }, { session });
    const shown = (name: string, by: string) => ({
      name,
      databaseName: "admin",
      ways: [{ on: "sales", by: [by] }],
      scopes: ["main"],
      endsAt: null,
    });
    deepEqual(await list("readData"), [shown("a", "read@sales"), shown("b", "readWrite@sales")]);
    deepEqual(await list("writeData"), [shown("b", "readWrite@sales")]);
    const { status } = await stage.perform("listGroupDataUsers", { groupId, deed: "x" }, { session });
    equal(status, 404);
  });
});

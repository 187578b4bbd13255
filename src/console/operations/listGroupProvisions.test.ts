// Proves listGroupProvisions: the users and roles that the databases of a project have, those that are pending and why, on both
// engines.
import { deepEqual } from "node:assert/strict";
import { owner, testOnEngines } from "../../../test/console/support/console-operations.ts";
import { ids } from "../../../test/support/world.ts";

const { group: groupId } = ids;

testOnEngines("listGroupProvisions", async (t, stage) => {
  await t.test("200 with what waits, who is not made there, and where clusters lead", async () => {
    const kept = { groupId, sealedSecret: null, createdAt: 1, endsAt: null };
    await stage.store.write((tx) => {
      const none = { awsIAMType: "NONE", ldapAuthType: "NONE", oidcAuthType: "NONE", x509Type: "CUSTOMER" };
      const document = { ...none, username: "CN=app", databaseName: "$external", roles: [], scopes: [] };
      tx.documents.add({
        ...kept,
        kind: "databaseUser",
        id: "a".repeat(24),
        name: "$external/CN=app",
        document,
      });
      tx.documents.add({ ...kept, kind: "cluster", id: "b".repeat(24), name: "Main", document: {} });
      const row = { groupId, deployment: "db:27017", kind: "USER" as const, mark: "m", sealedSecret: null };
      tx.provisions.add({ ...row, id: "c".repeat(24), name: "app" }, 5);
      tx.provisions.add({ ...row, id: "d".repeat(24), name: "done" }, 5);
      tx.provisions.apply({ id: "d".repeat(24), version: 0 }, { applied: "x", lacksRoles: 1, problem: null });
      tx.provisions.noteAway("db:27017", "AWAY:ECONNREFUSED");
    });
    const json = await stage.read(owner, "listGroupProvisions", { groupId });
    const shared = { deployment: "db:27017", kind: "USER" };
    deepEqual(json, {
      provisions: [
        {
          ...shared,
          name: "app",
          state: "WAITING",
          waitsSince: 5,
          problem: "AWAY:ECONNREFUSED",
          lacksRoles: false,
        },
        { ...shared, name: "done", state: "APPLIED", waitsSince: null, problem: null, lacksRoles: true },
      ],
      kept: [["CN=app", "x509Type CUSTOMER"]],
      deployments: { Main: null },
    });
  });
});

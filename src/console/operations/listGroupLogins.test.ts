// Proves listGroupLogins: who may log in to the databases of a project, and from which addresses, on both engines.
import { deepEqual } from "node:assert/strict";
import { owner, testOnEngines } from "../../../test/console/support/console-operations.ts";
import { ids } from "../../../test/support/world.ts";

const { group: groupId } = ids;

testOnEngines("listGroupLogins", async (t, stage) => {
  await t.test(
    "200 with users whose scopes allow it and that have not ended, and the access list",
    async () => {
      const kept = { groupId, sealedSecret: null, createdAt: 1 };
      const user = {
        databaseName: "admin",
        roles: [{ roleName: "read", databaseName: "sales" }],
        scopes: [],
      };
      const keep = (kind: string, name: string, document: object, endsAt: number | null = null) =>
        stage.store.write((tx) => {
          const id = `${kind}${name}`.replace(/\W/g, "").slice(-24).padStart(24, "0");
          tx.documents.add({ ...kept, kind, id, name, endsAt, document });
        });
      const keepUser = (username: string, more: object = {}, endsAt: number | null = null) =>
        keep("databaseUser", `admin/${username}`, { ...user, username, ...more }, endsAt);
      await keepUser("b");
      await keepUser("a", { scopes: [{ name: "main", type: "CLUSTER" }] });
      await keepUser("lake", { scopes: [{ name: "main", type: "DATA_LAKE" }] });
      await keepUser("ended", {}, 1);
      await keepUser("group", { oidcAuthType: "IDP_GROUP", roles: [] });
      await keep("networkEntry", "192.0.2.7/32", { cidr: "192.0.2.7/32", comment: "office" });
      await keep("networkEntry", "198.51.100.7/32", { cidr: "198.51.100.7/32" }, 1);
      const session = await stage.session(owner);
      const list = async (cluster?: string) =>
        await stage.get("listGroupLogins", { groupId, ...(cluster && { cluster }) }, { session });
      const shown = (name: string, more: object = {}) => ({
        name,
        databaseName: "admin",
        proof: "password",
        roles: ["read@sales"],
        scopes: [],
        endsAt: null,
        waits: [],
        unlimited: [],
        ...more,
      });
      const group = shown("group", { proof: "oidcGroup", roles: [] });
      const a = shown("a", { scopes: ["main"] });
      const lake = shown("lake", { scopes: ["main:DATA_LAKE"] });
      const addresses = [{ from: "192.0.2.7/32", comment: "office", endsAt: null }];
      deepEqual(await list(), { users: [a, shown("b"), group, lake], left: [], addresses });
      deepEqual(await list("main"), { users: [a, shown("b"), group], left: [], addresses });
      deepEqual((await list("other")).users, [shown("b"), group]);

      // The provisions that a deployment holds for these users.
      const noted = { groupId, kind: "USER", mark: "m", sealedSecret: null } as const;
      await stage.store.write((tx) => {
        for (const [id, name, deployment] of [
          ["1", "a", "db:1"],
          ["2", "b", "db:1"],
          ["3", "b", "db:2"],
        ] as const) {
          tx.provisions.add(
            { ...noted, id: id.repeat(24), name, deployment },
            Date.parse("2026-08-10T03:04:53Z"),
          );
        }
        const seen = (id: string) => ({ id: id.repeat(24), version: 0 });
        tx.provisions.apply(seen("1"), { applied: "made", lacksRoles: 0, problem: null });
        tx.provisions.apply(seen("3"), { applied: "made", lacksRoles: 0, problem: null });
        tx.provisions.wait("3".repeat(24), Date.parse("2026-08-11T03:04:53Z"));
        const failed = { problem: "REFUSED:OutOfDiskSpace", tries: 1, dueAt: 0, isBegun: 0 } as const;
        tx.provisions.postpone(seen("2"), failed);
      });
      const waits = [
        {
          deployment: "db:1",
          canLogIn: false,
          since: "2026-08-10T03:04:53Z",
          problem: "REFUSED:OutOfDiskSpace",
          why: "the deployment refuses it (OutOfDiskSpace)",
        },
        {
          deployment: "db:2",
          canLogIn: true,
          since: "2026-08-11T03:04:53Z",
          problem: null,
          why: "it is about to be done",
        },
      ];
      deepEqual((await list()).users, [a, shown("b", { waits }), group, lake]);

      // A login created without roles, and a deleted one that is not dropped yet.
      await stage.store.write((tx) => {
        const at = Date.parse("2026-08-12T03:04:53Z");
        tx.provisions.add({ ...noted, id: "4".repeat(24), name: "old", deployment: "db:1" }, at);
        tx.provisions.apply(
          { id: "4".repeat(24), version: 0 },
          { applied: "made", lacksRoles: 0, problem: null },
        );
        tx.provisions.wait("4".repeat(24), at);
        tx.provisions.apply(
          { id: "1".repeat(24), version: 0 },
          { applied: "made", lacksRoles: 1, problem: null },
        );
      });
      const { users, left } = await list();
      deepEqual(users[0], { ...a, unlimited: ["db:1"] });
      const old = { deployment: "db:1", name: "old", since: "2026-08-12T03:04:53Z", problem: null };
      deepEqual(left, [{ ...old, why: "it is about to be done" }]);
    },
  );
});

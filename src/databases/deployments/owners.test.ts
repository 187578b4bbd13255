// Tests of the organization of each deployment: refused at the start if there are several, kept by the first, and forgotten if
// all share it.
import { deepEqual, equal, rejects } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { engines, skipReason } from "../../../test/support/engines.ts";
import { createStorage, locationOf } from "../../../test/support/storage.ts";
import { ids, seed } from "../../../test/support/world.ts";
import { clusters } from "../../atlas/clusters/kept.ts";
import type { Cluster } from "../../atlas/clusters/rules/cluster.ts";
import { notShared } from "../../atlas/clusters/rules/cluster-connections.ts";
import { changingOf } from "../../core/changes/changing.ts";
import type { NamedDeployment } from "../../core/domain/deployment-url.ts";
import { createKeyring } from "../../core/secrets/keyring.ts";
import { mintBytes, mintId } from "../../core/secrets/mint.ts";
import { openStore } from "../../server/open-store.ts";
import { plant } from "../../testing/seed/plant.ts";
import { createConnections, findDeployments } from "./connections.ts";
import { openOwners, openShared, type SharedDeployment } from "./owners.ts";

const at = Date.parse("2026-08-10T03:04:53Z");
const deployment = (host: string, cluster: string | null = null): NamedDeployment => ({
  cluster,
  url: `mongodb://root:secret@${host}`,
  name: host,
});
const leading = (host: string) => `mongodb://${host}/?authSource=admin`;
const wordsOf = (shared: readonly SharedDeployment[]) =>
  shared.map(({ name, orgs }) => `${name}: ${orgs.map((org) => org.name).join(", ")}`).join("; ");

for (const engine of engines) {
  test(`owners of deployments on ${engine}`, { skip: skipReason(engine) }, async (t) => {
    /** Opens a store with one organization, or with two. */
    const begin = async (t: TestContext, orgs: 1 | 2) => {
      const store = await openStore(locationOf(await createStorage(t, engine, { hasSchema: true })));
      t.after(() => store.close());
      const keyring = createKeyring(mintBytes(32));
      await plant({ orgs: seed.orgs.slice(0, orgs) }, { store, keyring, now: at });
      const logged: object[] = [];
      const depsOf = (configured: readonly NamedDeployment[]) => ({
        store,
        configured,
        now: () => at,
        find: findDeployments(configured, keyring.unseal),
        log: { warn: (about: object) => void logged.push(about) } as never,
      });
      return {
        store,
        logged,
        keyring,
        shared: (...configured: readonly NamedDeployment[]) => openShared(depsOf(configured)),
        async open(...configured: readonly NamedDeployment[]) {
          const deps = depsOf(configured);
          const owners = await openOwners(deps, (shared) => new Error(wordsOf(shared)));
          const connections = createConnections(deps.find, owners);
          const of = (orgId: string, groupId: string, name = "main") =>
            connections.of({ orgId, groupId, name, sealedSecret: null });
          return {
            ...owners,
            first: (name?: string) => of(ids.org, ids.group, name),
            second: (name?: string) => of(ids.otherOrg, ids.otherGroup, name),
          };
        },
        addCluster: (groupId: string, name = "main", ownUrl?: string) =>
          store.write((tx) =>
            clusters.add(changingOf({ tx, now: at, newId: () => mintId(at) }, null), { id: groupId }, name, {
              document: { kind: "CLUSTER", change: null } as Cluster,
              ...(ownUrl !== undefined && { sealedSecret: keyring.seal(ownUrl) }),
            }),
          ),
      };
    };
    const [alpha, beta] = seed.orgs.map(({ name }) => name);

    await t.test("one for all clusters is refused where there are two organizations", async (t) => {
      const { open } = await begin(t, 2);
      await rejects(open(deployment("one")), { message: `one: ${alpha}, ${beta}` });
    });

    await t.test(
      "it belongs to the only organization, and one made later gets nothing, also after a start",
      async (t) => {
        const { open, store, keyring, logged, addCluster } = await begin(t, 1);
        equal((await open(deployment("one"))).first(), leading("one"));
        const [, later] = seed.orgs;
        await plant({ orgs: later === undefined ? [] : [later] }, { store, keyring, now: at });
        await addCluster(ids.otherGroup);
        const again = await open(deployment("one"));
        await again.claim();
        deepEqual([again.first(), again.second(), again.second()], [leading("one"), notShared, notShared]);
        deepEqual(logged, [{ deployment: "one", orgId: ids.otherOrg, owner: ids.org }]);
      },
    );

    await t.test("one by name belongs to the organization of the first cluster of that name", async (t) => {
      const { open, addCluster } = await begin(t, 2);
      const owners = await open(deployment("east", "east"));
      equal(owners.first("east"), notShared);
      await addCluster(ids.otherGroup, "east");
      await addCluster(ids.group, "east");
      await owners.claim();
      deepEqual([owners.first("east"), owners.second("east")], [notShared, leading("east")]);
      equal(owners.first("west"), undefined);
    });

    await t.test("clusters of two organizations may not bring the same one along", async (t) => {
      const { open, addCluster } = await begin(t, 2);
      await addCluster(ids.group, "a", "mongodb://root:secret@own");
      await addCluster(ids.otherGroup, "b", "mongodb://root:secret@OWN/?tls=true");
      await rejects(open(), { message: `own: ${alpha}, ${beta}` });
    });

    await t.test("where it was shared, nobody owns it any more", async (t) => {
      const { open, shared, store, keyring, addCluster } = await begin(t, 1);
      await open(deployment("one"));
      const [, later] = seed.orgs;
      await plant({ orgs: later === undefined ? [] : [later] }, { store, keyring, now: at });
      equal(wordsOf(await shared(deployment("one"))), `one: ${alpha}, ${beta}`);
      await addCluster(ids.otherGroup);
      await rejects(open(deployment("one")), { message: `one: ${beta}, ${alpha}` });
    });
  });
}

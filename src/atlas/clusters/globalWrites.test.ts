// Zones of places and distributed collections of a global cluster, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { ofOne, one, regionOf, shardOf } from "../../../test/support/clusters.ts";
import { startOperations } from "../../../test/support/operations.ts";
import { flexCluster, noCluster } from "../../../test/support/refused-clusters.ts";

const reading = "getGroupClusterGlobalWrites";
const mapping = "createGroupClusterGlobalWriteCustomZoneMapping";
const unmapping = "deleteGroupClusterGlobalWriteCustomZoneMapping";
const managing = "createGroupClusterGlobalWriteManagedNamespace";
const removing = "deleteGroupClusterGlobalWriteManagedNamespaces";

const zone = (zoneName: string) => ({ ...shardOf(regionOf({ instanceSize: "M30" })), zoneName });
const global = { name: "one", clusterType: "GEOSHARDED", replicationSpecs: [zone("EU"), zone("US")] };
const none = { customZoneMapping: {}, managedNamespaces: [], selfManagedSharding: false };
const orders = { collection: "orders", customShardKey: "customer", db: "sales" };
const shown = {
  ...orders,
  isCustomShardKeyHashed: false,
  isShardKeyUnique: false,
  presplitHashedZones: false,
};
const places = {
  customZoneMappings: [
    { location: "US-CA", zone: "US" },
    { location: "DE", zone: "EU" },
  ],
};

test("zones of places and distributed collections", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner", params: ofOne.params });
  const { answers, get, testRefusals } = stage;
  const make = (body: object = global) => get("createGroupCluster", { body });
  const zonesIn = async (version?: "2023-02-01"): Promise<Record<string, string>> => {
    const { replicationSpecs } = await get("getGroupCluster", { version });
    const specs = replicationSpecs as { zoneName: string; zoneId: string; id: string }[];
    return Object.fromEntries(
      specs.map(({ zoneName, zoneId, id }) => [zoneName, version === undefined ? zoneId : id]),
    );
  };

  await t.test("200 places are mapped to zones, by the ids that each version has for them", async () => {
    await make();
    await answers(reading, {}, none);
    const [newer, older] = [await zonesIn(), await zonesIn("2023-02-01")];
    const mapped = ({ US, EU }: Record<string, string>) => ({
      ...none,
      customZoneMapping: { DE: EU, "US-CA": US },
    });
    await answers(mapping, { body: places }, mapped(newer));
    for (const version of ["2023-01-01", "2023-02-01"] as const) {
      await answers(reading, { version }, mapped(older));
    }
    const moved = { customZoneMappings: [{ location: "DE", zone: "US" }] };
    await answers(mapping, { body: moved }, mapped({ US: newer.US ?? "", EU: newer.US ?? "" }));
    await answers(unmapping, {}, none);
    await answers(reading, {}, none);
  });

  await t.test("a zone that the cluster has no longer serves no place", async () => {
    await make();
    await get(mapping, { body: places });
    const { US } = await zonesIn();
    await get("updateGroupCluster", { body: { replicationSpecs: [zone("US")] } });
    await answers(reading, {}, { ...none, customZoneMapping: { "US-CA": US } });
  });

  await t.test("200 collections are distributed, until they are removed by name or database", async () => {
    await make();
    const hashed = { ...orders, collection: "carts", isCustomShardKeyHashed: true };
    const other = { ...shown, db: "shop" };
    await answers(managing, { body: orders }, { ...none, managedNamespaces: [shown] });
    await get(managing, { body: { ...hashed, numInitialChunks: 4 } });
    const shownHashed = {
      ...hashed,
      isShardKeyUnique: false,
      numInitialChunks: 4,
      presplitHashedZones: false,
    };
    const all = [shown, shownHashed, other];
    await answers(managing, { body: { ...orders, db: "shop" } }, { ...none, managedNamespaces: all });
    const query = "db=sales&collection=orders";
    for (const _ of [1, 2]) {
      await answers(removing, { query }, { ...none, managedNamespaces: [shownHashed, other] });
    }
    await answers(removing, { query: "db=sales" }, { ...none, managedNamespaces: [other] });
    await answers(removing, {}, none);
  });

  await t.test("both stay when the cluster changes, and end with it", async () => {
    await make();
    await get(managing, { body: orders });
    await get("updateGroupCluster", { body: { backupEnabled: true } });
    deepEqual((await get(reading)).managedNamespaces, [shown]);
    await get("deleteGroupCluster");
    await stage.clock.advance("PT1H");
    await make();
    await answers(reading, {}, none);
  });

  const notGlobal = [
    [
      "a cluster that is not global",
      { before: () => make({ ...one, name: "two" }), params: { clusterName: "two" } },
      "ATLAS_GENERAL_ERROR",
      ["Cluster two is not a global cluster"],
    ],
    [
      "a cluster that manages its sharding itself",
      {
        before: () => make({ ...global, name: "own", globalClusterSelfManagedSharding: true }),
        params: { clusterName: "own" },
      },
      "ATLAS_GENERAL_ERROR",
      ["Cluster own manages its sharding itself"],
    ],
    [
      "a cluster that is being deleted",
      { before: () => get("deleteGroupCluster") },
      "ATLAS_GENERAL_ERROR",
      ["This cluster is currently being deleted, cannot update"],
    ],
  ] as const;
  const good = (call: object) => async () => {
    await make();
    return call;
  };
  await testRefusals({ [mapping]: good({ body: places }), [managing]: good({ body: orders }) }, [
    noCluster,
    flexCluster(stage),
    ...notGlobal,
  ]);
  await testRefusals({ [unmapping]: good({}), [removing]: good({}) }, [noCluster, flexCluster(stage)]);
  await testRefusals({ [managing]: good({ body: orders }) }, [
    [
      "a collection that is distributed already",
      { before: () => get(managing, { body: orders }) },
      "DUPLICATE_MANAGED_NAMESPACE",
      ["sales.orders"],
    ],
  ]);
  await testRefusals({ [mapping]: good({ body: places }) }, [
    [
      "a place that is not one",
      { body: { customZoneMappings: [{ location: "XX", zone: "EU" }] } },
      "INVALID_LOCATION_CODE",
      ["XX"],
      "customZoneMappings.0.location",
      "It must be a code of ISO 3166, such as DE or US-CA.",
    ],
    [
      "a zone that the cluster does not have",
      { body: { customZoneMappings: [{ location: "DE", zone: "Asia" }] } },
      "INVALID_ATTRIBUTE",
      ["zone"],
      "customZoneMappings.0.zone",
      "The cluster has no zone 'Asia'.",
    ],
  ]);
});

// Tests that a cluster stored in a seed has no more members than needed, and that the seed creates the same cluster again.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { withoutMade } from "../../../test/support/made.ts";
import { createAnteroom } from "../embedded.ts";
import { keepCluster, keepFlex, type SeedCluster } from "./clusters.ts";
import { compare, describe } from "./compare.ts";

const hardware = { instanceSize: "M10", diskIOPS: 3000, diskSizeGB: 20, ebsVolumeType: "STANDARD" } as const;

const seeds: readonly SeedCluster[] = [
  { name: "one", providerName: "AWS", regionName: "EU_WEST_1", instanceSize: "M30" },
  { name: "free", backingProviderName: "GCP", regionName: "CENTRAL_US", instanceSize: "M0" },
  { name: "flex", providerName: "FLEX", backingProviderName: "AWS", regionName: "US_EAST_1" },
  {
    name: "wide",
    clusterType: "GEOSHARDED",
    replicationSpecs: ["EU", "US"].map((zoneName) => ({
      zoneName,
      regionConfigs: [
        {
          providerName: "AWS",
          regionName: "US_EAST_1",
          priority: 7,
          electableSpecs: { ...hardware, nodeCount: 3 },
          analyticsSpecs: { ...hardware, nodeCount: 1 },
        },
      ],
    })),
    mongoDBMajorVersion: "7.0",
    advancedConfiguration: { minimumEnabledTlsProtocol: "TLS1_3" },
    backupEnabled: true,
    biConnector: { enabled: true, readPreference: "primary" },
    configServerManagementMode: "FIXED_TO_DEDICATED",
    diskWarmingMode: "VISIBLE_EARLIER",
    globalClusterSelfManagedSharding: true,
    labels: [{ key: "team", value: "payments" }],
    paused: true,
    replicaSetScalingStrategy: "NODE_TYPE",
    tags: [{ key: "env", value: "test" }],
  },
];

test("what a seed plants is read back as the same seed", async () => {
  const groups = [{ id: "b0123456789abcdef0123456", name: "payments", clusters: seeds }];
  const apiKeys = [{ roles: ["ORG_OWNER" as const] }];
  await using anteroom = await createAnteroom({ seed: { orgs: [{ name: "Acme", apiKeys, groups }] } });
  const groupId = "b0123456789abcdef0123456";
  const clusters = (await anteroom.atlas.listGroupClusters({ groupId })).results ?? [];
  const flex = (await anteroom.atlas.listGroupFlexClusters({ groupId })).results ?? [];
  const kept = [...clusters.map((each) => keepCluster(each as never)), ...flex.map(keepFlex)];
  const byName = (list: readonly SeedCluster[]) => new Map(list.map((each) => [each.name, each]));
  deepEqual(byName(withoutMade(kept, "id")), byName(seeds));
  deepEqual(
    clusters.map(({ stateName }) => stateName),
    ["IDLE", "IDLE", "IDLE"],
  );
});

test("a cluster that names no region is in the default one of its provider", async () => {
  const providers = [{}, { providerName: "AZURE" }, { providerName: "GCP" }] as const;
  const seeded = providers.map((more, index) => ({ name: `c${index}`, ...more }));
  const apiKeys = [{ roles: ["ORG_OWNER" as const] }];
  const groups = [{ name: "payments", clusters: seeded }];
  await using anteroom = await createAnteroom({ seed: { orgs: [{ name: "Acme", apiKeys, groups }] } });
  const groupId = anteroom.world.groups.payments?.id ?? "";
  const { results = [] } = await anteroom.atlas.listGroupClusters({ groupId });
  deepEqual(
    results.map(({ replicationSpecs }) => replicationSpecs?.[0]?.regionConfigs?.[0]?.regionName),
    ["US_EAST_1", "US_EAST_2", "CENTRAL_US"],
  );
});

test("a setting that only newer seeds have is compared, and a label by label", () => {
  const worldWith = (cluster: object) => {
    const clusters = [{ name: "wide", ...cluster }] as readonly SeedCluster[];
    return { orgs: [{ name: "Acme", groups: [{ name: "payments", clusters }] }] };
  };
  const after = { diskWarmingMode: "VISIBLE_EARLIER", labels: [{ key: "team", value: "payments" }] };
  deepEqual(compare(worldWith({ diskWarmingMode: "FULLY_WARMED" }), worldWith({})), []);
  const [difference] = compare(worldWith({}), worldWith(after));
  equal(
    difference && describe(difference),
    "cluster wide gained labels team=payments, diskWarmingMode: FULLY_WARMED → VISIBLE_EARLIER",
  );
});

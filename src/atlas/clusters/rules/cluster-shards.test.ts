// Tests which shards a cluster gets, and with which hardware.
import { deepEqual, equal, throws } from "node:assert/strict";
import { test } from "node:test";
import { fault } from "../../../core/contract/errors.ts";
import type { SentCluster } from "../../../core/domain/sent.ts";
import type { ClusterType, Shard } from "./cluster.ts";
import { chooseShards } from "./cluster-shards.ts";

function choose(sent: object, clusterType: ClusterType = "REPLICASET", before: readonly Shard[] = []) {
  let made = 0;
  return chooseShards(sent as SentCluster, { clusterType, before, newId: () => `new ${++made}`, fault });
}

const nodes = { instanceSize: "M10", nodeCount: 3 };
const region = { providerName: "AWS", regionName: "US_EAST_1", electableSpecs: nodes };
const shared = {
  providerName: "TENANT",
  backingProviderName: "AWS",
  regionName: "US_EAST_1",
  electableSpecs: { instanceSize: "M0" },
};
const spec = (...regionConfigs: object[]) => ({ regionConfigs });
const specs = (...replicationSpecs: object[]) => ({ replicationSpecs });
const zone = (zoneName: string, numShards = 1) => ({ ...spec(region), zoneName, numShards });
const off = { compute: { enabled: false, scaleDownEnabled: false }, diskGB: { enabled: false } };

test("a region has what is sent, and the usual hardware of its provider", () => {
  const own = { diskIOPS: 3000, diskSizeGB: 10, ebsVolumeType: "STANDARD", instanceSize: "M10" };
  deepEqual(choose(specs(spec(region))), [
    {
      id: "new 3",
      earlierId: "new 1",
      zoneId: "new 2",
      zoneName: "Zone 1",
      regionConfigs: [
        {
          ...region,
          autoScaling: off,
          analyticsSpecs: { ...own, nodeCount: 0 },
          electableSpecs: { ...own, nodeCount: 3 },
          readOnlySpecs: { ...own, nodeCount: 0 },
          priority: 7,
        },
      ],
    },
  ]);
  const [of] = choose(specs(spec(shared)))[0]?.regionConfigs ?? [];
  deepEqual(of?.electableSpecs, { instanceSize: "M0", diskSizeGB: 0.5, nodeCount: 3 });
  equal(of?.backingProviderName, "AWS");
});

test("a disk is as sent, else as it was, else of its size; one below the least counts as not sent", () => {
  const disk = (sent: object, before?: readonly Shard[]) =>
    choose(sent, "REPLICASET", before)[0]?.regionConfigs[0]?.electableSpecs.diskSizeGB;
  const large = specs(spec({ ...region, electableSpecs: { ...nodes, diskSizeGB: 4096 } }));
  for (const [size, sent, before] of [
    [4096, large],
    [10, { ...specs(spec(region)), diskSizeGB: 2 }],
    [4096, specs(spec(region)), choose(large)],
    [
      40,
      specs(spec({ ...region, electableSpecs: { ...nodes, instanceSize: "M30" } })),
      choose(specs(spec(region))),
    ],
  ] as const) {
    equal(disk(sent, before), size);
  }
});

test("a shard that stays in its zone keeps its id, by order, and a zone its own", () => {
  const before = choose(specs(zone("a", 2), zone("b")), "GEOSHARDED");
  const [first, second, third] = before;
  deepEqual(choose(specs(zone("a", 2), zone("b")), "GEOSHARDED", before), before);
  const after = choose(specs(zone("b"), zone("a"), zone("c", 2)), "GEOSHARDED", before);
  deepEqual(
    after.map(({ id, zoneId, earlierId }) => [id, zoneId, earlierId]),
    [
      [third?.id, third?.zoneId, third?.earlierId],
      [first?.id, first?.zoneId, first?.earlierId],
      ["new 3", "new 2", "new 1"],
      ["new 4", "new 2", "new 1"],
    ],
  );
  equal(second?.zoneId, first?.zoneId);
});

test("a refusal names what is wrong", () => {
  const of = (changes: object) => specs(spec({ ...region, ...changes }));
  const having = (changes: object) => of({ electableSpecs: { ...nodes, ...changes } });
  for (const [code, sent, clusterType] of [
    ["MISSING_ATTRIBUTE", {}],
    ["MISSING_ATTRIBUTE", specs({})],
    ["MISSING_ATTRIBUTE", of({ providerName: undefined })],
    ["MISSING_ATTRIBUTE", of({ regionName: undefined })],
    ["MISSING_ATTRIBUTE", of({ electableSpecs: undefined })],
    ["MISSING_ATTRIBUTE", having({ instanceSize: undefined })],
    ["MISSING_ATTRIBUTE", specs(spec({ ...shared, backingProviderName: undefined }))],
    ["INVALID_ATTRIBUTE", of({ regionName: "EASTERN_US" })],
    ["INVALID_ENUM_VALUE", having({ instanceSize: "M11" })],
    ["INVALID_ENUM_VALUE", having({ instanceSize: "constructor" })],
    ["INVALID_ENUM_VALUE", specs(spec({ ...shared, electableSpecs: nodes }))],
    ["INVALID_ATTRIBUTE", having({ ebsVolumeType: "PROVISIONED", diskIOPS: 99 })],
    ["INVALID_ATTRIBUTE", having({ ebsVolumeType: "STANDARD", diskIOPS: -1 })],
    ["INVALID_ATTRIBUTE", having({ instanceSize: "M30_GEN_2", diskIOPS: 2999 })],
    ["CLUSTER_DISK_SIZE_INVALID", having({ diskSizeGB: 9 })],
    ["CLUSTER_DISK_SIZE_INVALID", having({ diskSizeGB: 4097 })],
    ["CLUSTER_DISK_SIZE_INVALID", { ...specs(spec(region)), diskSizeGB: 4097 }],
    ["CLUSTER_NUM_SHARDS_INVALID", specs(zone("a", 0)), "SHARDED"],
    ["CLUSTER_NUM_SHARDS_INVALID", specs(zone("a", 51)), "SHARDED"],
    ["CLUSTER_NUM_SHARDS_INVALID", specs(zone("a", 50), zone("b")), "SHARDED"],
    ["INVALID_CLUSTER_CONFIGURATION", specs(zone("a", 2))],
    ["INVALID_CLUSTER_CONFIGURATION", specs(spec(shared, shared))],
    ["SHARDING_NOT_SUPPORTED", specs(spec(shared)), "SHARDED"],
    ["CLUSTER_REPLICATION_FACTOR_INVALID", having({ nodeCount: 4 })],
    ["CLUSTER_REPLICATION_FACTOR_INVALID", specs(spec(region, { ...region, regionName: "US_WEST_2" }))],
    [
      "DISK_SIZE_GB_INCONSISTENT",
      of({ electableSpecs: { ...nodes, diskSizeGB: 20 }, readOnlySpecs: { ...nodes, diskSizeGB: 30 } }),
    ],
  ] as const) {
    throws(() => choose(sent, clusterType), { code }, JSON.stringify(sent));
  }
});

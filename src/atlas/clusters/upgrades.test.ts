// Upgrades of free and flex clusters, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { flexOne, freeOne, one } from "../../../test/support/clusters.ts";
import { type RefusedCall, startOperations } from "../../../test/support/operations.ts";
import { later } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const upgrade = "upgradeGroupClusterTenantUpgrade";
const upgradeFlex = "tenantGroupFlexClusterUpgrade";
const to = (name: string, more: object = {}) => ({ body: { ...one, name, ...more } });

test("upgrades of clusters", async (t) => {
  const stage = await startOperations(t);
  const { call, get, testRefusals } = stage;
  const make = async () => {
    await get("createGroupCluster", { body: freeOne });
    await get("createGroupCluster", { body: one });
    await get("createGroupFlexCluster", { body: flexOne });
    stage.clock.set(later(2));
  };
  const sizeOf = async (clusterName: string) => {
    const { replicationSpecs } = await get("getGroupCluster", { params: { clusterName } });
    return replicationSpecs[0].regionConfigs[0].electableSpecs.instanceSize;
  };

  await t.test("200 gives a free and a flex cluster machines of their own", async () => {
    await make();
    for (const [name, size] of [
      ["free", "M0"],
      ["flex", "M10"],
    ] as const) {
      const { providerSettings, ...shown } = await get(upgrade, to(name));
      deepEqual([shown.name, shown.stateName, providerSettings.instanceSizeName], [name, "UPDATING", size]);
      equal(await sizeOf(name), "M10");
    }
    equal((await get("listGroupFlexClusters")).totalCount, 0);
  });

  await t.test("200 for an upgrade of a free cluster to a flex one, where it is", async () => {
    await get("createGroupCluster", { body: freeOne });
    stage.clock.set(later(2));
    const toFlex = to("free", { providerSettings: { providerName: "FLEX", instanceSizeName: "FLEX" } });
    const upgraded = await get(upgrade, toFlex);
    deepEqual([upgraded.name, upgraded.stateName], ["free", "UPDATING"]);
    const flex = () => get("getGroupFlexCluster", { params: { name: "free" } });
    const { providerSettings, stateName } = await flex();
    deepEqual([stateName, providerSettings.regionName], ["UPDATING", "US_EAST_1"]);
    stage.clock.set(later(4));
    equal((await flex()).stateName, "IDLE");
    equal((await call(upgrade, toFlex)).json.errorCode, "INVALID_CLUSTER_CONFIGURATION");
  });

  await t.test("200 binds the cluster to the policy that backups of its project comply with", async () => {
    await get("createGroupCluster", { body: freeOne });
    stage.clock.set(later(2));
    const item = { frequencyInterval: 1, frequencyType: "daily", retentionUnit: "days", retentionValue: 90 };
    const person = {
      authorizedEmail: "person@example.com",
      authorizedUserFirstName: "A",
      authorizedUserLastName: "B",
    };
    await get("updateGroupBackupCompliancePolicy", { body: { ...person, scheduledPolicyItems: [item] } });
    await get(upgrade, to("free"));
    const { policies } = await get("getGroupClusterBackupSchedule", { params: { clusterName: "free" } });
    const daily = policies[0].policyItems.find(
      ({ frequencyType }: { frequencyType: string }) => frequencyType === "daily",
    );
    equal(daily.retentionValue, 90);
    const { backupEnabled } = await get("getGroupCluster", { params: { clusterName: "free" } });
    equal(backupEnabled, true);
  });

  await t.test("200 the upgrade of flex clusters answers the flex cluster", async () => {
    await make();
    const { providerSettings, stateName } = await get(upgradeFlex, to("flex"));
    deepEqual([providerSettings.providerName, stateName], ["FLEX", "UPDATING"]);
    equal(await sizeOf("flex"), "M10");
  });

  const arranged = (name: string) => async () => {
    await make();
    return to(name);
  };
  const long = "x".repeat(65);
  const rule = "The value must be letters, digits and hyphens; the first character can't be a hyphen.";
  const gone = (remove: () => Promise<unknown>): RefusedCall => [
    "one that is being deleted",
    { before: remove },
    "ATLAS_GENERAL_ERROR",
    ["This cluster is currently being deleted, cannot update"],
  ];
  await testRefusals({ [upgrade]: arranged("free"), [upgradeFlex]: arranged("flex") }, [
    ["a name of other signs", { body: { name: "a_b" } }, "CLUSTER_NAME_INVALID", ["a_b"], "name", rule],
    [
      "a long name",
      { body: { name: long } },
      "CLUSTER_NAME_TOO_LONG",
      [long, 64],
      "name",
      "The value must have at most 64 characters.",
    ],
  ]);
  const removeFree = () => get("deleteGroupCluster", { params: { clusterName: "free" } });
  const removeFlex = () => get("deleteGroupFlexCluster", { params: { name: "flex" } });
  await testRefusals({ [upgrade]: arranged("free") }, [gone(removeFree)]);
  await testRefusals({ [upgradeFlex]: arranged("flex") }, [
    gone(removeFlex),
    ["another cluster", { body: { name: "one" } }, "CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API", ["one"]],
    ["no cluster", { body: { name: "none" } }, "CLUSTER_NOT_FOUND", ["none", ids.group]],
  ]);
  await t.test("400 INVALID_CLUSTER_CONFIGURATION for a dedicated cluster", async () => {
    await make();
    equal((await call(upgrade, to("one"))).json.errorCode, "INVALID_CLUSTER_CONFIGURATION");
  });
});

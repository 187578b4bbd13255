// Flex clusters of a project, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import * as clusters from "../../../test/support/clusters.ts";
import { type Asked, type Operations, startOperations } from "../../../test/support/operations.ts";
import { later, now } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const one = { ...clusters.flexOne, name: "one" };
const of = (name = "one", body?: object): Asked => ({ params: { name }, body });
const change = (body: object) => of("one", body);
const make = ({ get }: Operations, body: object = {}) =>
  get("createGroupFlexCluster", { body: { ...one, ...body } });
const stateOf = async ({ get }: Operations) => (await get("getGroupFlexCluster", of())).stateName;
const listOf = async ({ get }: Operations) => (await get("listGroupFlexClusters")).results;

test("flex clusters of a project", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner" });
  const { answers, get, refuses, testRefusals } = stage;

  await t.test("201, ready and gone by the clock", async () => {
    const tags = [{ key: "env", value: "test" }];
    const asked = { body: { ...one, tags } };
    const json = await answers("createGroupFlexCluster", asked, ({ id }: { id: string }) => ({
      backupSettings: { enabled: true },
      clusterType: "REPLICASET",
      connectionStrings: { standardSrv: clusters.addressOf({ name: "one", id }) },
      createDate: now,
      groupId: ids.group,
      id,
      mongoDBVersion: "8.0.29",
      name: "one",
      providerSettings: {
        backingProviderName: "AWS",
        diskSizeGB: 5,
        providerName: "FLEX",
        regionName: "US_EAST_1",
      },
      stateName: "CREATING",
      tags,
      terminationProtectionEnabled: false,
      versionReleaseSystem: "LTS",
    }));
    stage.clock.set(later(2));
    const address = clusters.addressOf(json);
    const connectionStrings = { standard: address, standardSrv: address };
    const ready = { ...json, connectionStrings, stateName: "IDLE" };
    deepEqual(await get("getGroupFlexCluster", of()), ready);
    deepEqual(await listOf(stage), [ready]);
    const body = { tags: [], terminationProtectionEnabled: true };
    const changed = await get("updateGroupFlexCluster", change(body));
    deepEqual(
      [changed.stateName, changed.tags, changed.terminationProtectionEnabled],
      ["UPDATING", [], true],
    );
    await get("updateGroupFlexCluster", change({ terminationProtectionEnabled: false }));
    await answers("deleteGroupFlexCluster", of());
    equal(await stateOf(stage), "DELETING");
    stage.clock.set(later(4));
    await refuses("getGroupFlexCluster", of(), "CLUSTER_NOT_FOUND", ["one", ids.group]);
  });

  const upgraded = {
    ...clusters.one,
    replicationSpecs: [clusters.shardOf(clusters.regionOf(undefined, { regionName: "EU_WEST_1" }))],
  };
  await t.test(
    "200 for an upgrade to machines of its own, answered as the flex cluster that it was",
    async () => {
      await make(stage);
      stage.clock.set(later(2));
      const { stateName, providerSettings } = await get("tenantGroupFlexClusterUpgrade", { body: upgraded });
      deepEqual([stateName, providerSettings.providerName], ["UPDATING", "FLEX"]);
      await refuses("getGroupFlexCluster", of(), "CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API", ["one"]);
      const cluster = await get("getGroupCluster", clusters.ofOne);
      const [{ regionName }] = cluster.replicationSpecs[0].regionConfigs;
      deepEqual([cluster.stateName, regionName], ["UPDATING", "EU_WEST_1"]);
    },
  );

  const long = "x".repeat(65);
  const named = (name: string) => ({ body: { name } });
  await testRefusals({ createGroupFlexCluster: { body: { ...one, name: "two" } } }, [
    [
      "a name that is taken",
      { before: () => make(stage), ...named("one") },
      "DUPLICATE_CLUSTER_NAME",
      ["cluster or serverless instance", "one", ids.group],
    ],
    [
      "a name of other signs",
      named("a_b"),
      "CLUSTER_NAME_INVALID",
      ["a_b"],
      "name",
      "The value must be letters, digits and hyphens; the first character can't be a hyphen.",
    ],
    [
      "a long name",
      named(long),
      "CLUSTER_NAME_TOO_LONG",
      [long, 64],
      "name",
      "The value must have at most 64 characters.",
    ],
    ["no name", named(""), "MISSING_ATTRIBUTE", ["name"], "name", "The value is required."],
    [
      "a region of another provider",
      { body: { providerSettings: { backingProviderName: "GCP", regionName: "US_EAST_1" } } },
      "INVALID_ATTRIBUTE",
      ["regionName"],
      "providerSettings.regionName",
      "'US_EAST_1' is no region of GCP.",
    ],
    [
      "one more than the project may have",
      {
        before: async () => {
          await make(stage);
          const params = { limitName: "atlas.project.deployment.clusters" };
          await get("setGroupLimit", { params, body: { value: 1 } });
        },
      },
      "MAX_CLUSTERS_PER_GROUP_EXCEEDED",
      [1, ids.group],
    ],
  ]);

  const sentence = `Cannot terminate cluster one in group ${ids.group} because termination protection is enabled. Disable termination protection and try again.`;
  const protect = () => make(stage, { terminationProtectionEnabled: true });
  const remove = async () => {
    await make(stage);
    await get("deleteGroupFlexCluster", of());
  };
  await testRefusals({ deleteGroupFlexCluster: of() }, [
    [
      "what is protected",
      { before: protect },
      "CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED",
      [sentence],
    ],
    ["what is deleted already", { before: remove }, "CLUSTER_ALREADY_REQUESTED_DELETION", ["one"]],
  ]);
  await testRefusals({ updateGroupFlexCluster: change({ tags: [] }) }, [
    [
      "what is deleted already",
      { before: remove },
      "ATLAS_GENERAL_ERROR",
      ["This cluster is currently being deleted, cannot update"],
    ],
  ]);
  const body = { ...clusters.one, name: "wide" };
  await testRefusals(
    {
      getGroupFlexCluster: of(),
      updateGroupFlexCluster: change({}),
      deleteGroupFlexCluster: of(),
    },
    [
      [
        "a cluster with machines of its own",
        { before: () => get("createGroupCluster", { body }), params: { name: "wide" } },
        "CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API",
        ["wide"],
      ],
    ],
  );
  await testRefusals(
    {
      getGroupFlexCluster: of(),
      updateGroupFlexCluster: change({}),
      deleteGroupFlexCluster: of(),
      tenantGroupFlexClusterUpgrade: { body: upgraded },
    },
    [["no cluster", {}, "CLUSTER_NOT_FOUND", ["one", ids.group]]],
  );
  await t.test("200 a list without clusters that have machines of their own", async () => {
    await get("createGroupCluster", { body });
    deepEqual(await listOf(stage), []);
  });
});

test("clusters that change until that was shown", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner", clusterSpeed: "now" });
  const { call, get } = stage;
  const read = async () => (await call("getGroupFlexCluster", of())).json.stateName;

  await t.test("each state lasts for one read, of one or of a list", async () => {
    await make(stage);
    deepEqual([await read(), await read()], ["CREATING", "IDLE"]);
    await get("updateGroupFlexCluster", change({ tags: [] }));
    const listed = async () => (await listOf(stage))[0]?.stateName;
    deepEqual([await listed(), await listed()], ["UPDATING", "IDLE"]);
    await get("deleteGroupFlexCluster", of());
    deepEqual([await read(), await read()], ["DELETING", undefined]);
    equal(stage.events().at(-1)?.type, "CLUSTER_DELETED");
  });

  await t.test("a state that nobody reads ends by the clock", async () => {
    await make(stage);
    stage.clock.set(later(121));
    equal(await read(), "IDLE");
  });
});

test("clusters that change at once", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner", clusterSpeed: "instant" });
  const { call, get } = stage;

  await t.test("the answer to a change shows its state, and the first read that it is over", async () => {
    equal((await make(stage)).stateName, "CREATING");
    equal(await stateOf(stage), "IDLE");
    equal((await get("updateGroupFlexCluster", change({ tags: [] }))).stateName, "UPDATING");
    equal(await stateOf(stage), "IDLE");
    await get("deleteGroupFlexCluster", of());
    equal((await call("getGroupFlexCluster", of())).status, 404);
    await make(stage);
  });

  await t.test("so do clusters with machines of their own", async () => {
    const { ofOne } = clusters;
    const { stateName, connectionStrings } = await get("createGroupCluster", { body: clusters.one });
    deepEqual([stateName, connectionStrings], ["CREATING", {}]);
    equal((await get("getGroupCluster", ofOne)).stateName, "IDLE");
    const asked = { ...ofOne, body: { backupEnabled: true } };
    equal((await get("updateGroupCluster", asked)).stateName, "UPDATING");
    equal((await get("getGroupClusterStatus", ofOne)).changeStatus, "APPLIED");
    await get("deleteGroupCluster", ofOne);
    equal((await call("getGroupCluster", ofOne)).status, 404);
  });
});

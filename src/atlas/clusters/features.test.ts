// Features of clusters, answer by answer: employee access, SQL, failovers, rolling indexes and checks of configurations.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import {
  clusterOf,
  flexOne,
  freeOne,
  ofOne,
  one,
  regionOf,
  shardOf,
} from "../../../test/support/clusters.ts";
import { type Operations, startOperations } from "../../../test/support/operations.ts";
import { flexCluster, freeCluster, noCluster } from "../../../test/support/refused-clusters.ts";
import { later } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

async function make({ get, clock }: Operations, body: object = one) {
  await get("createGroupCluster", { body });
  clock.set(later(2));
}
const on =
  <Call extends object>(stage: Operations, call: Call) =>
  async () => {
    await make(stage);
    return { ...ofOne, ...call };
  };
const paused = ({ get }: Operations) =>
  [
    "a paused cluster",
    { before: () => get("updateGroupCluster", { ...ofOne, body: { paused: true } }) },
    "CANNOT_UPDATE_PAUSED_CLUSTER",
    ["one"],
  ] as const;

test("access of employees to a cluster", async (t) => {
  const stage = await startOperations(t);
  const { answers, get, testRefusals } = stage;
  const granting = "grantGroupClusterMongoDbEmployeeAccess";
  const revoking = "revokeGroupClusterMongoDbEmployeeAccess";
  const grant = { grantType: "CLUSTER_INFRASTRUCTURE", expirationTime: "2026-08-10T04:00:00Z" };
  const shown = async (version?: "2023-01-01") =>
    (await get("getGroupCluster", { ...ofOne, version })).mongoDBEmployeeAccessGrant;

  await t.test("the cluster shows it until it ends or is revoked", async () => {
    await make(stage);
    equal(await shown(), undefined);
    await answers(granting, { ...ofOne, body: grant });
    deepEqual([await shown(), await shown("2023-01-01")], [grant, grant]);
    const logs = { grantType: "CLUSTER_DATABASE_LOGS", expirationTime: "2026-08-10T05:00:00Z" };
    await answers(granting, { ...ofOne, body: logs });
    deepEqual(await shown(), logs);
    for (const _ of [1, 2]) await answers(revoking, ofOne);
    equal(await shown(), undefined);
    await answers(granting, { ...ofOne, body: grant });
    await stage.clock.advance("PT1H");
    equal(await shown(), undefined);
    deepEqual(
      stage.events().flatMap(({ type }) => /^EMPLOYEE_ACCESS_(.*)/.exec(type)?.[1] ?? []),
      ["GRANTED", "GRANTED", "REVOKED", "GRANTED"],
    );
  });

  await testRefusals({ [granting]: on(stage, { body: grant }) }, [
    noCluster,
    flexCluster(stage),
    [
      "an end in the past",
      { body: { expirationTime: "2026-08-10T03:04:00Z" } },
      "INVALID_ATTRIBUTE",
      ["expirationTime"],
      "expirationTime",
      "It must be an instant to come, such as 2027-07-01T00:00:00Z.",
    ],
  ]);
  await testRefusals({ [revoking]: on(stage, {}) }, [noCluster, flexCluster(stage)]);
});

test("the SQL interface of a cluster", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner" });
  const { answers, get, testRefusals } = stage;
  const reading = "getGroupClusterSqlInterface";
  const changing = "updateGroupClusterSqlInterface";
  const set = (status: string) => ({ ...ofOne, body: { status } });

  await t.test("off, then on, then off", async () => {
    await make(stage);
    const shown = (status: string) => ({ status, supported: true, unsupportedReason: null });
    await answers(reading, ofOne, shown("OFF"));
    await answers(changing, set("ON"), shown("ON"));
    await answers(reading, ofOne, shown("ON"));
    await answers(changing, set("OFF"), shown("OFF"));
  });

  const others = [
    [freeOne, "free", "UNSUPPORTED_TIER"],
    [{ ...clusterOf("old"), mongoDBMajorVersion: "7.0" }, "old", "UNSUPPORTED_MONGODB_VERSION"],
    [
      {
        name: "wide",
        clusterType: "GEOSHARDED",
        replicationSpecs: [
          { ...shardOf(regionOf({ instanceSize: "M30", nodeCount: 3 })), zoneName: "Zone 1" },
        ],
      },
      "wide",
      "UNSUPPORTED_TYPE",
    ],
  ] as const;
  await t.test("not of other clusters", async () => {
    for (const [body, clusterName, unsupportedReason] of others) {
      await make(stage, body);
      deepEqual(await get(reading, { params: { clusterName } }), {
        status: "OFF",
        supported: false,
        unsupportedReason,
      });
    }
  });

  await testRefusals({ [changing]: on(stage, { body: { status: "ON" } }) }, [
    noCluster,
    flexCluster(stage),
    ...others.map(
      ([body, clusterName, reason]) =>
        [
          `the cluster ${clusterName}`,
          { before: () => make(stage, body), params: { clusterName } },
          "INVALID_CLUSTER_CONFIGURATION",
          [],
          "status",
          `The cluster has no SQL interface: ${reason}.`,
        ] as const,
    ),
  ]);
  await testRefusals({ [reading]: on(stage, {}) }, [noCluster, flexCluster(stage)]);
});

test("failovers and rolling indexes", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner" });
  const { answers, get, testRefusals, clock } = stage;
  const restarting = "restartGroupClusterPrimaries";
  const indexing = "createGroupClusterIndexRollingIndex";
  const index = { body: { db: "sales", collection: "orders", keys: [{ customer: "1" }] } };

  await t.test("another node is primary after each", async () => {
    await make(stage);
    const primary = async () =>
      (await get("listGroupProcesses")).results.findIndex(
        ({ typeName }: { typeName: string }) => typeName === "REPLICA_PRIMARY",
      );
    const seen = [await primary()];
    for (const seconds of [4, 6, 8]) {
      await answers(restarting, ofOne, {});
      equal((await get("getGroupCluster", ofOne)).stateName, "UPDATING");
      clock.set(later(seconds));
      seen.push(await primary());
    }
    deepEqual(seen, [0, 1, 2, 0]);
    equal(stage.events().filter(({ type }) => type === "TEST_FAILOVER_REQUESTED").length, 3);
  });

  await t.test("202 for an index", async () => {
    await make(stage);
    await answers(indexing, { ...ofOne, ...index }, {});
  });

  await testRefusals({ [restarting]: on(stage, {}), [indexing]: on(stage, index) }, [
    noCluster,
    flexCluster(stage),
    freeCluster(stage),
    paused(stage),
  ]);
  await testRefusals({ [restarting]: on(stage, {}) }, [
    [
      "a cluster that is being deleted",
      { before: () => get("deleteGroupCluster", ofOne) },
      "ATLAS_GENERAL_ERROR",
      ["This cluster is currently being deleted, cannot update"],
    ],
  ]);
});

test("checks of configurations", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner" });
  const { answers, get, refuses } = stage;
  const checking = "validateGroupClusterConfigurations";
  const valid = { errors: [], valid: true };
  const wrong = (errorCode: string, validationIssue: string) => ({
    errors: [{ errorCode, validationIssue }],
    valid: false,
  });

  await t.test("of a new cluster, which is not made", async () => {
    await answers(checking, { body: { clusterDescription: one, editing: false } }, valid);
    const none = { ...one, replicationSpecs: [] };
    await answers(
      checking,
      { body: { clusterDescription: none, editing: false } },
      wrong("MISSING_ATTRIBUTE", "The required attribute replicationSpecs was not specified."),
    );
    const named = { clusterDescription: one, clusterName: "x".repeat(65), editing: false };
    const parameters = ["x".repeat(65), 64];
    const most = "The value must have at most 64 characters.";
    await refuses(checking, { body: named }, "CLUSTER_NAME_TOO_LONG", parameters, "name", most);
    const tagged = { ...one, tags: [{ key: "", value: "test" }] };
    const tags = await stage.call(checking, { body: { clusterDescription: tagged, editing: false } });
    deepEqual([tags.status, tags.json.errorCode], [400, "BAD_REQUEST"]);
    equal((await get("listGroupClusters")).totalCount, 0);
  });

  await t.test("of a change, which is not made", async () => {
    await make(stage);
    const edit = (change: object) => ({
      body: { clusterDescription: { name: "one", ...change }, editing: true },
    });
    await answers(checking, edit({ backupEnabled: true }), valid);
    await answers(
      checking,
      edit({ mongoDBMajorVersion: "7.0" }),
      wrong(
        "CLUSTER_UPGRADE_INVALID",
        "Cluster cannot be upgraded, as specified upgrade version is below the current version.",
      ),
    );
    const { stateName, backupEnabled } = await get("getGroupCluster", ofOne);
    deepEqual([stateName, backupEnabled], ["IDLE", false]);
  });

  await t.test("404 and 400 for a change of no cluster, or of a flex one", async () => {
    const edit = (name: string) => ({ body: { clusterDescription: { name }, editing: true } });
    await refuses(checking, edit("gone"), "CLUSTER_NOT_FOUND", ["gone", ids.group]);
    await get("createGroupFlexCluster", { body: flexOne });
    await refuses(checking, edit("flex"), "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API", ["flex"]);
  });
});

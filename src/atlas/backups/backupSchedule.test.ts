// Tests when backups of a cluster are created, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { clusterOf, flexOne } from "../../../test/support/clusters.ts";
import { request, startOperations } from "../../../test/support/operations.ts";
import { ids } from "../../../test/support/world.ts";

const clusterName = "data";
const daily = { frequencyType: "daily", frequencyInterval: 1, retentionUnit: "days", retentionValue: 3 };
const withItems = (...policyItems: object[]) => ({ policies: [{ policyItems }] });

test("the schedule of a cluster's backups", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner", params: { clusterName } });
  const { answers, get, testRefusals } = stage;
  const make = (more: object = {}) =>
    get("createGroupCluster", { body: { ...clusterOf(clusterName), backupEnabled: true, ...more } });
  const schedule = () => get("getGroupClusterBackupSchedule");
  const change = (body: object) => get("updateGroupClusterBackupSchedule", { body });
  const told = () => stage.events().filter(({ type }) => type.startsWith("CPS_"));

  await t.test("200 that of every cluster with backups, as recorded", async () => {
    const { id } = await make();
    const [{ id: policyId, policyItems }] = (await schedule()).policies;
    const { path } = request("getGroupClusterBackupSchedule", { params: { clusterName } });
    await answers(
      "getGroupClusterBackupSchedule",
      {},
      {
        autoExportEnabled: false,
        clusterId: id,
        clusterName: "data",
        copyPolicyItemsEnabled: false,
        copySettings: [],
        links: [
          { href: `${stage.url}${path}`, rel: "self" },
          {
            href: `${stage.url}/api/public/v1.0/groups/${ids.group}`,
            rel: "https://cloud.mongodb.com/group",
          },
        ],
        nextSnapshot: "2026-08-10T09:04:53Z",
        policies: [
          {
            id: policyId,
            policyItems: [
              [6, "hourly", "days", 7],
              [1, "daily", "days", 7],
              [6, "weekly", "weeks", 4],
              [40, "monthly", "months", 12],
              [12, "yearly", "years", 1],
            ].map(([frequencyInterval, frequencyType, retentionUnit, retentionValue], index) => ({
              frequencyInterval,
              frequencyType,
              id: policyItems[index].id,
              retentionUnit,
              retentionValue,
            })),
          },
        ],
        referenceHourOfDay: 3,
        referenceMinuteOfHour: 4,
        restoreWindowDays: 7,
        useOrgAndGroupNamesInExportPrefix: false,
      },
    );
    const itemIds = policyItems.map((each: { id: string }) => Number.parseInt(each.id.slice(-8), 16));
    const first = Number.parseInt(policyId.slice(-8), 16);
    deepEqual(
      itemIds,
      [1, 2, 3, 4, 5].map((each) => first + each),
    );
    equal(
      (await stage.ask("groupOwner", { path: path.replace("v2", "v1.0") })).json.policies[0].id,
      policyId,
    );
    deepEqual(told(), []);
  });

  for (const id of [
    "getGroupClusterBackupSchedule",
    "updateGroupClusterBackupSchedule",
    "deleteGroupClusterBackupSchedule",
  ] as const) {
    const body = id.startsWith("update") ? {} : undefined;
    await t.test(`404 BACKUP_CONFIG_NOT_FOUND by ${id} where there are no backups`, async () => {
      const { id: clusterId } = await make({ backupEnabled: false });
      await stage.refuses(id, { body }, "BACKUP_CONFIG_NOT_FOUND", [clusterId, ids.group]);
    });
    await testRefusals({ [id]: { body } }, [
      ["no cluster", {}, "CLUSTER_NOT_FOUND", [clusterName, ids.group]],
      [
        "a flex cluster",
        {
          before: () => get("createGroupFlexCluster", { body: flexOne }),
          params: { clusterName: "flex" },
        },
        "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API",
        ["flex"],
      ],
    ]);
  }

  await t.test(
    "200 what is sent, with an event; the rest stays, and an item with an id is the same",
    async () => {
      await make();
      const changed = await change({
        referenceHourOfDay: 20,
        referenceMinuteOfHour: 5,
        ...withItems(daily),
      });
      const [{ id, policyItems }] = changed.policies;
      deepEqual(policyItems, [{ ...daily, id: policyItems[0].id }]);
      deepEqual(
        [changed.nextSnapshot, changed.restoreWindowDays, changed.referenceHourOfDay],
        ["2026-08-10T20:05:53Z", 7, 20],
      );
      const policies = [{ id, policyItems: [{ ...policyItems[0], retentionValue: 9 }] }];
      const again = await change({ policies, autoExportEnabled: true });
      deepEqual([again.policies, again.autoExportEnabled], [policies, true]);
      deepEqual(await schedule(), again);
      equal(told().length, 2);
    },
  );

  await t.test("200 without items and without a next backup once it is deleted", async () => {
    await make();
    const [{ id }] = (await schedule()).policies;
    const emptied = await get("deleteGroupClusterBackupSchedule");
    deepEqual(
      [emptied.policies, emptied.nextSnapshot, emptied.restoreWindowDays],
      [[{ id, policyItems: [] }], undefined, 7],
    );
    deepEqual(await schedule(), emptied);
  });

  const copy = {
    cloudProvider: "AWS",
    frequencies: ["DAILY"],
    regionName: "US_WEST_2",
    shouldCopyOplogs: false,
  };
  await t.test("regions of copies by zones, or by specs in the older version", async () => {
    const [{ zoneId }] = (await make()).replicationSpecs;
    const copySettings = [{ ...copy, zoneId }];
    deepEqual((await change({ copySettings })).copySettings, copySettings);
    const version = "2023-01-01";
    const older = (await get("getGroupClusterBackupSchedule", { version })).copySettings;
    const [{ replicationSpecId, ...rest }] = older;
    deepEqual(rest, copy);
    const body = { copySettings: [{ ...copy, replicationSpecId }] };
    deepEqual((await get("updateGroupClusterBackupSchedule", { version, body })).copySettings, older);
  });

  const window = "the daily policy item retention cannot be less than restore window";
  const [hour, minute] = ["referenceHourOfDay", "referenceMinuteOfHour"];
  const days = "restoreWindowDays";
  const attribute = "copySettings.zoneId";
  const sent = (body: object) => ({ body });
  const there = async () => {
    await make({ pitEnabled: true });
    return { body: {} };
  };
  await testRefusals({ updateGroupClusterBackupSchedule: there }, [
    [
      "hour 24",
      sent({ referenceHourOfDay: 24 }),
      "INVALID_REFERENCE_HOUR_OF_DAY",
      [24],
      hour,
      "It is not 0 to 23.",
    ],
    [
      "minute 60",
      sent({ referenceMinuteOfHour: 60 }),
      "INVALID_REFERENCE_MINUTE_OF_HOUR",
      [60],
      minute,
      "It is not 0 to 59.",
    ],
    [
      "a window of no day",
      sent({ restoreWindowDays: 0 }),
      "INVALID_RESTORE_WINDOW",
      [],
      days,
      "It is less than 1.",
    ],
    [
      "another policy",
      sent({ policies: [{ id: ids.missing, policyItems: [] }] }),
      "INVALID_POLICY_ID",
      [ids.missing],
      "policies.id",
      "The schedule has no such policy.",
    ],
    [
      "an item that is not there",
      sent(withItems({ ...daily, id: ids.missing })),
      "INVALID_POLICY_ITEM_ID",
      [ids.missing],
      "policies.policyItems.id",
      "The policy has no such item.",
    ],
    [
      "two days",
      sent(withItems({ ...daily, frequencyInterval: 2 })),
      "INVALID_BACKUP_POLICY",
      ["2 is no interval of a daily policy item"],
      "policies.policyItems.frequencyInterval",
      "It is no interval of this frequency.",
    ],
    [
      "backups that are not kept",
      sent(withItems({ ...daily, retentionValue: 0 })),
      "INVALID_BACKUP_POLICY",
      ["a daily policy item must be kept for at least 1"],
      "policies.policyItems.retentionValue",
      "It is less than 1.",
    ],
    [
      "less than the window",
      sent(withItems(daily)),
      "INVALID_BACKUP_POLICY",
      [window],
      days,
      "It is longer than the most frequent backups are kept.",
    ],
    [
      "a zone that is not there",
      sent({ copySettings: [{ ...copy, zoneId: ids.missing }] }),
      "INVALID_ATTRIBUTE",
      [attribute],
      attribute,
      "The cluster has no such zone.",
    ],
  ]);

  for (const [why, wrong, description, parameter] of [
    [
      "a region of another provider",
      { regionName: "EUROPE_WEST" },
      "'EUROPE_WEST' is no region of AWS.",
      "regionName",
    ],
    [
      "the region of the cluster",
      { regionName: "US_EAST_1" },
      "The snapshots of the zone are in this region.",
    ],
    ["oplogs of no continuous backups", { shouldCopyOplogs: true }, "The cluster has no continuous backups."],
  ] as const) {
    await t.test(`400 INVALID_ATTRIBUTE for copies with ${why}`, async () => {
      const [{ zoneId }] = (await make()).replicationSpecs;
      const body = { copySettings: [{ ...copy, zoneId, ...wrong }] };
      const field = `copySettings.${Object.keys(wrong)[0]}`;
      const parameters = [parameter ?? field];
      await stage.refuses(
        "updateGroupClusterBackupSchedule",
        { body },
        "INVALID_ATTRIBUTE",
        parameters,
        field,
        description,
      );
    });
  }

  await t.test("400 INVALID_FREQUENCY_TYPE_CHANGE for an item of another kind", async () => {
    await make();
    const [{ policyItems }] = (await schedule()).policies;
    const { id } = policyItems[0];
    const body = withItems({ ...daily, id });
    await stage.refuses(
      "updateGroupClusterBackupSchedule",
      { body },
      "INVALID_FREQUENCY_TYPE_CHANGE",
      [id],
      "policies.policyItems.frequencyType",
      "The item is hourly.",
    );
  });

  await t.test("each backup is due when its item says", async () => {
    await make();
    for (const [item, due] of [
      [{ frequencyType: "hourly", frequencyInterval: 2 }, "2026-08-10T05:04:53Z"],
      [{ frequencyType: "daily", frequencyInterval: 1 }, "2026-08-11T03:04:53Z"],
      [{ frequencyType: "weekly", frequencyInterval: 7 }, "2026-08-16T03:04:53Z"],
      [{ frequencyType: "monthly", frequencyInterval: 9 }, "2026-09-09T03:04:53Z"],
      [{ frequencyType: "monthly", frequencyInterval: 40 }, "2026-08-31T03:04:53Z"],
      [{ frequencyType: "yearly", frequencyInterval: 2 }, "2027-02-01T03:04:53Z"],
    ] as const) {
      const sent = withItems({ ...item, retentionUnit: "weeks", retentionValue: 1 });
      equal((await change(sent)).nextSnapshot, due);
    }
  });

  await t.test("a schedule goes with its cluster", async () => {
    await make();
    await change(withItems(daily));
    await get("deleteGroupCluster");
    stage.clock.set({ now: "2026-08-10T04:00:00Z" });
    await make();
    equal((await schedule()).policies[0].policyItems.length, 5);
  });
});

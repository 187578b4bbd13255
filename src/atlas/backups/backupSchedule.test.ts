// Tests when backups of a cluster are made, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { clusterOf } from "../../../test/support/clusters.ts";
import { groupPath } from "../../../test/support/groups.ts";
import { assertRefusal, assertSuccess, refusal, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const v2023 = { accept: "application/vnd.atlas.2023-01-01+json" };
const v2024 = { accept: "application/vnd.atlas.2024-08-05+json" };
const flexible = { accept: "application/vnd.atlas.2024-11-13+json" };
const newest = { accept: "application/vnd.atlas.2024-10-23+json" };
const path = `${groupPath}/clusters/data/backup/schedule`;
const at = (method = "GET", body?: object, headers: object = v2024) => ({
  method,
  path,
  headers: headers as Record<string, string>,
  ...(body && { body }),
});
const daily = { frequencyType: "daily", frequencyInterval: 1, retentionUnit: "days", retentionValue: 3 };
const withItems = (...policyItems: object[]) => ({ policies: [{ policyItems }] });

test("the schedule of a cluster's backups", async (t) => {
  const stage = await startStage(t);
  const ask = (sending: Parameters<typeof stage.ask>[1]) => stage.ask("groupOwner", sending);
  const make = async (more: object = {}) =>
    (
      await ask({
        method: "POST",
        path: `${groupPath}/clusters`,
        body: { ...clusterOf("data"), backupEnabled: true, ...more },
        headers: newest,
      })
    ).json;
  const schedule = async () => (await stage.ask("groupReader", at())).json;
  const told = () => stage.events().filter(({ type }) => type.startsWith("CPS_"));

  await t.test("200 that of every cluster with backups, as recorded", async () => {
    const { id } = await make();
    const json = await schedule();
    const [{ id: policyId, policyItems }] = json.policies;
    assertSuccess(await stage.ask("groupReader", at()), {
      status: 200,
      limit: 1200,
      headers: { "content-type": `${v2024.accept};charset=utf-8` },
      json: {
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
    });
    const itemIds = policyItems.map((each: { id: string }) => Number.parseInt(each.id.slice(-8), 16));
    const first = Number.parseInt(policyId.slice(-8), 16);
    deepEqual(
      itemIds,
      [1, 2, 3, 4, 5].map((each) => first + each),
    );
    equal((await ask({ path: path.replace("v2", "v1.0") })).json.policies[0].id, policyId);
    deepEqual(told(), []);
  });

  await t.test("404 where there are no backups, and where there is no cluster", async () => {
    const { id } = await make({ backupEnabled: false });
    const providerSettings = { backingProviderName: "AWS", regionName: "US_EAST_1" };
    const flex = { name: "flex", providerSettings };
    await ask({ method: "POST", path: `${groupPath}/flexClusters`, body: flex, headers: flexible });
    for (const method of ["GET", "PATCH", "DELETE"]) {
      const none = refusal("BACKUP_CONFIG_NOT_FOUND", [id, ids.group]);
      assertRefusal(await ask(at(method, method === "PATCH" ? {} : undefined)), none);
      const elsewhere = {
        ...at(method, method === "PATCH" ? {} : undefined),
        path: path.replace("data", "none"),
      };
      assertRefusal(await ask(elsewhere), refusal("CLUSTER_NOT_FOUND", ["none", ids.group]));
      const ofFlex = { ...elsewhere, path: path.replace("data", "flex") };
      assertRefusal(await ask(ofFlex), refusal("CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API", ["flex"]));
    }
  });

  await t.test(
    "200 what is sent, with an event; the rest stays, and an item with an id is the same",
    async () => {
      await make();
      const changed = await ask(
        at("PATCH", { referenceHourOfDay: 20, referenceMinuteOfHour: 5, ...withItems(daily) }),
      );
      equal(changed.status, 200);
      const [{ id, policyItems }] = changed.json.policies;
      deepEqual(policyItems, [{ ...daily, id: policyItems[0].id }]);
      deepEqual(
        [changed.json.nextSnapshot, changed.json.restoreWindowDays, changed.json.referenceHourOfDay],
        ["2026-08-10T20:05:53Z", 7, 20],
      );
      const longer = { ...policyItems[0], retentionValue: 9 };
      const again = await ask(
        at("PATCH", { policies: [{ id, policyItems: [longer] }], autoExportEnabled: true }),
      );
      deepEqual([again.json.policies, again.json.autoExportEnabled], [[{ id, policyItems: [longer] }], true]);
      deepEqual(await schedule(), again.json);
      equal(told().length, 2);
    },
  );

  await t.test("200 without items and without a next backup once it is deleted", async () => {
    await make();
    const [{ id }] = (await schedule()).policies;
    const emptied = (await ask(at("DELETE"))).json;
    deepEqual(
      [emptied.policies, emptied.nextSnapshot, emptied.restoreWindowDays],
      [[{ id, policyItems: [] }], undefined, 7],
    );
    deepEqual(await schedule(), emptied);
  });

  await t.test("regions of copies by zones, or by specs in the older version", async () => {
    const { replicationSpecs } = await make();
    const [{ zoneId }] = replicationSpecs;
    const copy = {
      cloudProvider: "AWS",
      frequencies: ["DAILY"],
      regionName: "US_WEST_2",
      shouldCopyOplogs: false,
    };
    const sent = await ask(at("PATCH", { copySettings: [{ ...copy, zoneId }] }));
    deepEqual(sent.json.copySettings, [{ ...copy, zoneId }]);
    const [older] = (await ask(at("GET", undefined, v2023))).json.copySettings;
    const { replicationSpecId, ...rest } = older;
    deepEqual(rest, copy);
    const back = await ask(at("PATCH", { copySettings: [{ ...copy, replicationSpecId }] }, v2023));
    deepEqual(back.json.copySettings, [older]);
    const attribute = "copySettings.zoneId";
    const wrong = refusal("INVALID_ATTRIBUTE", [attribute], attribute, "The cluster has no such zone.");
    assertRefusal(await ask(at("PATCH", { copySettings: [{ ...copy, zoneId: ids.missing }] })), wrong);
  });

  await t.test("400 for what no schedule can be, and nothing changes", async () => {
    await make({ pitEnabled: true });
    const before = await schedule();
    const [{ id, policyItems }] = before.policies;
    const window = "the daily policy item retention cannot be less than restore window";
    for (const [body, code, ...parameters] of [
      [{ referenceHourOfDay: 24 }, "INVALID_REFERENCE_HOUR_OF_DAY", 24],
      [{ referenceMinuteOfHour: 60 }, "INVALID_REFERENCE_MINUTE_OF_HOUR", 60],
      [{ restoreWindowDays: 0 }, "INVALID_RESTORE_WINDOW"],
      [{ policies: [{ id: ids.missing, policyItems: [] }] }, "INVALID_POLICY_ID", ids.missing],
      [withItems({ ...daily, id: ids.missing }), "INVALID_POLICY_ITEM_ID", ids.missing],
      [withItems({ ...daily, id: policyItems[0].id }), "INVALID_FREQUENCY_TYPE_CHANGE", policyItems[0].id],
      [
        withItems({ ...daily, frequencyInterval: 2 }),
        "INVALID_BACKUP_POLICY",
        "2 is no interval of a daily policy item",
      ],
      [
        withItems({ ...daily, retentionValue: 0 }),
        "INVALID_BACKUP_POLICY",
        "a daily policy item must be kept for at least 1",
      ],
      [withItems(daily), "INVALID_BACKUP_POLICY", window],
    ] as const) {
      assertRefusal(await ask(at("PATCH", body)), refusal(code, [...parameters]));
    }
    equal(id, before.policies[0].id);
    deepEqual(await schedule(), before);
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
      equal((await ask(at("PATCH", sent))).json.nextSnapshot, due);
    }
  });

  await t.test("a schedule goes with its cluster", async () => {
    await make();
    await ask(at("PATCH", withItems(daily)));
    await ask({ method: "DELETE", path: `${groupPath}/clusters/data`, headers: newest });
    stage.clock.set({ now: "2026-08-10T04:00:00Z" });
    await make();
    equal((await schedule()).policies[0].policyItems.length, 5);
  });
});

// Online archives of a cluster, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { ofOne, one } from "../../../test/support/clusters.ts";
import { startOperations } from "../../../test/support/operations.ts";
import { flexCluster, freeCluster, noCluster } from "../../../test/support/refused-clusters.ts";
import { ids } from "../../../test/support/world.ts";

const making = "createGroupClusterOnlineArchive";
const reading = "getGroupClusterOnlineArchive";
const listing = "listGroupClusterOnlineArchives";
const changing = "updateGroupClusterOnlineArchive";
const removing = "deleteGroupClusterOnlineArchive";
const downloading = "downloadGroupClusterOnlineArchiveQueryLogs";

const criteria = { dateField: "test", expireAfterDays: 3, type: "DATE" };
const sent = {
  collName: "test",
  criteria,
  dbName: "test",
  partitionFields: [{ fieldName: "test", order: 0 }],
};
const shown = {
  clusterName: "one",
  collName: "test",
  collectionType: "STANDARD",
  criteria: { dateField: "test", dateFormat: "ISODATE", expireAfterDays: 3, type: "DATE" },
  dataProcessRegion: { cloudProvider: "AWS", region: "US_EAST_1" },
  dbName: "test",
  groupId: ids.group,
  partitionFields: [{ fieldName: "test", fieldType: null, order: 0 }],
  paused: false,
  schedule: { type: "DEFAULT" },
  state: "PENDING",
};
const custom = { criteria: { query: '{"a":1}', type: "CUSTOM" } };

test("online archives of a cluster", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner", clusterSpeed: "atlas", params: ofOne.params });
  const { answers, clock, get, lists, testRefusals } = stage;
  const makeCluster = (body: object = one) => get("createGroupCluster", { body });
  const make = async (more: object = {}) => {
    const { _id: archiveId } = await get(making, { body: { ...sent, partitionFields: undefined, ...more } });
    return { params: { archiveId } };
  };
  const typesOfEvents = () =>
    stage.events().flatMap(({ type }) => /^ONLINE_ARCHIVE_(.*)/.exec(type)?.[1] ?? []);

  await t.test("200 PENDING, then ACTIVE by the clock, changed and gone at once, as recorded", async () => {
    await makeCluster();
    const made = await answers(making, { body: sent }, ({ _id }: { _id: string }) => ({ _id, ...shown }));
    const of = { params: { archiveId: made._id } };
    await answers(reading, of, made);
    await lists(listing, {}, [made]);
    const four = { criteria: { expireAfterDays: 4 } };
    const changed = { ...made, criteria: { ...made.criteria, expireAfterDays: 4 } };
    await answers(changing, { ...of, body: four }, changed);
    await clock.advance("PT5M");
    await answers(reading, of, { ...changed, state: "ACTIVE" });
    await answers(removing, of, {});
    await stage.refuses(reading, of, "RESOURCE_NOT_FOUND", [`Online archive with id ${made._id}`]);
    await lists(listing, {}, []);
    deepEqual(typesOfEvents(), ["CREATED", "UPDATED", "DELETED"]);
    deepEqual(stage.details().at(-1), { clusterName: "one" });
  });

  await t.test("200 PAUSING, PAUSED, and ACTIVE again", async () => {
    await makeCluster();
    const of = await make();
    await clock.advance("PT5M");
    const states: string[] = [];
    const see = async () => states.push((await get(reading, of)).state);
    const pause = async (paused: boolean) =>
      states.push((await get(changing, { ...of, body: { paused } })).state);
    await see();
    await pause(true);
    await see();
    await clock.advance("PT1M");
    await see();
    equal((await get(reading, of)).paused, true);
    await pause(false);
    await see();
    deepEqual(states, ["ACTIVE", "PAUSING", "PAUSING", "PAUSED", "ACTIVE", "ACTIVE"]);
    const feed = await get("listGroupEvents", { query: "eventType=ONLINE_ARCHIVE_PAUSED", params: {} });
    equal(feed.results.length, 1);
    deepEqual(typesOfEvents().slice(0, 3), ["CREATED", "PAUSE_REQUESTED", "ACTIVE"]);
    const stopped = await make({ paused: true });
    await clock.advance("PT1M");
    equal((await get(reading, stopped)).state, "PAUSED");
  });

  await t.test("200 schedules and expiry are replaced", async () => {
    await makeCluster();
    const schedule = { endHour: 1, endMinute: 1, startHour: 1, startMinute: 1, type: "DAILY" };
    const dataExpirationRule = { expireAfterDays: 30 };
    const of = await make({ schedule });
    const change = async (body: object) => get(changing, { ...of, body });
    deepEqual((await get(reading, of)).schedule, schedule);
    const ruled = await change({ dataExpirationRule });
    deepEqual([ruled.dataExpirationRule, ruled.schedule], [dataExpirationRule, schedule]);
    const daily = { schedule: { type: "DEFAULT" }, dataExpirationRule: { expireAfterDays: 1 } };
    const again = await change(daily);
    deepEqual([again.dataExpirationRule, again.schedule], [daily.dataExpirationRule, daily.schedule]);
    equal((await change({ dataExpirationRule: {} })).dataExpirationRule, undefined);
    deepEqual(typesOfEvents(), [
      "CREATED",
      "DATA_EXPIRATION_RULE_ENABLED",
      "DATA_EXPIRATION_RULE_UPDATED",
      "DATA_EXPIRATION_RULE_DISABLED",
    ]);
  });

  await t.test("200 a query chooses what is archived; the data is divided by nothing", async () => {
    await makeCluster();
    const of = await make(custom);
    const { criteria: found, partitionFields } = await get(reading, of);
    deepEqual([found, partitionFields], [custom.criteria, undefined]);
    const other = { query: '{"a":2}' };
    const { criteria: changed } = await get(changing, { ...of, body: { criteria: other } });
    deepEqual(changed, { ...custom.criteria, ...other });
  });

  await t.test("the region is that of the cluster if archives are processed there", async () => {
    const regionOf = async (name: string, regionName: string, dataProcessRegion?: object) => {
      const [spec] = one.replicationSpecs;
      const replicationSpecs = [
        { regionConfigs: spec?.regionConfigs.map((each) => ({ ...each, regionName })) },
      ];
      await makeCluster({ ...one, name, replicationSpecs });
      const params = { clusterName: name };
      const body = { ...sent, ...(dataProcessRegion && { dataProcessRegion }) };
      return (await get(making, { params, body })).dataProcessRegion;
    };
    deepEqual(await regionOf("ireland", "EU_WEST_1"), { cloudProvider: "AWS", region: "EU_WEST_1" });
    deepEqual(await regionOf("ohio", "US_EAST_2"), { cloudProvider: "AWS", region: "US_EAST_1" });
    const azure = { cloudProvider: "AZURE", region: "EUROPE_WEST" };
    deepEqual(await regionOf("asked", "US_EAST_2", azure), azure);
    deepEqual(await regionOf("half", "US_EAST_2", { cloudProvider: "GCP" }), {
      cloudProvider: "GCP",
      region: "CENTRAL_US",
    });
  });

  await t.test("an archive ends with its cluster", async () => {
    await makeCluster();
    await make();
    await get("deleteGroupCluster");
    await clock.advance("PT1H");
    await get("listGroupEvents");
    deepEqual(typesOfEvents(), ["CREATED", "DELETED"]);
    await makeCluster();
    await lists(listing, {}, []);
  });

  await t.test("200 a query log without a byte", async () => {
    await makeCluster();
    const { status, headers } = await stage.call(downloading);
    deepEqual(
      [status, headers["content-type"], headers["content-length"]],
      [200, "application/vnd.atlas.2023-01-01+gzip", "0"],
    );
  });

  const good = (call: object) => async () => {
    await makeCluster();
    return call;
  };
  const goodOne = (call: object) => async () => {
    await makeCluster();
    return { ...(await make()), ...call };
  };
  await testRefusals({ [making]: good({ body: sent }), [listing]: good({}), [downloading]: good({}) }, [
    noCluster,
    flexCluster(stage),
  ]);
  const ofOther = { archiveId: ids.missing };
  const noArchive = [
    "no archive",
    { params: ofOther },
    "RESOURCE_NOT_FOUND",
    [`Online archive with id ${ids.missing}`],
  ] as const;
  const all = { [reading]: goodOne({}), [changing]: goodOne({ body: {} }), [removing]: goodOne({}) };
  await testRefusals(all, [noCluster, flexCluster(stage), noArchive]);
  await t.test("404 for an archive of another cluster", async () => {
    await makeCluster();
    const { params } = await make();
    await makeCluster({ ...one, name: "two" });
    const of = { params: { ...params, clusterName: "two" } };
    await stage.refuses(reading, of, "RESOURCE_NOT_FOUND", [`Online archive with id ${params.archiveId}`]);
  });

  const wrongly = (change: object, field: string, description: string) =>
    [
      `a wrong ${field}`,
      { body: change },
      "INVALID_ATTRIBUTE",
      [field.slice(field.lastIndexOf(".") + 1)],
      field,
      description,
    ] as const;
  const lacking = (criteria: object, name: string) =>
    [
      `no ${name}`,
      { body: { criteria } },
      "MISSING_ATTRIBUTE",
      [`criteria.${name}`],
      `criteria.${name}`,
      "The value is required.",
    ] as const;
  const strangeFormat = (criteria: object) =>
    [
      "a format of dates that there is not",
      { body: { criteria: { ...criteria, dateFormat: "DAYS" } } },
      "INVALID_ENUM_VALUE",
      ["DAYS"],
      "criteria.dateFormat",
      "It must be one of ISODATE, EPOCH_SECONDS, EPOCH_MILLIS, EPOCH_NANOSECONDS, OBJECT_ID.",
    ] as const;
  await testRefusals({ [making]: good({ body: sent }) }, [
    freeCluster(stage),
    [
      "a cluster that is being deleted",
      { before: () => get("deleteGroupCluster") },
      "ATLAS_GENERAL_ERROR",
      ["This cluster is currently being deleted, cannot update"],
    ],
    lacking({ type: "DATE", expireAfterDays: 3 }, "dateField"),
    lacking({ type: "DATE", dateField: "at" }, "expireAfterDays"),
    lacking({ type: "CUSTOM" }, "query"),
    strangeFormat(sent.criteria),
    wrongly({ criteria: { type: "CUSTOM", query: "{" } }, "criteria.query", "It must be a query in JSON."),
    wrongly(
      { dataProcessRegion: { cloudProvider: "GCP", region: "US_EAST_1" } },
      "dataProcessRegion.region",
      "It must be one of CENTRAL_US, WESTERN_EUROPE.",
    ),
  ]);
  await testRefusals({ [changing]: goodOne({ body: {} }) }, [
    [
      "pausing one that is not active yet",
      { body: { paused: true } },
      "ONLINE_ARCHIVE_MUST_BE_ACTIVE_TO_PAUSE",
      [],
    ],
    [
      "resuming one that is not paused",
      { body: { paused: false } },
      "ONLINE_ARCHIVE_CANNOT_MODIFY_FIELD",
      [],
    ],
    [
      "another date",
      { body: { criteria: { dateField: "other" } } },
      "ONLINE_ARCHIVE_CANNOT_MODIFY_FIELD",
      [],
    ],
    strangeFormat({}),
    ["a query", { body: { criteria: { query: "{}" } } }, "ONLINE_ARCHIVE_CANNOT_MODIFY_FIELD", []],
  ]);
  const goodCustom = async () => {
    await makeCluster();
    return { ...(await make(custom)), body: {} };
  };
  await testRefusals({ [changing]: goodCustom }, [
    ["days", { body: { criteria: { expireAfterDays: 3 } } }, "ONLINE_ARCHIVE_CANNOT_MODIFY_FIELD", []],
    wrongly({ criteria: { query: "{" } }, "criteria.query", "It must be a query in JSON."),
  ]);
});

// Processes of clusters and what is measured of them, answer by answer.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { clusterOf, flexOne, regionOf, shardOf } from "../../../test/support/clusters.ts";
import { type Operations, startOperations } from "../../../test/support/operations.ts";
import { pluck } from "../../../test/support/pluck.ts";
import { later, now } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";
import { formOf } from "../../core/spec/definition.ts";

const domain = `${ids.group.slice(-6)}.no-deployment.invalid`;
const processId = `data-shard-00-00.${domain}:27017`;
const ofOne = { params: { processId } };

interface Shown {
  readonly id: string;
  readonly typeName: string;
  readonly userAlias: string;
}

/** Makes a cluster, and waits until it is ready. */
async function make({ get, clock }: Operations, body: object = clusterOf("data")) {
  const made = await get("createGroupCluster", { body });
  clock.set(later(2));
  return made;
}
const list = async ({ get }: Operations): Promise<Shown[]> => (await get("listGroupProcesses")).results;
const kindsOf = (all: readonly Shown[]) => all.map(({ typeName }) => typeName);

test("processes of clusters", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner" });
  const { answers, get, testRefusals, clock } = stage;

  await t.test(
    "the nodes that a connection string names, none before they are ready or while they are paused",
    async () => {
      const { id: clusterId } = await get("createGroupCluster", { body: clusterOf("data") });
      deepEqual(await list(stage), []);
      clock.set(later(2));
      const all = await list(stage);
      deepEqual(kindsOf(all), ["REPLICA_PRIMARY", "REPLICA_SECONDARY", "REPLICA_SECONDARY"]);
      const { connectionStrings } = await get("getGroupCluster", { params: { clusterName: "data" } });
      const named = all.map(({ userAlias }) => `${userAlias}:27017`).join(",");
      ok(connectionStrings.standard.startsWith(`mongodb://${named}/?`));
      const hostname = `atlas-${clusterId.slice(-6)}-shard-00-00.${domain}`;
      await answers("getGroupProcess", ofOne, ({ links }: { links: object[] }) => ({
        created: now,
        groupId: ids.group,
        hostname,
        id: `${hostname}:27017`,
        lastPing: now,
        links,
        port: 27017,
        replicaSetName: `atlas-${clusterId.slice(-6)}-shard-0`,
        typeName: "REPLICA_PRIMARY",
        userAlias: `data-shard-00-00.${domain}`,
        version: "8.0.29",
      }));
      equal((await get("getGroupProcess", { params: { processId: `${hostname}:27017` } })).id, all[0]?.id);
      await get("updateGroupCluster", { params: { clusterName: "data" }, body: { paused: true } });
      deepEqual(await list(stage), []);
    },
  );

  await t.test("three of a flex cluster", async () => {
    await get("createGroupFlexCluster", { body: flexOne });
    clock.set(later(2));
    equal((await list(stage)).length, 3);
  });

  await t.test("a mongos beside each member of a shard, and dedicated config servers", async () => {
    const body = {
      name: "data",
      clusterType: "SHARDED",
      configServerManagementMode: "FIXED_TO_DEDICATED",
      replicationSpecs: [
        shardOf(regionOf({ instanceSize: "M30", nodeCount: 3 })),
        shardOf(regionOf({ instanceSize: "M30", nodeCount: 3 })),
      ],
    };
    await make(stage, body);
    const all = await list(stage);
    const count = (type: string) => kindsOf(all).filter((each) => each === type).length;
    deepEqual(["SHARD_PRIMARY", "SHARD_SECONDARY", "SHARD_MONGOS", "SHARD_CONFIG"].map(count), [2, 4, 6, 3]);
    const { connectionStrings } = await get("getGroupCluster", { params: { clusterName: "data" } });
    deepEqual(connectionStrings.standard.match(/:\d+/g), Array(6).fill(":27016"));
    equal(
      (await get("listGroupProcesses", { query: "itemsPerPage=3&pageNum=3" })).results[0].typeName,
      "SHARD_PRIMARY",
    );
  });

  const ready = async () => {
    await make(stage);
    return ofOne;
  };
  const away = "data-shard-00-07.example.net:27017";
  const gone = ["HOSTNAME_AND_PORT_NOT_FOUND", [away, ids.group]] as const;
  const away1 = { params: { processId: away } };
  await testRefusals(
    {
      getGroupProcess: ready,
      listGroupProcessDatabases: ready,
      listGroupProcessDisks: ready,
      listGroupHostFtsMetrics: ready,
    },
    [["no process", away1, ...gone]],
  );

  await t.test("databases and the disk of a process", async () => {
    await make(stage);
    const { results } = await get("listGroupProcessDatabases", ofOne);
    deepEqual(
      results.map(({ databaseName }: { databaseName: string }) => databaseName),
      ["config", "local"],
    );
    const ofDatabase = { params: { processId, databaseName: "local" } };
    deepEqual(await get("getGroupProcessDatabase", ofDatabase), results[1]);
    const disks = (await get("listGroupProcessDisks", ofOne)).results;
    equal(disks[0].partitionName, "data");
    const ofDisk = { params: { processId, partitionName: "data" } };
    deepEqual([await get("getGroupProcessDisk", ofDisk)], disks);
  });

  await testRefusals({ getGroupProcessDatabase: ready }, [
    ["no database", { params: { databaseName: "sales" } }, "RESOURCE_NOT_FOUND", ["sales"]],
    ["no process", { params: { processId: away, databaseName: "local" } }, ...gone],
  ]);
  await testRefusals({ getGroupProcessDisk: ready }, [
    ["no process", { params: { processId: away, partitionName: "data" } }, ...gone],
  ]);
});

/** The operations that measure, with a query each besides the interval. */
const measuring = {
  getGroupProcessMeasurements: "",
  getGroupProcessDatabaseMeasurements: "",
  getGroupProcessDiskMeasurements: "",
  listGroupHostFtsMetricMeasurements: "&metrics=PAGE_FAULTS",
  getGroupHostFtsMetricIndexMeasurements: "&metrics=REPLICATION_LAG",
  listGroupHostFtsMetricIndexMeasurements: "&metrics=REPLICATION_LAG",
} as const;
type Measuring = keyof typeof measuring;
const measuringIds = Object.keys(measuring) as Measuring[];

/** The names in the path of each of them. */
const params = {
  processId,
  databaseName: "local",
  partitionName: "data",
  collectionName: "orders",
  indexName: "default",
};
const measured = (id: Measuring, interval: string) => ({ params, query: `${interval}${measuring[id]}` });

/** Lists the metrics that an operation measures, as a refusal does. */
const choicesOf = (id: Measuring, name: string) => formOf(id).query?.[name]?.list?.enum?.join(", ");

test("measurements of processes", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner" });
  const { answers, get, refuses, clock } = stage;

  await t.test("each metric of the document, null at each point since the cluster is there", async () => {
    await make(stage);
    await clock.advance("PT3M");
    const { measurements, ...interval } = await get(
      "getGroupProcessMeasurements",
      measured("getGroupProcessMeasurements", "granularity=PT1M&period=PT1H"),
    );
    equal(measurements.length, 139);
    deepEqual(measurements[0], {
      dataPoints: ["03:04:55", "03:05:55", "03:06:55", "03:07:55"].map((time) => ({
        timestamp: `2026-08-10T${time}Z`,
        value: null,
      })),
      name: "ASSERT_MSG",
      units: "SCALAR_PER_SECOND",
    });
    deepEqual(
      [interval.granularity, interval.start, interval.end],
      ["PT1M", "2026-08-10T03:04:55Z", "2026-08-10T03:07:55Z"],
    );
    const { hostId, groupId } = interval;
    deepEqual([hostId, groupId], [interval.processId, ids.group]);
    const counts = await Promise.all(
      measuringIds.map(async (id) => {
        const json = await get(id, measured(id, "granularity=PT5M&period=P1D"));
        const { measurements = json.hardwareMeasurements ?? json.indexStatsMeasurements } = json;
        return [measurements.length, measurements[0].dataPoints.length];
      }),
    );
    deepEqual(counts, [
      [139, 1],
      [9, 1],
      [21, 1],
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });

  await t.test("more metrics than the document allows in one call", async () => {
    await make(stage);
    for (const [id, count] of [
      ["getGroupProcessMeasurements", 33],
      ["getGroupProcessDiskMeasurements", 20],
    ] as const) {
      const names = (await get(id, measured(id, "granularity=PT5M&period=P1D"))).measurements
        .slice(0, count)
        .map(({ name }: { name: string }) => name);
      const asked = names.map((name: string) => `m=${name}`).join("&");
      const { measurements } = await get(id, { params, query: `granularity=PT5M&period=P1D&${asked}` });
      deepEqual(pluck(measurements, "name"), names);
    }
  });

  await t.test("the points of a granularity, as long as each is kept, or between two instants", async () => {
    await make(stage);
    await clock.advance("P100D");
    const pointsOf = async (query: string) => {
      const asked = { params, query: `m=CONNECTIONS&${query}` };
      return (await get("getGroupProcessMeasurements", asked)).measurements[0].dataPoints.length;
    };
    const year = ["PT10S", "PT1M", "PT5M", "PT1H", "P1D"].map((each) =>
      pointsOf(`granularity=${each}&period=P1Y`),
    );
    deepEqual(await Promise.all(year), [2880, 2880, 576, 1512, 101]);
    const between = "granularity=PT1M&start=2026-11-18T00:00:30Z&end=2026-11-18T00:10:00Z";
    equal(await pointsOf(between), 10);
    equal(await pointsOf("granularity=PT1H&period=P1W2DT3H"), 219);
    equal(await pointsOf("granularity=PT1M&start=2027-01-01T00:00:00Z&end=2027-01-02T00:00:00Z"), 0);
  });

  for (const id of measuringIds) {
    await t.test(`400 and 404 of ${id}`, async () => {
      await make(stage);
      const refused = (interval: string, ...told: [string, string[], ...string[]]) =>
        refuses(id, measured(id, interval), ...told);
      const durations = "The value must be a duration such as PT1H or P1DT12H.";
      await refused(
        "granularity=PT9S&period=PT1H",
        "INVALID_GRANULARITY",
        ["PT9S"],
        "granularity",
        "The value must be a duration of at least ten seconds, such as PT1M or P1D.",
      );
      for (const period of ["PT", "1H", "P1H", "P9999999999Y"]) {
        await refused(`granularity=PT1M&period=${period}`, "INVALID_PERIOD", [period], "period", durations);
      }
      const start = "2026-08-10T00:00:00Z";
      await refused(
        `granularity=PT1M&period=PT1H&start=${start}`,
        "INVALID_PERIOD",
        ["PT1H"],
        "period",
        "A period excludes a start and an end.",
      );
      await refused(
        `granularity=PT1M&start=${start}&end=2026-08-09T00:00:00Z`,
        "INVALID_PERIOD",
        [start],
        "start",
        "The start must not be after the end.",
      );
      for (const [query, date, parameter] of [
        ["start=2026-02-30", "2026-02-30", "start"],
        [`start=${start}&end=-1`, "-1", "end"],
      ] as const) {
        await refused(`granularity=PT1M&${query}`, "INVALID_DATE_FORMAT", [date, parameter]);
      }
      for (const [query, attribute] of [
        ["", "period"],
        [`&start=${start}`, "end"],
        [`&end=${start}`, "start"],
      ] as const) {
        const required = "The value is required.";
        await refused(`granularity=PT1M${query}`, "MISSING_ATTRIBUTE", [attribute], attribute, required);
      }
      await refused(
        "period=PT1H",
        "MISSING_ATTRIBUTE",
        ["granularity"],
        "granularity",
        "The value is required.",
      );
      const away = "data-shard-00-07.example.net:27017";
      const interval = "granularity=PT1M&period=PT1H";
      const name = measuring[id] === "" ? "m" : "metrics";
      await refused(
        `${interval}&${name}=NO_SUCH`,
        "METRIC_TYPE_UNSUPPORTED",
        ["NO_SUCH"],
        name,
        `The value must be one of ${choicesOf(id, name)}.`,
      );
      await refuses(
        id,
        { ...measured(id, interval), params: { ...params, processId: away } },
        "HOSTNAME_AND_PORT_NOT_FOUND",
        [away, ids.group],
      );
    });
  }

  await t.test("404 for a database or disk that a node does not have", async () => {
    await make(stage);
    const query = "granularity=PT1M&period=PT1H";
    const ofSales = { params: { ...params, databaseName: "sales" }, query };
    await refuses("getGroupProcessDatabaseMeasurements", ofSales, "RESOURCE_NOT_FOUND", ["sales"]);
    const { hostname } = await get("getGroupProcess", ofOne);
    const ofLogs = { params: { ...params, partitionName: "logs" }, query };
    for (const id of ["getGroupProcessDisk", "getGroupProcessDiskMeasurements"] as const) {
      await refuses(id, ofLogs, "DEVICE_NOT_FOUND", ["logs", hostname]);
    }
  });

  await t.test("the metrics of search, with their units", async () => {
    await make(stage);
    const json = await get("listGroupHostFtsMetrics", ofOne);
    deepEqual([json.hardwareMetrics.length, json.indexMetrics.length, json.statusMetrics], [11, 10, []]);
    deepEqual(json.hardwareMetrics[0], { metricName: "FTS_DISK_USAGE", units: "BYTES" });
    await answers("listGroupHostFtsMetrics", ofOne, json);
  });
});

test("logs of hosts", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner" });
  const { call, refuses } = stage;
  const ofLog = (logName: string) => ({ params: { hostName: `data-shard-00-00.${domain}`, logName } });
  /** Returns the text of a log, and the parts of the name of its file behind the host. */
  const read = async (logName: string, query?: string) => {
    const asked = { ...ofLog(logName), ...(query && { query }) };
    const { status, headers, text } = await call("downloadGroupClusterLog", asked);
    equal(status, 200);
    equal(headers["content-type"], "application/vnd.atlas.2023-02-01+gzip");
    const [, fileName = ""] =
      /^attachment; filename="(.*)"$/.exec(headers["content-disposition"] ?? "") ?? [];
    const [host, ...parts] = fileName.split(/_(?=\d)|(?<=\d)_/);
    equal(host, asked.params.hostName);
    return [text, parts];
  };

  await t.test("a log has no line and its file a name, as recorded", async () => {
    await make(stage);
    const day = ["2026-08-09T03:04:55", "2026-08-10T03:04:55"];
    deepEqual(await read("mongodb"), ["", [...day, "MONGODB.log.gz"]]);
    deepEqual(await read("mongos-audit-log"), ["", [...day, "MONGOS_AUDIT_LOG.log.gz"]]);
    deepEqual(await read("mongos", "envelope=true"), ["", [...day, "MONGOS.log.gz"]]);
    const hour = ["2026-08-01T00:00:00", "2026-08-01T01:00:00"];
    const period = "startDate=1785542400&endDate=1785546000";
    deepEqual(await read("mongodb", period), ["", [...hour, "MONGODB.log.gz"]]);
    const later = "startDate=99999999999999&endDate=99999999999999";
    const now = "2026-08-10T03:04:55";
    deepEqual(await read("mongodb", later), ["", [now, now, "MONGODB.log.gz"]]);
  });

  await t.test("404 for another host", async () => {
    await make(stage);
    const hostName = "data-shard-00-07.example.net";
    const asked = { params: { hostName, logName: "mongodb" } };
    await refuses("downloadGroupClusterLog", asked, "HOSTNAME_AND_PORT_NOT_FOUND", [hostName, ids.group]);
  });
});

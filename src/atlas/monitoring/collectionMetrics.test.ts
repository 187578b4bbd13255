// Metrics of collections, shapes of queries and advice, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { clusterOf } from "../../../test/support/clusters.ts";
import { type Operations, startOperations } from "../../../test/support/operations.ts";
import { flexCluster, noCluster } from "../../../test/support/refused-clusters.ts";
import { later } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";
import { formOf } from "../../core/spec/definition.ts";

const processId = `data-shard-00-00.${ids.group.slice(-6)}.no-deployment.invalid:27017`;
const ofCluster = { params: { clusterName: "data" } };
const ofProcess = { params: { processId } };
const away = "data-shard-00-07.example.net:27017";

/** Makes a cluster, and waits until it is ready. */
async function make({ get, clock }: Operations, body: object = clusterOf("data")) {
  const made = await get("createGroupCluster", { body });
  clock.set(later(2));
  return made;
}

/** Arranges a cluster, and returns a call about it. */
const on =
  <Call extends object>(stage: Operations, call: Call) =>
  async () => {
    await make(stage);
    return call;
  };

/** The refusals of a call about a cluster that is not there, or a flex one. */
const rowsOf = (stage: Operations) => [noCluster, flexCluster(stage)] as const;
const noProcess = [
  "no process",
  { params: { processId: away } },
  "HOSTNAME_AND_PORT_NOT_FOUND",
  [away, ids.group],
] as const;

test("advice about a cluster and its processes", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner" });
  const { answers, testRefusals } = stage;

  await t.test("none, in the form of Atlas", async () => {
    await make(stage);
    const indexes = { shapes: [], suggestedIndexes: [] };
    const drops = { hiddenIndexes: [], redundantIndexes: [], unusedIndexes: [] };
    const enveloped = (content: object) => ({ content, status: 200 });
    await answers("listGroupClusterPerformanceAdvisorSuggestedIndexes", ofCluster, enveloped(indexes));
    await answers("listGroupClusterPerformanceAdvisorDropIndexSuggestions", ofCluster, enveloped(drops));
    await answers(
      "listGroupClusterPerformanceAdvisorSchemaAdvice",
      ofCluster,
      enveloped({ recommendations: [] }),
    );
    await answers("listGroupProcessPerformanceAdvisorSuggestedIndexes", ofProcess, indexes);
    await answers("listGroupProcessPerformanceAdvisorNamespaces", ofProcess, { namespaces: [] });
    const query = `since=${Date.parse("2026-08-10T00:00:00Z")}&nLogs=50`;
    await answers(
      "listGroupProcessPerformanceAdvisorSlowQueryLogs",
      { ...ofProcess, query },
      { slowQueries: [] },
    );
  });

  await testRefusals(
    {
      listGroupClusterPerformanceAdvisorSuggestedIndexes: on(stage, ofCluster),
      listGroupClusterPerformanceAdvisorDropIndexSuggestions: on(stage, ofCluster),
      listGroupClusterPerformanceAdvisorSchemaAdvice: on(stage, ofCluster),
    },
    rowsOf(stage),
  );
  await testRefusals(
    {
      listGroupProcessPerformanceAdvisorSuggestedIndexes: on(stage, ofProcess),
      listGroupProcessPerformanceAdvisorNamespaces: on(stage, ofProcess),
      listGroupProcessPerformanceAdvisorSlowQueryLogs: on(stage, ofProcess),
    },
    [noProcess],
  );
});

test("metrics of collections", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner" });
  const { answers, get, testRefusals } = stage;

  await t.test("pinned namespaces are replaced, added and removed, and end with their cluster", async () => {
    const { id: clusterId } = await make(stage);
    const shown = (...pinnedNamespaces: string[]) => ({ clusterId, groupId: ids.group, pinnedNamespaces });
    const pin = (...namespaces: string[]) => ({ ...ofCluster, body: { namespaces } });
    const listing = "listGroupClusterCollStatPinnedNamespaces";
    await answers(listing, ofCluster, shown());
    const first = shown("sales.orders", "sales.customers");
    await answers("pinGroupClusterCollStatPinnedNamespaces", pin("sales.orders", "sales.customers"), first);
    await answers(listing, ofCluster, first);
    await answers(
      "updateGroupClusterCollStatPinnedNamespaces",
      pin("sales.orders", "hr.people"),
      shown("sales.orders", "sales.customers", "hr.people"),
    );
    await answers(
      "unpinGroupClusterCollStatUnpinNamespaces",
      pin("sales.customers", "no.such"),
      shown("sales.orders", "hr.people"),
    );
    await answers("pinGroupClusterCollStatPinnedNamespaces", pin("a.b"), shown("a.b"));
    await get("deleteGroupCluster", ofCluster);
    stage.clock.set(later(6));
    const { id } = await get("createGroupCluster", { body: clusterOf("data") });
    await answers(listing, ofCluster, { clusterId: id, groupId: ids.group, pinnedNamespaces: [] });
  });

  await t.test("no namespace is ranked", async () => {
    const { id: identifierId } = await make(stage);
    const none = { groupId: ids.group, identifierId, rankedNamespaces: [] };
    const ofView = { params: { clusterName: "data", clusterView: "PRIMARY" } };
    await answers("getGroupClusterCollStatNamespaces", ofView, none);
    const { id } = await get("getGroupProcess", ofProcess);
    await answers("getGroupProcessCollStatNamespaces", ofProcess, { ...none, identifierId: id });
  });

  await t.test("the metrics of the document, null at each point of the interval", async () => {
    const { id: clusterId } = await make(stage);
    await stage.clock.advance("PT2M");
    const { metrics } = await get("listGroupCollStatMetrics");
    equal(metrics.length, 24);
    deepEqual(metrics.slice(0, 2), [
      { metricName: "READS_OPS", units: null },
      { metricName: "READS_LATENCY", units: "MILLISECONDS" },
    ]);
    const place = { databaseName: "sales", collectionName: "orders" };
    const ofView = { params: { ...place, clusterName: "data", clusterView: "SECONDARY" } };
    const query = "metrics=READS_LATENCY&period=PT1H";
    const shown = await get("listGroupClusterCollStatMeasurements", { ...ofView, query });
    const { links: _, ...json } = shown;
    deepEqual(json, {
      clusterId,
      clusterView: "SECONDARY",
      ...place,
      end: "2026-08-10T03:06:55Z",
      granularity: "PT1M",
      groupId: ids.group,
      measurements: [
        {
          dataPoints: ["03:04:55", "03:05:55", "03:06:55"].map((time) => ({
            timestamp: `2026-08-10T${time}Z`,
            value: null,
          })),
          name: "READS_LATENCY",
          units: "MILLISECONDS",
        },
      ],
      start: "2026-08-10T03:04:55Z",
    });
    deepEqual(
      (await get("listGroupClusterCollStatMeasurements", { ...ofView, query: "metrics=READS_LATENCY" }))
        .measurements,
      shown.measurements,
    );
    const ofNode = { params: { ...place, processId }, query: "period=P30D" };
    const measured = await get("listGroupProcessCollStatMeasurements", ofNode);
    deepEqual([measured.measurements.length, measured.granularity], [24, "PT1H"]);
    const year = await get("listGroupProcessCollStatMeasurements", { ...ofNode, query: "period=P1Y" });
    equal(year.granularity, "P1D");
  });

  const namespaces = { ...ofCluster, body: { namespaces: ["sales.orders"] } };
  const many = Array.from({ length: 101 }, (_, index) => `sales.c${index}`);
  const named = (name: string) =>
    [
      `the name ${name}`,
      { body: { namespaces: [name] } },
      "INVALID_ATTRIBUTE",
      ["namespaces"],
      "namespaces",
      `'${name}' is not the name of a database, a dot and the name of a collection.`,
    ] as const;
  await testRefusals(
    {
      pinGroupClusterCollStatPinnedNamespaces: on(stage, namespaces),
      updateGroupClusterCollStatPinnedNamespaces: on(stage, namespaces),
      unpinGroupClusterCollStatUnpinNamespaces: on(stage, namespaces),
    },
    [
      ...rowsOf(stage),
      named("orders"),
      named("sales."),
      named(".orders"),
      named("sa les.orders"),
      [
        "more than a hundred",
        { body: { namespaces: many } },
        "INVALID_ATTRIBUTE",
        ["namespaces"],
        "namespaces",
        "A cluster pins at most 100 namespaces.",
      ],
    ],
  );
  const ofView = { params: { clusterName: "data", clusterView: "PRIMARY" } };
  await testRefusals(
    {
      listGroupClusterCollStatPinnedNamespaces: on(stage, ofCluster),
      getGroupClusterCollStatNamespaces: on(stage, ofView),
    },
    rowsOf(stage),
  );
  const place = { databaseName: "sales", collectionName: "orders" };
  const wrongPeriod = [
    "a wrong period",
    { query: "period=1H" },
    "INVALID_PERIOD",
    ["1H"],
    "period",
    "The value must be a duration such as PT1H or P1DT12H.",
  ] as const;
  const noEnd = [
    "no end",
    { query: "start=2026-08-10T00:00:00Z" },
    "MISSING_ATTRIBUTE",
    ["end"],
    "end",
    "The value is required.",
  ] as const;
  const unknown = [
    "an unknown metric",
    { query: "metrics=READS_OPS&metrics=NO_SUCH" },
    "METRIC_TYPE_UNSUPPORTED",
    ["NO_SUCH"],
    "metrics",
    `The value must be one of ${formOf("listGroupClusterCollStatMeasurements").query?.metrics?.list?.enum?.join(", ")}.`,
  ] as const;
  const measuring = { params: { ...place, ...ofView.params } };
  await testRefusals({ listGroupClusterCollStatMeasurements: on(stage, measuring) }, [
    ...rowsOf(stage),
    wrongPeriod,
    noEnd,
    unknown,
  ]);
  await testRefusals({ getGroupProcessCollStatNamespaces: on(stage, ofProcess) }, [noProcess]);
  await testRefusals(
    { listGroupProcessCollStatMeasurements: on(stage, { params: { ...place, processId } }) },
    [
      noProcess,
      wrongPeriod,
      noEnd,
      unknown,
      [
        "what is no instant",
        { query: "start=2026-02-30&end=2026-03-01T00:00:00Z" },
        "INVALID_DATE_FORMAT",
        ["2026-02-30", "start"],
      ],
    ],
  );
});

test("shapes of queries", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner" });
  const { answers, get, lists, refuses, testRefusals } = stage;
  const queryShapeHash = "0123456789abcdef".repeat(4);
  const ofShape = { params: { clusterName: "data", queryShapeHash } };
  const set = (status: string) => ({ ...ofShape, body: { status } });
  const reading = "getGroupClusterQueryShape";
  const listing = "listGroupClusterQueryShapes";
  const changing = "updateGroupClusterQueryShape";

  await t.test("a shape is rejected, listed, and no longer", async () => {
    await make(stage);
    const shape = (status: string) => ({ queryShapeHash, status });
    await answers(reading, ofShape, shape("UNREJECTED"));
    for (const _ of [1, 2]) await answers(changing, set("REJECTED"), shape("REJECTED"));
    await answers(reading, ofShape, shape("REJECTED"));
    await lists(listing, ofCluster, [shape("REJECTED")]);
    await answers(changing, set("UNREJECTED"), shape("UNREJECTED"));
    await lists(listing, ofCluster, []);
    deepEqual(
      stage.events().flatMap(({ type }) => /^QUERY_SHAPE_(.*)/.exec(type)?.[1] ?? []),
      ["BLOCKED", "UNBLOCKED"],
    );
  });

  await t.test("400 for the hundred and first", async () => {
    await make(stage);
    const ofNumber = (number: number) => ({
      params: { clusterName: "data", queryShapeHash: String(number).padStart(64, "0") },
      body: { status: "REJECTED" },
    });
    for (let number = 0; number < 100; number++) await get(changing, ofNumber(number));
    equal((await get(listing, ofCluster)).totalCount, 100);
    const description = "A cluster rejects at most 100 query shapes.";
    await refuses(changing, ofNumber(100), "INVALID_ATTRIBUTE", ["status"], "status", description);
  });

  await t.test("no statistics", async () => {
    await make(stage);
    await answers("listGroupClusterQueryShapeInsightSummaries", ofCluster, { summaries: [] });
    await answers("getGroupClusterQueryShapeInsightDetails", ofShape, {});
  });

  const older = { ...clusterOf("old"), mongoDBMajorVersion: "7.0" };
  const rows = [
    ...rowsOf(stage),
    [
      "a cluster before 8.0",
      { before: () => make(stage, older), params: { clusterName: "old" } },
      "DB_VERSION_NOT_SUPPORTED",
      [],
    ],
  ] as const;
  const ofList = {
    [listing]: on(stage, ofCluster),
    listGroupClusterQueryShapeInsightSummaries: on(stage, ofCluster),
  };
  await testRefusals(
    { ...ofList, [reading]: on(stage, ofShape), [changing]: on(stage, set("REJECTED")) },
    rows,
  );
  await testRefusals({ getGroupClusterQueryShapeInsightDetails: on(stage, ofShape) }, rows);
});

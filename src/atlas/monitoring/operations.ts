// Operations on the processes of clusters: their databases, disks, measurements and logs.

import { minute } from "../../core/domain/instant.ts";
import { type LogPeriod, logPeriodOf } from "../../core/domain/log-period.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";
import { atlas } from "../../core/operations/atlas.ts";
import {
  type FaultMaker,
  type Instant,
  linksOf,
  pageOf,
  type Showing,
  showPageOf,
  toTimestamp,
} from "../../core/operations/declare.ts";
import { defaultMajorVersion, releaseOf } from "../clusters/rules/cluster.ts";
import { describeMetrics, type MeasuringBy, measureBy, selfLink } from "./measuring.ts";
import { allProcesses, findHost, findProcess, type Process, processErrors } from "./processes.ts";
import { seriesErrors } from "./rules/series.ts";

const needs = ["connections"] as const;

const placeOf = ({ id, cluster }: Process, { origin }: Showing) =>
  `${origin}/api/atlas/v2/groups/${cluster.groupId}/processes/${id}`;

/** A process pings once a minute. */
function showProcess(
  { process, now }: { readonly process: Process; readonly now: Instant },
  showing: Showing,
) {
  const { id, hostname, port, replicaSetName, shardName, typeName, userAlias, cluster } = process;
  const { document, createdAt, groupId } = cluster;
  const isThere = typeName !== "NO_DATA";
  const majorVersion = document.kind === "FLEX" ? defaultMajorVersion : document.majorVersion;
  return sortMembers({
    created: toTimestamp(createdAt),
    groupId,
    hostname,
    id,
    ...(isThere && { lastPing: toTimestamp(Math.max(createdAt, now - (now % minute))) }),
    links: linksOf(placeOf(process, showing)),
    port,
    ...(replicaSetName && { replicaSetName }),
    ...(shardName && { shardName }),
    typeName,
    userAlias,
    ...(isThere && { version: releaseOf(majorVersion) }),
  });
}

export const listGroupProcesses = atlas("listGroupProcesses", { needs }).handle(async (context) => {
  const all = await allProcesses(context);
  return pageOf(
    all.map((process) => ({ process, now: context.now })),
    context.query,
  );
}, showPageOf(showProcess));

export const getGroupProcess = atlas("getGroupProcess", { errors: [...processErrors], needs }).handle(
  async (context) => ({ process: await findProcess(context), now: context.now }),
  (shown, showing) => {
    const { links, ...process } = showProcess(shown, showing);
    const [group, place] = [shown.process.cluster.groupId, placeOf(shown.process, showing)];
    const related = [
      { href: `${showing.origin}/api/atlas/v2/groups/${group}`, rel: "https://cloud.mongodb.com/group" },
      {
        href: `${place}/measurements?granularity=PT5M&period=PT24H`,
        rel: "https://cloud.mongodb.com/measurements",
      },
    ];
    return sortMembers({ ...process, links: [...links, ...related] });
  },
);

interface OnProcess {
  readonly process: Process;
  readonly name: string;
}

/** The databases of a new cluster, as recorded; there are no others without a database behind the cluster. */
const databases = ["config", "local"];

const showDatabase = ({ process, name }: OnProcess, showing: Showing) => ({
  databaseName: name,
  links: linksOf(`${placeOf(process, showing)}/databases/${name}`),
});

export const listGroupProcessDatabases = atlas("listGroupProcessDatabases", {
  errors: [...processErrors],
  needs,
}).handle(async (context) => {
  const process = await findProcess(context);
  return pageOf(
    databases.map((name) => ({ process, name })),
    context.query,
  );
}, showPageOf(showDatabase));

type Finding = Parameters<typeof findProcess>[0];

async function findDatabase(
  context: Finding & {
    readonly params: { readonly databaseName: string };
    readonly fault: FaultMaker<"RESOURCE_NOT_FOUND">;
  },
): Promise<OnProcess> {
  const process = await findProcess(context);
  const { databaseName: name } = context.params;
  if (!databases.includes(name)) throw context.fault("RESOURCE_NOT_FOUND", { resource: name });
  return { process, name };
}

export const getGroupProcessDatabase = atlas("getGroupProcessDatabase", {
  errors: [...processErrors, "RESOURCE_NOT_FOUND"],
  needs,
}).handle(findDatabase, showDatabase);

/** The one disk of a node. */
const partition = "data";

async function findDisk(
  context: Finding & {
    readonly params: { readonly partitionName: string };
    readonly fault: FaultMaker<"DEVICE_NOT_FOUND">;
  },
): Promise<OnProcess> {
  const process = await findProcess(context);
  const { partitionName: name } = context.params;
  if (name !== partition) throw context.fault("DEVICE_NOT_FOUND", { name, hostname: process.hostname });
  return { process, name };
}

const showDisk = ({ process, name }: OnProcess, showing: Showing) => ({
  links: linksOf(`${placeOf(process, showing)}/disks/${name}`),
  partitionName: name,
});

export const listGroupProcessDisks = atlas("listGroupProcessDisks", {
  errors: [...processErrors],
  needs,
}).handle(
  async (context) => pageOf([{ process: await findProcess(context), name: partition }], context.query),
  showPageOf(showDisk),
);

export const getGroupProcessDisk = atlas("getGroupProcessDisk", {
  errors: [...processErrors, "DEVICE_NOT_FOUND"],
  needs,
}).handle(findDisk, showDisk);

interface Measured {
  readonly process: Process;
  readonly measured: ReturnType<typeof measureBy>;
  readonly about?: { readonly databaseName: string } | { readonly partitionName: string };
}

const showMeasured = ({ process, measured, about }: Measured, showing: Showing) =>
  sortMembers({
    ...measured,
    ...about,
    groupId: process.cluster.groupId,
    hostId: process.id,
    links: [...selfLink(showing), { href: placeOf(process, showing), rel: "https://cloud.mongodb.com/host" }],
    processId: process.id,
  });

/** Forbids caches to keep an answer, in the words recorded of measurements. */
const uncached = () => ({
  "cache-control": "no-cache, no-transform, must-revalidate, proxy-revalidate, max-age=0",
});

/** Returns a handler that measures a process by the metrics of an operation. */
const measuring =
  (id: string) =>
  async <Context extends Finding & MeasuringBy>(context: Context) => {
    const process = await findProcess(context);
    const params: Context["params"] = context.params;
    return { process, measured: measureBy(id, context, process.cluster.createdAt), params };
  };

export const getGroupProcessMeasurements = atlas("getGroupProcessMeasurements", {
  errors: [...processErrors, ...seriesErrors],
  needs,
}).handle(measuring("getGroupProcessMeasurements"), showMeasured, uncached);

export const getGroupProcessDatabaseMeasurements = atlas("getGroupProcessDatabaseMeasurements", {
  errors: [...processErrors, ...seriesErrors, "RESOURCE_NOT_FOUND"],
  needs,
}).handle(
  async (context) => {
    const { process, name } = await findDatabase(context);
    const measured = measureBy("getGroupProcessDatabaseMeasurements", context, process.cluster.createdAt);
    return { process, measured, about: { databaseName: name } };
  },
  showMeasured,
  uncached,
);

export const getGroupProcessDiskMeasurements = atlas("getGroupProcessDiskMeasurements", {
  errors: [...processErrors, ...seriesErrors, "DEVICE_NOT_FOUND"],
  needs,
}).handle(
  async (context) => {
    const { process, name } = await findDisk(context);
    const measured = measureBy("getGroupProcessDiskMeasurements", context, process.cluster.createdAt);
    return { process, measured, about: { partitionName: name } };
  },
  showMeasured,
  uncached,
);

/** The operations that measure search on a host: its hardware, and an index. */
const ofHardware = "listGroupHostFtsMetricMeasurements";
const ofIndex = "getGroupHostFtsMetricIndexMeasurements";

export const listGroupHostFtsMetrics = atlas("listGroupHostFtsMetrics", {
  errors: [...processErrors],
  needs,
}).handle(findProcess, ({ id, cluster }, showing) => ({
  groupId: cluster.groupId,
  hardwareMetrics: describeMetrics(ofHardware),
  indexMetrics: describeMetrics(ofIndex),
  links: selfLink(showing),
  processId: id,
  statusMetrics: [],
}));

const search = { errors: [...processErrors, ...seriesErrors], needs } as const;

export const listGroupHostFtsMetricMeasurements = atlas(ofHardware, search).handle(
  measuring(ofHardware),
  ({ process, measured: { measurements, ...interval } }, showing) =>
    sortMembers({
      ...interval,
      groupId: process.cluster.groupId,
      hardwareMeasurements: measurements,
      links: selfLink(showing),
      processId: process.id,
      statusMeasurements: [],
    }),
);

interface MeasuredIndex extends Measured {
  readonly params: { readonly databaseName: string; readonly collectionName: string };
}

function showMeasuredIndex({ process, measured, params }: MeasuredIndex, showing: Showing) {
  const { measurements, ...interval } = measured;
  const { databaseName, collectionName } = params;
  return sortMembers({
    ...interval,
    collectionName,
    databaseName,
    groupId: process.cluster.groupId,
    indexIds: [],
    indexStatsMeasurements: measurements,
    links: selfLink(showing),
    processId: process.id,
  });
}

export const getGroupHostFtsMetricIndexMeasurements = atlas(ofIndex, search).handle(
  measuring(ofIndex),
  showMeasuredIndex,
);

export const listGroupHostFtsMetricIndexMeasurements = atlas(
  "listGroupHostFtsMetricIndexMeasurements",
  search,
).handle(measuring(ofIndex), showMeasuredIndex);

/** Returns the name of a downloaded log, such as `HOST_2026-08-09T03:44:43_2026-08-10T03:44:43_MONGODB.log.gz`. */
function fileNameOf({ hostName, logName, from, until }: Downloaded): string {
  const [begin, end] = [from, until].map((at) => toTimestamp(at).replace("Z", ""));
  return `${hostName}_${begin}_${end}_${logName.toUpperCase().replaceAll("-", "_")}.log.gz`;
}

interface Downloaded extends LogPeriod {
  readonly hostName: string;
  readonly logName: string;
}

/** Answers a log without lines, which as recorded has no byte: that of the last day, unless the query says another period. */
export const downloadGroupClusterLog = atlas("downloadGroupClusterLog", {
  errors: [...processErrors],
  needs,
}).handle(
  async (context) => {
    await findHost(context);
    const { params, query, now } = context;
    return { ...params, ...logPeriodOf(query, now) };
  },
  () => Buffer.alloc(0),
  (log) => ({ "content-disposition": `attachment; filename="${fileNameOf(log)}"` }),
);

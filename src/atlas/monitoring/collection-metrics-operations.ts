// Operations on metrics of collections: the namespaces that a cluster pins, and the latencies that nothing measures.

import type { Resource } from "../../core/changes/resources.ts";
import { type FaultMaker, wrongField } from "../../core/contract/errors.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";
import { atlas } from "../../core/operations/atlas.ts";
import type { Showing } from "../../core/operations/declare.ts";
import { findErrors as clusterErrors, findCluster } from "../clusters/common.ts";
import { clusters } from "../clusters/kept.ts";
import type { AtlasCluster } from "../clusters/rules/cluster.ts";
import { describeMetrics, measure, selfLink } from "./measuring.ts";
import { findProcess, processErrors } from "./processes.ts";
import { intervalErrors } from "./rules/series.ts";

const measuring = "listGroupClusterCollStatMeasurements";
const needs = ["connections"] as const;

/** Metrics without a unit of time have none. */
export const listGroupCollStatMetrics = atlas("listGroupCollStatMetrics", {}).handle(
  async ({ group }) => group,
  ({ id }, showing) => ({
    groupId: id,
    links: selfLink(showing),
    metrics: describeMetrics<"READS_OPS">(measuring).map(({ metricName, units }) => ({
      metricName,
      units: units === "MILLISECONDS" ? units : null,
    })),
  }),
);

const showPinned = ({ id, groupId, document }: Resource<AtlasCluster>) => ({
  clusterId: id,
  groupId,
  pinnedNamespaces: [...(document.pinnedNamespaces ?? [])],
});

export const listGroupClusterCollStatPinnedNamespaces = atlas("listGroupClusterCollStatPinnedNamespaces", {
  errors: [...clusterErrors],
}).handle(findCluster, showPinned);

/** The most namespaces that a cluster pins. */
const mostPinned = 100;

/** Checks the namespaces, each a database and a collection. */
function checkNamespaces(all: readonly string[], fault: FaultMaker<"INVALID_ATTRIBUTE">): readonly string[] {
  const wrong = (description: string) =>
    fault("INVALID_ATTRIBUTE", { attribute: "namespaces" }, wrongField("namespaces", description));
  const odd = all.find((each) => !/^[^.\s$/\\"]{1,63}\.[^.$].{0,190}$/.test(each));
  if (odd !== undefined) {
    throw wrong(`'${odd}' is not the name of a database, a dot and the name of a collection.`);
  }
  if (all.length > mostPinned) throw wrong(`A cluster pins at most ${mostPinned} namespaces.`);
  return all;
}

const pinning = { locks: "group", errors: [...clusterErrors, "INVALID_ATTRIBUTE"] } as const;

type Pinning = Parameters<typeof findCluster>[0] &
  Parameters<typeof clusters.replace>[0] & {
    readonly body: { readonly namespaces?: readonly string[] };
    readonly fault: FaultMaker<"INVALID_ATTRIBUTE">;
  };

/** Returns a handler that changes the pinned namespaces by those of the request. */
const pins =
  (choose: (pinned: readonly string[], sent: readonly string[]) => readonly string[]) =>
  async (context: Pinning) => {
    const before = await findCluster(context);
    const { document } = before;
    const { namespaces = [] } = context.body;
    const chosen = choose(document.pinnedNamespaces ?? [], checkNamespaces(namespaces, context.fault));
    const pinnedNamespaces = checkNamespaces([...new Set(chosen)], context.fault);
    const after = await clusters.replace(context, before, { document: { ...document, pinnedNamespaces } });
    return after as Resource<AtlasCluster>;
  };

export const pinGroupClusterCollStatPinnedNamespaces = atlas(
  "pinGroupClusterCollStatPinnedNamespaces",
  pinning,
).handle(
  pins((_, sent) => sent),
  showPinned,
);

export const updateGroupClusterCollStatPinnedNamespaces = atlas(
  "updateGroupClusterCollStatPinnedNamespaces",
  pinning,
).handle(
  pins((pinned, sent) => [...pinned, ...sent]),
  showPinned,
);

export const unpinGroupClusterCollStatUnpinNamespaces = atlas(
  "unpinGroupClusterCollStatUnpinNamespaces",
  pinning,
).handle(
  pins((pinned, sent) => pinned.filter((each) => !sent.includes(each))),
  showPinned,
);

/** Ranks no namespaces, since none is measured. */
const showRanked = ({ groupId, id }: { readonly groupId: string; readonly id: string }) => ({
  groupId,
  identifierId: id,
  rankedNamespaces: [],
});

export const getGroupClusterCollStatNamespaces = atlas("getGroupClusterCollStatNamespaces", {
  errors: [...clusterErrors],
}).handle(findCluster, showRanked);

export const getGroupProcessCollStatNamespaces = atlas("getGroupProcessCollStatNamespaces", {
  errors: [...processErrors],
  needs,
}).handle(async (context) => {
  const { id, cluster } = await findProcess(context);
  return { groupId: cluster.groupId, id };
}, showRanked);

/** The period of a request that names none. */
const usual = { period: "PT1H" } as const;

interface Query {
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly period?: string | undefined;
}

const asked = <Q extends Query>(query: Q): Q =>
  query.start === undefined && query.end === undefined && query.period === undefined
    ? { ...query, ...usual }
    : query;

const show = (value: object, showing: Showing) => sortMembers({ ...value, links: selfLink(showing) });

export const listGroupClusterCollStatMeasurements = atlas(measuring, {
  errors: [...clusterErrors, ...intervalErrors],
}).handle(async (context) => {
  const { id, groupId, createdAt } = await findCluster(context);
  const { clusterView, databaseName, collectionName } = context.params;
  const measured = measure(measuring, { ...context, query: asked(context.query) }, createdAt);
  return { ...measured, clusterId: id, clusterView, collectionName, databaseName, groupId };
}, show);

export const listGroupProcessCollStatMeasurements = atlas("listGroupProcessCollStatMeasurements", {
  errors: [...processErrors, ...intervalErrors],
  needs,
}).handle(async (context) => {
  const { id, cluster } = await findProcess(context);
  const { databaseName, collectionName } = context.params;
  const measured = measure(measuring, { ...context, query: asked(context.query) }, cluster.createdAt);
  return { ...measured, collectionName, databaseName, groupId: cluster.groupId, processId: id };
}, show);

// Operations on simulations of clusters: outages of regions, and overloads.

import type { Resource } from "../../core/changes/resources.ts";
import { type FaultMaker, wrongField } from "../../core/contract/errors.ts";
import { stepOf } from "../../core/domain/course.ts";
import { day } from "../../core/domain/instant.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { pageOf, showPageOf, toTimestamp } from "../../core/operations/declare.ts";
import { keeping, type Seen } from "../../core/operations/keeping.ts";
import { findErrors as clusterErrors, findCluster } from "../clusters/common.ts";
import { type AtlasCluster, isTenant, stateOf } from "../clusters/rules/cluster.ts";
import { outages, overloads } from "./kept.ts";
import {
  longestOutage,
  type Outage,
  type OutageFilter,
  type Overload,
  outageEndOf,
  outageStateOf,
  overloadEndOf,
  overloadStateOf,
  stepInAtlas,
} from "./rules/simulation.ts";

const showOutage = ({ id, groupId, name, document, createdAt, now }: Seen<Outage>) => ({
  clusterName: name,
  expirationDate: toTimestamp(createdAt + longestOutage),
  groupId,
  id,
  outageFilters: document.outageFilters.map(({ cloudProvider, regionName, type }) => ({
    cloudProvider,
    regionName,
    type,
  })),
  startRequestDate: toTimestamp(createdAt),
  state: outageStateOf({ document, createdAt }, now),
});

const simulated = keeping(outages, {
  by: "clusterName",
  absent: "CLUSTER_OUTAGE_SIMULATION_NOT_FOUND",
  show: showOutage,
});

export const getGroupClusterOutageSimulation = simulated.get("getGroupClusterOutageSimulation");

interface SentFilter {
  readonly cloudProvider?: OutageFilter["cloudProvider"];
  readonly regionName?: string;
}

/** Chooses the regions of an outage, which are some of the cluster or all. */
function chooseFilters(
  { shards }: AtlasCluster,
  sent: readonly SentFilter[],
  fault: FaultMaker<"INVALID_ATTRIBUTE">,
): OutageFilter[] {
  const wrong = (description: string) =>
    fault("INVALID_ATTRIBUTE", { attribute: "outageFilters" }, wrongField("outageFilters", description));
  const regions = shards.flatMap(({ regionConfigs }) => regionConfigs);
  const isIn =
    ({ cloudProvider, regionName }: SentFilter) =>
    (region: (typeof regions)[number]) =>
      region.providerName === cloudProvider && region.regionName === regionName;
  const strange = sent.find((filter) => !regions.some(isIn(filter)));
  if (strange !== undefined) {
    throw wrong(`The cluster has no nodes in the region ${strange.regionName} of ${strange.cloudProvider}.`);
  }
  return sent.map(({ cloudProvider, regionName }) => ({
    cloudProvider: cloudProvider as OutageFilter["cloudProvider"],
    regionName: regionName as string,
    type: "REGION",
  }));
}

const wrongState = "INVALID_CLUSTER_OUTAGE_SIMULATION_STATE";

export const startGroupClusterOutageSimulation = simulated.create(
  "startGroupClusterOutageSimulation",
  {
    errors: [...clusterErrors, "INVALID_ATTRIBUTE", "TENANT_CLUSTER_UPDATE_UNSUPPORTED", wrongState],
    needs: ["clusterSpeed"],
  },
  async (context) => {
    const { group, now, fault, clusterSpeed } = context;
    const found = await findCluster(context);
    const { document: cluster, name } = found;
    if (isTenant(cluster)) throw fault("TENANT_CLUSTER_UPDATE_UNSUPPORTED", {});
    const state = stateOf(found, now);
    if (state === "CREATING" || state === "DELETING") throw fault(wrongState, { state, expected: "IDLE" });
    const outageFilters = chooseFilters(cluster, context.body.outageFilters ?? [], fault);
    const running = await outages.find(context, group, name);
    if (running !== undefined) {
      throw fault(wrongState, { state: outageStateOf(running, now), expected: "COMPLETE" });
    }
    const document = {
      outageFilters,
      step: stepOf(clusterSpeed, stepInAtlas),
      recoversAt: now + longestOutage,
    };
    return outages.add(context, group, name, { document, endsAt: outageEndOf(document) });
  },
);

export const endGroupClusterOutageSimulation = atlas("endGroupClusterOutageSimulation", {
  locks: "group",
  errors: ["CLUSTER_OUTAGE_SIMULATION_NOT_FOUND", wrongState],
}).handle(async (context) => {
  const { now, fault } = context;
  const found = await simulated.find(context);
  const state = outageStateOf(found, now);
  if (state !== "SIMULATING") throw fault(wrongState, { state, expected: "SIMULATING" });
  const document = { ...found.document, recoversAt: now };
  const ending = await outages.replace(context, found, { document, endsAt: outageEndOf(document) });
  return simulated.seen(ending, context);
}, showOutage);

interface SeenOverload {
  readonly overload: Resource<Overload>;
  readonly state: ReturnType<typeof overloadStateOf>;
}

const showOverload = ({ overload: { name, groupId, document, createdAt }, state }: SeenOverload) => ({
  ...(document.cancelledAt !== undefined && { cancelRequestedAt: toTimestamp(document.cancelledAt) }),
  clusterName: document.clusterName,
  durationSeconds: document.durationSeconds,
  expiresAt: toTimestamp(overloadEndOf({ document, createdAt })),
  groupId,
  requestDate: toTimestamp(createdAt),
  simulationId: name,
  state,
});

const isRunning = ({ state }: SeenOverload): boolean => state === "REQUESTED" || state === "RUNNING";

type Finding = Parameters<typeof findCluster>[0];

/** Lists the overloads of a cluster with their states. */
async function overloadsOf(looking: Finding): Promise<SeenOverload[]> {
  const [cluster, all] = await Promise.all([findCluster(looking), overloads.all(looking, looking.group)]);
  return all
    .filter(({ document }) => document.clusterName === cluster.name)
    .map((overload) => ({ overload, state: overloadStateOf(overload, cluster.id, looking.now) }));
}

async function findOverload(
  looking: Finding & {
    readonly params: { readonly simulationId: string };
    readonly fault: FaultMaker<"RESOURCE_NOT_FOUND">;
  },
): Promise<SeenOverload> {
  const { simulationId } = looking.params;
  const found = (await overloadsOf(looking)).find(({ overload }) => overload.name === simulationId);
  if (found === undefined) throw looking.fault("RESOURCE_NOT_FOUND", { resource: simulationId });
  return found;
}

export const listGroupClusterOverloadSimulations = atlas("listGroupClusterOverloadSimulations", {
  errors: [...clusterErrors],
}).handle(
  async (context) => pageOf(await overloadsOf(context), { includeCount: true, ...context.query }),
  showPageOf(showOverload),
);

export const getGroupClusterOverloadSimulation = atlas("getGroupClusterOverloadSimulation", {
  errors: [...clusterErrors, "RESOURCE_NOT_FOUND"],
}).handle(findOverload, showOverload);

/** The seconds that an overload lasts unless the request says otherwise, and at most. */
const usualSeconds = 300;
const mostSeconds = 3600;
const listedFor = 30 * day;

export const createGroupClusterOverloadSimulation = atlas("createGroupClusterOverloadSimulation", {
  locks: "group",
  errors: [...clusterErrors, "INVALID_ATTRIBUTE", "TENANT_CLUSTER_UPDATE_UNSUPPORTED", wrongState],
  needs: ["clusterSpeed"],
}).handle(async (context) => {
  const { group, now, newId, fault, clusterSpeed } = context;
  const { id: clusterId, name: clusterName, document: cluster } = await findCluster(context);
  if (isTenant(cluster)) throw fault("TENANT_CLUSTER_UPDATE_UNSUPPORTED", {});
  const { durationSeconds = usualSeconds } = context.body;
  if (durationSeconds < 1 || durationSeconds > mostSeconds) {
    const description = `The value must be 1 to ${mostSeconds}.`;
    throw fault(
      "INVALID_ATTRIBUTE",
      { attribute: "durationSeconds" },
      wrongField("durationSeconds", description),
    );
  }
  const running = (await overloadsOf(context)).find(isRunning);
  if (running !== undefined) throw fault(wrongState, { state: running.state, expected: "COMPLETED" });
  const document = { clusterId, clusterName, durationSeconds, step: stepOf(clusterSpeed, stepInAtlas) };
  const overload = await overloads.add(context, group, newId(), { document, endsAt: now + listedFor });
  return { overload, state: overloadStateOf(overload, clusterId, now) };
}, showOverload);

/** Cancels one that runs; one that has ended stays as it is. */
export const deleteGroupClusterOverloadSimulation = atlas("deleteGroupClusterOverloadSimulation", {
  locks: "group",
  errors: [...clusterErrors, "RESOURCE_NOT_FOUND"],
}).handle(
  async (context) => {
    const found = await findOverload(context);
    if (!isRunning(found)) return;
    const { overload } = found;
    await overloads.replace(context, overload, {
      document: { ...overload.document, cancelledAt: context.now },
    });
  },
  () => ({}),
);

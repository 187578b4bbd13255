// Operations on clusters, and on what is set for one.

import type { Resource } from "../../core/changes/resources.ts";
import {
  allProviderNames,
  offeredRegions,
  providerNames,
  sizes,
  tenantSizes,
} from "../../core/contract/cluster-hardware.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { pageOf, showPageOf } from "../../core/operations/declare.ts";
import { endBackups } from "../backups/snapshots.ts";
import { isProvisioned } from "../database-users/provisioning.ts";
import { outages } from "../simulations/kept.ts";
import { changeErrors, changeTo, endCluster, endErrors } from "./cluster-life.ts";
import { upgradeCluster, upgradeErrors, upgrading } from "./cluster-upgrade.ts";
import { changeCluster, changeClusterErrors, makeCluster, makeClusterErrors } from "./clusters.ts";
import {
  argsViews,
  findAny,
  findCluster,
  findErrors,
  isAtlasCluster,
  leavesSizes,
  placed,
  placedInChange,
  reachedPrivately,
} from "./common.ts";
import { clusters } from "./kept.ts";
import { type AtlasCluster, type Cluster, isTenant, releaseOf, stateOf } from "./rules/cluster.ts";
import { pinned, pinOf } from "./rules/cluster-pin.ts";
import { checkClusterName, nameErrors, processArgsOf } from "./rules/cluster-settings.ts";
import { showCluster, showEarlierCluster, showLegacyCluster } from "./rules/cluster-views.ts";

export const listClusterDetails = atlas("listClusterDetails", {}).handle(
  async ({ tx, now, caller, query }) => {
    const rows = await tx.documents.visible(clusters.kind, caller.id, now);
    const groups = new Map(rows.map((row) => [row.groupId, row]));
    const all = [...groups.values()].map(({ groupId, groupName, orgId, orgName }) => ({
      groupId,
      groupName,
      orgId,
      orgName,
      clusters: rows.filter((row) => row.groupId === groupId).map((row) => detailsOf(row as Row, now)),
    }));
    return pageOf(all, query);
  },
  showPageOf(({ clusters, groupId, groupName, orgId, orgName }) => ({
    clusters,
    groupId,
    groupName,
    orgId,
    orgName,
    planType: "Atlas",
    tags: [],
  })),
);

interface Row {
  readonly id: string;
  readonly name: string;
  readonly document: object;
  readonly endsAt: number | null;
}

function detailsOf({ id, name, document: kept, endsAt }: Row, now: number) {
  const document = kept as Cluster;
  const isFlex = document.kind === "FLEX";
  const nodes = isFlex ? 3 : nodesOf(document);
  const state = stateOf({ document, endsAt }, now);
  return {
    alertCount: 0,
    authEnabled: true,
    availability: state === "CREATING" ? "unavailable" : "available",
    backupEnabled: isFlex || document.settings.backupEnabled,
    clusterId: id,
    dataSizeBytes: 0,
    name,
    nodeCount: nodes,
    sslEnabled: true,
    type: isFlex || document.clusterType === "REPLICASET" ? "REPLICA_SET" : "SHARDED_CLUSTER",
    versions: [releaseOf(isFlex ? "8.0" : document.majorVersion)],
  };
}

const nodesOf = ({ shards }: Extract<Cluster, { kind: "CLUSTER" }>): number =>
  shards
    .flatMap(({ regionConfigs }) => regionConfigs)
    .flatMap((region) => [region.electableSpecs, region.readOnlySpecs, region.analyticsSpecs])
    .reduce((sum, { nodeCount }) => sum + nodeCount, 0);

export const listGroupClusterProviderRegions = atlas("listGroupClusterProviderRegions", {}).handle(
  async ({ query }) => {
    const asked = query.providers ?? allProviderNames;
    const results = providerNames
      .filter((provider) => asked.includes(provider))
      .map((provider) => ({ provider, instanceSizes: sizesAt(provider, query.tier) }))
      .filter(({ instanceSizes }) => instanceSizes.length > 0);
    return pageOf(results, query);
  },
  showPageOf(({ provider, instanceSizes }) => ({ instanceSizes, provider })),
);

function sizesAt(provider: (typeof providerNames)[number], tier: string | undefined) {
  const names = [...tenantSizes.keys(), ...sizes[provider]];
  return names
    .filter((name) => tier === undefined || name === tier)
    .map((name) => ({ availableRegions: offeredRegions(provider, name), name }));
}

export const listGroupClusters = atlas("listGroupClusters", { needs: ["connections"] }).handle(
  async (context) => {
    const all = (await clusters.all(context, context.group)).filter(isAtlasCluster);
    const privately = await reachedPrivately(context);
    return pageOf(
      all.map((each) => ({ ...placed(context, each, leavesSizes(context)), ...privately })),
      context.query,
    );
  },
  {
    "2023-01-01": showPageOf(showLegacyCluster),
    "2023-02-01": showPageOf(showEarlierCluster),
    "2024-08-05": showPageOf(showCluster),
  },
);

export const getGroupCluster = atlas("getGroupCluster", {
  errors: [...findErrors],
  needs: ["connections"],
}).handle(
  async (context) => {
    const [cluster, privately] = await Promise.all([findCluster(context), reachedPrivately(context)]);
    return { ...placed(context, cluster, leavesSizes(context)), ...privately };
  },
  {
    "2023-01-01": showLegacyCluster,
    "2023-02-01": showEarlierCluster,
    "2024-08-05": showCluster,
  },
);

export const getGroupClusterProcessArgs = atlas("getGroupClusterProcessArgs", {
  errors: [...findErrors],
}).handle(async (context) => processArgsOf((await findCluster(context)).document), argsViews);

export const getGroupClusterStatus = atlas("getGroupClusterStatus", {
  errors: ["CLUSTER_NOT_FOUND"],
  needs: ["connections"],
}).handle(
  async (context) => {
    const cluster = await findAny(context, context.params.clusterName);
    return (
      stateOf(cluster, context.now) === "IDLE" &&
      (await isProvisioned({ ...context, groupId: context.group.id }))
    );
  },
  (isApplied) => ({ changeStatus: isApplied ? "APPLIED" : "PENDING" }),
);

export const autoGroupClusterScalingConfiguration = atlas("autoGroupClusterScalingConfiguration", {
  errors: [...findErrors],
}).handle(
  async (context) => (await findCluster(context)).document.isSharded,
  (isSharded) => ({ autoScalingMode: isSharded ? "INDEPENDENT_SHARD_SCALING" : "CLUSTER_WIDE_SCALING" }),
);

export const createGroupCluster = atlas("createGroupCluster", {
  locks: "group",
  errors: [...makeClusterErrors],
  needs: ["connections", "clusterSpeed", "forbidding"],
}).handle(
  async (context) => ({
    ...placedInChange(context, await makeCluster(context, context.group, context.body), leavesSizes(context)),
    isMadeUntagged: context.body.tags === undefined,
  }),
  {
    "2023-01-01": showLegacyCluster,
    "2023-02-01": showEarlierCluster,
    "2024-08-05": showCluster,
    "2024-10-23": showCluster,
  },
);

export const upgradeGroupClusterTenantUpgrade = atlas("upgradeGroupClusterTenantUpgrade", {
  locks: "group",
  errors: [...nameErrors, ...upgradeErrors],
  needs: ["clusterSpeed", "forbidding", "connections"],
}).handle(async (context) => {
  const before = await findAny(context, checkClusterName(context.body.name, context.fault));
  const after = await upgradeCluster(context, before, context.body);
  // A free cluster is answered as it was, as recorded.
  const { kind } = before.document;
  return placedInChange(
    context,
    (kind === "CLUSTER" ? upgrading(before, after) : after) as Resource<AtlasCluster>,
  );
}, showLegacyCluster);

export const pinGroupClusterFeatureCompatibilityVersion = atlas(
  "pinGroupClusterFeatureCompatibilityVersion",
  {
    locks: "group",
    errors: [...findErrors, ...changeErrors, "INVALID_ATTRIBUTE", "TENANT_CLUSTER_UPDATE_UNSUPPORTED"],
    needs: ["clusterSpeed", "forbidding"],
  },
).handle(async (context) => {
  const { now, body, fault } = context;
  const before = await findCluster(context);
  const { document } = before;
  if (isTenant(document)) throw fault("TENANT_CLUSTER_UPDATE_UNSUPPORTED", {});
  const isPinned = pinOf(document, now) !== undefined;
  const type = isPinned ? "CLUSTER_FCV_EXPIRATION_DATE_UPDATED" : "CLUSTER_FCV_FIXED";
  await changeTo(context, before, pinned(document, body, now, fault), type);
});

export const updateGroupCluster = atlas("updateGroupCluster", {
  locks: "group",
  errors: [...findErrors, ...changeClusterErrors],
  needs: ["clusterSpeed", "forbidding", "connections"],
}).handle(
  async (context) => {
    const isLeft = leavesSizes(context);
    const changed = await changeCluster(context, await findCluster(context), context.body, isLeft);
    return { ...placedInChange(context, changed, isLeft), ...(await reachedPrivately(context)) };
  },
  {
    "2023-01-01": showLegacyCluster,
    "2023-02-01": showEarlierCluster,
    "2024-08-05": showCluster,
    "2024-10-23": showCluster,
  },
);

export const updateGroupClusterProcessArgs = atlas("updateGroupClusterProcessArgs", {
  locks: "group",
  errors: [...findErrors, ...changeErrors, "TENANT_CLUSTER_PROCESS_ARGS_NOT_SUPPORTED"],
  needs: ["clusterSpeed", "forbidding"],
}).handle(async (context) => {
  const before = await findCluster(context);
  const { document } = before;
  if (isTenant(document)) throw context.fault("TENANT_CLUSTER_PROCESS_ARGS_NOT_SUPPORTED", {});
  const processArgs = { ...document.processArgs, ...context.body };
  const type = "CLUSTER_PROCESS_ARGS_UPDATE_SUBMITTED";
  return processArgsOf((await changeTo(context, before, { ...document, processArgs }, type)).document);
}, argsViews);

export const deleteGroupCluster = atlas("deleteGroupCluster", {
  locks: "group",
  errors: [
    ...findErrors,
    ...endErrors,
    "CANNOT_TERMINATE_CLUSTER_WITH_UNDERGOING_REGIONAL_OUTAGE_SIMULATION",
  ],
  needs: ["clusterSpeed", "forbidding"],
}).handle(
  async (context) => {
    const cluster = await findCluster(context);
    const { name } = cluster;
    if ((await outages.find(context, context.group, name)) !== undefined) {
      throw context.fault("CANNOT_TERMINATE_CLUSTER_WITH_UNDERGOING_REGIONAL_OUTAGE_SIMULATION", { name });
    }
    const { retainBackups = cluster.document.settings.retainBackups } = context.query;
    await endBackups(context, cluster, await endCluster(context, cluster), retainBackups);
  },
  () => ({}),
);

export const unpinGroupClusterFeatureCompatibilityVersion = atlas(
  "unpinGroupClusterFeatureCompatibilityVersion",
  {
    locks: "group",
    errors: [...findErrors, ...changeErrors],
    needs: ["clusterSpeed", "forbidding"],
  },
).handle(async (context) => {
  const before = await findCluster(context);
  const { pin: _, ...document } = before.document;
  await changeTo(context, before, document, "CLUSTER_FCV_UNFIXED");
});

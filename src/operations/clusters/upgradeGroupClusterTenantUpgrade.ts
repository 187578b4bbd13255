import { upgradeCluster, upgradeErrors, upgrading } from "../../changes/cluster-upgrade.ts";
import type { Resource } from "../../changes/resources.ts";
import type { AtlasCluster } from "../../domain/cluster.ts";
import { checkClusterName, nameErrors } from "../../domain/cluster-settings.ts";
import { showLegacyCluster } from "../../domain/cluster-views.ts";
import { door, operation, schemas } from "../declare.ts";
import { findAny, path, placedInChange, shared } from "./common.ts";

export const upgradeGroupClusterTenantUpgrade = operation(`POST ${path}/tenantUpgrade`, {
  ...shared,
  summary: "Give a cluster that shares machines its own, or make a free one flex",
  description:
    "The cluster of the name in the body becomes what is asked for, a flex cluster with the provider FLEX, and is UPDATING for a while. Needs Project Cluster Manager.",
  door: door.group("GROUP_CLUSTER_MANAGER"),
  holds: "group",
  body: schemas.ClusterRequest,
  versions: { "2023-01-01": { reply: schemas.LegacyAtlasCluster } },
  errors: [...nameErrors, ...upgradeErrors],
}).handle(async (context) => {
  const before = await findAny(context, checkClusterName(context.body.name, context.fault));
  const after = await upgradeCluster(context, before, context.body);
  // A free cluster is answered as it was (recorded).
  const { kind } = before.document;
  return placedInChange(
    context,
    (kind === "CLUSTER" ? upgrading(before, after) : after) as Resource<AtlasCluster>,
  );
}, showLegacyCluster);

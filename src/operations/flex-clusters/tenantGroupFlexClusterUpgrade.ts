import { upgradeCluster, upgradeErrors, upgrading } from "../../changes/cluster-upgrade.ts";
import { checkClusterName, nameErrors } from "../../domain/cluster-settings.ts";
import { placedInChange } from "../clusters/common.ts";
import { door, operation, schemas } from "../declare.ts";
import { findErrors, findFlexCluster, path, shared, showFlexCluster } from "./common.ts";

export const tenantGroupFlexClusterUpgrade = operation(`POST ${path}:tenantUpgrade`, {
  ...shared,
  summary: "Give a flex cluster machines of its own",
  description:
    "The flex cluster of the name in the body becomes the cluster that is asked for, and is UPDATING for a while. Needs Project Cluster Manager.",
  door: door.group("GROUP_CLUSTER_MANAGER"),
  holds: "group",
  body: schemas.ClusterRequest,
  versions: { "2024-11-13": { reply: schemas.FlexClusterDescription20241113 } },
  errors: [...findErrors, ...nameErrors, ...upgradeErrors],
}).handle(async (context) => {
  const name = checkClusterName(context.body.name, context.fault);
  const before = await findFlexCluster({ ...context, params: { name } });
  return placedInChange(context, upgrading(before, await upgradeCluster(context, before, context.body)));
}, showFlexCluster);

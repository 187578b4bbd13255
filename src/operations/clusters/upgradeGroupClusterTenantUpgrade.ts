import { upgradeCluster, upgradeErrors, upgrading } from "../../changes/cluster-upgrade.ts";
import type { Resource } from "../../changes/resources.ts";
import type { AtlasCluster } from "../../domain/cluster.ts";
import { checkClusterName, nameErrors } from "../../domain/cluster-settings.ts";
import { showLegacyCluster } from "../../domain/cluster-views.ts";
import { atlas } from "../atlas.ts";
import { findAny, placedInChange } from "./common.ts";

export const upgradeGroupClusterTenantUpgrade = atlas("upgradeGroupClusterTenantUpgrade", {
  holds: "group",
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

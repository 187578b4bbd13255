import { upgradeCluster, upgradeErrors, upgrading } from "../../changes/cluster-upgrade.ts";
import { checkClusterName, nameErrors } from "../../domain/cluster-settings.ts";
import { atlas } from "../atlas.ts";
import { placedInChange } from "../clusters/common.ts";
import { findErrors, findFlexCluster, showFlexCluster } from "./common.ts";

export const tenantGroupFlexClusterUpgrade = atlas("tenantGroupFlexClusterUpgrade", {
  holds: "group",
  errors: [...findErrors, ...nameErrors, ...upgradeErrors],
}).handle(async (context) => {
  const name = checkClusterName(context.body.name, context.fault);
  const before = await findFlexCluster({ ...context, params: { name } });
  return placedInChange(context, upgrading(before, await upgradeCluster(context, before, context.body)));
}, showFlexCluster);

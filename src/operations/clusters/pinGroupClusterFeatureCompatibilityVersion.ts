import { changeErrors, changeTo } from "../../changes/cluster-life.ts";
import { isTenant } from "../../domain/cluster.ts";
import { pinned, pinOf } from "../../domain/cluster-pin.ts";
import { atlas } from "../atlas.ts";
import { findCluster, findErrors } from "./common.ts";

export const pinGroupClusterFeatureCompatibilityVersion = atlas(
  "pinGroupClusterFeatureCompatibilityVersion",
  {
    holds: "group",
    errors: [...findErrors, ...changeErrors, "INVALID_ATTRIBUTE", "TENANT_CLUSTER_UPDATE_UNSUPPORTED"],
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

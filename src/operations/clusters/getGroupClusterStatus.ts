import { isProvisioned } from "../../changes/provisioning.ts";
import { stateOf } from "../../domain/cluster.ts";
import { atlas } from "../atlas.ts";
import { findAny } from "./common.ts";

export const getGroupClusterStatus = atlas("getGroupClusterStatus", {
  errors: ["CLUSTER_NOT_FOUND"],
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

import { isProvisioned } from "../../changes/provisioning.ts";
import { stateOf } from "../../domain/cluster.ts";
import { door, operation, schemas } from "../declare.ts";
import { clusterName, findAny, pathOfOne, shared } from "./common.ts";

export const getGroupClusterStatus = operation(`GET ${pathOfOne}/status`, {
  ...shared,
  summary: "Get whether changes have reached a cluster",
  description:
    "PENDING while the cluster is made, changed or deleted, or its database lacks users or roles of the project or has some too many, and else APPLIED; flex clusters too. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  params: { clusterName },
  versions: { "2023-01-01": { reply: schemas.ClusterStatus } },
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

import { stateOf } from "../../domain/cluster.ts";
import { door, operation, schemas } from "../declare.ts";
import { clusterName, findAny, pathOfOne, shared } from "./common.ts";

export const getGroupClusterStatus = operation(`GET ${pathOfOne}/status`, {
  ...shared,
  summary: "Get whether changes have reached a cluster",
  description:
    "PENDING while the cluster is made, changed or deleted, and else APPLIED; flex clusters too. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  params: { clusterName },
  versions: { "2023-01-01": { reply: schemas.ClusterStatus } },
  errors: ["CLUSTER_NOT_FOUND"],
}).handle(
  async (context) => stateOf(await findAny(context, context.params.clusterName), context.now),
  (state) => ({ changeStatus: state === "IDLE" ? "APPLIED" : "PENDING" }),
);

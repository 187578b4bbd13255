import { changeCluster, changeClusterErrors } from "../../changes/clusters.ts";
import { showCluster, showEarlierCluster, showLegacyCluster } from "../../domain/cluster-views.ts";
import { door, operation, schemas } from "../declare.ts";
import {
  clusterName,
  deprecatedWrite,
  earlierReplies,
  findCluster,
  findErrors,
  flags,
  leavesSizes,
  pathOfOne,
  placedInChange,
  shared,
} from "./common.ts";

export const updateGroupCluster = operation(`PATCH ${pathOfOne}`, {
  ...shared,
  summary: "Update a cluster of a project",
  description:
    "Replaces what is sent, and the cluster is UPDATING for a while. A sent list of specs replaces the old one. Needs Project Cluster Manager, Project Cluster Resilience Tester or Project Replica Set Manager.",
  successor: "updateGroupCluster in version 2024-10-23",
  door: door.groupOfAny(
    "GROUP_CLUSTER_MANAGER",
    "GROUP_CLUSTER_RESILIENCE_TESTER",
    "GROUP_REPLICA_SET_MANAGER",
  ),
  holds: "group",
  params: { clusterName },
  body: schemas.ClusterUpdate,
  flags,
  versions: {
    ...earlierReplies,
    "2024-08-05": { ...deprecatedWrite, reply: schemas.ClusterDescription20240805 },
    "2024-10-23": { reply: schemas.ClusterDescription20240805 },
  },
  errors: [...findErrors, ...changeClusterErrors],
}).handle(
  async (context) => {
    const isLeft = leavesSizes(context);
    const changed = await changeCluster(context, await findCluster(context), context.body, isLeft);
    return placedInChange(context, changed, isLeft);
  },
  {
    "2023-01-01": showLegacyCluster,
    "2023-02-01": showEarlierCluster,
    "2024-08-05": showCluster,
    "2024-10-23": showCluster,
  },
);

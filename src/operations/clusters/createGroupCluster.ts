import { makeCluster, makeClusterErrors } from "../../changes/clusters.ts";
import { showCluster, showEarlierCluster, showLegacyCluster } from "../../domain/cluster-views.ts";
import { door, operation, schemas } from "../declare.ts";
import {
  deprecatedWrite,
  earlierReplies,
  flags,
  leavesSizes,
  path,
  placedInChange,
  shared,
} from "./common.ts";

export const createGroupCluster = operation(`POST ${path}`, {
  ...shared,
  summary: "Create a cluster in a project",
  description:
    "The cluster is CREATING for a while and then IDLE; no machine is started. Its database is the one that whoever runs the server names. Needs Project Cluster Creator.",
  successor: "createGroupCluster in version 2024-10-23",
  door: door.group("GROUP_CLUSTER_CREATOR"),
  holds: "group",
  status: 201,
  body: schemas.ClusterRequest,
  flags,
  versions: {
    ...earlierReplies,
    "2024-08-05": { ...deprecatedWrite, reply: schemas.ClusterDescription20240805 },
    "2024-10-23": { reply: schemas.ClusterDescription20240805 },
  },
  errors: [...makeClusterErrors],
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

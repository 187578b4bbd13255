import { showCluster, showEarlierCluster, showLegacyCluster } from "../../domain/cluster-views.ts";
import { door, operation, schemas } from "../declare.ts";
import {
  clusterName,
  earlierReplies,
  findCluster,
  findErrors,
  flags,
  leavesSizes,
  pathOfOne,
  placed,
  shared,
} from "./common.ts";

export const getGroupCluster = operation(`GET ${pathOfOne}`, {
  ...shared,
  summary: "Get a cluster of a project",
  description:
    "Answers its state, which follows from the clock, and where its database is. Needs Project Read Only.",
  successor: "getGroupCluster in version 2024-08-05",
  door: door.group("GROUP_READ_ONLY"),
  params: { clusterName },
  flags,
  versions: {
    ...earlierReplies,
    "2024-08-05": { reply: schemas.ClusterDescription20240805 },
  },
  errors: [...findErrors],
}).handle(async (context) => placed(context, await findCluster(context), leavesSizes(context)), {
  "2023-01-01": showLegacyCluster,
  "2023-02-01": showEarlierCluster,
  "2024-08-05": showCluster,
});

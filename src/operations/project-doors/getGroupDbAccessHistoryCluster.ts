import { door, operation, schemas, Type } from "../declare.ts";
import { asIs, tracking, trackingPath, trackingQuery } from "./common.ts";

export const getGroupDbAccessHistoryCluster = operation(`GET ${trackingPath}/clusters/{clusterName}`, {
  ...tracking,
  summary: "List who logged in to a cluster of a project",
  description:
    "Answers none: no database is here. Needs Project Cluster Log Viewer or Project Database Access Admin.",
  door: door.groupOfAny("GROUP_CLUSTER_LOG_VIEWER", "GROUP_DATABASE_ACCESS_ADMIN"),
  params: { clusterName: Type.String({ description: "Name of the cluster; it need not exist." }) },
  query: trackingQuery,
  versions: { "2023-01-01": { reply: schemas.MongoDBAccessLogsList } },
}).handle(async () => ({ accessLogs: [] }), asIs);

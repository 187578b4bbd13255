import { isTenant } from "../../domain/cluster.ts";
import { clusterName, findCluster, findErrors } from "../clusters/common.ts";
import { door, operation, schemas } from "../declare.ts";
import { checkTracking, tracking, trackingPath, trackingQuery } from "./common.ts";

export const getGroupDbAccessHistoryCluster = operation(`GET ${trackingPath}/clusters/{clusterName}`, {
  ...tracking,
  summary: "List who logged in to a cluster of a project",
  description:
    "Answers none: no database is here. Free and flex clusters have none. Needs Project Cluster Log Viewer or Project Database Access Admin.",
  door: door.groupOfAny("GROUP_CLUSTER_LOG_VIEWER", "GROUP_DATABASE_ACCESS_ADMIN"),
  params: { clusterName },
  query: trackingQuery,
  versions: { "2023-01-01": { reply: schemas.MongoDBAccessLogsList } },
  errors: [...findErrors, "INVALID_QUERY_PARAMETER", "TENANT_CLUSTER_ACCESS_HISTORY_NOT_SUPPORTED"],
}).handle(
  async (context) => {
    const { query, fault } = context;
    checkTracking(query, fault);
    const { document } = await findCluster(context);
    if (isTenant(document)) throw fault("TENANT_CLUSTER_ACCESS_HISTORY_NOT_SUPPORTED", {});
  },
  () => ({ accessLogs: [] }),
);

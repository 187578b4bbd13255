import { door, operation, schemas, Type } from "../declare.ts";
import { checkTracking, tracking, trackingPath, trackingQuery } from "./common.ts";

export const getGroupDbAccessHistoryProcess = operation(`GET ${trackingPath}/processes/{hostname}`, {
  ...tracking,
  summary: "List who logged in to a host of a project",
  description:
    "Answers none: no database is here. Needs Project Cluster Log Viewer or Project Database Access Admin.",
  door: door.groupOfAny("GROUP_CLUSTER_LOG_VIEWER", "GROUP_DATABASE_ACCESS_ADMIN"),
  params: { hostname: Type.String({ description: "Name of the host; it need not exist." }) },
  query: trackingQuery,
  versions: { "2023-01-01": { reply: schemas.MongoDBAccessLogsList } },
  errors: ["INVALID_QUERY_PARAMETER"],
}).handle(
  async ({ query, fault }) => checkTracking(query, fault),
  () => ({ accessLogs: [] }),
);

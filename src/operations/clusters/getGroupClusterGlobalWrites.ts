import { door, operation, schemas } from "../declare.ts";
import { clusterName, findCluster, findErrors, pathOfOne, shared } from "./common.ts";

export const getGroupClusterGlobalWrites = operation(`GET ${pathOfOne}/globalWrites`, {
  ...shared,
  tag: "Global Clusters",
  summary: "Get the managed namespaces and own zones of a cluster",
  description: "There are none here, in no cluster. Needs Project Read Only.",
  successor: "getGroupClusterGlobalWrites in version 2024-08-05",
  door: door.group("GROUP_READ_ONLY"),
  params: { clusterName },
  versions: {
    "2023-01-01": { deprecated: "2023-02-01", sunset: "2027-07-01", reply: schemas.GeoSharding },
    "2023-02-01": { deprecated: "2024-08-05", sunset: "2027-07-01", reply: schemas.GeoSharding },
    "2024-08-05": { reply: schemas.GeoSharding20240805 },
  },
  errors: [...findErrors],
}).handle(findCluster, ({ document: { settings } }) => ({
  customZoneMapping: {},
  managedNamespaces: [],
  selfManagedSharding: settings.globalClusterSelfManagedSharding ?? false,
}));

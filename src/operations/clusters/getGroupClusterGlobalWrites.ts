import { atlas } from "../atlas.ts";
import { findCluster, findErrors } from "./common.ts";

export const getGroupClusterGlobalWrites = atlas("getGroupClusterGlobalWrites", {
  errors: [...findErrors],
}).handle(findCluster, ({ document: { settings } }) => ({
  customZoneMapping: {},
  managedNamespaces: [],
  selfManagedSharding: settings.globalClusterSelfManagedSharding ?? false,
}));

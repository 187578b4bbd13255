// The roles that databases come with, and what the actions of a project's own roles can be allowed on.
import { ofCluster, ofData } from "./database-actions.ts";

/** The roles held for the whole deployment, so on the database `admin` alone. */
export const rolesOnAdmin: ReadonlySet<string> = new Set([
  "atlasAdmin",
  "backup",
  "clusterMonitor",
  "dbAdminAnyDatabase",
  "enableSharding",
  "readAnyDatabase",
  "readWriteAnyDatabase",
]);

/** The roles that only a project's own role can inherit. */
const privileges = ["killOpSession", "autoCompact", "manageShardBalancer"];

export const builtInRoles: ReadonlySet<string> = new Set([
  ...rolesOnAdmin,
  ...privileges,
  "dbAdmin",
  "read",
  "readWrite",
]);

/** Reports whether a built-in role is held on the database `admin` alone. */
export const isOnAdmin = (role: string): boolean => rolesOnAdmin.has(role) || privileges.includes(role);

const data: ReadonlySet<string> = new Set(ofData);
const cluster: ReadonlySet<string> = new Set(ofCluster);

/** Reports whether an action can be allowed on the whole deployment, or on data in it. */
export const isOn = (action: string, isCluster: boolean): boolean =>
  isCluster ? !data.has(action) : !cluster.has(action);

// Built-in database roles, and the resources on which the actions of custom roles can be allowed.
import { ofCluster, ofData } from "./database-actions.ts";

/** The roles that are held for the whole deployment, and so only on the database `admin`. */
export const rolesOnAdmin: ReadonlySet<string> = new Set([
  "atlasAdmin",
  "backup",
  "clusterMonitor",
  "dbAdminAnyDatabase",
  "enableSharding",
  "readAnyDatabase",
  "readWriteAnyDatabase",
]);

/** The roles that only custom roles can inherit. */
const privileges = ["killOpSession", "autoCompact", "manageShardBalancer"];

export const builtInRoles: ReadonlySet<string> = new Set([
  ...rolesOnAdmin,
  ...privileges,
  "dbAdmin",
  "read",
  "readWrite",
]);

/** Reports whether a built-in role can only be held on the database `admin`. */
export const isOnAdmin = (role: string): boolean => rolesOnAdmin.has(role) || privileges.includes(role);

const data: ReadonlySet<string> = new Set(ofData);
const cluster: ReadonlySet<string> = new Set(ofCluster);

/** Reports whether an action can be allowed on the whole deployment, or on data. */
export const isOn = (action: string, isCluster: boolean): boolean =>
  isCluster ? !data.has(action) : !cluster.has(action);

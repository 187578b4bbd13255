// The demands of each operation on its caller, as the official document says, and who meets them: the facts that the doors in
// the code are compared with.

import type { OperationId } from "../../src/atlas/index.ts";
import { groupRoleNames, orgRoleNames, type RoleName } from "../../src/core/contract/roles.ts";
import { readSpec } from "../../src/core/spec/files.ts";

/** The roles that meet a demand for at least the role of this title. */
export const meeting = {
  "Organization Owner": ["ORG_OWNER"],
  "Organization Billing Read Only": ["ORG_OWNER", "ORG_BILLING_ADMIN", "ORG_BILLING_READ_ONLY"],
  "Organization Project Creator": ["ORG_OWNER", "ORG_GROUP_CREATOR"],
  "Organization Read Only": ["ORG_OWNER", "ORG_READ_ONLY"],
  "Organization Member": orgRoleNames,
  "Project Owner": ["ORG_OWNER", "GROUP_OWNER"],
  "Project Backup Manager": ["ORG_OWNER", "GROUP_OWNER", "GROUP_BACKUP_MANAGER"],
  "Project Backup Creator": ["ORG_OWNER", "GROUP_OWNER", "GROUP_BACKUP_CREATOR"],
  "Project Backup Export Operator": ["ORG_OWNER", "GROUP_OWNER", "GROUP_BACKUP_EXPORT_OPERATOR"],
  "Project Backup Recovery Operator": ["ORG_OWNER", "GROUP_OWNER", "GROUP_BACKUP_RECOVERY_OPERATOR"],
  "Project Backup Export Operator or Project Backup Recovery Operator": [
    "ORG_OWNER",
    "GROUP_OWNER",
    "GROUP_BACKUP_EXPORT_OPERATOR",
    "GROUP_BACKUP_RECOVERY_OPERATOR",
  ],
  "Project Access Manager": ["ORG_OWNER", "GROUP_OWNER", "GROUP_ACCESS_MANAGER"],
  "Project Database Access Admin or Project Stream Processing Owner": [
    "ORG_OWNER",
    "GROUP_OWNER",
    "GROUP_DATABASE_ACCESS_ADMIN",
    "GROUP_STREAM_PROCESSING_OWNER",
  ],
  "Project Cluster Log Viewer or Project Database Access Admin": [
    "ORG_OWNER",
    "GROUP_OWNER",
    "GROUP_CLUSTER_LOG_VIEWER",
    "GROUP_DATABASE_ACCESS_ADMIN",
  ],
  "Project Cluster Creator": ["ORG_OWNER", "GROUP_OWNER", "GROUP_CLUSTER_CREATOR"],
  "Project Cluster Manager": ["ORG_OWNER", "GROUP_OWNER", "GROUP_CLUSTER_MANAGER"],
  "Project Cluster Manager, Resilience Tester or Replica Set Manager": [
    "ORG_OWNER",
    "GROUP_OWNER",
    "GROUP_CLUSTER_MANAGER",
    "GROUP_CLUSTER_RESILIENCE_TESTER",
    "GROUP_REPLICA_SET_MANAGER",
  ],
  "Project Data Access Admin": ["ORG_OWNER", "GROUP_OWNER", "GROUP_DATA_ACCESS_ADMIN"],
  "Project Data Access Admin or Index Manager": [
    "ORG_OWNER",
    "GROUP_OWNER",
    "GROUP_DATA_ACCESS_ADMIN",
    "GROUP_INDEX_MANAGER",
  ],
  "Project Cluster Log Viewer, a role on data or Stream Processing Owner": [
    "ORG_OWNER",
    "GROUP_OWNER",
    "GROUP_CLUSTER_LOG_VIEWER",
    "GROUP_DATA_ACCESS_ADMIN",
    "GROUP_DATA_ACCESS_READ_ONLY",
    "GROUP_DATA_ACCESS_READ_WRITE",
    "GROUP_STREAM_PROCESSING_OWNER",
  ],
  "Project Observability Viewer, a role on data or Stream Processing Owner": [
    "ORG_OWNER",
    "GROUP_OWNER",
    "GROUP_DATA_ACCESS_ADMIN",
    "GROUP_DATA_ACCESS_READ_ONLY",
    "GROUP_DATA_ACCESS_READ_WRITE",
    "GROUP_OBSERVABILITY_VIEWER",
    "GROUP_STREAM_PROCESSING_OWNER",
  ],
  "A role on data or Stream Processing Owner": [
    "ORG_OWNER",
    "GROUP_OWNER",
    "GROUP_DATA_ACCESS_ADMIN",
    "GROUP_DATA_ACCESS_READ_ONLY",
    "GROUP_DATA_ACCESS_READ_WRITE",
    "GROUP_STREAM_PROCESSING_OWNER",
  ],
  "Project Cluster Manager or Resilience Tester": [
    "ORG_OWNER",
    "GROUP_OWNER",
    "GROUP_CLUSTER_MANAGER",
    "GROUP_CLUSTER_RESILIENCE_TESTER",
  ],
  "Project Cluster Manager or Replica Set Manager": [
    "ORG_OWNER",
    "GROUP_OWNER",
    "GROUP_CLUSTER_MANAGER",
    "GROUP_REPLICA_SET_MANAGER",
  ],
  "Organization Stream Processing Admin or Project Stream Processing Owner": [
    "ORG_OWNER",
    "ORG_STREAM_PROCESSING_ADMIN",
    "GROUP_OWNER",
    "GROUP_STREAM_PROCESSING_OWNER",
  ],
  "Stream Processing Admin or Owner, or Project Data Access Admin": [
    "ORG_OWNER",
    "ORG_STREAM_PROCESSING_ADMIN",
    "GROUP_OWNER",
    "GROUP_DATA_ACCESS_ADMIN",
    "GROUP_STREAM_PROCESSING_OWNER",
  ],
  "Stream Processing Admin or Owner, or a role on data": [
    "ORG_OWNER",
    "ORG_STREAM_PROCESSING_ADMIN",
    "GROUP_OWNER",
    "GROUP_DATA_ACCESS_ADMIN",
    "GROUP_DATA_ACCESS_READ_ONLY",
    "GROUP_DATA_ACCESS_READ_WRITE",
    "GROUP_STREAM_PROCESSING_OWNER",
  ],
  "Project Support Access Manager": ["ORG_OWNER", "GROUP_OWNER", "GROUP_SUPPORT_ACCESS_MANAGER"],
  "Project Search Index Editor": ["ORG_OWNER", "GROUP_OWNER", "GROUP_SEARCH_INDEX_EDITOR"],
  "Project Data Access Read Only, Read Write, Search Index Editor or Stream Processing Owner": [
    "ORG_OWNER",
    "GROUP_OWNER",
    "GROUP_DATA_ACCESS_READ_ONLY",
    "GROUP_DATA_ACCESS_READ_WRITE",
    "GROUP_SEARCH_INDEX_EDITOR",
    "GROUP_STREAM_PROCESSING_OWNER",
  ],
  "Project Model Owner": ["ORG_OWNER", "GROUP_OWNER", "GROUP_MODEL_OWNER"],
  "Project Alerts Manager": ["ORG_OWNER", "GROUP_OWNER", "GROUP_ALERTS_MANAGER"],
  "Project Network Access Manager": ["ORG_OWNER", "GROUP_OWNER", "GROUP_NETWORK_ACCESS_MANAGER"],
  "Project Read Only": ["ORG_OWNER", "ORG_READ_ONLY", ...groupRoleNames],
} as const satisfies Readonly<Record<string, readonly RoleName[]>>;

type Title = keyof typeof meeting;

/**
 * A role, or `(none listed)`: open to every caller that is known, or with demands of its own; or not even credentials, as
 * the word `unauth` in the path says.
 */
export type Demand = Title | "(none listed)" | "no credentials";

/** The titles by the roles that the official document names for an operation. */
const titles: Readonly<Record<string, Title>> = {
  ORG_OWNER: "Organization Owner",
  ORG_BILLING_READ_ONLY: "Organization Billing Read Only",
  ORG_GROUP_CREATOR: "Organization Project Creator",
  ORG_READ_ONLY: "Organization Read Only",
  ORG_MEMBER: "Organization Member",
  GROUP_OWNER: "Project Owner",
  GROUP_BACKUP_MANAGER: "Project Backup Manager",
  GROUP_BACKUP_CREATOR: "Project Backup Creator",
  GROUP_BACKUP_EXPORT_OPERATOR: "Project Backup Export Operator",
  GROUP_BACKUP_RECOVERY_OPERATOR: "Project Backup Recovery Operator",
  "GROUP_BACKUP_EXPORT_OPERATOR,GROUP_BACKUP_RECOVERY_OPERATOR":
    "Project Backup Export Operator or Project Backup Recovery Operator",
  GROUP_ACCESS_MANAGER: "Project Access Manager",
  "GROUP_DATABASE_ACCESS_ADMIN,GROUP_STREAM_PROCESSING_OWNER":
    "Project Database Access Admin or Project Stream Processing Owner",
  "GROUP_CLUSTER_LOG_VIEWER,GROUP_DATABASE_ACCESS_ADMIN":
    "Project Cluster Log Viewer or Project Database Access Admin",
  GROUP_CLUSTER_CREATOR: "Project Cluster Creator",
  GROUP_CLUSTER_MANAGER: "Project Cluster Manager",
  "GROUP_CLUSTER_MANAGER,GROUP_CLUSTER_RESILIENCE_TESTER,GROUP_REPLICA_SET_MANAGER":
    "Project Cluster Manager, Resilience Tester or Replica Set Manager",
  GROUP_DATA_ACCESS_ADMIN: "Project Data Access Admin",
  "GROUP_DATA_ACCESS_ADMIN,GROUP_INDEX_MANAGER": "Project Data Access Admin or Index Manager",
  "GROUP_CLUSTER_LOG_VIEWER,GROUP_DATA_ACCESS_ADMIN,GROUP_DATA_ACCESS_READ_ONLY,GROUP_DATA_ACCESS_READ_WRITE,GROUP_STREAM_PROCESSING_OWNER":
    "Project Cluster Log Viewer, a role on data or Stream Processing Owner",
  "GROUP_DATA_ACCESS_ADMIN,GROUP_DATA_ACCESS_READ_ONLY,GROUP_DATA_ACCESS_READ_WRITE,GROUP_OBSERVABILITY_VIEWER,GROUP_STREAM_PROCESSING_OWNER":
    "Project Observability Viewer, a role on data or Stream Processing Owner",
  "GROUP_DATA_ACCESS_ADMIN,GROUP_DATA_ACCESS_READ_ONLY,GROUP_DATA_ACCESS_READ_WRITE,GROUP_STREAM_PROCESSING_OWNER":
    "A role on data or Stream Processing Owner",
  "GROUP_CLUSTER_MANAGER,GROUP_CLUSTER_RESILIENCE_TESTER": "Project Cluster Manager or Resilience Tester",
  "GROUP_CLUSTER_MANAGER,GROUP_REPLICA_SET_MANAGER": "Project Cluster Manager or Replica Set Manager",
  "ORG_STREAM_PROCESSING_ADMIN,GROUP_STREAM_PROCESSING_MANAGER":
    "Organization Stream Processing Admin or Project Stream Processing Owner",
  "ORG_STREAM_PROCESSING_ADMIN,GROUP_STREAM_PROCESSING_OWNER":
    "Organization Stream Processing Admin or Project Stream Processing Owner",
  "ORG_STREAM_PROCESSING_ADMIN,GROUP_DATA_ACCESS_ADMIN,GROUP_STREAM_PROCESSING_MANAGER":
    "Stream Processing Admin or Owner, or Project Data Access Admin",
  "ORG_STREAM_PROCESSING_ADMIN,GROUP_DATA_ACCESS_ADMIN,GROUP_DATA_ACCESS_READ_ONLY,GROUP_DATA_ACCESS_READ_WRITE,GROUP_STREAM_PROCESSING_MANAGER":
    "Stream Processing Admin or Owner, or a role on data",
  GROUP_SUPPORT_ACCESS_MANAGER: "Project Support Access Manager",
  GROUP_SEARCH_INDEX_EDITOR: "Project Search Index Editor",
  "GROUP_DATA_ACCESS_READ_ONLY,GROUP_DATA_ACCESS_READ_WRITE,GROUP_SEARCH_INDEX_EDITOR,GROUP_STREAM_PROCESSING_OWNER":
    "Project Data Access Read Only, Read Write, Search Index Editor or Stream Processing Owner",
  GROUP_MODEL_OWNER: "Project Model Owner",
  GROUP_ALERTS_MANAGER: "Project Alerts Manager",
  GROUP_NETWORK_ACCESS_MANAGER: "Project Network Access Manager",
  GROUP_READ_ONLY: "Project Read Only",
};

const otherDemands: Readonly<Partial<Record<OperationId, Demand>>> = {
  getDefaultMongoDbMajorVersion: "no credentials",
  getServiceVersion: "no credentials",
  listControlPlaneIpAddresses: "no credentials",
  // Not in the document.
  listDeprecatedCalls: "Organization Owner",
  // Organization Member or Project Read Only: every authenticated caller holds one of them.
  listEventTypes: "(none listed)",
  sendUnauthTelemetry: "no credentials",
};

const published = readSpec("atlas").operations;

export function demandOf(id: OperationId): Demand {
  const roles = published[id]?.roles ?? [];
  return otherDemands[id] ?? titles[roles.join()] ?? "(none listed)";
}

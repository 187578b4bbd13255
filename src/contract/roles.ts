// The roles of organizations and projects, in the order in which answers list them.

interface Role {
  /** The name Atlas's documentation and console use. */
  readonly title: string;
  /** Roles that holding this one gives as well, in the same scope or, from an organization, in each of its projects. */
  readonly implies: readonly string[];
}

const reader = ["GROUP_READ_ONLY"] as const;
const member = ["ORG_MEMBER"] as const;

export const orgRoles = {
  ORG_OWNER: {
    title: "Organization Owner",
    implies: [
      "ORG_GROUP_CREATOR",
      "ORG_BILLING_ADMIN",
      "ORG_BILLING_READ_ONLY",
      "ORG_STREAM_PROCESSING_ADMIN",
      "ORG_READ_ONLY",
      "GROUP_OWNER",
    ],
  },
  ORG_GROUP_CREATOR: { title: "Organization Project Creator", implies: member },
  ORG_BILLING_ADMIN: { title: "Organization Billing Admin", implies: ["ORG_BILLING_READ_ONLY"] },
  ORG_BILLING_READ_ONLY: { title: "Organization Billing Viewer", implies: member },
  ORG_STREAM_PROCESSING_ADMIN: { title: "Organization Stream Processing Admin", implies: member },
  ORG_READ_ONLY: { title: "Organization Read Only", implies: ["ORG_MEMBER", "GROUP_READ_ONLY"] },
  ORG_MEMBER: { title: "Organization Member", implies: [] },
} as const satisfies Record<string, Role>;

const belowOwner = {
  GROUP_READ_ONLY: { title: "Project Read Only", implies: [] },
  GROUP_ACCESS_MANAGER: { title: "Project Access Manager", implies: reader },
  GROUP_ALERTS_MANAGER: { title: "Project Alerts Manager", implies: reader },
  GROUP_NETWORK_ACCESS_MANAGER: { title: "Project Network Access Manager", implies: reader },
  GROUP_SUPPORT_ACCESS_MANAGER: { title: "Project Support Access Manager", implies: reader },
  GROUP_CLUSTER_MANAGER: { title: "Project Cluster Manager", implies: reader },
  GROUP_CLUSTER_CREATOR: { title: "Project Cluster Creator", implies: reader },
  GROUP_CLUSTER_LOG_VIEWER: { title: "Project Cluster Log Viewer", implies: reader },
  GROUP_CLUSTER_RESILIENCE_TESTER: { title: "Project Cluster Resilience Tester", implies: reader },
  GROUP_REPLICA_SET_MANAGER: { title: "Project Replica Set Manager", implies: reader },
  GROUP_STREAM_PROCESSING_OWNER: { title: "Project Stream Processing Owner", implies: reader },
  GROUP_DATA_ACCESS_ADMIN: { title: "Project Data Access Admin", implies: reader },
  GROUP_DATA_ACCESS_READ_WRITE: { title: "Project Data Access Read Write", implies: reader },
  GROUP_DATA_ACCESS_READ_ONLY: { title: "Project Data Access Read Only", implies: reader },
  GROUP_DATABASE_ACCESS_ADMIN: { title: "Project Database Access Admin", implies: reader },
  GROUP_BACKUP_MANAGER: { title: "Project Backup Manager", implies: reader },
  GROUP_BACKUP_CREATOR: { title: "Project Backup Creator", implies: reader },
  GROUP_BACKUP_RECOVERY_OPERATOR: { title: "Project Backup Recovery Operator", implies: reader },
  GROUP_BACKUP_EXPORT_OPERATOR: { title: "Project Backup Export Operator", implies: reader },
  GROUP_OBSERVABILITY_VIEWER: { title: "Project Observability Viewer", implies: reader },
  GROUP_REAL_TIME_PERFORMANCE_OPERATOR: { title: "Project Real Time Performance Operator", implies: reader },
  GROUP_TRIGGER_MANAGER: { title: "Project Trigger Manager", implies: reader },
  GROUP_INDEX_MANAGER: { title: "Project Index Manager", implies: reader },
  GROUP_SEARCH_INDEX_EDITOR: { title: "Project Search Index Editor", implies: reader },
  GROUP_MODEL_OWNER: { title: "Project Model Owner", implies: reader },
} as const satisfies Record<string, Role>;

export const groupRoles = {
  GROUP_OWNER: {
    title: "Project Owner",
    implies: Object.keys(belowOwner) as (keyof typeof belowOwner)[],
  },
  ...belowOwner,
} as const satisfies Record<string, Role>;

export type OrgRole = keyof typeof orgRoles;
export type GroupRole = keyof typeof groupRoles;
export type RoleName = OrgRole | GroupRole;

const table: Readonly<Record<RoleName, Role>> = { ...orgRoles, ...groupRoles };
const positions = new Map(Object.keys(table).map((name, position) => [name, position]));

export const orgRoleNames = Object.keys(orgRoles) as OrgRole[];
export const groupRoleNames = Object.keys(groupRoles) as GroupRole[];

export const isOrgRole = (name: string): name is OrgRole => Object.hasOwn(orgRoles, name);
export const isGroupRole = (name: string): name is GroupRole => Object.hasOwn(groupRoles, name);

export const roleTitle = (name: RoleName): string => table[name].title;
export const impliedBy = (name: RoleName): readonly string[] => table[name].implies;

/** Puts roles into the order of the table: Atlas stores a set, and answers it in an order of its own. */
export function inOrder<R extends RoleName>(names: Iterable<R>): R[] {
  return [...names].sort((a, b) => (positions.get(a) ?? 0) - (positions.get(b) ?? 0));
}

// The roles of organizations and projects, in the order in which answers list them.

interface Role {
  /** The roles that this one includes, in the same scope or, from an organization, in each of its projects. */
  readonly implies: readonly string[];
}

const reader = ["GROUP_READ_ONLY"] as const;
const member = ["ORG_MEMBER"] as const;

export const orgRoles = {
  ORG_OWNER: {
    implies: [
      "ORG_GROUP_CREATOR",
      "ORG_BILLING_ADMIN",
      "ORG_BILLING_READ_ONLY",
      "ORG_STREAM_PROCESSING_ADMIN",
      "ORG_READ_ONLY",
      "GROUP_OWNER",
    ],
  },
  ORG_GROUP_CREATOR: { implies: member },
  ORG_BILLING_ADMIN: { implies: ["ORG_BILLING_READ_ONLY"] },
  ORG_BILLING_READ_ONLY: { implies: member },
  ORG_STREAM_PROCESSING_ADMIN: { implies: member },
  ORG_READ_ONLY: { implies: ["ORG_MEMBER", "GROUP_READ_ONLY"] },
  ORG_MEMBER: { implies: [] },
} as const satisfies Record<string, Role>;

const belowOwner = {
  GROUP_READ_ONLY: { implies: [] },
  GROUP_ACCESS_MANAGER: { implies: reader },
  GROUP_ALERTS_MANAGER: { implies: reader },
  GROUP_NETWORK_ACCESS_MANAGER: { implies: reader },
  GROUP_SUPPORT_ACCESS_MANAGER: { implies: reader },
  GROUP_CLUSTER_MANAGER: { implies: reader },
  GROUP_CLUSTER_CREATOR: { implies: reader },
  GROUP_CLUSTER_LOG_VIEWER: { implies: reader },
  GROUP_CLUSTER_RESILIENCE_TESTER: { implies: reader },
  GROUP_REPLICA_SET_MANAGER: { implies: reader },
  GROUP_STREAM_PROCESSING_OWNER: { implies: reader },
  GROUP_DATA_ACCESS_ADMIN: { implies: reader },
  GROUP_DATA_ACCESS_READ_WRITE: { implies: reader },
  GROUP_DATA_ACCESS_READ_ONLY: { implies: reader },
  GROUP_DATABASE_ACCESS_ADMIN: { implies: reader },
  GROUP_BACKUP_MANAGER: { implies: reader },
  GROUP_BACKUP_CREATOR: { implies: reader },
  GROUP_BACKUP_RECOVERY_OPERATOR: { implies: reader },
  GROUP_BACKUP_EXPORT_OPERATOR: { implies: reader },
  GROUP_OBSERVABILITY_VIEWER: { implies: reader },
  GROUP_REAL_TIME_PERFORMANCE_OPERATOR: { implies: reader },
  GROUP_TRIGGER_MANAGER: { implies: reader },
  GROUP_INDEX_MANAGER: { implies: reader },
  GROUP_SEARCH_INDEX_EDITOR: { implies: reader },
  GROUP_MODEL_OWNER: { implies: reader },
} as const satisfies Record<string, Role>;

export const groupRoles = {
  GROUP_OWNER: {
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

export const isRoleName = (name: string): name is RoleName => isOrgRole(name) || isGroupRole(name);

export const impliedBy = (name: RoleName): readonly string[] => table[name].implies;

/** Sorts roles in the order of the table: Atlas stores a set, and answers it in its own order. */
export function inOrder<R extends RoleName>(names: Iterable<R>): R[] {
  const ordered = [...names];
  const positionOf = (name: R | undefined) => positions.get(name ?? "") ?? 0;
  // Stored roles are nearly always in order.
  const isOrdered = ordered.every((name, index) => positionOf(ordered[index - 1]) <= positionOf(name));
  return isOrdered ? ordered : ordered.sort((a, b) => positionOf(a) - positionOf(b));
}

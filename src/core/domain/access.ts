// Access: what roles include, and which doors they open.
import { impliedBy, type OrgRole, type RoleName } from "../contract/roles.ts";
import type { RemoteAddress } from "./proxies.ts";

/**
 * The door of an operation: the roles of which its caller needs at least one. The door of a project may accept roles in its
 * organization alone.
 */
export type Door =
  | { readonly kind: "group"; readonly role: RoleName; readonly orRoles?: readonly RoleName[] }
  | { readonly kind: "org"; readonly role: OrgRole }
  /** A role held in any organization of the federation. */
  | { readonly kind: "federation"; readonly role: OrgRole }
  | { readonly kind: "signedIn" }
  | { readonly kind: "open" };

export const door = {
  group: <R extends RoleName>(role: R) => ({ kind: "group", role }) as const,
  groupOfAny: <R extends RoleName>(role: R, ...orRoles: readonly RoleName[]) =>
    ({ kind: "group", role, orRoles }) as const,
  org: <R extends OrgRole>(role: R) => ({ kind: "org", role }) as const,
  federation: <R extends OrgRole>(role: R) => ({ kind: "federation", role }) as const,
  /** The door for any authenticated caller; the operation answers only what that caller may see. */
  signedIn: { kind: "signedIn" },
  /** The door for every request, with or without credentials. */
  open: { kind: "open" },
} as const;

/** A credential or a person, in the state in which the request was identified. */
export interface Caller {
  readonly kind: "API_KEY" | "SERVICE_ACCOUNT" | "USER";
  readonly id: string;
  /** The one organization that a credential belongs to; null for a person, who may belong to several. */
  readonly orgId: string | null;
  /** The public key, client id or e-mail address by which events and invitations name the caller. */
  readonly name: string;
  readonly remoteAddress: RemoteAddress;
}

const closures = new Map<RoleName, ReadonlySet<RoleName>>();

function closureOf(role: RoleName): ReadonlySet<RoleName> {
  const known = closures.get(role);
  if (known !== undefined) return known;
  const closure = new Set<RoleName>([role]);
  for (const implied of impliedBy(role)) for (const each of closureOf(implied as RoleName)) closure.add(each);
  closures.set(role, closure);
  return closure;
}

export function effectiveRoles(roles: Iterable<RoleName>): Set<RoleName> {
  const effective = new Set<RoleName>();
  for (const role of roles) for (const each of closureOf(role)) effective.add(each);
  return effective;
}

/**
 * The roles that an operation may require: without Organization Member, which every role includes, and without project roles
 * for things that are not here, which only read.
 */
export const demandedRoles: readonly RoleName[] = [
  "ORG_OWNER",
  "ORG_GROUP_CREATOR",
  "ORG_BILLING_READ_ONLY",
  "ORG_READ_ONLY",
  "ORG_STREAM_PROCESSING_ADMIN",
  "GROUP_OWNER",
  "GROUP_ACCESS_MANAGER",
  "GROUP_CLUSTER_CREATOR",
  "GROUP_CLUSTER_LOG_VIEWER",
  "GROUP_CLUSTER_MANAGER",
  "GROUP_CLUSTER_RESILIENCE_TESTER",
  "GROUP_DATA_ACCESS_ADMIN",
  "GROUP_DATA_ACCESS_READ_ONLY",
  "GROUP_DATA_ACCESS_READ_WRITE",
  "GROUP_INDEX_MANAGER",
  "GROUP_MODEL_OWNER",
  "GROUP_NETWORK_ACCESS_MANAGER",
  "GROUP_OBSERVABILITY_VIEWER",
  "GROUP_ALERTS_MANAGER",
  "GROUP_BACKUP_CREATOR",
  "GROUP_BACKUP_EXPORT_OPERATOR",
  "GROUP_BACKUP_MANAGER",
  "GROUP_BACKUP_RECOVERY_OPERATOR",
  "GROUP_DATABASE_ACCESS_ADMIN",
  "GROUP_STREAM_PROCESSING_OWNER",
  "GROUP_READ_ONLY",
  "GROUP_REPLICA_SET_MANAGER",
  "GROUP_SEARCH_INDEX_EDITOR",
  "GROUP_SUPPORT_ACCESS_MANAGER",
];

/** Reports whether a role allows nothing beyond the given roles, so that it is not above them. */
export const isAtMost = (role: RoleName, held: readonly RoleName[]): boolean =>
  demandedRoles.every((demanded) => !closureOf(role).has(demanded) || amountTo(held, demanded));

function amountTo(held: Iterable<RoleName>, role: RoleName): boolean {
  for (const each of held) if (closureOf(each).has(role)) return true;
  return false;
}

/** Returns the roles that a door names. */
export const rolesNamedBy = (door: Door): RoleName[] =>
  "role" in door ? [door.role, ...(("orRoles" in door && door.orRoles) || [])] : [];

/** Reports whether the given roles open a door: for a project, also roles in its organization that include a project role. */
export const permit = (door: Door, held: Iterable<RoleName>): boolean =>
  door.kind === "signedIn" || door.kind === "open" || rolesNamedBy(door).some((role) => amountTo(held, role));

// Access: how a request names roles, what roles amount to, and which doors they open.

import { type FaultMaker, missing } from "../contract/errors.ts";
import {
  type GroupRole,
  impliedBy,
  inOrder,
  isGroupRole,
  isOrgRole,
  type OrgRole,
  type RoleName,
} from "../contract/roles.ts";

/**
 * What an operation demands of its caller. The named role is the least; roles that imply it do as well. A project may be
 * opened to roles in its organization alone.
 */
export type Door =
  | { readonly kind: "group"; readonly role: RoleName }
  | { readonly kind: "org"; readonly role: OrgRole }
  | { readonly kind: "signedIn" }
  | { readonly kind: "open" };

export const door = {
  group: <R extends RoleName>(role: R) => ({ kind: "group", role }) as const,
  org: <R extends OrgRole>(role: R) => ({ kind: "org", role }) as const,
  /** Any authenticated caller; the operation answers only what that caller may see. */
  signedIn: { kind: "signedIn" },
  /** Every request, with or without credentials. */
  open: { kind: "open" },
} as const;

/** A credential or a person, as they were when the request was identified. */
export interface Caller {
  readonly kind: "API_KEY" | "SERVICE_ACCOUNT" | "USER";
  readonly id: string;
  /** The organization a credential belongs to: exactly one. Null for a person, who may belong to several. */
  readonly orgId: string | null;
  /** Public key, client id or e-mail address: how the caller is named in events and as inviter. */
  readonly name: string;
  readonly remoteAddress: string;
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

/** Every role that holding `roles` amounts to. */
export function effectiveRoles(roles: Iterable<RoleName>): Set<RoleName> {
  const effective = new Set<RoleName>();
  for (const role of roles) for (const each of closureOf(role)) effective.add(each);
  return effective;
}

/**
 * The roles that operations require. A role is compared by which of these it implies: a project role that is not among them
 * governs data, and only reads here. Organization Member is left out, because every role includes it.
 */
export const demandedRoles: readonly RoleName[] = [
  "ORG_OWNER",
  "ORG_GROUP_CREATOR",
  "ORG_READ_ONLY",
  "GROUP_OWNER",
  "GROUP_ACCESS_MANAGER",
  "GROUP_READ_ONLY",
];

/** Whether a role allows nothing beyond the roles held, so that it is not above them. */
export const isAtMost = (role: RoleName, held: readonly RoleName[]): boolean =>
  demandedRoles.every((demanded) => !closureOf(role).has(demanded) || amountTo(held, demanded));

/** Whether one of the roles held is this role, or implies it. */
function amountTo(held: Iterable<RoleName>, role: RoleName): boolean {
  for (const each of held) if (closureOf(each).has(role)) return true;
  return false;
}

/**
 * Whether a door opens to the roles its caller holds in the scope it names: for a project, those of the project and of its
 * organization. An organization role alone does not make its holder part of a project unless it implies a project role.
 */
export const permit = (door: Door, held: Iterable<RoleName>): boolean =>
  door.kind === "signedIn" || door.kind === "open" || amountTo(held, door.role);

/** More roles than there are to give can only be a mistake. */
const mostRoles = 100;

export const groupRoleErrors = ["BAD_REQUEST", "INVALID_ROLE_FOR_GROUP", "MISSING_ATTRIBUTE"] as const;

export const orgRoleErrors = ["BAD_REQUEST", "INVALID_ROLE_FOR_ORG", "MISSING_ATTRIBUTE"] as const;

/**
 * The project roles a request names, duplicates collapsed, in the order of the table. Refuses an absent, empty or
 * oversized list, names that are no role, and organization roles. The field is called `_roles`, as recorded.
 */
export function chooseGroupRoles(
  roles: readonly string[] | undefined,
  groupId: string,
  fault: FaultMaker<(typeof groupRoleErrors)[number]>,
): GroupRole[] {
  return chooseNamedGroupRoles(requireRoles(roles, "project", fault), groupId, fault);
}

/** The same for a list that the schema of the request requires. */
export function chooseNamedGroupRoles(
  roles: readonly string[],
  groupId: string,
  fault: FaultMaker<"BAD_REQUEST" | "INVALID_ROLE_FOR_GROUP">,
): GroupRole[] {
  checkRoleNames(roles, fault);
  const foreign = roles.find(isOrgRole);
  if (foreign !== undefined) {
    const description = `${foreign} is an organization role. Name project roles only.`;
    throw fault("INVALID_ROLE_FOR_GROUP", { role: foreign, groupId }, aboutRoles(description));
  }
  return inOrder(new Set(roles.filter(isGroupRole)));
}

/** The organization roles a request names; refuses what `chooseGroupRoles` refuses for a project. */
export function chooseOrgRoles(
  roles: readonly string[] | undefined,
  orgId: string,
  fault: FaultMaker<(typeof orgRoleErrors)[number]>,
): OrgRole[] {
  return chooseNamedOrgRoles(requireRoles(roles, "organization", fault), orgId, fault);
}

/** The same for a list that the schema of the request requires. */
export function chooseNamedOrgRoles(
  roles: readonly string[],
  orgId: string,
  fault: FaultMaker<"BAD_REQUEST" | "INVALID_ROLE_FOR_ORG">,
): OrgRole[] {
  checkRoleNames(roles, fault);
  const foreign = roles.find(isGroupRole);
  if (foreign !== undefined) {
    const description = `${foreign} is a project role. Name organization roles only.`;
    throw fault("INVALID_ROLE_FOR_ORG", { role: foreign, orgId }, aboutRoles(description));
  }
  return inOrder(new Set(roles.filter(isOrgRole)));
}

const aboutRoles = (...descriptions: string[]) => ({
  fields: descriptions.map((description) => ({ description, field: "_roles" })),
});

function requireRoles(
  roles: readonly string[] | undefined,
  sort: "project" | "organization",
  fault: FaultMaker<"MISSING_ATTRIBUTE">,
): readonly string[] {
  if (roles !== undefined) return roles;
  const description = `Name the roles as an array with at least one ${sort} role.`;
  throw missing("roles", fault, description);
}

/** Refuses an empty or oversized list, and names that are no role of either sort. */
function checkRoleNames(roles: readonly string[], fault: FaultMaker<"BAD_REQUEST">): void {
  if (roles.length === 0) throw fault("BAD_REQUEST", {}, aboutRoles("At least one role must be specified."));
  if (roles.length > mostRoles) {
    const description = `${roles.length} roles were specified. At most ${mostRoles} are accepted.`;
    throw fault("BAD_REQUEST", {}, aboutRoles(description));
  }
  const unknown = [...new Set(roles.filter((role) => !isGroupRole(role) && !isOrgRole(role)))];
  if (unknown.length === 0) return;
  const descriptions = unknown.map((role) => `Invalid role name '${role}'. Must be a valid Role name.`);
  throw fault("BAD_REQUEST", {}, aboutRoles(...descriptions));
}

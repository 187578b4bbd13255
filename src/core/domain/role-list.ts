// Reads the roles in a request, of a project or an organization.
import { type FaultMaker, missing } from "../contract/errors.ts";
import { type GroupRole, inOrder, isGroupRole, isOrgRole, type OrgRole } from "../contract/roles.ts";

/** The greatest number of roles in a request: there are fewer roles to give. */
const mostRoles = 100;

export const groupRoleErrors = ["BAD_REQUEST", "INVALID_ROLE_FOR_GROUP", "MISSING_ATTRIBUTE"] as const;
export const orgRoleErrors = ["BAD_REQUEST", "INVALID_ROLE_FOR_ORG", "MISSING_ATTRIBUTE"] as const;

/**
 * Returns the project roles of a request without duplicates, in the order of the table. Faults name the field `_roles`, as
 * recorded.
 */
export function chooseGroupRoles(
  roles: readonly string[] | undefined,
  groupId: string,
  fault: FaultMaker<(typeof groupRoleErrors)[number]>,
): GroupRole[] {
  return chooseNamedGroupRoles(requireRoles(roles, "project", fault), groupId, fault);
}

/** Reads a list of project roles that the schema of the request requires. */
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

export function chooseOrgRoles(
  roles: readonly string[] | undefined,
  orgId: string,
  fault: FaultMaker<(typeof orgRoleErrors)[number]>,
): OrgRole[] {
  return chooseNamedOrgRoles(requireRoles(roles, "organization", fault), orgId, fault);
}

/** Reads a list of organization roles that the schema of the request requires. */
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

function checkRoleNames(roles: readonly string[], fault: FaultMaker<"BAD_REQUEST">): void {
  if (roles.length === 0) throw fault("BAD_REQUEST", {}, aboutRoles("At least one role must be specified."));
  if (roles.length > mostRoles) {
    const description = `At most ${mostRoles} roles are accepted, not ${roles.length}.`;
    throw fault("BAD_REQUEST", {}, aboutRoles(description));
  }
  const unknown = [...new Set(roles.filter((role) => !isGroupRole(role) && !isOrgRole(role)))];
  if (unknown.length === 0) return;
  const descriptions = unknown.map((role) => `Invalid role name '${role}'. Must be a valid Role name.`);
  throw fault("BAD_REQUEST", {}, aboutRoles(...descriptions));
}

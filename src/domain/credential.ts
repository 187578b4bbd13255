// The law that API keys and service accounts share: the roles they hold, and how a request names them.
import type { FaultMaker } from "../contract/errors.ts";
import { type GroupRole, inOrder, type OrgRole, type RoleName } from "../contract/roles.ts";
import { chooseGroupRoles } from "./invite.ts";
import { chooseOrgRoles } from "./org-invite.ts";

/** A role, and the project it is held in; null for one in the organization itself. */
export interface HeldRole {
  readonly groupId: string | null;
  readonly role: RoleName;
}

/** The organization roles a request names, duplicates collapsed, in the order of the table. */
export const chooseCredentialOrgRoles = (
  roles: readonly string[],
  orgId: string,
  fault: FaultMaker<"BAD_REQUEST" | "INVALID_ROLE_FOR_ORG">,
): OrgRole[] => chooseOrgRoles(roles, orgId, fault as Parameters<typeof chooseOrgRoles>[2]);

/** The project roles a request names, duplicates collapsed, in the order of the table. */
export const chooseCredentialGroupRoles = (
  roles: readonly string[],
  groupId: string,
  fault: FaultMaker<"BAD_REQUEST" | "INVALID_ROLE_FOR_GROUP">,
): GroupRole[] => chooseGroupRoles(roles, groupId, fault as Parameters<typeof chooseGroupRoles>[2]);

/** Roles of the organization first, then those of each project, each in the order of the table. */
export function inReadingOrder(roles: readonly HeldRole[]): HeldRole[] {
  const scopes = [...new Set(roles.map(({ groupId }) => groupId ?? ""))].sort();
  return scopes.flatMap((scope) => {
    const held = roles.filter(({ groupId }) => (groupId ?? "") === scope);
    return inOrder(held.map(({ role }) => role)).map((role) => ({ groupId: scope || null, role }));
  });
}

export const rolesIn = (roles: readonly HeldRole[], groupId: string | null): RoleName[] =>
  roles.filter((held) => held.groupId === groupId).map(({ role }) => role);

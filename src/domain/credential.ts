// What API keys and service accounts share: the roles they hold, and the order in which these are listed.
import { inOrder, type RoleName } from "../contract/roles.ts";

/** A role, and the project it is held in; null for one in the organization itself. */
export interface HeldRole {
  readonly groupId: string | null;
  readonly role: RoleName;
}

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

// The row of an invitation, to a project or to an organization: its columns, how it is read and how it is written.
import { sql } from "kysely";
import { inOrder, isGroupRole, isOrgRole, type RoleName } from "../contract/roles.ts";
import { foldAddress } from "../domain/address.ts";
import type { Instant } from "../domain/instant.ts";
import type { InviteStatus } from "../domain/invite.ts";
import type { Unit } from "./connection.ts";
import { insertion, query } from "./query.ts";
import type { Tables } from "./tables.ts";

/** What both kinds have; where one leads to, and its status, are selected by those who do not know them already. */
export const inviteColumns = [
  "invites.id",
  "invites.username",
  "invites.inviter_username",
  "invites.created_at",
  "invites.expires_at",
  "invites.roles",
] as const;

type NameOf<Column> = Column extends `invites.${infer Name extends keyof Tables["invites"]}` ? Name : never;
export type InviteRow = Pick<Tables["invites"], NameOf<(typeof inviteColumns)[number]>>;

export const toInvite = (row: InviteRow) => ({
  id: row.id,
  username: row.username,
  inviterUsername: row.inviter_username,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
});

/** Roles where an invitation leads to, in the order of the role table; another word in the row is no role. */
export function rolesIn<Role extends RoleName>({ roles }: Pick<InviteRow, "roles">): Role[] {
  if (roles === "") return [];
  const names = roles.split(" ");
  for (const name of names) {
    if (!isGroupRole(name) && !isOrgRole(name))
      throw new Error(`an invitation to a role that is none: ${name}`);
  }
  return inOrder(names as Role[]);
}

const writeRoles = (roles: Iterable<RoleName>): string => inOrder(new Set(roles)).join(" ");

/**
 * Written out in the queries rather than bound: whether the partial index serves depends on it, and SQLite would plan a query
 * anew, at ten times its cost, each time such a value is bound.
 */
export const isPending = sql.lit("PENDING" as const);

const insert = insertion("invites");

const amend = query((db, at: { id: string; roles: string; now: Instant }) =>
  db
    .updateTable("invites")
    .set({ roles: at.roles, amended_at: at.now })
    .where("id", "=", at.id)
    .where("status", "=", isPending)
    .where("expires_at", ">", at.now),
);

interface Added extends Readonly<ReturnType<typeof toInvite>> {
  readonly orgId: string;
  /** Null for an invitation to the organization. */
  readonly groupId: string | null;
  /** Id of the pending user; null for an invitation to a project. */
  readonly userId: string | null;
  readonly status: InviteStatus;
  readonly roles: readonly RoleName[];
}

/** Adds an invitation; what it gives beside the roles where it leads to is added on its own. */
export async function addInvite(unit: Unit, invite: Added): Promise<void> {
  unit.post(insert, {
    id: invite.id,
    org_id: invite.orgId,
    group_id: invite.groupId,
    user_id: invite.userId,
    username: invite.username,
    username_key: foldAddress(invite.username),
    inviter_username: invite.inviterUsername,
    status: invite.status,
    created_at: invite.createdAt,
    expires_at: invite.expiresAt,
    amended_at: invite.createdAt,
    ended_at: invite.status === "PENDING" ? null : invite.createdAt,
    roles: writeRoles(invite.roles),
  });
}

/** Replaces the roles of an invitation that the unit has seen pending. */
export function amendInvite(unit: Unit, id: string, roles: readonly RoleName[], now: Instant): void {
  unit.amend(amend, { id, roles: writeRoles(roles), now });
}

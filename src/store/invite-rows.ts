// The row of an invitation, to a project or to an organization: its columns, how it is read and how it is written.
import { sql } from "kysely";
import { inOrder, type RoleName } from "../contract/roles.ts";
import { foldAddress } from "../domain/address.ts";
import type { Instant } from "../domain/instant.ts";
import type { InviteStatus } from "../domain/invite.ts";
import { amends, knownRoles, posts, type Unit } from "./facet.ts";
import { derived } from "./query.ts";

/** What both kinds have; queries add the scope and the status where they do not select by them. */
export const inviteColumns = [
  "invites.id",
  "invites.username",
  "invites.inviterUsername",
  "invites.createdAt",
  "invites.expiresAt",
  "invites.roles",
] as const;

/** A row of `inviteColumns`. */
export interface InviteRow {
  readonly id: string;
  readonly username: string;
  readonly inviterUsername: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** Separated by blanks, in the order of the role table. */
  readonly roles: string;
}

/** Roles in the scope of an invitation, in the order of the role table. Unknown ones are reported, and left out. */
export const rolesOf = <Role extends RoleName>(
  unit: Unit,
  { id, roles }: Pick<InviteRow, "id" | "roles">,
): Role[] => (roles === "" ? [] : inOrder(knownRoles<Role>(unit, roles.split(" "), `invitation ${id}`)));

const writeRoles = (roles: readonly RoleName[]): string => inOrder(new Set(roles)).join(" ");

/**
 * Written out in the queries rather than bound: the partial index serves only where the status is in the text, and SQLite
 * would plan a query anew, at ten times its cost, each time such a value is bound.
 */
export const isPending = sql.lit("PENDING" as const);

interface Added extends Omit<InviteRow, "roles"> {
  readonly orgId: string;
  /** Null for an invitation to the organization. */
  readonly groupId: string | null;
  /** Id of the pending user; null for an invitation to a project. */
  readonly userId: string | null;
  readonly status: InviteStatus;
  readonly roles: readonly RoleName[];
}

/** Adds an invitation; what it gives outside its own scope is added on its own. */
export const addInvite = posts((db, invite: Added) =>
  db.insertInto("invites").values({
    id: invite.id,
    orgId: invite.orgId,
    groupId: invite.groupId,
    userId: invite.userId,
    username: invite.username,
    usernameKey: derived(invite.username, foldAddress),
    inviterUsername: invite.inviterUsername,
    status: invite.status,
    createdAt: invite.createdAt,
    expiresAt: invite.expiresAt,
    amendedAt: invite.createdAt,
    endedAt: derived(invite, ({ status, createdAt }): Instant | null =>
      status === "PENDING" ? null : createdAt,
    ),
    roles: derived(invite.roles, writeRoles),
  }),
);

/** Replaces the roles of an invitation that the unit has read as pending. */
export const amendInvite = amends((db, id: string, roles: readonly RoleName[], now: Instant) =>
  db
    .updateTable("invites")
    .set({ roles: derived(roles, writeRoles), amendedAt: now })
    .where("id", "=", id)
    .where("status", "=", isPending)
    .where("expiresAt", ">", now),
);

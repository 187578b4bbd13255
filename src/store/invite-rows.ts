// How an invitation is written, to a project or to an organization: both are rows of one table.
import { sql } from "kysely";
import { foldAddress } from "../domain/address.ts";
import type { Instant } from "../domain/instant.ts";
import type { GroupInvite, InviteStatus } from "../domain/invite.ts";
import type { Unit } from "./connection.ts";
import { insertion, query } from "./query.ts";

const insert = insertion("invites", [
  "id",
  "org_id",
  "group_id",
  "user_id",
  "username",
  "username_key",
  "inviter_username",
  "status",
  "created_at",
  "expires_at",
  "amended_at",
]);

const insertRole = insertion("invite_roles", ["invite_id", "role"]);

const touch = query((db, at: { id: string; now: Instant }) =>
  db
    .updateTable("invites")
    .set({ amended_at: at.now })
    .where("id", "=", at.id)
    .where("status", "=", sql.lit("PENDING" as const))
    .where("expires_at", ">", at.now),
);

interface Row
  extends Pick<GroupInvite, "id" | "orgId" | "username" | "inviterUsername" | "createdAt" | "expiresAt"> {
  /** Null for an invitation to the organization. */
  readonly groupId: string | null;
  /** Id of the pending user; null for an invitation to a project. */
  readonly userId: string | null;
  readonly status: InviteStatus;
}

/** Adds an invitation; what it gives is added on its own. */
export async function addInvite(unit: Unit, invite: Row): Promise<void> {
  await unit.change(insert, {
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
  });
}

export async function addRole(unit: Unit, inviteId: string, role: string): Promise<void> {
  await unit.change(insertRole, { invite_id: inviteId, role });
}

/** Writes down that a pending invitation is amended, and tells whether it still was pending. */
export async function touchInvite(unit: Unit, id: string, now: Instant): Promise<boolean> {
  return (await unit.change(touch, { id, now })) > 0;
}

// Invitations: pending ones are found by address or id, ended ones stay as history.
import { type GroupRole, inOrder } from "../contract/roles.ts";
import { foldAddress } from "../domain/address.ts";
import type { Instant } from "../domain/instant.ts";
import type { GroupInvite, InviteStatus } from "../domain/invite.ts";
import type { Scope } from "./connection.ts";
import { type Builder, insertion, query } from "./query.ts";

/** Pending invitations to projects that have not expired, a row for each role. */
const pending = (db: Builder, now: Instant) =>
  db
    .selectFrom("invites")
    .innerJoin("groups", "groups.id", "invites.group_id")
    .innerJoin("invite_roles", "invite_roles.invite_id", "invites.id")
    .select([
      "invites.id",
      "invites.org_id",
      "groups.id as group_id",
      "groups.name as group_name",
      "invites.username",
      "invites.inviter_username",
      "invites.created_at",
      "invites.expires_at",
      "invite_roles.role",
    ])
    .where("invites.status", "=", "PENDING")
    .where("invites.expires_at", ">", now);

const pendingById = query((db, at: { groupId: string; id: string; now: Instant }) =>
  pending(db, at.now).where("invites.group_id", "=", at.groupId).where("invites.id", "=", at.id),
);

const pendingByAddress = query((db, at: { groupId: string; usernameKey: string; now: Instant }) =>
  pending(db, at.now)
    .where("invites.group_id", "=", at.groupId)
    .where("invites.username_key", "=", at.usernameKey),
);

const pendingInGroup = query((db, at: { groupId: string; now: Instant }) =>
  pending(db, at.now)
    .where("invites.group_id", "=", at.groupId)
    .orderBy("invites.created_at")
    .orderBy("invites.id"),
);

const anyById = query((db, at: { id: string }) =>
  db.selectFrom("invites").select(["org_id", "group_id", "username", "status"]).where("id", "=", at.id),
);

const rolesOf = query((db, at: { id: string }) =>
  db.selectFrom("invite_roles").select("role").where("invite_id", "=", at.id),
);

const groupRolesOf = query((db, at: { id: string }) =>
  db.selectFrom("invite_group_roles").select(["group_id", "role"]).where("invite_id", "=", at.id),
);

const teamsOf = query((db, at: { id: string }) =>
  db.selectFrom("invite_teams").select("team_id").where("invite_id", "=", at.id),
);

const countPending = query((db, at: { groupId: string; now: Instant }) =>
  db
    .selectFrom("invites")
    .select((select) => select.fn.countAll<number>().as("count"))
    .where("group_id", "=", at.groupId)
    .where("status", "=", "PENDING")
    .where("expires_at", ">", at.now),
);

const insert = insertion("invites", [
  "id",
  "org_id",
  "group_id",
  "username",
  "username_key",
  "inviter_username",
  "status",
  "created_at",
  "expires_at",
  "amended_at",
]);

const insertRole = insertion("invite_roles", ["invite_id", "role"]);

const removeRole = query((db, row: { invite_id: string; role: string }) =>
  db.deleteFrom("invite_roles").where("invite_id", "=", row.invite_id).where("role", "=", row.role),
);

const insertGroupRole = insertion("invite_group_roles", ["invite_id", "group_id", "role"]);

const insertTeam = insertion("invite_teams", ["invite_id", "team_id"]);

const touch = query((db, at: { id: string; now: Instant }) =>
  db
    .updateTable("invites")
    .set({ amended_at: at.now })
    .where("id", "=", at.id)
    .where("status", "=", "PENDING")
    .where("expires_at", ">", at.now),
);

const end = query((db, at: { id: string; status: InviteStatus; now: Instant }) =>
  db
    .updateTable("invites")
    .set({ status: at.status, amended_at: at.now })
    .where("id", "=", at.id)
    .where("status", "=", "PENDING")
    .where("expires_at", ">", at.now),
);

const expireOverdue = query((db, at: { groupId: string; usernameKey: string; now: Instant }) =>
  db
    .updateTable("invites")
    .set({ status: "EXPIRED", amended_at: at.now })
    .where("group_id", "=", at.groupId)
    .where("username_key", "=", at.usernameKey)
    .where("status", "=", "PENDING")
    .where("expires_at", "<=", at.now),
);

interface Row {
  id: string;
  org_id: string;
  group_id: string;
  group_name: string;
  username: string;
  inviter_username: string;
  created_at: Instant;
  expires_at: Instant;
  role: string;
}

/** Gathers the rows of each invitation, in the order in which the invitations first appear. */
function gather(rows: readonly Row[]): GroupInvite[] {
  const gathered: GroupInvite[] = [];
  let start = 0;
  for (let index = 1; index <= rows.length; index++) {
    const row = rows[start];
    if (row === undefined || rows[index]?.id === row.id) continue;
    gathered.push({
      id: row.id,
      orgId: row.org_id,
      groupId: row.group_id,
      groupName: row.group_name,
      username: row.username,
      inviterUsername: row.inviter_username,
      roles: inOrder(rows.slice(start, index).map(({ role }) => role as GroupRole)),
      createdAt: row.created_at,
      expiresAt: row.expires_at,
    });
    start = index;
  }
  return gathered;
}

/** An invitation to an organization, as a seed file plants it. */
export interface OrgInvite {
  readonly id: string;
  readonly orgId: string;
  readonly username: string;
  readonly inviterUsername: string;
  readonly roles: readonly string[];
  readonly groupRoles: readonly { readonly groupId: string; readonly role: string }[];
  readonly teamIds: readonly string[];
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

export const inviteReads = (scope: Scope) => ({
  async pendingById(groupId: string, id: string, now: Instant): Promise<GroupInvite | undefined> {
    return gather(await scope.all(pendingById, { groupId, id, now }))[0];
  },

  async pendingByAddress(groupId: string, username: string, now: Instant): Promise<GroupInvite | undefined> {
    return gather(await scope.all(pendingByAddress, { groupId, usernameKey: foldAddress(username), now }))[0];
  },

  /** Oldest first. */
  async pendingInGroup(groupId: string, now: Instant): Promise<GroupInvite[]> {
    return gather(await scope.all(pendingInGroup, { groupId, now }));
  },

  async countPending(groupId: string, now: Instant): Promise<number> {
    return (await scope.first(countPending, { groupId, now }))?.count ?? 0;
  },

  /** Any invitation, to a project or to an organization, pending or ended; `groupId` is null for the latter kind. */
  async find(id: string) {
    const row = await scope.first(anyById, { id });
    return row && { orgId: row.org_id, groupId: row.group_id, username: row.username, status: row.status };
  },

  /** What accepting an invitation of either kind gives: roles where it leads to, roles in projects, and teams. */
  async gifts(id: string) {
    return {
      roles: (await scope.all(rolesOf, { id })).map(({ role }) => role),
      groupRoles: (await scope.all(groupRolesOf, { id })).map((row) => ({
        groupId: row.group_id,
        role: row.role,
      })),
      teamIds: (await scope.all(teamsOf, { id })).map((row) => row.team_id),
    };
  },
});

export const inviteWrites = (scope: Scope) => ({
  ...inviteReads(scope),

  async add(invite: GroupInvite): Promise<void> {
    await scope.change(insert, {
      id: invite.id,
      org_id: invite.orgId,
      group_id: invite.groupId,
      username: invite.username,
      username_key: foldAddress(invite.username),
      inviter_username: invite.inviterUsername,
      status: "PENDING",
      created_at: invite.createdAt,
      expires_at: invite.expiresAt,
      amended_at: invite.createdAt,
    });
    for (const role of invite.roles) await scope.change(insertRole, { invite_id: invite.id, role });
  },

  async addToOrg(invite: OrgInvite): Promise<void> {
    await scope.change(insert, {
      id: invite.id,
      org_id: invite.orgId,
      group_id: null,
      username: invite.username,
      username_key: foldAddress(invite.username),
      inviter_username: invite.inviterUsername,
      status: "PENDING",
      created_at: invite.createdAt,
      expires_at: invite.expiresAt,
      amended_at: invite.createdAt,
    });
    const invite_id = invite.id;
    for (const role of invite.roles) await scope.change(insertRole, { invite_id, role });
    for (const { groupId, role } of invite.groupRoles) {
      await scope.change(insertGroupRole, { invite_id, group_id: groupId, role });
    }
    for (const team_id of invite.teamIds) await scope.change(insertTeam, { invite_id, team_id });
  },

  /** Replaces the roles of a pending invitation and tells whether it still was pending. */
  async replaceRoles(invite: GroupInvite, roles: readonly GroupRole[], now: Instant): Promise<boolean> {
    if ((await scope.change(touch, { id: invite.id, now })) === 0) return false;
    for (const role of invite.roles) {
      if (!roles.includes(role)) await scope.change(removeRole, { invite_id: invite.id, role });
    }
    for (const role of roles) {
      if (!invite.roles.includes(role)) await scope.change(insertRole, { invite_id: invite.id, role });
    }
    return true;
  },

  /** Ends a pending invitation and tells whether it still was pending. */
  async end(id: string, status: Exclude<InviteStatus, "PENDING">, now: Instant): Promise<boolean> {
    return (await scope.change(end, { id, status, now })) > 0;
  },

  /** Writes down that an invitation ran out, so that the address can be invited anew. */
  async expireOverdue(groupId: string, username: string, now: Instant): Promise<void> {
    await scope.change(expireOverdue, { groupId, usernameKey: foldAddress(username), now });
  },
});

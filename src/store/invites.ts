// Invitations: pending ones are found by address or id, ended ones stay as history.
import { type ExpressionBuilder, sql } from "kysely";
import { type GroupRole, inOrder, type RoleName } from "../contract/roles.ts";
import { foldAddress } from "../domain/address.ts";
import type { EnteredGroup } from "../domain/group.ts";
import type { Instant } from "../domain/instant.ts";
import type { EndedInvite, GroupInvite, InviteStatus } from "../domain/invite.ts";
import type { Unit } from "./connection.ts";
import { addInvite, addRole, touchInvite } from "./invite-rows.ts";
import { type Builder, query } from "./query.ts";
import type { Tables } from "./tables.ts";

/** Of the history, what people look at. */
const mostEnded = 100;

/**
 * Written out in the queries rather than bound: whether the partial index serves depends on it, and SQLite would plan a query
 * anew, at ten times its cost, each time such a value is bound.
 */
const isPending = sql.lit("PENDING" as const);

/** Pending invitations to projects that have not expired, a row for each role. */
const pending = (db: Builder, now: Instant) =>
  db
    .selectFrom("invites")
    .innerJoin("invite_roles", "invite_roles.invite_id", "invites.id")
    .select([
      "invites.id",
      "invites.username",
      "invites.inviter_username",
      "invites.created_at",
      "invites.expires_at",
      "invite_roles.role",
    ])
    .where("invites.status", "=", isPending)
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
  db
    .selectFrom("invites")
    .select([
      "id",
      "org_id",
      "group_id",
      "user_id",
      "username",
      "inviter_username",
      "status",
      "created_at",
      "expires_at",
    ])
    .where("id", "=", at.id),
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

/** The instant of an end: when it was written down, but of one that ran out, when it did. */
const ended = (db: Builder, now: Instant) =>
  db
    .selectFrom("invites")
    .select(["id", "username", "inviter_username", "status", "created_at"])
    .select((row) =>
      row
        .case()
        .when(row.or([row("status", "=", isPending), ranOut(row)]))
        .then(row.ref("expires_at"))
        .else(row.ref("amended_at"))
        .end()
        .as("ended_at"),
    )
    .where((row) => row.or([row("status", "<>", isPending), row("expires_at", "<=", now)]))
    .orderBy("ended_at", "desc")
    .orderBy("id", "desc");

/** An overdue invitation is marked as such only when another is to take its place. */
const ranOut = (row: ExpressionBuilder<Tables, "invites">) =>
  row.and([row("status", "=", sql.lit("EXPIRED" as const)), row("amended_at", ">", row.ref("expires_at"))]);

const endedInGroup = query((db, at: { groupId: string; now: Instant; limit: number }) =>
  ended(db, at.now).where("group_id", "=", at.groupId).limit(at.limit),
);

const endedInOrg = query((db, at: { orgId: string; now: Instant; limit: number }) =>
  ended(db, at.now).where("org_id", "=", at.orgId).where("group_id", "is", null).limit(at.limit),
);

const countPending = query((db, at: { groupId: string; now: Instant }) =>
  db
    .selectFrom("invites")
    .select((select) => select.fn.countAll<number>().as("count"))
    .where("group_id", "=", at.groupId)
    .where("status", "=", isPending)
    .where("expires_at", ">", at.now),
);

const removeRole = query((db, row: { invite_id: string; role: string }) =>
  db.deleteFrom("invite_roles").where("invite_id", "=", row.invite_id).where("role", "=", row.role),
);

const end = query((db, at: { id: string; status: InviteStatus; now: Instant }) =>
  db
    .updateTable("invites")
    .set({ status: at.status, amended_at: at.now })
    .where("id", "=", at.id)
    .where("status", "=", isPending)
    .where("expires_at", ">", at.now),
);

const expireOverdue = query((db, at: { groupId: string; usernameKey: string; now: Instant }) =>
  db
    .updateTable("invites")
    .set({ status: "EXPIRED", amended_at: at.now })
    .where("group_id", "=", at.groupId)
    .where("username_key", "=", at.usernameKey)
    .where("status", "=", isPending)
    .where("expires_at", "<=", at.now),
);

interface Row {
  id: string;
  username: string;
  inviter_username: string;
  created_at: Instant;
  expires_at: Instant;
  role: string;
}

/** The project the invitations are to: whoever asks has entered it already. */
type Home = Pick<EnteredGroup, "id" | "orgId" | "name">;

/** Gathers the rows of each invitation, in the order in which the invitations first appear. */
function gather(rows: readonly Row[], group: Home): GroupInvite[] {
  const gathered: GroupInvite[] = [];
  let start = 0;
  for (let index = 1; index <= rows.length; index++) {
    const row = rows[start];
    if (row === undefined || rows[index]?.id === row.id) continue;
    gathered.push({
      id: row.id,
      orgId: group.orgId,
      groupId: group.id,
      groupName: group.name,
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

export const inviteReads = {
  async pendingById(unit: Unit, group: Home, id: string, now: Instant): Promise<GroupInvite | undefined> {
    return gather(await unit.all(pendingById, { groupId: group.id, id, now }), group)[0];
  },

  async pendingByAddress(
    unit: Unit,
    group: Home,
    username: string,
    now: Instant,
  ): Promise<GroupInvite | undefined> {
    const at = { groupId: group.id, usernameKey: foldAddress(username), now };
    return gather(await unit.all(pendingByAddress, at), group)[0];
  },

  /** Oldest first. */
  async pendingInGroup(unit: Unit, group: Home, now: Instant): Promise<GroupInvite[]> {
    return gather(await unit.all(pendingInGroup, { groupId: group.id, now }), group);
  },

  async countPending(unit: Unit, groupId: string, now: Instant): Promise<number> {
    return (await unit.first(countPending, { groupId, now }))?.count ?? 0;
  },

  /** Any invitation, to a project or to an organization, pending or ended; `groupId` is null for the latter kind. */
  async find(unit: Unit, id: string) {
    const row = await unit.first(anyById, { id });
    return (
      row && {
        id: row.id,
        orgId: row.org_id,
        groupId: row.group_id,
        userId: row.user_id,
        username: row.username,
        inviterUsername: row.inviter_username,
        status: row.status,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
      }
    );
  },

  /** Invitations that ended, the last one first, to a project or to an organization itself. */
  async ended(
    unit: Unit,
    of: { readonly groupId: string } | { readonly orgId: string },
    now: Instant,
  ): Promise<EndedInvite[]> {
    const rows =
      "groupId" in of
        ? await unit.all(endedInGroup, { ...of, now, limit: mostEnded })
        : await unit.all(endedInOrg, { ...of, now, limit: mostEnded });
    const ended: EndedInvite[] = [];
    for (const row of rows) {
      const roles = (await unit.all(rolesOf, { id: row.id })).map(({ role }) => role as RoleName);
      ended.push({
        id: row.id,
        username: row.username,
        inviterUsername: row.inviter_username,
        roles: inOrder(roles),
        status: row.status === "PENDING" ? "EXPIRED" : row.status,
        createdAt: row.created_at,
        endedAt: row.ended_at,
      });
    }
    return ended;
  },

  /** What accepting an invitation of either kind gives: roles where it leads to, roles in projects, and teams. */
  async gifts(unit: Unit, id: string) {
    return {
      roles: (await unit.all(rolesOf, { id })).map(({ role }) => role as RoleName),
      groupRoles: (await unit.all(groupRolesOf, { id })).map((row) => ({
        groupId: row.group_id,
        role: row.role as GroupRole,
      })),
      teamIds: (await unit.all(teamsOf, { id })).map((row) => row.team_id),
    };
  },
};

export const inviteWrites = {
  ...inviteReads,

  async add(unit: Unit, invite: GroupInvite): Promise<void> {
    await addInvite(unit, { ...invite, userId: null, status: "PENDING" });
    for (const role of invite.roles) await addRole(unit, invite.id, role);
  },

  /** Replaces the roles of a pending invitation and tells whether it still was pending. */
  async replaceRoles(
    unit: Unit,
    invite: GroupInvite,
    roles: readonly GroupRole[],
    now: Instant,
  ): Promise<boolean> {
    if (!(await touchInvite(unit, invite.id, now))) return false;
    for (const role of invite.roles) {
      if (!roles.includes(role)) await unit.change(removeRole, { invite_id: invite.id, role });
    }
    for (const role of roles) {
      if (!invite.roles.includes(role)) await addRole(unit, invite.id, role);
    }
    return true;
  },

  /** Ends a pending invitation and tells whether it still was pending. */
  async end(
    unit: Unit,
    id: string,
    status: Exclude<InviteStatus, "PENDING">,
    now: Instant,
  ): Promise<boolean> {
    return (await unit.change(end, { id, status, now })) > 0;
  },

  /** Writes down that an invitation ran out, so that the address can be invited anew. */
  async expireOverdue(unit: Unit, groupId: string, username: string, now: Instant): Promise<void> {
    await unit.change(expireOverdue, { groupId, usernameKey: foldAddress(username), now });
  },
};

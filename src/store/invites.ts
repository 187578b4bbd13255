// Invitations to projects, found by address or id while they are pending, and what those of either kind have in common.
import type { GroupRole } from "../contract/roles.ts";
import { foldAddress } from "../domain/address.ts";
import type { EnteredGroup } from "../domain/group.ts";
import { hour, type Instant } from "../domain/instant.ts";
import { type GroupInvite, type InviteStatus, statusAt } from "../domain/invite.ts";
import { frozen, memoised } from "../domain/memoised.ts";
import type { Unit } from "./connection.ts";
import {
  addInvite,
  amendInvite,
  type InviteRow,
  inviteColumns,
  isPending,
  rolesIn,
  toInvite,
} from "./invite-rows.ts";
import { type Builder, query, rememberedQuery } from "./query.ts";

/**
 * What is asked for by the hour can be remembered for an hour; whoever asks leaves out what has expired since it began.
 * Rounded down for times before the epoch as well.
 */
const hourOf = (now: Instant): Instant => Math.floor(now / hour) * hour;

/** Pending invitations that have not expired. */
const pending = (db: Builder, now: Instant) =>
  db
    .selectFrom("invites")
    .select(inviteColumns)
    .where("invites.status", "=", isPending)
    .where("invites.expires_at", ">", now);

const pendingById = rememberedQuery((db, at: { groupId: string; id: string; now: Instant }) =>
  pending(db, at.now).where("invites.group_id", "=", at.groupId).where("invites.id", "=", at.id),
);

const pendingByAddress = query((db, at: { groupId: string; usernameKey: string; now: Instant }) =>
  pending(db, at.now)
    .where("invites.group_id", "=", at.groupId)
    .where("invites.username_key", "=", at.usernameKey),
);

const pendingAnywhere = query((db, at: { usernameKey: string; now: Instant }) =>
  db
    .selectFrom("invites")
    .select("id")
    .where("username_key", "=", at.usernameKey)
    .where("status", "=", isPending)
    .where("expires_at", ">", at.now)
    .limit(1),
);

const pendingInGroup = rememberedQuery((db, at: { groupId: string; now: Instant }) =>
  pending(db, at.now)
    .where("invites.group_id", "=", at.groupId)
    .orderBy("invites.created_at")
    .orderBy("invites.id"),
);

/** Of all projects of an organization, each with the name of its project. */
const pendingBy = query((db, at: { orgId: string; inviter: string; now: Instant }) =>
  pending(db, at.now)
    .innerJoin("groups", "groups.id", "invites.group_id")
    .select(["groups.id as group_id", "groups.name as group_name"])
    .where("invites.org_id", "=", at.orgId)
    .where("invites.inviter_username", "=", at.inviter)
    .where("invites.group_id", "is not", null)
    .orderBy("invites.created_at")
    .orderBy("invites.id"),
);

/**
 * The same. An address has one in a project at most, so that it is looked for project by project: SQLite keeps the order of a
 * cross join, and might otherwise read all that ever ended in the organization.
 */
const pendingTo = query((db, at: { orgId: string; usernameKey: string; now: Instant }) =>
  db
    .selectFrom("groups")
    .crossJoin("invites")
    .select([...inviteColumns, "groups.id as group_id", "groups.name as group_name"])
    .where("groups.org_id", "=", at.orgId)
    .whereRef("invites.group_id", "=", "groups.id")
    .where("invites.username_key", "=", at.usernameKey)
    .where("invites.status", "=", isPending)
    .where("invites.expires_at", ">", at.now)
    .orderBy("invites.created_at")
    .orderBy("invites.id"),
);

const anyById = query((db, at: { id: string }) =>
  db
    .selectFrom("invites")
    .select([...inviteColumns, "org_id", "group_id", "user_id", "status", "ended_at"])
    .where("id", "=", at.id),
);

const rolesOf = query((db, at: { id: string }) =>
  db.selectFrom("invites").select("roles").where("id", "=", at.id),
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
    .where("status", "=", isPending)
    .where("expires_at", ">", at.now),
);

const end = query((db, at: { id: string; status: InviteStatus; now: Instant }) =>
  db
    .updateTable("invites")
    .set({ status: at.status, amended_at: at.now, ended_at: at.now })
    .where("id", "=", at.id)
    .where("status", "=", isPending)
    .where("expires_at", ">", at.now),
);

const expireOverdue = query((db, at: { groupId: string; usernameKey: string; now: Instant }) =>
  db
    .updateTable("invites")
    .set((row) => ({ status: "EXPIRED", amended_at: at.now, ended_at: row.ref("expires_at") }))
    .where("group_id", "=", at.groupId)
    .where("username_key", "=", at.usernameKey)
    .where("status", "=", isPending)
    .where("expires_at", "<=", at.now),
);

const removeEnded = query((db, at: { before: Instant; limit: number }) =>
  db
    .deleteFrom("invites")
    .where("id", "in", (ended) =>
      ended
        .selectFrom("invites")
        .select("id")
        .where("ended_at", "<", at.before)
        .orderBy("ended_at")
        .limit(at.limit),
    ),
);

const removeOverdue = query((db, at: { before: Instant; limit: number }) =>
  db
    .deleteFrom("invites")
    .where("id", "in", (overdue) =>
      overdue
        .selectFrom("invites")
        .select("id")
        .where("status", "=", isPending)
        .where("expires_at", "<", at.before)
        .orderBy("expires_at")
        .limit(at.limit),
    ),
);

/** The project the invitations are to: the caller has entered it already. */
type Home = Pick<EnteredGroup, "id" | "orgId" | "name">;

function toGroupInvite(row: InviteRow, group: Home): GroupInvite {
  // Assigned, not spread: a spread object costs all that reads it, a twentieth of a GET.
  const invite = toInvite(row) as { -readonly [Name in keyof GroupInvite]: GroupInvite[Name] };
  invite.orgId = group.orgId;
  invite.groupId = group.id;
  invite.groupName = group.name;
  invite.roles = rolesIn(row);
  return invite;
}

/** Those of rows in a project. */
const invitesIn = memoised((group: Home) =>
  memoised((rows: readonly InviteRow[]) => frozen(rows.map((row) => frozen(toGroupInvite(row, group))))),
);

const toInviteIn = (orgId: string) => (row: InviteRow & { group_id: string; group_name: string }) =>
  toGroupInvite(row, { id: row.group_id, orgId, name: row.group_name });

export const inviteReads = {
  async pendingById(unit: Unit, group: Home, id: string, now: Instant): Promise<GroupInvite | undefined> {
    const rows = await unit.all(pendingById, { groupId: group.id, id, now: hourOf(now) });
    const [invite] = invitesIn(group)(rows);
    return invite !== undefined && invite.expiresAt > now ? invite : undefined;
  },

  async pendingByAddress(
    unit: Unit,
    group: Home,
    username: string,
    now: Instant,
  ): Promise<GroupInvite | undefined> {
    const at = { groupId: group.id, usernameKey: foldAddress(username), now };
    const row = await unit.first(pendingByAddress, at);
    return row && toGroupInvite(row, group);
  },

  /** Whether any project or organization waits for an address. */
  async waitFor(unit: Unit, username: string, now: Instant): Promise<boolean> {
    return (await unit.first(pendingAnywhere, { usernameKey: foldAddress(username), now })) !== undefined;
  },

  /** Oldest first. */
  async pendingInGroup(unit: Unit, group: Home, now: Instant): Promise<readonly GroupInvite[]> {
    const invites = invitesIn(group)(await unit.all(pendingInGroup, { groupId: group.id, now: hourOf(now) }));
    const isLeft = ({ expiresAt }: GroupInvite) => expiresAt > now;
    return invites.every(isLeft) ? invites : invites.filter(isLeft);
  },

  /** To projects of an organization, made by the inviter of that name, oldest first. */
  async pendingBy(unit: Unit, orgId: string, inviter: string, now: Instant): Promise<GroupInvite[]> {
    return (await unit.all(pendingBy, { orgId, inviter, now })).map(toInviteIn(orgId));
  },

  /** To projects of an organization, made to an address, oldest first. */
  async pendingTo(unit: Unit, orgId: string, username: string, now: Instant): Promise<GroupInvite[]> {
    const at = { orgId, usernameKey: foldAddress(username), now };
    return (await unit.all(pendingTo, at)).map(toInviteIn(orgId));
  },

  async countPending(unit: Unit, { id: groupId }: Pick<Home, "id">, now: Instant): Promise<number> {
    return (await unit.first(countPending, { groupId, now }))?.count ?? 0;
  },

  /**
   * Any invitation, to a project or to an organization, with its status at `now`; `groupId` is null for the latter kind,
   * `endedAt` while it is pending.
   */
  async find(unit: Unit, id: string, now: Instant) {
    const row = await unit.first(anyById, { id });
    if (row === undefined) return undefined;
    const { org_id: orgId, group_id: groupId, user_id: userId } = row;
    const status = statusAt({ status: row.status, expiresAt: row.expires_at }, now);
    // Of one that ran out nobody may have written that down.
    const endedAt = row.ended_at ?? (status === "EXPIRED" ? row.expires_at : null);
    return { ...toInvite(row), orgId, groupId, userId, status, endedAt };
  },

  /** What accepting an invitation gives: roles where it leads to, and, from one to an organization, roles in projects, and teams. */
  async holdingsOf(unit: Unit, { id, groupId }: { readonly id: string; readonly groupId: string | null }) {
    const row = await unit.first(rolesOf, { id });
    const roles = row === undefined ? [] : rolesIn(row);
    if (groupId !== null) return { roles, groupRoles: [], teamIds: [] };
    return {
      roles,
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
  },

  /** Replaces the roles of an invitation that the unit has seen pending. */
  async replaceRoles(
    unit: Unit,
    { id }: GroupInvite,
    roles: readonly GroupRole[],
    now: Instant,
  ): Promise<void> {
    amendInvite(unit, id, roles, now);
  },

  /** Ends a pending invitation and returns whether it still was pending. */
  async end(
    unit: Unit,
    id: string,
    status: Exclude<InviteStatus, "PENDING">,
    now: Instant,
  ): Promise<boolean> {
    return (await unit.change(end, { id, status, now })) > 0;
  },

  /** Revokes an invitation that the unit has seen pending. */
  revoke(unit: Unit, id: string, now: Instant): void {
    unit.amend(end, { id, status: "REVOKED", now });
  },

  /** Writes down that an invitation ran out, so that the address can be invited anew. */
  async expireOverdue(unit: Unit, groupId: string, username: string, now: Instant): Promise<void> {
    unit.post(expireOverdue, { groupId, usernameKey: foldAddress(username), now });
  },

  /** Removes invitations of either kind that ended before an instant, the first ones first, and returns how many. */
  removeEnded: async (unit: Unit, before: Instant, limit: number): Promise<number> =>
    unit.change(removeEnded, { before, limit }),

  /** The same for those that ran out, which nobody has written down. */
  removeOverdue: async (unit: Unit, before: Instant, limit: number): Promise<number> =>
    unit.change(removeOverdue, { before, limit }),
};

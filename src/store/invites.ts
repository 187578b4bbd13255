// Invitations to projects, found by address or id while they are pending, and what both kinds of invitations have in common.
import type { GroupRole } from "../contract/roles.ts";
import { foldAddress } from "../domain/address.ts";
import type { EnteredGroup } from "../domain/group.ts";
import { hour, type Instant } from "../domain/instant.ts";
import { type GroupInvite, type InviteStatus, statusAt } from "../domain/invite.ts";
import { frozen, memoised } from "../domain/memoised.ts";
import {
  amends,
  changes,
  count,
  countsChanges,
  exists,
  many,
  one,
  posts,
  type Unit,
  withKnownRoles,
} from "./facet.ts";
import { addInvite, amendInvite, type InviteRow, inviteColumns, isPending, rolesOf } from "./invite-rows.ts";
import { type Builder, derived, rememberedQuery } from "./query.ts";

/** Asked for by the hour, rows can be remembered for an hour; what has expired since it began is left out afterwards. */
const hourOf = (now: Instant): Instant => Math.floor(now / hour) * hour;

/** Pending invitations that have not expired. */
const pending = (db: Builder, now: Instant) =>
  db
    .selectFrom("invites")
    .select(inviteColumns)
    .where("invites.status", "=", isPending)
    .where("invites.expiresAt", ">", now);

const pendingById = many(
  rememberedQuery((db, groupId: string, id: string, now: Instant) =>
    pending(db, derived(now, hourOf)).where("invites.groupId", "=", groupId).where("invites.id", "=", id),
  ),
);

const pendingByAddress = one((db, groupId: string, username: string, now: Instant) =>
  pending(db, now)
    .where("invites.groupId", "=", groupId)
    .where("invites.usernameKey", "=", derived(username, foldAddress)),
);

const pendingInGroup = many(
  rememberedQuery((db, groupId: string, now: Instant) =>
    pending(db, derived(now, hourOf))
      .where("invites.groupId", "=", groupId)
      .orderBy("invites.createdAt")
      .orderBy("invites.id"),
  ),
);

/** In all projects of an organization, with the names of the projects. */
const pendingBy = many((db, orgId: string, inviter: string, now: Instant) =>
  pending(db, now)
    .innerJoin("groups", "groups.id", "invites.groupId")
    .select(["groups.id as groupId", "groups.name as groupName"])
    .where("invites.orgId", "=", orgId)
    .where("invites.inviterUsername", "=", inviter)
    .where("invites.groupId", "is not", null)
    .orderBy("invites.createdAt")
    .orderBy("invites.id"),
);

/**
 * The same. An address has at most one in a project, so that it is looked up project by project: SQLite keeps the order of a
 * cross join, and might otherwise read every invitation that ever ended in the organization.
 */
const pendingTo = many((db, orgId: string, username: string, now: Instant) =>
  db
    .selectFrom("groups")
    .crossJoin("invites")
    .select([...inviteColumns, "groups.id as groupId", "groups.name as groupName"])
    .where("groups.orgId", "=", orgId)
    .whereRef("invites.groupId", "=", "groups.id")
    .where("invites.usernameKey", "=", derived(username, foldAddress))
    .where("invites.status", "=", isPending)
    .where("invites.expiresAt", ">", now)
    .orderBy("invites.createdAt")
    .orderBy("invites.id"),
);

const anyById = one((db, id: string) =>
  db
    .selectFrom("invites")
    .select([...inviteColumns, "orgId", "groupId", "userId"])
    .select(["status", "endedAt"])
    .where("id", "=", id),
);

const rolesById = one((db, id: string) =>
  db.selectFrom("invites").select(["id", "roles"]).where("id", "=", id),
);

const groupRolesOf = many((db, id: string) =>
  db.selectFrom("inviteGroupRoles").select(["groupId", "role"]).where("inviteId", "=", id),
);

const teamsOf = many(
  (db, id: string) => db.selectFrom("inviteTeams").select("teamId").where("inviteId", "=", id),
  (row) => row.teamId,
);

const end = (db: Builder, id: string, status: Exclude<InviteStatus, "PENDING">, now: Instant) =>
  db
    .updateTable("invites")
    .set({ status, amendedAt: now, endedAt: now })
    .where("id", "=", id)
    .where("status", "=", isPending)
    .where("expiresAt", ">", now);

/** The project of the invitations, which the caller has entered. */
type Home = Pick<EnteredGroup, "id" | "orgId" | "name">;

const toInvite = (unit: Unit, row: InviteRow, group: Home): GroupInvite => ({
  id: row.id,
  username: row.username,
  inviterUsername: row.inviterUsername,
  createdAt: row.createdAt,
  expiresAt: row.expiresAt,
  orgId: group.orgId,
  groupId: group.id,
  groupName: group.name,
  roles: rolesOf(unit, row),
});

const invitesIn = memoised((group: Home) =>
  memoised((rows: readonly InviteRow[], unit: Unit) =>
    frozen(rows.map((row) => frozen(toInvite(unit, row, group)))),
  ),
);

type RowInGroup = InviteRow & { readonly groupId: string; readonly groupName: string };

const toInvites = (unit: Unit, orgId: string, rows: readonly RowInGroup[]): GroupInvite[] =>
  rows.map((row) => toInvite(unit, row, { id: row.groupId, orgId, name: row.groupName }));

export const reads = {
  async pendingById(unit: Unit, group: Home, id: string, now: Instant): Promise<GroupInvite | undefined> {
    const [invite] = invitesIn(group)(await pendingById(unit, group.id, id, now), unit);
    return invite !== undefined && invite.expiresAt > now ? invite : undefined;
  },

  async pendingByAddress(
    unit: Unit,
    group: Home,
    username: string,
    now: Instant,
  ): Promise<GroupInvite | undefined> {
    const row = await pendingByAddress(unit, group.id, username, now);
    return row && toInvite(unit, row, group);
  },

  /** Whether an address has a pending invitation anywhere. */
  waitFor: exists((db, username: string, now: Instant) =>
    db
      .selectFrom("invites")
      .select("id")
      .where("usernameKey", "=", derived(username, foldAddress))
      .where("status", "=", isPending)
      .where("expiresAt", ">", now)
      .limit(1),
  ),

  /** Oldest first. */
  async pendingInGroup(unit: Unit, group: Home, now: Instant): Promise<readonly GroupInvite[]> {
    const invites = invitesIn(group)(await pendingInGroup(unit, group.id, now), unit);
    const isLeft = ({ expiresAt }: GroupInvite) => expiresAt > now;
    return invites.every(isLeft) ? invites : invites.filter(isLeft);
  },

  /** To projects of an organization, by the inviter of that name, oldest first. */
  pendingBy: async (unit: Unit, orgId: string, inviter: string, now: Instant) =>
    toInvites(unit, orgId, await pendingBy(unit, orgId, inviter, now)),

  /** To projects of an organization, of one address, oldest first. */
  pendingTo: async (unit: Unit, orgId: string, username: string, now: Instant) =>
    toInvites(unit, orgId, await pendingTo(unit, orgId, username, now)),

  countPending: count((db, group: Pick<Home, "id">, now: Instant) =>
    db
      .selectFrom("invites")
      .where("groupId", "=", group.id)
      .where("status", "=", isPending)
      .where("expiresAt", ">", now),
  ),

  /**
   * Any invitation, to a project or to an organization, with its status at `now`; `groupId` is null for the latter kind,
   * `endedAt` while it is pending.
   */
  async find(unit: Unit, id: string, now: Instant) {
    const row = await anyById(unit, id);
    if (row === undefined) return undefined;
    const { roles, ...invite } = row;
    const status = statusAt(invite, now);
    // An expired one may still be marked PENDING.
    const endedAt = invite.endedAt ?? (status === "EXPIRED" ? invite.expiresAt : null);
    return { ...invite, status, endedAt };
  },

  /** What accepting an invitation gives: roles in its scope, and, from one to an organization, roles in projects, and teams. */
  async holdingsOf(unit: Unit, { id, groupId }: { readonly id: string; readonly groupId: string | null }) {
    const row = await rolesById(unit, id);
    const roles = row === undefined ? [] : rolesOf(unit, row);
    if (groupId !== null) return { roles, groupRoles: [], teamIds: [] };
    const groupRoles = withKnownRoles(unit, await groupRolesOf(unit, id), () => `invitation ${id}`);
    return {
      roles,
      groupRoles: groupRoles.map((row) => ({ groupId: row.groupId, role: row.role as GroupRole })),
      teamIds: await teamsOf(unit, id),
    };
  },
};

export const writes = {
  add: (unit: Unit, invite: GroupInvite) => addInvite(unit, { ...invite, userId: null, status: "PENDING" }),

  /** Replaces the roles of an invitation that the unit has read as pending. */
  replaceRoles: (unit: Unit, { id }: GroupInvite, roles: readonly GroupRole[], now: Instant) =>
    amendInvite(unit, id, roles, now),

  /** Ends a pending invitation and returns whether it still was pending. */
  end: changes(end),

  /** Revokes an invitation that the unit has read as pending. */
  revoke: amends((db, id: string, now: Instant) => end(db, id, "REVOKED", now)),

  /** Marks an overdue invitation as expired, so that its address can be invited again. */
  expireOverdue: posts((db, groupId: string, username: string, now: Instant) =>
    db
      .updateTable("invites")
      .set((row) => ({ status: "EXPIRED", amendedAt: now, endedAt: row.ref("expiresAt") }))
      .where("groupId", "=", groupId)
      .where("usernameKey", "=", derived(username, foldAddress))
      .where("status", "=", isPending)
      .where("expiresAt", "<=", now),
  ),

  /** Removes invitations of either kind that ended before an instant, the first ones first, and returns how many. */
  removeEnded: countsChanges((db, before: Instant, limit: number) =>
    db
      .deleteFrom("invites")
      .where("id", "in", (ended) =>
        ended
          .selectFrom("invites")
          .select("id")
          .where("endedAt", "<", before)
          .orderBy("endedAt")
          .limit(limit),
      ),
  ),

  /** Also removes expired rows that are still marked PENDING. */
  removeOverdue: countsChanges((db, before: Instant, limit: number) =>
    db
      .deleteFrom("invites")
      .where("id", "in", (overdue) =>
        overdue
          .selectFrom("invites")
          .select("id")
          .where("status", "=", isPending)
          .where("expiresAt", "<", before)
          .orderBy("expiresAt")
          .limit(limit),
      ),
  ),
};

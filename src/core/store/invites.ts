// Invitations: the rows of both kinds, pending ones to projects, and what both kinds share.
import { sql } from "kysely";
import { type GroupRole, inOrder, type RoleName } from "../contract/roles.ts";
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
  knownRoles,
  many,
  one,
  posts,
  type Unit,
  withKnownRoles,
} from "./facet.ts";
import { type Builder, derived, insertion, rememberedQuery } from "./query.ts";
import { selection } from "./statements.ts";
import type { Tables } from "./tables.ts";

/** The columns of both kinds; queries add the scope and the status unless they select by them. */
export const inviteColumns = [
  "invites.id",
  "invites.username",
  "invites.inviterUsername",
  "invites.createdAt",
  "invites.expiresAt",
  "invites.roles",
] as const;

type InviteRow = Pick<
  Tables["invites"],
  "id" | "username" | "inviterUsername" | "createdAt" | "expiresAt" | "roles"
>;

/** Returns the roles of an invitation in its scope, in the order of the role table. Unknown ones are reported, and left out. */
export const rolesOf = <Role extends RoleName>(unit: Unit, { id, roles }: Pick<InviteRow, "id" | "roles">) =>
  roles === "" ? [] : inOrder(knownRoles<Role>(unit, roles.split(" "), `invitation ${id}`));

const writeRoles = (roles: readonly RoleName[]): string => inOrder(new Set(roles)).join(" ");

/**
 * The status as a literal, not bound: the partial index only serves a status in the text, and SQLite would otherwise plan for
 * each value, at ten times the cost.
 */
export const isPending = sql.lit("PENDING" as const);

const insert = posts(insertion("invites"));

interface Added extends Omit<Tables["invites"], "usernameKey" | "amendedAt" | "endedAt" | "roles"> {
  readonly roles: readonly RoleName[];
}

/** Adds an invitation; roles outside of its own scope are added separately. */
export const addInvite = (unit: Unit, { roles, ...invite }: Added): void =>
  insert(unit, {
    ...invite,
    usernameKey: foldAddress(invite.username),
    amendedAt: invite.createdAt,
    endedAt: invite.status === "PENDING" ? null : invite.createdAt,
    roles: writeRoles(roles),
  });

/** Replaces the roles of an invitation that the unit has read as pending. */
export const amendInvite = amends((db, id: string, roles: readonly RoleName[], now: Instant) =>
  db
    .updateTable("invites")
    .set({ roles: derived(roles, writeRoles), amendedAt: now })
    .where("id", "=", id)
    .where("status", "=", isPending)
    .where("expiresAt", ">", now),
);

/** Rounds down to the hour, so that rows can be remembered for an hour; those that expired in it are left out afterwards. */
const hourOf = (now: Instant): Instant => Math.floor(now / hour) * hour;

/** Selects the invitations of either kind that are pending at an instant. */
export const pendingInvites = (db: Builder, now: Instant) =>
  db.selectFrom("invites").where("invites.status", "=", isPending).where("invites.expiresAt", ">", now);

const oldestIn = (db: Builder, groupId: string, now: Instant) =>
  pendingInvites(db, derived(now, hourOf)).select(inviteColumns).where("invites.groupId", "=", groupId);

const pendingById = many(
  rememberedQuery((db, groupId: string, id: string, now: Instant) =>
    oldestIn(db, groupId, now).where("invites.id", "=", id),
  ),
);

const pendingInGroup = many(
  rememberedQuery((db, groupId: string, now: Instant) =>
    oldestIn(db, groupId, now).orderBy("invites.createdAt").orderBy("invites.id"),
  ),
);

const ofAddress = (db: Builder, username: string, now: Instant) =>
  pendingInvites(db, now).where("invites.usernameKey", "=", derived(username, foldAddress));

const pendingByAddress = one((db, groupId: string, username: string, now: Instant) =>
  ofAddress(db, username, now).select(inviteColumns).where("invites.groupId", "=", groupId),
);

/** Finds pending invitations in all projects of an organization, with the names of the projects. */
const pendingBy = many((db, orgId: string, inviter: string, now: Instant) =>
  pendingInvites(db, now)
    .innerJoin("groups", "groups.id", "invites.groupId")
    .select([...inviteColumns, "groups.orgId", "groups.id as groupId", "groups.name as groupName"])
    .where("invites.orgId", "=", orgId)
    .where("invites.inviterUsername", "=", inviter)
    .where("invites.groupId", "is not", null)
    .orderBy("invites.createdAt")
    .orderBy("invites.id"),
);

/**
 * Finds pending invitations to an address, project by project, since SQLite keeps the order of a cross join: otherwise it might
 * read every invitation that ever ended there.
 */
const pendingTo = many((db, orgId: string, username: string, now: Instant) =>
  db
    .selectFrom("groups")
    .crossJoin("invites")
    .select([...inviteColumns, "groups.orgId", "groups.id as groupId", "groups.name as groupName"])
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
    .select([...inviteColumns, "orgId", "groupId", "userId", "status", "endedAt"])
    .where("id", "=", id),
);

const groupRolesOf = many(selection("inviteGroupRoles", ["groupId", "role"], "inviteId"));

const teamsOf = many(selection("inviteTeams", ["teamId"], "inviteId"), ({ teamId }) => teamId);

/** Selects invitations of either kind in any organization, ended ones as well, with the scope of each; newest first. */
const newestAnywhere = (db: Builder) =>
  db
    .selectFrom("invites")
    .innerJoin("orgs", "orgs.id", "invites.orgId")
    .leftJoin("groups", "groups.id", "invites.groupId")
    .select([
      "invites.id",
      "invites.username",
      "invites.userId",
      "invites.status",
      "invites.expiresAt",
      "invites.orgId",
      "orgs.name as orgName",
      "groups.name as groupName",
    ] as const)
    .orderBy("invites.createdAt", "desc")
    .orderBy("invites.id", "desc");

const end = (db: Builder, id: string, status: Exclude<InviteStatus, "PENDING">, now: Instant) =>
  db
    .updateTable("invites")
    .set({ status, amendedAt: now, endedAt: now })
    .where("id", "=", id)
    .where("status", "=", isPending)
    .where("expiresAt", ">", now);

/** The project of the invitations, which the caller has entered. */
type Home = Pick<EnteredGroup, "id" | "orgId" | "name">;

const toInvite = <Row extends InviteRow>(unit: Unit, row: Row) => ({
  ...row,
  roles: rolesOf<GroupRole>(unit, row),
});

/** Converts a row, member by member: a copy of a copy would cost as much as reading the row. */
const toInviteIn = (unit: Unit, row: InviteRow, { id, orgId, name }: Home): GroupInvite => ({
  id: row.id,
  username: row.username,
  inviterUsername: row.inviterUsername,
  createdAt: row.createdAt,
  expiresAt: row.expiresAt,
  roles: rolesOf<GroupRole>(unit, row),
  orgId,
  groupId: id,
  groupName: name,
});

const invitesIn = memoised((group: Home) =>
  memoised((rows: readonly InviteRow[], unit: Unit) =>
    frozen(rows.map((row) => frozen(toInviteIn(unit, row, group)))),
  ),
);

export const reads = {
  async pendingById(unit: Unit, group: Home, id: string, now: Instant): Promise<GroupInvite | undefined> {
    const [invite] = invitesIn(group)(await pendingById(unit, group.id, id, now), unit);
    return invite !== undefined && invite.expiresAt > now ? invite : undefined;
  },

  async pendingByAddress(unit: Unit, group: Home, username: string, now: Instant) {
    const row = await pendingByAddress(unit, group.id, username, now);
    return row && toInviteIn(unit, row, group);
  },

  /** Reports whether an address has a pending invitation anywhere. */
  waitFor: exists((db, username: string, now: Instant) =>
    ofAddress(db, username, now).select("invites.id").limit(1),
  ),

  /** Lists the invitations, oldest first. */
  async pendingInGroup(unit: Unit, group: Home, now: Instant): Promise<readonly GroupInvite[]> {
    const invites = invitesIn(group)(await pendingInGroup(unit, group.id, now), unit);
    const isLeft = ({ expiresAt }: GroupInvite) => expiresAt > now;
    return invites.every(isLeft) ? invites : invites.filter(isLeft);
  },

  /** Finds pending invitations to projects of an organization by an inviter's name, oldest first. */
  pendingBy: async (unit: Unit, orgId: string, inviter: string, now: Instant): Promise<GroupInvite[]> =>
    (await pendingBy(unit, orgId, inviter, now)).map((row) => toInvite(unit, row)),

  /** Finds pending invitations of an address to projects of an organization, oldest first. */
  pendingTo: async (unit: Unit, orgId: string, username: string, now: Instant): Promise<GroupInvite[]> =>
    (await pendingTo(unit, orgId, username, now)).map((row) => toInvite(unit, row)),

  /** Finds invitations of either kind that are pending just before the first instant and expired at the second, by id. */
  lapsing: many((db, from: Instant, to: Instant) =>
    pendingInvites(db, from)
      .innerJoin("orgs", "orgs.id", "invites.orgId")
      .leftJoin("groups", "groups.id", "invites.groupId")
      .select(["invites.id", "invites.username", "orgs.name as orgName", "groups.name as groupName"])
      .where("invites.expiresAt", "<=", to)
      .orderBy("invites.id"),
  ),

  /** Finds invitations of either kind by their id, the id of a person or an address; ended ones too, newest first. */
  designated: many((db, designation: string) =>
    newestAnywhere(db).where((row) =>
      row.or([
        row("invites.id", "=", designation),
        row("invites.userId", "=", designation),
        row("invites.usernameKey", "=", derived(designation, foldAddress)),
        row(
          "invites.usernameKey",
          "in",
          row.selectFrom("users").select("users.usernameKey").where("users.id", "=", designation),
        ),
      ]),
    ),
  ),

  /** Finds the newest pending invitations of either kind in all organizations. */
  newestPending: many((db, now: Instant, limit: number) =>
    newestAnywhere(db)
      .where("invites.status", "=", isPending)
      .where("invites.expiresAt", ">", now)
      .limit(limit),
  ),

  countPending: count((db, group: Pick<Home, "id">, now: Instant) =>
    pendingInvites(db, now).where("invites.groupId", "=", group.id),
  ),

  /**
   * Finds any invitation with its status at `now`; `groupId` is null for one to an organization, `endedAt` while it is pending.
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

  /**
   * Returns the roles and teams that accepting an invitation grants: roles in its scope, and, for one to an organization, roles
   * in projects, and teams.
   */
  async holdingsOf(unit: Unit, { id, groupId }: { readonly id: string; readonly groupId: string | null }) {
    const row = await anyById(unit, id);
    const roles = row === undefined ? [] : rolesOf(unit, row);
    if (groupId !== null) return { roles, groupRoles: [], teamIds: [] };
    const roleGrants = withKnownRoles(unit, await groupRolesOf(unit, id), () => `invitation ${id}`);
    const groupRoles = roleGrants.map((roleGrant) => ({
      groupId: roleGrant.groupId,
      role: roleGrant.role as GroupRole,
    }));
    return { roles, groupRoles, teamIds: await teamsOf(unit, id) };
  },
};

export const writes = {
  add: (unit: Unit, invite: GroupInvite) => addInvite(unit, { ...invite, userId: null, status: "PENDING" }),

  replaceRoles: (unit: Unit, { id }: GroupInvite, roles: readonly GroupRole[], now: Instant) =>
    amendInvite(unit, id, roles, now),

  /** Ends a pending invitation, and returns whether it was still pending. */
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

  /** Removes invitations of either kind that ended before an instant, the first ones first; returns their number. */
  removeEnded: countsChanges((db, before: Instant, limit: number) =>
    db
      .deleteFrom("invites")
      .where("id", "in", (some) =>
        some.selectFrom("invites").select("id").where("endedAt", "<", before).orderBy("endedAt").limit(limit),
      ),
  ),

  /** Removes overdue invitations, also expired ones that are still marked PENDING. */
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

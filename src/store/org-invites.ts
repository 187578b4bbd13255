// Invitations to organizations: what the older API lists as invitations and the newer one as users who are not active yet.
import { sql } from "kysely";
import type { GroupRole } from "../contract/roles.ts";
import { foldAddress } from "../domain/address.ts";
import type { Instant } from "../domain/instant.ts";
import { type GroupRoleGift, type InviteStatus, type OrgInvite, statusAt } from "../domain/invite.ts";
import type { Holdings } from "../domain/membership.ts";
import type { Org } from "../domain/org.ts";
import { sortGifts } from "../domain/org-invite.ts";
import type { Unit } from "./connection.ts";
import { grouped } from "./grouped.ts";
import { addInvite, amendInvite, inviteColumns, isPending, rolesIn, toInvite } from "./invite-rows.ts";
import { type Builder, insertion, query } from "./query.ts";

/** Those that can still be accepted. */
const pending = (db: Builder, at: { orgId: string; now: Instant }) =>
  db
    .selectFrom("invites")
    .where("invites.org_id", "=", at.orgId)
    .where("invites.group_id", "is", null)
    .where("invites.status", "=", isPending)
    .where("invites.expires_at", ">", at.now);

/** Those that ran out, which nobody has written down. */
const overdue = (db: Builder, at: { orgId: string; now: Instant }) =>
  db
    .selectFrom("invites")
    .where("invites.org_id", "=", at.orgId)
    .where("invites.group_id", "is", null)
    .where("invites.status", "=", isPending)
    .where("invites.expires_at", "<=", at.now);

/** Expired and declined: still shown, until another takes their place. Written out, as the partial index has them. */
const lapsed = (db: Builder, at: { orgId: string }) =>
  db
    .selectFrom("invites")
    .where("invites.org_id", "=", at.orgId)
    .where("invites.group_id", "is", null)
    .where("invites.status", "in", [sql.lit("EXPIRED" as const), sql.lit("DECLINED" as const)]);

type Some = ReturnType<typeof pending>;

/** The rows of some invitations, and of what they give. */
const reading = <A>(some: (db: Builder, at: A) => Some) => ({
  rows: query((db, at: A) => some(db, at).select([...inviteColumns, "user_id", "status"])),
  groupRoles: query((db, at: A) =>
    some(db, at)
      .innerJoin("invite_group_roles", "invite_group_roles.invite_id", "invites.id")
      .select(["invites.id", "invite_group_roles.group_id", "invite_group_roles.role"]),
  ),
  teams: query((db, at: A) =>
    some(db, at)
      .innerJoin("invite_teams", "invite_teams.invite_id", "invites.id")
      .select(["invites.id", "invite_teams.team_id"])
      .orderBy("invite_teams.team_id"),
  ),
});

type At = { orgId: string; now: Instant };
const readPending = reading<At>(pending);
const readOverdue = reading<At>(overdue);
const readLapsed = reading<At>(lapsed);

const pendingId = query((db, at: { orgId: string; usernameKey: string; now: Instant }) =>
  db
    .selectFrom("invites")
    .select("id")
    .where("org_id", "=", at.orgId)
    .where("username_key", "=", at.usernameKey)
    .where("group_id", "is", null)
    .where("status", "=", isPending)
    .where("expires_at", ">", at.now),
);

const countActive = query((db, at: { orgId: string }) =>
  db
    .selectFrom("grants")
    .innerJoin("users", "users.id", "grants.principal_id")
    .select((select) => select.fn.count<number>("grants.principal_id").distinct().as("count"))
    .where("grants.org_id", "=", at.orgId)
    .where("grants.group_id", "is", null),
);

const insertGroupRole = insertion("invite_group_roles");
const insertTeam = insertion("invite_teams");

const clearGroupRoles = query((db, at: { id: string }) =>
  db.deleteFrom("invite_group_roles").where("invite_id", "=", at.id),
);
const clearTeams = query((db, at: { id: string }) =>
  db.deleteFrom("invite_teams").where("invite_id", "=", at.id),
);

const closeById = query((db, at: { id: string; status: InviteStatus; now: Instant }) =>
  db
    .updateTable("invites")
    .set({ status: at.status, amended_at: at.now, ended_at: at.now })
    .where("id", "=", at.id)
    .where("status", "in", ["PENDING", "EXPIRED", "DECLINED"]),
);

/** Of an address; each kind is found by a partial index of its own. */
const revoked = (db: Builder, at: { orgId: string; usernameKey: string; now: Instant }) =>
  db
    .updateTable("invites")
    .set({ status: "REVOKED", amended_at: at.now, ended_at: at.now })
    .where("org_id", "=", at.orgId)
    .where("username_key", "=", at.usernameKey)
    .where("group_id", "is", null);
const revokePending = query((db, at: { orgId: string; usernameKey: string; now: Instant }) =>
  revoked(db, at).where("status", "=", isPending),
);
const revokeLapsed = query((db, at: { orgId: string; usernameKey: string; now: Instant }) =>
  revoked(db, at).where("status", "in", [sql.lit("EXPIRED" as const), sql.lit("DECLINED" as const)]),
);

async function give(unit: Unit, id: string, { groupRoles, teamIds }: Holdings): Promise<void> {
  for (const { groupId, role } of groupRoles) {
    unit.post(insertGroupRole, { invite_id: id, group_id: groupId, role });
  }
  for (const team_id of teamIds) unit.post(insertTeam, { invite_id: id, team_id });
}

const byId = ({ id }: { readonly id: string }) => id;

/** In time that grows with their number, not with its square: those that have run out are not bounded. */
async function read(
  unit: Unit,
  reading: typeof readPending,
  org: Pick<Org, "id" | "name">,
  now: Instant,
): Promise<OrgInvite[]> {
  const at = { orgId: org.id, now };
  const rows = await unit.all(reading.rows, at);
  if (rows.length === 0) return [];
  const [gifts, inTeams] = await Promise.all([unit.all(reading.groupRoles, at), unit.all(reading.teams, at)]);
  const groupRoles = grouped(
    gifts,
    byId,
    ({ group_id, role }): GroupRoleGift => ({ groupId: group_id, role: role as GroupRole }),
  );
  const teams = grouped(inTeams, byId, ({ team_id }) => team_id);
  return rows.map((row) => ({
    ...toInvite(row),
    userId: row.user_id ?? "",
    orgId: org.id,
    orgName: org.name,
    status: statusAt({ status: row.status, expiresAt: row.expires_at }, now),
    roles: rolesIn(row),
    groupRoles: sortGifts(groupRoles.get(row.id) ?? []),
    teamIds: teams.get(row.id) ?? [],
  }));
}

const oldestFirst = (a: OrgInvite, b: OrgInvite) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);

export const orgInviteReads = {
  /** Invitations to an organization that can still be accepted, oldest first. Five hundred are the most there can be. */
  async pending(unit: Unit, org: Pick<Org, "id" | "name">, now: Instant): Promise<OrgInvite[]> {
    return (await read(unit, readPending, org, now)).sort(oldestFirst);
  },

  /** Those, and those that ran out or were declined, of which there is no end: asked for only where these are shown. */
  async all(unit: Unit, org: Pick<Org, "id" | "name">, now: Instant): Promise<OrgInvite[]> {
    const parts = [readPending, readOverdue, readLapsed].map((some) => read(unit, some, org, now));
    return (await Promise.all(parts)).flat().sort(oldestFirst);
  },

  /** Id of the invitation of an address that can still be accepted. */
  async pendingId(unit: Unit, orgId: string, username: string, now: Instant): Promise<string | undefined> {
    return (await unit.first(pendingId, { orgId, usernameKey: foldAddress(username), now }))?.id;
  },

  /** People who hold a role in the organization itself. */
  async countMembers(unit: Unit, orgId: string): Promise<number> {
    return (await unit.first(countActive, { orgId }))?.count ?? 0;
  },
};

export const orgInviteWrites = {
  ...orgInviteReads,

  /** Adds an invitation; refused by the schema while another of the address is pending in the organization. */
  async add(unit: Unit, invite: OrgInvite): Promise<void> {
    await addInvite(unit, { ...invite, groupId: null });
    await give(unit, invite.id, invite);
  },

  /** Replaces all that an invitation gives, which the unit has seen pending. */
  async replace(unit: Unit, id: string, holdings: Holdings, now: Instant): Promise<void> {
    amendInvite(unit, id, holdings.roles, now);
    for (const clear of [clearGroupRoles, clearTeams]) unit.post(clear, { id });
    await give(unit, id, holdings);
  },

  /** Ends an invitation that is pending, expired or declined, and returns whether it was one of these. */
  async close(unit: Unit, id: string, status: "ACCEPTED" | "REVOKED", now: Instant): Promise<boolean> {
    return (await unit.change(closeById, { id, status, now })) > 0;
  },

  /** Ends all of an address that are pending, ran out or were declined. */
  async revokeOf(unit: Unit, orgId: string, username: string, now: Instant): Promise<void> {
    const at = { orgId, usernameKey: foldAddress(username), now };
    for (const revoke of [revokePending, revokeLapsed]) unit.post(revoke, at);
  },
};

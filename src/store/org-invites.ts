// Invitations to organizations: what the older API lists as invitations and the newer one as users who are not active yet.
import { sql } from "kysely";
import type { GroupRole } from "../contract/roles.ts";
import { foldAddress } from "../domain/address.ts";
import type { Instant } from "../domain/instant.ts";
import { type GroupRoleGift, type OrgInvite, statusAt } from "../domain/invite.ts";
import type { Holdings } from "../domain/membership.ts";
import type { Org } from "../domain/org.ts";
import { sortGifts } from "../domain/org-invite.ts";
import type { Unit } from "./connection.ts";
import { changes, many, one, posts } from "./facet.ts";
import { grouped } from "./grouped.ts";
import { addInvite, amendInvite, inviteColumns, isPending, rolesOf } from "./invite-rows.ts";
import { type Builder, derived, insertion } from "./query.ts";
import { withKnownRoles } from "./roles.ts";

/** Written out, as the partial index has it. */
const isLapsed = [sql.lit("EXPIRED" as const), sql.lit("DECLINED" as const)];

const toOrg = (db: Builder, orgId: string) =>
  db.selectFrom("invites").where("invites.org_id", "=", orgId).where("invites.group_id", "is", null);

/** Those that can still be accepted. */
const pending = (db: Builder, orgId: string, now: Instant) =>
  toOrg(db, orgId).where("invites.status", "=", isPending).where("invites.expires_at", ">", now);

/** Those that are expired and still marked PENDING. */
const overdue = (db: Builder, orgId: string, now: Instant) =>
  toOrg(db, orgId).where("invites.status", "=", isPending).where("invites.expires_at", "<=", now);

/** Expired and declined: still shown, until another takes their place. */
const lapsed = (db: Builder, orgId: string, _now: Instant) =>
  toOrg(db, orgId).where("invites.status", "in", isLapsed);

/** Reads the rows of some invitations, and what they give. */
const reading = (some: typeof pending) => ({
  rows: many((db, orgId: string, now: Instant) =>
    some(db, orgId, now).select([...inviteColumns, "user_id as userId", "status"]),
  ),
  groupRoles: many((db, orgId: string, now: Instant) =>
    some(db, orgId, now)
      .innerJoin("invite_group_roles", "invite_group_roles.invite_id", "invites.id")
      .select(["invites.id", "invite_group_roles.group_id", "invite_group_roles.role"]),
  ),
  teams: many((db, orgId: string, now: Instant) =>
    some(db, orgId, now)
      .innerJoin("invite_teams", "invite_teams.invite_id", "invites.id")
      .select(["invites.id", "invite_teams.team_id"])
      .orderBy("invite_teams.team_id"),
  ),
});

const [readPending, readOverdue, readLapsed] = [reading(pending), reading(overdue), reading(lapsed)];

const countActive = one((db, orgId: string) =>
  db
    .selectFrom("grants")
    .innerJoin("users", "users.id", "grants.principal_id")
    .select((select) => select.fn.count<number>("grants.principal_id").distinct().as("count"))
    .where("grants.org_id", "=", orgId)
    .where("grants.group_id", "is", null),
);

const insertGroupRole = posts(insertion("invite_group_roles"));
const insertTeam = posts(insertion("invite_teams"));

const clearGifts = posts(
  (db: Builder, id: string) => db.deleteFrom("invite_group_roles").where("invite_id", "=", id),
  (db: Builder, id: string) => db.deleteFrom("invite_teams").where("invite_id", "=", id),
);

/** Of an address. */
const revoked = (db: Builder, orgId: string, username: string, now: Instant) =>
  db
    .updateTable("invites")
    .set({ status: "REVOKED", amended_at: now, ended_at: now })
    .where("org_id", "=", orgId)
    .where("username_key", "=", derived(username, foldAddress))
    .where("group_id", "is", null);

function give(unit: Unit, invite_id: string, { groupRoles, teamIds }: Holdings): void {
  for (const { groupId, role } of groupRoles) insertGroupRole(unit, { invite_id, group_id: groupId, role });
  for (const team_id of teamIds) insertTeam(unit, { invite_id, team_id });
}

const byId = ({ id }: { readonly id: string }) => id;

/** In time that grows with their number, not with its square: there is no bound on expired ones. */
async function read(
  unit: Unit,
  { rows, groupRoles, teams }: typeof readPending,
  org: Pick<Org, "id" | "name">,
  now: Instant,
): Promise<OrgInvite[]> {
  const invites = await rows(unit, org.id, now);
  if (invites.length === 0) return [];
  const [gifts, inTeams] = await Promise.all([groupRoles(unit, org.id, now), teams(unit, org.id, now)]);
  const giftsOf = grouped(
    withKnownRoles(unit, gifts, ({ id }) => `invitation ${id}`),
    byId,
    ({ group_id, role }): GroupRoleGift => ({ groupId: group_id, role: role as GroupRole }),
  );
  const teamsOf = grouped(inTeams, byId, ({ team_id }) => team_id);
  return invites.map((invite) => ({
    ...invite,
    userId: invite.userId ?? "",
    orgId: org.id,
    orgName: org.name,
    status: statusAt(invite, now),
    roles: rolesOf(unit, invite),
    groupRoles: sortGifts(giftsOf.get(invite.id) ?? []),
    teamIds: teamsOf.get(invite.id) ?? [],
  }));
}

const oldestFirst = (a: OrgInvite, b: OrgInvite) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);

export const orgInviteReads = {
  /** Invitations to an organization that can still be accepted, oldest first. Five hundred are the most there can be. */
  async pending(unit: Unit, org: Pick<Org, "id" | "name">, now: Instant): Promise<OrgInvite[]> {
    return (await read(unit, readPending, org, now)).sort(oldestFirst);
  },

  /** Also those that expired or were declined, of which there is no end: read only where these are shown. */
  async all(unit: Unit, org: Pick<Org, "id" | "name">, now: Instant): Promise<OrgInvite[]> {
    const parts = [readPending, readOverdue, readLapsed].map((some) => read(unit, some, org, now));
    return (await Promise.all(parts)).flat().sort(oldestFirst);
  },

  /** Id of the invitation of an address that can still be accepted. */
  pendingId: one(
    (db, orgId: string, username: string, now: Instant) =>
      pending(db, orgId, now).select("id").where("username_key", "=", derived(username, foldAddress)),
    (row) => row.id,
  ),

  /** People who hold a role in the organization itself. */
  async countMembers(unit: Unit, orgId: string): Promise<number> {
    return (await countActive(unit, orgId))?.count ?? 0;
  },
};

export const orgInviteWrites = {
  ...orgInviteReads,

  /** Adds an invitation; refused by the schema while another of the address is pending in the organization. */
  async add(unit: Unit, invite: OrgInvite): Promise<void> {
    addInvite(unit, { ...invite, groupId: null });
    give(unit, invite.id, invite);
  },

  /** Replaces all that an invitation gives, which the unit has read as pending. */
  async replace(unit: Unit, id: string, holdings: Holdings, now: Instant): Promise<void> {
    amendInvite(unit, id, holdings.roles, now);
    clearGifts(unit, id);
    give(unit, id, holdings);
  },

  /** Ends an invitation that is pending, expired or declined, and returns whether it was one of these. */
  close: changes((db, id: string, status: "ACCEPTED" | "REVOKED", now: Instant) =>
    db
      .updateTable("invites")
      .set({ status, amended_at: now, ended_at: now })
      .where("id", "=", id)
      .where("status", "in", ["PENDING", "EXPIRED", "DECLINED"]),
  ),

  /** Ends all of an address that are pending, expired or declined; each kind is found by a partial index of its own. */
  revokeOf: posts(
    (db: Builder, orgId: string, username: string, now: Instant) =>
      revoked(db, orgId, username, now).where("status", "=", isPending),
    (db: Builder, orgId: string, username: string, now: Instant) =>
      revoked(db, orgId, username, now).where("status", "in", isLapsed),
  ),
};

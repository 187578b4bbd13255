// Invitations to organizations: the older API lists them as invitations, and the newer one as users who are not active yet.
import { sql } from "kysely";
import type { GroupRole } from "../contract/roles.ts";
import { foldAddress } from "../domain/address.ts";
import { grouped } from "../domain/grouped.ts";
import type { Instant } from "../domain/instant.ts";
import { type GroupRoleGrant, type OrgInvite, sortRoleGrants, statusAt } from "../domain/invite.ts";
import type { Holdings } from "../domain/membership.ts";
import type { NamedOrg } from "../domain/org.ts";
import { many, one, posts, type Unit, withKnownRoles } from "./facet.ts";
import { addInvite, amendInvite, inviteColumns, isPending, rolesOf } from "./invites.ts";
import { type Builder, derived, insertion } from "./query.ts";
import { removal } from "./statements.ts";

/** The statuses as literals, as in the partial index. */
const isLapsed = [sql.lit("EXPIRED" as const), sql.lit("DECLINED" as const)];

const toOrg = (db: Builder, orgId: string) =>
  db.selectFrom("invites").where("invites.orgId", "=", orgId).where("invites.groupId", "is", null);

/** Selects invitations marked PENDING, expired ones as well. */
const marked = (db: Builder, orgId: string, _now: Instant) =>
  toOrg(db, orgId).where("invites.status", "=", isPending);

/** Selects invitations that can still be accepted. */
const pending = (db: Builder, orgId: string, now: Instant) =>
  marked(db, orgId, now).where("invites.expiresAt", ">", now);

/** Selects expired and declined invitations, which are still shown until another replaces them. */
const lapsed = (db: Builder, orgId: string, _now: Instant) =>
  toOrg(db, orgId).where("invites.status", "in", isLapsed);

const reading = (some: typeof pending) => ({
  rows: many((db, orgId: string, now: Instant) =>
    some(db, orgId, now).select([...inviteColumns, "userId", "status"]),
  ),
  groupRoles: many((db, orgId: string, now: Instant) =>
    some(db, orgId, now)
      .innerJoin("inviteGroupRoles", "inviteGroupRoles.inviteId", "invites.id")
      .select(["invites.id", "inviteGroupRoles.groupId", "inviteGroupRoles.role"]),
  ),
  teams: many((db, orgId: string, now: Instant) =>
    some(db, orgId, now)
      .innerJoin("inviteTeams", "inviteTeams.inviteId", "invites.id")
      .select(["invites.id", "inviteTeams.teamId"])
      .orderBy("inviteTeams.teamId"),
  ),
});

const [readPending, readMarked, readLapsed] = [reading(pending), reading(marked), reading(lapsed)];

const countActive = one((db, orgId: string) =>
  db
    .selectFrom("grants")
    .innerJoin("users", "users.id", "grants.principalId")
    .select((select) => select.fn.count<number>("grants.principalId").distinct().as("count"))
    .where("grants.orgId", "=", orgId)
    .where("grants.groupId", "is", null),
);

const insertGroupRole = posts(insertion("inviteGroupRoles"));
const insertTeam = posts(insertion("inviteTeams"));

const clearRoleGrants = posts(removal("inviteGroupRoles", "inviteId"), removal("inviteTeams", "inviteId"));

const revoked = (db: Builder, orgId: string, username: string, now: Instant) =>
  db
    .updateTable("invites")
    .set({ status: "REVOKED", amendedAt: now, endedAt: now })
    .where("orgId", "=", orgId)
    .where("usernameKey", "=", derived(username, foldAddress))
    .where("groupId", "is", null);

function give(unit: Unit, inviteId: string, { groupRoles, teamIds }: Holdings): void {
  for (const { groupId, role } of groupRoles) insertGroupRole(unit, { inviteId, groupId, role });
  for (const teamId of teamIds) insertTeam(unit, { inviteId, teamId });
}

const byId = ({ id }: { readonly id: string }) => id;

/** Reads invitations in time that is linear in their number, since expired ones may be any number. */
async function read(
  unit: Unit,
  { rows, groupRoles, teams }: typeof readPending,
  org: NamedOrg,
  now: Instant,
): Promise<OrgInvite[]> {
  const invites = await rows(unit, org.id, now);
  if (invites.length === 0) return [];
  const [roleGrants, inTeams] = await Promise.all([groupRoles(unit, org.id, now), teams(unit, org.id, now)]);
  const roleGrantsOf = grouped(
    withKnownRoles(unit, roleGrants, ({ id }) => `invitation ${id}`),
    byId,
    ({ groupId, role }): GroupRoleGrant => ({ groupId, role: role as GroupRole }),
  );
  const teamsOf = grouped(inTeams, byId, ({ teamId }) => teamId);
  return invites.map((invite) => ({
    ...invite,
    userId: invite.userId ?? "",
    orgId: org.id,
    orgName: org.name,
    status: statusAt(invite, now),
    roles: rolesOf(unit, invite),
    groupRoles: sortRoleGrants(roleGrantsOf.get(invite.id) ?? []),
    teamIds: teamsOf.get(invite.id) ?? [],
  }));
}

const oldestFirst = (a: OrgInvite, b: OrgInvite) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);

export const reads = {
  /** Lists the teams of pending invitations. */
  pendingTeams: readPending.teams,

  /** Lists invitations to an organization that can still be accepted, oldest first. There are at most five hundred. */
  async pending(unit: Unit, org: NamedOrg, now: Instant): Promise<OrgInvite[]> {
    return (await read(unit, readPending, org, now)).sort(oldestFirst);
  },

  /** Lists all invitations, also expired or declined ones, which may be any number: only called where these are shown. */
  async all(unit: Unit, org: NamedOrg, now: Instant): Promise<OrgInvite[]> {
    const parts = [readMarked, readLapsed].map((some) => read(unit, some, org, now));
    return (await Promise.all(parts)).flat().sort(oldestFirst);
  },

  pendingId: one(
    (db, orgId: string, username: string, now: Instant) =>
      pending(db, orgId, now).select("id").where("usernameKey", "=", derived(username, foldAddress)),
    (row) => row.id,
  ),

  /** Counts people who have a role in the organization itself. */
  countMembers: async (unit: Unit, orgId: string) => (await countActive(unit, orgId))?.count ?? 0,
};

export const writes = {
  /** Adds an invitation; the schema refuses it while another of the address is pending in the organization. */
  async add(unit: Unit, invite: OrgInvite): Promise<void> {
    addInvite(unit, { ...invite, groupId: null });
    give(unit, invite.id, invite);
  },

  /** Replaces all roles and teams of an invitation that the unit has read as pending. */
  async replace(unit: Unit, id: string, holdings: Holdings, now: Instant): Promise<void> {
    amendInvite(unit, id, holdings.roles, now);
    clearRoleGrants(unit, id);
    give(unit, id, holdings);
  },

  /** Ends all invitations of an address that are pending, expired or declined; each kind is found by its own partial index. */
  revokeOf: posts(
    (db: Builder, orgId: string, username: string, now: Instant) =>
      revoked(db, orgId, username, now).where("status", "=", isPending),
    (db: Builder, orgId: string, username: string, now: Instant) =>
      revoked(db, orgId, username, now).where("status", "in", isLapsed),
  ),
};

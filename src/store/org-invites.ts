// Invitations to organizations: what the older API lists as invitations and the newer one as users who are not active yet.
import { sql } from "kysely";
import { type GroupRole, inOrder, type OrgRole } from "../contract/roles.ts";
import type { Instant } from "../domain/instant.ts";
import { type InviteStatus, type OrgInvite, statusAt } from "../domain/invite.ts";
import type { Holdings } from "../domain/membership.ts";
import type { Org } from "../domain/org.ts";
import { sortGifts } from "../domain/org-invite.ts";
import type { Unit } from "./connection.ts";
import { addInvite, addRole, inviteColumns, toInvite, touchInvite } from "./invite-rows.ts";
import { type Builder, insertion, query } from "./query.ts";

const openStatuses = (["PENDING", "EXPIRED", "DECLINED"] as const).map((status) => sql.lit(status));

/** Accepted and revoked ones are history; expired and declined ones are still shown, until another takes their place. */
const open = (db: Builder, orgId: string) =>
  db
    .selectFrom("invites")
    .where("invites.org_id", "=", orgId)
    .where("invites.group_id", "is", null)
    .where("invites.status", "in", openStatuses);

const openInOrg = query((db, at: { orgId: string }) =>
  open(db, at.orgId)
    .select([...inviteColumns, "user_id", "status"])
    .orderBy("created_at")
    .orderBy("id"),
);

const rolesInOrg = query((db, at: { orgId: string }) =>
  open(db, at.orgId)
    .innerJoin("invite_roles", "invite_roles.invite_id", "invites.id")
    .select(["invites.id", "invite_roles.role"]),
);

const groupRolesInOrg = query((db, at: { orgId: string }) =>
  open(db, at.orgId)
    .innerJoin("invite_group_roles", "invite_group_roles.invite_id", "invites.id")
    .select(["invites.id", "invite_group_roles.group_id", "invite_group_roles.role"]),
);

const teamsInOrg = query((db, at: { orgId: string }) =>
  open(db, at.orgId)
    .innerJoin("invite_teams", "invite_teams.invite_id", "invites.id")
    .select(["invites.id", "invite_teams.team_id"])
    .orderBy("invite_teams.team_id"),
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

const clearRoles = query((db, at: { id: string }) =>
  db.deleteFrom("invite_roles").where("invite_id", "=", at.id),
);
const clearGroupRoles = query((db, at: { id: string }) =>
  db.deleteFrom("invite_group_roles").where("invite_id", "=", at.id),
);
const clearTeams = query((db, at: { id: string }) =>
  db.deleteFrom("invite_teams").where("invite_id", "=", at.id),
);

const close = query((db, at: { id: string; status: InviteStatus; now: Instant }) =>
  db
    .updateTable("invites")
    .set({ status: at.status, amended_at: at.now })
    .where("id", "=", at.id)
    .where("status", "in", openStatuses),
);

async function give(unit: Unit, id: string, { roles, groupRoles, teamIds }: Holdings): Promise<void> {
  for (const role of roles) await addRole(unit, id, role);
  for (const { groupId, role } of groupRoles) {
    await unit.change(insertGroupRole, { invite_id: id, group_id: groupId, role });
  }
  for (const team_id of teamIds) await unit.change(insertTeam, { invite_id: id, team_id });
}

export const orgInviteReads = {
  /** Pending, expired and declined invitations to an organization, oldest first. Five hundred are the most there can be. */
  async all(unit: Unit, org: Pick<Org, "id" | "name">, now: Instant): Promise<OrgInvite[]> {
    const at = { orgId: org.id };
    const rows = await unit.all(openInOrg, at);
    if (rows.length === 0) return [];
    const roles = await unit.all(rolesInOrg, at);
    const groupRoles = await unit.all(groupRolesInOrg, at);
    const teams = await unit.all(teamsInOrg, at);
    return rows.map((row) => ({
      ...toInvite(row),
      userId: row.user_id ?? "",
      orgId: org.id,
      orgName: org.name,
      status: statusAt({ status: row.status, expiresAt: row.expires_at }, now),
      roles: inOrder(roles.filter(({ id }) => id === row.id).map(({ role }) => role as OrgRole)),
      groupRoles: sortGifts(
        groupRoles
          .filter(({ id }) => id === row.id)
          .map(({ group_id, role }) => ({ groupId: group_id, role: role as GroupRole })),
      ),
      teamIds: teams.filter(({ id }) => id === row.id).map(({ team_id }) => team_id),
    }));
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

  /** Replaces all that a pending invitation gives, and returns whether it still was pending. */
  async replace(unit: Unit, id: string, holdings: Holdings, now: Instant): Promise<boolean> {
    if (!(await touchInvite(unit, id, now))) return false;
    for (const clear of [clearRoles, clearGroupRoles, clearTeams]) await unit.change(clear, { id });
    await give(unit, id, holdings);
    return true;
  },

  /** Ends an invitation that is pending, expired or declined, and returns whether it was one of these. */
  async close(unit: Unit, id: string, status: "ACCEPTED" | "REVOKED", now: Instant): Promise<boolean> {
    return (await unit.change(close, { id, status, now })) > 0;
  },
};

// Members of organizations: who holds roles in one, what they hold in its projects and teams, and those invited to it.
import { type GroupRole, inOrder, type OrgRole } from "../contract/roles.ts";
import type { Instant } from "../domain/instant.ts";
import type { GroupRoleGift } from "../domain/invite.ts";
import { type ActiveMember, gatherMembers, type Member } from "../domain/membership.ts";
import type { Org } from "../domain/org.ts";
import type { Unit } from "./connection.ts";
import { grantWrites } from "./grants.ts";
import { grouped } from "./grouped.ts";
import { orgInviteReads } from "./org-invites.ts";
import { query } from "./query.ts";
import { toUser, userColumns } from "./users.ts";

/** A row for each organization role of each user. */
const usersIn = query((db, at: { orgId: string }) =>
  db
    .selectFrom("grants")
    .innerJoin("users", "users.id", "grants.principal_id")
    .select([...userColumns, "grants.role"])
    .where("grants.org_id", "=", at.orgId)
    .where("grants.group_id", "is", null)
    .orderBy("users.created_at")
    .orderBy("users.id"),
);

const groupRolesIn = query((db, at: { orgId: string }) =>
  db
    .selectFrom("grants")
    .innerJoin("users", "users.id", "grants.principal_id")
    .select(["users.id", "grants.group_id", "grants.role"])
    .where("grants.org_id", "=", at.orgId)
    .where("grants.group_id", "is not", null)
    .orderBy("grants.group_id"),
);

const teamsIn = query((db, at: { orgId: string }) =>
  db
    .selectFrom("team_members")
    .innerJoin("teams", "teams.id", "team_members.team_id")
    .select(["team_members.user_id", "team_members.team_id"])
    .where("teams.org_id", "=", at.orgId)
    .orderBy("team_members.team_id"),
);

const leaveTeams = query((db, at: { userId: string; orgId: string }) =>
  db
    .deleteFrom("team_members")
    .where("user_id", "=", at.userId)
    .where("team_id", "in", (teams) => teams.selectFrom("teams").select("id").where("org_id", "=", at.orgId)),
);

async function active(unit: Unit, orgId: string): Promise<ActiveMember[]> {
  const rows = await unit.all(usersIn, { orgId });
  const roles = grouped(
    rows,
    (row) => row.id,
    (row) => row.role as OrgRole,
  );
  const gifts = grouped(
    await unit.all(groupRolesIn, { orgId }),
    (row) => row.id,
    (row): GroupRoleGift => ({ groupId: row.group_id ?? "", role: row.role as GroupRole }),
  );
  const teams = grouped(
    await unit.all(teamsIn, { orgId }),
    (row) => row.user_id,
    (row) => row.team_id,
  );
  const users = new Map(rows.map((row) => [row.id, toUser(row)]));
  return [...users.values()].map((user) => ({
    id: user.id,
    orgId,
    username: user.username,
    status: "ACTIVE",
    roles: inOrder(roles.get(user.id) ?? []),
    groupRoles: gifts.get(user.id) ?? [],
    teamIds: teams.get(user.id) ?? [],
    user,
  }));
}

export const memberReads = {
  /** Those who are active in an organization or invited to it: active ones first, each part oldest first. */
  async current(unit: Unit, org: Pick<Org, "id" | "name">, now: Instant): Promise<Member[]> {
    return gatherMembers(await active(unit, org.id), await orgInviteReads.pending(unit, org, now));
  },

  /** Those, and those whose invitation ran out or was declined, of whom there is no end. */
  async all(unit: Unit, org: Pick<Org, "id" | "name">, now: Instant): Promise<Member[]> {
    return gatherMembers(await active(unit, org.id), await orgInviteReads.all(unit, org, now));
  },
};

export const memberWrites = {
  ...memberReads,

  /** Takes everything a user holds in an organization: its roles, those in its projects, and its teams. */
  async leaveOrg(unit: Unit, userId: string, orgId: string): Promise<void> {
    await grantWrites.takeAll(unit, userId, orgId);
    await unit.change(leaveTeams, { userId, orgId });
  },
};

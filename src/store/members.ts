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
import { query, queryAmong, rememberedQuery } from "./query.ts";
import { toUser, userColumns } from "./users.ts";

/** Roles in an organization and in its projects, of whoever holds them. */
const rolesIn = rememberedQuery((db, at: { orgId: string }) =>
  db
    .selectFrom("grants")
    .select(["principal_id", "group_id", "role"])
    .where("org_id", "=", at.orgId)
    .orderBy("group_id"),
);

/** By their ids rather than joined: PostgreSQL takes an organization with many roles for one with many people, and reads all there are. */
const usersOf = queryAmong((db, ids) =>
  db.selectFrom("users").select(userColumns).where("users.id", "in", ids),
);

const teamsIn = rememberedQuery((db, at: { orgId: string }) =>
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
  const held = await unit.all(rolesIn, { orgId });
  const roles = grouped(
    held.filter((row) => row.group_id === null),
    (row) => row.principal_id,
    (row) => row.role as OrgRole,
  );
  if (roles.size === 0) return [];
  const gifts = grouped(
    held.filter((row) => row.group_id !== null),
    (row) => row.principal_id,
    (row): GroupRoleGift => ({ groupId: row.group_id ?? "", role: row.role as GroupRole }),
  );
  const teams = grouped(
    await unit.all(teamsIn, { orgId }),
    (row) => row.user_id,
    (row) => row.team_id,
  );
  const users = (await unit.all(usersOf([...roles.keys()]), {})).map(toUser);
  users.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  return users.map((user) => ({
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

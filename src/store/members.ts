// Members of organizations: who holds roles in one, what they hold in its projects and teams, and those invited to it.
import { sql } from "kysely";
import { type GroupRole, inOrder, type OrgRole } from "../contract/roles.ts";
import { foldAddress } from "../domain/address.ts";
import type { EnteredGroup } from "../domain/group.ts";
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

const orgRolesOf = query((db, at: { orgId: string; usernameKey: string }) =>
  db
    .selectFrom("grants")
    .select("role")
    .where("org_id", "=", at.orgId)
    .where("username_key", "=", at.usernameKey)
    .where("group_id", "is", null),
);

const groupRolesOf = query((db, at: { groupId: string; usernameKey: string }) =>
  db
    .selectFrom("grants")
    .select("role")
    .where("group_id", "=", at.groupId)
    .where("username_key", "=", at.usernameKey),
);

const countWithRoles = query((db, at: { groupId: string }) =>
  db
    .selectFrom("grants")
    .select((select) => select.fn.count<number>("username_key").distinct().as("count"))
    .where("group_id", "=", at.groupId)
    .where("username_key", "is not", null),
);

/** Those invited to the organization who will have roles in the project; who is active by now is not counted again. */
const countInvitedInto = query((db, at: { groupId: string; orgId: string; now: Instant }) =>
  db
    .selectFrom("invites")
    .select((select) => select.fn.countAll<number>().as("count"))
    .where("id", "in", (given) =>
      given.selectFrom("invite_group_roles").select("invite_id").where("group_id", "=", at.groupId),
    )
    .where("org_id", "=", at.orgId)
    .where("group_id", "is", null)
    .where("status", "=", sql.lit("PENDING" as const))
    .where("expires_at", ">", at.now)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("grants")
            .select("grants.role")
            .where("grants.org_id", "=", at.orgId)
            .where("grants.group_id", "is", null)
            .whereRef("grants.username_key", "=", "invites.username_key"),
        ),
      ),
    ),
);

const leaveTeams = query((db, at: { userId: string; orgId: string }) =>
  db
    .deleteFrom("team_members")
    .where("user_id", "=", at.userId)
    .where("team_id", "in", (teams) => teams.selectFrom("teams").select("id").where("org_id", "=", at.orgId)),
);

async function active(unit: Unit, orgId: string): Promise<ActiveMember[]> {
  const [held, inTeams] = await Promise.all([unit.all(rolesIn, { orgId }), unit.all(teamsIn, { orgId })]);
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
    inTeams,
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
    const [there, pending] = await Promise.all([
      active(unit, org.id),
      orgInviteReads.pending(unit, org, now),
    ]);
    return gatherMembers(there, pending);
  },

  /** Those, and those whose invitation ran out or was declined, of whom there is no end. */
  async all(unit: Unit, org: Pick<Org, "id" | "name">, now: Instant): Promise<Member[]> {
    const [there, all] = await Promise.all([active(unit, org.id), orgInviteReads.all(unit, org, now)]);
    return gatherMembers(there, all);
  },

  /** The roles in a project of somebody who is active in its organization; nothing for anybody else. */
  async rolesByAddress(
    unit: Unit,
    { id: groupId, orgId }: Pick<EnteredGroup, "id" | "orgId">,
    username: string,
  ): Promise<GroupRole[] | undefined> {
    const usernameKey = foldAddress(username);
    if ((await unit.first(orgRolesOf, { orgId, usernameKey })) === undefined) return undefined;
    return (await unit.all(groupRolesOf, { groupId, usernameKey })).map(({ role }) => role as GroupRole);
  },

  /** People with roles of their own in a project, and those invited to its organization who will have some. */
  async countInGroup(
    unit: Unit,
    { id: groupId, orgId }: Pick<EnteredGroup, "id" | "orgId">,
    now: Instant,
  ): Promise<number> {
    const counts = [
      unit.first(countWithRoles, { groupId }),
      unit.first(countInvitedInto, { groupId, orgId, now }),
    ];
    return (await Promise.all(counts)).reduce((sum, counted) => sum + (counted?.count ?? 0), 0);
  },
};

export const memberWrites = {
  ...memberReads,

  /** Takes everything a user holds in an organization: its roles, those in its projects, and its teams. */
  async leaveOrg(unit: Unit, userId: string, orgId: string): Promise<void> {
    await grantWrites.takeAll(unit, userId, orgId);
    unit.post(leaveTeams, { userId, orgId });
  },
};

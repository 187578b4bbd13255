// Members of organizations: who holds roles in one, what they hold in its projects and teams, and those invited to it.
import { type GroupRole, inOrder, type OrgRole } from "../contract/roles.ts";
import { foldAddress } from "../domain/address.ts";
import type { EnteredGroup } from "../domain/group.ts";
import type { Instant } from "../domain/instant.ts";
import type { GroupRoleGift } from "../domain/invite.ts";
import { type ActiveMember, gatherMembers, type Member } from "../domain/membership.ts";
import type { Org } from "../domain/org.ts";
import type { Unit } from "./connection.ts";
import { count, exists, many, one, posts } from "./facet.ts";
import { grantWrites } from "./grants.ts";
import { grouped } from "./grouped.ts";
import { isPending } from "./invite-rows.ts";
import { orgInviteReads } from "./org-invites.ts";
import { derived, queryAmong, rememberedQuery } from "./query.ts";
import { knownRoles, withKnownRoles } from "./roles.ts";
import { userColumns } from "./users.ts";

/** Roles in an organization and in its projects, of all their holders. */
const rolesIn = many(
  rememberedQuery((db, orgId: string) =>
    db
      .selectFrom("grants")
      .select(["principal_id", "group_id", "role"])
      .where("org_id", "=", orgId)
      .orderBy("group_id"),
  ),
);

/** By their ids rather than joined: PostgreSQL takes an organization with many roles for one with many people, and reads all users. */
const usersAmong = many(
  queryAmong((db, ids) => db.selectFrom("users").select(userColumns).where("users.id", "in", ids)),
);

const teamsIn = many(
  rememberedQuery((db, orgId: string) =>
    db
      .selectFrom("team_members")
      .innerJoin("teams", "teams.id", "team_members.team_id")
      .select(["team_members.user_id", "team_members.team_id"])
      .where("teams.org_id", "=", orgId)
      .orderBy("team_members.team_id"),
  ),
);

const isActive = exists((db, orgId: string, username: string) =>
  db
    .selectFrom("grants")
    .select("role")
    .where("org_id", "=", orgId)
    .where("username_key", "=", derived(username, foldAddress))
    .where("group_id", "is", null),
);

const groupRolesOf = many((db, groupId: string, username: string) =>
  db
    .selectFrom("grants")
    .select("role")
    .where("group_id", "=", groupId)
    .where("username_key", "=", derived(username, foldAddress)),
);

const countWithRoles = one((db, groupId: string) =>
  db
    .selectFrom("grants")
    .select((select) => select.fn.count<number>("username_key").distinct().as("count"))
    .where("group_id", "=", groupId)
    .where("username_key", "is not", null),
);

/** Those invited to the organization who will have roles in the project; members who are active by now are not counted again. */
const countInvitedInto = count((db, groupId: string, orgId: string, now: Instant) =>
  db
    .selectFrom("invites")
    .where("id", "in", (given) =>
      given.selectFrom("invite_group_roles").select("invite_id").where("group_id", "=", groupId),
    )
    .where("org_id", "=", orgId)
    .where("group_id", "is", null)
    .where("status", "=", isPending)
    .where("expires_at", ">", now)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("grants")
            .select("grants.role")
            .where("grants.org_id", "=", orgId)
            .where("grants.group_id", "is", null)
            .whereRef("grants.username_key", "=", "invites.username_key"),
        ),
      ),
    ),
);

const leaveTeams = posts((db, userId: string, orgId: string) =>
  db
    .deleteFrom("team_members")
    .where("user_id", "=", userId)
    .where("team_id", "in", (teams) => teams.selectFrom("teams").select("id").where("org_id", "=", orgId)),
);

async function active(unit: Unit, orgId: string): Promise<ActiveMember[]> {
  const [stored, inTeams] = await Promise.all([rolesIn(unit, orgId), teamsIn(unit, orgId)]);
  const held = withKnownRoles(unit, stored, (row) => `grant of ${row.principal_id} in organization ${orgId}`);
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
  const users = await usersAmong(unit, [...roles.keys()]);
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

  /** Also those whose invitation expired or was declined, of which there is no end. */
  async all(unit: Unit, org: Pick<Org, "id" | "name">, now: Instant): Promise<Member[]> {
    const [there, all] = await Promise.all([active(unit, org.id), orgInviteReads.all(unit, org, now)]);
    return gatherMembers(there, all);
  },

  /** The roles in a project of an active member of its organization; undefined for anybody else. */
  async rolesByAddress(
    unit: Unit,
    { id, orgId }: Pick<EnteredGroup, "id" | "orgId">,
    username: string,
  ): Promise<GroupRole[] | undefined> {
    if (!(await isActive(unit, orgId, username))) return undefined;
    const names = (await groupRolesOf(unit, id, username)).map(({ role }) => role);
    return knownRoles(unit, names, `grant of ${username} in project ${id}`);
  },

  /** People with roles of their own in a project, and those invited to its organization who will have some. */
  async countInGroup(
    unit: Unit,
    { id, orgId }: Pick<EnteredGroup, "id" | "orgId">,
    now: Instant,
  ): Promise<number> {
    const [withRoles, invited] = await Promise.all([
      countWithRoles(unit, id),
      countInvitedInto(unit, id, orgId, now),
    ]);
    return (withRoles?.count ?? 0) + invited;
  },
};

export const memberWrites = {
  ...memberReads,

  /** Takes everything a user holds in an organization: its roles, those in its projects, and its teams. */
  async leaveOrg(unit: Unit, userId: string, orgId: string): Promise<void> {
    grantWrites.takeAll(unit, userId, orgId);
    leaveTeams(unit, userId, orgId);
  },
};

// Members of organizations: who has roles in one, their roles in its projects and teams, and the people invited to it.
import { type GroupRole, inOrder, type OrgRole } from "../contract/roles.ts";
import { foldAddress } from "../domain/address.ts";
import type { GroupInOrg } from "../domain/group.ts";
import { grouped } from "../domain/grouped.ts";
import type { Instant } from "../domain/instant.ts";
import type { GroupRoleGrant } from "../domain/invite.ts";
import { type ActiveMember, gatherMembers, type Member } from "../domain/membership.ts";
import type { NamedOrg } from "../domain/org.ts";
import {
  count,
  exists,
  knownRoles,
  many,
  manyAmong,
  one,
  posts,
  type Unit,
  withKnownRoles,
} from "./facet.ts";
import * as grants from "./grants.ts";
import { pendingInvites } from "./invites.ts";
import { reads as orgInvites } from "./org-invites.ts";
import { derived, rememberedQuery } from "./query.ts";
import { userColumns } from "./users.ts";

const rolesIn = many(
  rememberedQuery((db, orgId: string) =>
    db
      .selectFrom("grants")
      .select(["principalId", "groupId", "role"])
      .where("orgId", "=", orgId)
      .orderBy("groupId"),
  ),
);

/**
 * Reads users by their ids without a join: PostgreSQL would take an organization with many roles for one with many people, and
 * read all users.
 */
const usersAmong = manyAmong((db, ids) =>
  db.selectFrom("users").select(userColumns).where("users.id", "in", ids),
);

const teamsIn = many(
  rememberedQuery((db, orgId: string) =>
    db
      .selectFrom("teamMembers")
      .innerJoin("teams", "teams.id", "teamMembers.teamId")
      .select(["teamMembers.userId", "teamMembers.teamId"])
      .where("teams.orgId", "=", orgId)
      .orderBy("teamMembers.teamId"),
  ),
);

const isActive = exists((db, orgId: string, username: string) =>
  db
    .selectFrom("grants")
    .select("role")
    .where("orgId", "=", orgId)
    .where("usernameKey", "=", derived(username, foldAddress))
    .where("groupId", "is", null),
);

const groupRolesOf = many((db, groupId: string, username: string) =>
  db
    .selectFrom("grants")
    .select("role")
    .where("groupId", "=", groupId)
    .where("usernameKey", "=", derived(username, foldAddress)),
);

const countWithRoles = one((db, groupId: string) =>
  db
    .selectFrom("grants")
    .select((select) => select.fn.count<number>("usernameKey").distinct().as("count"))
    .where("groupId", "=", groupId)
    .where("usernameKey", "is not", null),
);

/**
 * Counts people invited to the organization who will have roles in the project; members who are active by now are not counted
 * again.
 */
const countInvitedInto = count((db, groupId: string, orgId: string, now: Instant) =>
  pendingInvites(db, now)
    .where("id", "in", (given) =>
      given.selectFrom("inviteGroupRoles").select("inviteId").where("groupId", "=", groupId),
    )
    .where("orgId", "=", orgId)
    .where("groupId", "is", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("grants")
            .select("grants.role")
            .where("grants.orgId", "=", orgId)
            .where("grants.groupId", "is", null)
            .whereRef("grants.usernameKey", "=", "invites.usernameKey"),
        ),
      ),
    ),
);

const leaveTeams = posts((db, userId: string, orgId: string) =>
  db
    .deleteFrom("teamMembers")
    .where("userId", "=", userId)
    .where("teamId", "in", (teams) => teams.selectFrom("teams").select("id").where("orgId", "=", orgId)),
);

async function active(unit: Unit, orgId: string): Promise<ActiveMember[]> {
  const [stored, inTeams] = await Promise.all([rolesIn(unit, orgId), teamsIn(unit, orgId)]);
  const held = withKnownRoles(unit, stored, (row) => `grant of ${row.principalId} in organization ${orgId}`);
  const roles = grouped(
    held.filter((row) => row.groupId === null),
    (row) => row.principalId,
    (row) => row.role as OrgRole,
  );
  if (roles.size === 0) return [];
  const roleGrants = grouped(
    held.filter((row) => row.groupId !== null),
    (row) => row.principalId,
    (row): GroupRoleGrant => ({ groupId: row.groupId ?? "", role: row.role as GroupRole }),
  );
  const teams = grouped(
    inTeams,
    (row) => row.userId,
    (row) => row.teamId,
  );
  const users = await usersAmong(unit, [...roles.keys()]);
  users.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  return users.map((user) => ({
    id: user.id,
    orgId,
    username: user.username,
    status: "ACTIVE",
    roles: inOrder(roles.get(user.id) ?? []),
    groupRoles: roleGrants.get(user.id) ?? [],
    teamIds: teams.get(user.id) ?? [],
    user,
  }));
}

export const reads = {
  /** Lists the people active in an organization or invited to it: active ones first, each part oldest first. */
  async current(unit: Unit, org: NamedOrg, now: Instant): Promise<Member[]> {
    const [there, pending] = await Promise.all([active(unit, org.id), orgInvites.pending(unit, org, now)]);
    return gatherMembers(there, pending);
  },

  /** Lists all members, also those whose invitation expired or was declined, of which there may be any number. */
  async all(unit: Unit, org: NamedOrg, now: Instant): Promise<Member[]> {
    const [there, all] = await Promise.all([active(unit, org.id), orgInvites.all(unit, org, now)]);
    return gatherMembers(there, all);
  },

  /** Returns the roles in a project of an active member of its organization; undefined for anyone else. */
  async rolesByAddress(
    unit: Unit,
    { id, orgId }: GroupInOrg,
    username: string,
  ): Promise<GroupRole[] | undefined> {
    if (!(await isActive(unit, orgId, username))) return undefined;
    const names = (await groupRolesOf(unit, id, username)).map(({ role }) => role);
    return knownRoles(unit, names, `grant of ${username} in project ${id}`);
  },

  /** Counts people with roles of their own in a project, and people invited to its organization who will have some. */
  async countInGroup(unit: Unit, { id, orgId }: GroupInOrg, now: Instant): Promise<number> {
    const [withRoles, invited] = await Promise.all([
      countWithRoles(unit, id),
      countInvitedInto(unit, id, orgId, now),
    ]);
    return (withRoles?.count ?? 0) + invited;
  },
};

export const writes = {
  /** Removes all roles of a user in an organization: its own, those in its projects, and its teams. */
  async leaveOrg(unit: Unit, userId: string, orgId: string): Promise<void> {
    grants.writes.takeAll(unit, userId, orgId);
    leaveTeams(unit, userId, orgId);
  },
};

// The directory of an organization or a project: pages of people, which read no more rows than they show, and counts by state.
import { type RawBuilder, sql } from "kysely";
import { inOrder, type RoleName } from "../contract/roles.ts";
import {
  countStates,
  type DirectoryPage,
  type DirectoryScope,
  type ListedInvite,
  type ListedPerson,
  type ListedState,
  mostCounted,
  type Readable,
  type Seeking,
  type StateCounts,
} from "../domain/directory.ts";
import { fullName } from "../domain/full-name.ts";
import { grouped } from "../domain/grouped.ts";
import type { Instant } from "../domain/instant.ts";
import { isListed, isShown, listedIn } from "./directory-invited.ts";
import { never, queryPeople } from "./directory-query.ts";
import { addressesAmong, counted, type Found, grantsAt, pageOf } from "./directory-sql.ts";
import { many, rolesBy, type Unit } from "./facet.ts";
import { rolesOf } from "./invites.ts";
import { fillUp } from "./query.ts";
import { selection } from "./statements.ts";
import type { Tables } from "./tables.ts";

interface Around {
  readonly scope: DirectoryScope;
  readonly seeking: Seeking;
  readonly now: Instant;
  readonly teams: Map<string, RoleName[]>;
}

const toQuery = ({ scope, seeking, now, teams }: Around) => ({
  scope,
  seeking,
  now,
  teamIds: [...teams.keys()],
  soughtIds: [...teams]
    .filter(([, roles]) => seeking.role === undefined || roles.includes(seeking.role))
    .map(([id]) => id),
});

const run = <Row extends object>(statement: RawBuilder<Row>, ...columns: readonly (keyof Row & string)[]) =>
  many(
    queryPeople((db) => db.selectFrom(sql<Row>`(${statement})`.as("answer")).select(columns as never)),
    (row) => row as unknown as Row,
  );

const teamRoles = many(queryPeople(selection("teamGrants", ["teamId", "role"], "groupId")));

/** Finds teams whose members are people of a project, with the roles that they give. */
async function teamsHere(unit: Unit, { groupId }: DirectoryScope): Promise<Map<string, RoleName[]>> {
  if (groupId === null) return new Map();
  return rolesBy(unit, await teamRoles(unit, groupId), "team", (row) => row.teamId);
}

const usersAt = many(
  queryPeople((db, keys: readonly string[]) =>
    db
      .selectFrom("users")
      .select(["id", "username", "usernameKey", "firstName", "lastName", "lastAuthAt"])
      .where("usernameKey", "in", keys),
  ),
);

const teamsWith = many(
  queryPeople((db, orgId: string, userIds: readonly string[]) =>
    db
      .selectFrom("teamMembers")
      .innerJoin("teams", "teams.id", "teamMembers.teamId")
      .select(["teamMembers.userId", "teamMembers.teamId", "teams.name"])
      .where("teams.orgId", "=", orgId)
      .where("teamMembers.userId", "in", userIds)
      .orderBy("teams.name"),
  ),
);

const inviteColumns = [
  "id",
  "username",
  "usernameKey",
  "inviterUsername",
  "userId",
  "groupId",
  "roles",
  "createdAt",
  "expiresAt",
  "endedAt",
] as const;

/** Finds invitations, the newest first; those to a project come before those to its organization. */
const invitesAt = many(
  queryPeople((db, { orgId, groupId }: DirectoryScope, seeking: Seeking, keys: readonly string[]) => {
    const shown = sql<boolean>`${isShown(seeking)}`;
    const here = db
      .selectFrom(sql<Tables["invites"]>`invites`.as<"invites">(listedIn({ orgId, groupId }, "invites")))
      .select(inviteColumns)
      .where("usernameKey", "in", keys)
      .where(isListed("invites"))
      .where(shown);
    if (groupId === null) {
      const org = here.where("orgId", "=", orgId).where("groupId", "is", null);
      return org.orderBy("createdAt", "desc").orderBy("id", "desc");
    }
    const around = db
      .selectFrom("invites")
      .select(inviteColumns)
      .where(shown)
      .where("groupId", "is", null)
      .where("id", "in", (roleGrants) =>
        roleGrants
          .selectFrom("inviteGroupRoles")
          .select("inviteId")
          .where("inviteGroupRoles.groupId", "=", groupId)
          .where("inviteGroupRoles.usernameKey", "in", keys),
      );
    return db
      .selectFrom(
        here
          .where("groupId", "=", seeking.sees.alone ? groupId : "")
          .where("groupId", "is not", null)
          .unionAll(around)
          .as("some"),
      )
      .select(inviteColumns)
      .orderBy(sql`case when group_id is null then 1 else 0 end`)
      .orderBy("createdAt", "desc")
      .orderBy("id", "desc");
  }),
);

/** Finds the roles that invitations of these addresses to the organization give in the project. */
const roleGrantsAt = many(
  queryPeople((db, groupId: string, keys: readonly string[]) =>
    db
      .selectFrom("inviteGroupRoles")
      .select(["inviteId", "role"])
      .where("groupId", "=", groupId)
      .where("usernameKey", "in", keys),
  ),
);

type ListedRow = Awaited<ReturnType<typeof invitesAt>>[number];

async function listInvites(unit: Unit, { scope, seeking, now }: Around, keys: readonly string[]) {
  const { groupId } = scope;
  const rows = await invitesAt(unit, scope, seeking, keys);
  const stored = groupId === null ? [] : await roleGrantsAt(unit, groupId, keys);
  const roleGrants = rolesBy(unit, stored, "invitation", (row) => row.inviteId);
  const toListed = (row: ListedRow): ListedInvite & { readonly username: string } => {
    const isAround = row.groupId === null && groupId !== null;
    return {
      id: row.id,
      username: row.username,
      way: row.groupId === null ? "org" : "alone",
      userId: row.userId,
      inviter: row.inviterUsername,
      roles: isAround ? inOrder(roleGrants.get(row.id) ?? []) : rolesOf(unit, row),
      createdAt: row.createdAt,
      expiresAt: row.expiresAt,
      endedAt: row.endedAt ?? (row.expiresAt <= now ? row.expiresAt : null),
    };
  };
  return grouped(rows, (row) => row.usernameKey, toListed);
}

async function describe(unit: Unit, around: Around, found: readonly Found[]): Promise<ListedPerson[]> {
  if (found.length === 0) return [];
  const { scope, teams } = around;
  const keys = fillUp(found.map(({ usernameKey }) => usernameKey));
  const users = new Map((await usersAt(unit, keys)).map((row) => [row.usernameKey, row]));
  const ids = [...users.values()].map(({ id }) => id);
  const mates = ids.length === 0 ? [] : await teamsWith(unit, scope.orgId, fillUp(ids));
  const granted = await run(grantsAt(scope, keys), "usernameKey", "role")(unit);
  const roles = rolesBy(unit, granted, "grant of", (row) => row.usernameKey);
  const memberships = grouped(mates, (row) => row.userId);
  const invites = await listInvites(unit, around, keys);
  return found.map(({ usernameKey: key, state, lastAuthAt = never }) => {
    const isHere = state === "ACTIVE";
    const user = isHere ? users.get(key) : undefined;
    const known = invites.get(key) ?? [];
    const pending = known.filter(({ endedAt }) => endedAt === null);
    const shown = pending.length > 0 || isHere ? pending : known.slice(0, 1);
    const inTeams = (memberships.get(user?.id ?? "") ?? []).filter(
      ({ teamId }) => scope.groupId === null || teams.has(teamId),
    );
    return {
      state,
      place: { key, lastAuthAt },
      username: (isHere ? user : known[0])?.username ?? key,
      userId: user?.id ?? null,
      firstName: user?.firstName ?? "",
      lastName: user?.lastName ?? "",
      lastAuthAt: user?.lastAuthAt ?? null,
      roles: inOrder(isHere ? (roles.get(key) ?? []) : new Set(shown.flatMap((invite) => invite.roles))),
      teams: inTeams.map(({ teamId: id, name }) => ({ id, name, roles: inOrder(teams.get(id) ?? []) })),
      invites: shown.map(({ username, ...invite }) => invite),
    };
  });
}

export const reads = {
  addressesOf: addressesAmong,

  /**
   * Counts people in each state, with any state sought. At most one beyond `mostCounted` are counted, of active people and of
   * those who are or were invited; if there are more, each state has at least its count.
   */
  async counts(
    unit: Unit,
    scope: DirectoryScope,
    seeking: Seeking,
    now: Instant,
  ): Promise<{ counts: StateCounts; areInvitedMore: boolean }> {
    const teams = await teamsHere(unit, scope);
    const rows = await run(counted(toQuery({ scope, seeking, now, teams })), "state", "count")(unit);
    const counts: Record<ListedState, number> = { ...countStates([]) };
    for (const { state, count } of rows) {
      if (state === "ACTIVE" || seeking.sees.states.includes(state)) counts[state] = Number(count);
    }
    const { ACTIVE: _, ...others } = counts;
    const invitedCount = Object.values(others).reduce((sum, count) => sum + count, 0);
    return { counts, areInvitedMore: invitedCount > mostCounted };
  },

  /** Returns all people who match, with names; at most one beyond `mostCounted`. */
  async readable(unit: Unit, scope: DirectoryScope, seeking: Seeking, now: Instant): Promise<Readable[]> {
    const asked = toQuery({ scope, seeking, now, teams: await teamsHere(unit, scope) });
    const page = { order: "address", isReversed: false, size: mostCounted } as const;
    const found = await run(pageOf(asked, page), "usernameKey", "state")(unit);
    const keys = found.flatMap(({ state, usernameKey }) => (state === "ACTIVE" ? [usernameKey] : []));
    const users = keys.length === 0 ? [] : await usersAt(unit, fillUp(keys));
    const names = new Map(users.map((user) => [user.usernameKey, fullName(user)]));
    return found.map(({ usernameKey: key }) => ({ key, name: names.get(key) ?? "" }));
  },

  /** Returns a page of people, and whether there are more in the direction in which it was read. */
  async page(
    unit: Unit,
    scope: DirectoryScope,
    seeking: Seeking,
    page: DirectoryPage,
    now: Instant,
  ): Promise<{ people: ListedPerson[]; hasMore: boolean }> {
    const around = { scope, seeking, now, teams: await teamsHere(unit, scope) };
    const columns = page.order === "address" ? [] : (["lastAuthAt"] as const);
    const found = await run(pageOf(toQuery(around), page), "usernameKey", "state", ...columns)(unit);
    const shown = found.slice(0, page.size);
    if (page.before !== undefined) shown.reverse();
    return { people: await describe(unit, around, shown), hasMore: found.length > page.size };
  },
};

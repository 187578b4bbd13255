// The directory of an organization or a project: pages of people and how many there are, out of indexes that have all a list
// is sorted, searched and filtered by. Only what a page shows of its people is read from their rows.
import { type Compilable, type RawBuilder, sql } from "kysely";
import { inOrder, type RoleName } from "../contract/roles.ts";
import {
  countStates,
  type DirectoryPage,
  type DirectoryScope,
  type ListedInvite,
  type ListedPerson,
  type ListedState,
  mostCounted,
  type Place,
  type Seeking,
  type StateCounts,
} from "../domain/directory.ts";
import type { Instant } from "../domain/instant.ts";
import type { Unit } from "./connection.ts";
import { grouped } from "./grouped.ts";
import { rolesIn } from "./invite-rows.ts";
import { type Builder, fillUp, type Query, queryNow } from "./query.ts";

type Fragment = RawBuilder<unknown>;

const all = (conditions: readonly Fragment[]): Fragment => sql.join(conditions, sql` and `);

/** In LIKE, a sign that stands for others is taken for itself. */
const holding = (word: string) => `%${word.replace(/[\\%_]/g, "\\$&")}%`;

/** A row of people: a folded address, names if they are known, and what state it stands for. */
const holds = (words: readonly string[], ...columns: readonly string[]): Fragment[] =>
  words.map((word) => {
    const found = columns.map((column) => sql`${sql.ref(column)} like ${holding(word)} escape '\\'`);
    return sql`(${sql.join(found, sql` or `)})`;
  });

/** The last activity of who never was active, and of who is invited. */
const never = -1;

interface Asked {
  readonly scope: DirectoryScope;
  readonly seeking: Seeking;
  readonly now: Instant;
  /** Teams with roles in the project; of an organization none. */
  readonly teamIds: readonly string[];
  /** Those of them with the role that is sought. */
  readonly soughtIds: readonly string[];
  /** What an address, and the last activity, must be for a page: beyond a place, or one of some. */
  readonly within: (address: string, last: Fragment | typeof never) => readonly Fragment[];
}

const inScope = ({ orgId, groupId }: DirectoryScope, table: string): Fragment =>
  groupId === null
    ? sql`${sql.ref(`${table}.org_id`)} = ${orgId} and ${sql.ref(`${table}.group_id`)} is null`
    : sql`${sql.ref(`${table}.group_id`)} = ${groupId} and ${sql.ref(`${table}.group_id`)} is not null`;

/** Columns of who is active; each is in an index with all a list asks for, by address alone or by last activity and address. */
const byAddress = sql`username_key`;
const byActivity = sql`last_auth_at, username_key`;

/** Who is active, some of them more than once: in the order of the columns, as the indexes are. */
function active({ scope, seeking, soughtIds, within }: Asked, columns: Fragment): Fragment[] {
  const { role, teamId, words } = seeking;
  const direct = all([
    inScope(scope, "grants"),
    sql`username_key is not null`,
    ...(role === undefined ? [] : [sql`role = ${role}`]),
    ...(teamId === undefined
      ? []
      : [sql`username_key in (select username_key from team_members where team_id = ${teamId})`]),
    ...holds(words, "username_key", "names"),
    ...within("username_key", sql`last_auth_at`),
  ]);
  const through = all([
    sql`team_id in (${sql.join(soughtIds.length === 0 ? [""] : fillUp(soughtIds))})`,
    ...(teamId === undefined ? [] : [sql`team_id = ${teamId}`]),
    ...holds(words, "username_key", "names"),
    ...within("username_key", sql`last_auth_at`),
  ]);
  return [
    sql`select ${columns} from grants where ${direct} group by ${columns}`,
    ...(soughtIds.length === 0
      ? []
      : [sql`select ${columns} from team_members where ${through} group by ${columns}`]),
  ];
}

/**
 * Whether a row is missing. The offset keeps PostgreSQL from joining with everybody there is, where one look into an index for each
 * row that a page shows is enough.
 */
const isMissing = (rows: Fragment): Fragment => sql`not exists (select 1 ${rows} limit 1 offset 0)`;

/** Whether an address is not active, whatever is sought. */
function isNotActive({ scope, teamIds }: Asked, address: Fragment): Fragment {
  const direct = isMissing(
    sql`from grants as held where ${inScope(scope, "held")} and held.username_key = ${address}`,
  );
  if (teamIds.length === 0) return direct;
  const teams = sql.join(fillUp(teamIds));
  return sql`${direct} and ${isMissing(
    sql`from team_members as mates where mates.team_id in (${teams}) and mates.username_key = ${address}`,
  )}`;
}

const stateOf = (now: Instant) =>
  sql`case when status = 'PENDING' and expires_at > ${now} then 'INVITED' when status = 'PENDING' then 'EXPIRED' else status end`;

const isShown = ({ sees }: Seeking): Fragment =>
  sql`status in (${sql.join(["PENDING", ...sees.states.filter((state) => state !== "INVITED")])})`;

/** Said of columns, so that PostgreSQL knows how many there will be, and reads no more than a page needs. */
function isSought({ seeking, now }: Asked): Fragment {
  const { state } = seeking;
  if (state === undefined) return isShown(seeking);
  if (state === "INVITED") return sql`status = 'PENDING' and expires_at > ${now}`;
  if (state === "EXPIRED") return sql`(status = 'EXPIRED' or status = 'PENDING' and expires_at <= ${now})`;
  return sql`status = ${state}`;
}

/** One that is pending is the only one and the last: nobody is invited again before it has ended. */
const isNewest = (newer: Fragment): Fragment =>
  sql`(status = 'PENDING' or ${isMissing(sql`from invites as newer where ${newer} and newer.username_key = newest.username_key
    and newer.status <> 'ACCEPTED' and (newer.created_at, newer.id) > (newest.created_at, newest.id)`)})`;

/** Invitations to the scope itself: the newest of each address that is not active there. */
function invitedHere(asked: Asked): Fragment {
  const { scope, seeking, now, within } = asked;
  const { role, teamId } = seeking;
  return sql`select username_key, ${stateOf(now)} as state from invites as newest where ${all([
    inScope(scope, "newest"),
    isSought(asked),
    ...(role === undefined ? [] : [sql`' ' || roles || ' ' like ${`% ${role} %`}`]),
    ...(teamId === undefined
      ? []
      : [sql`exists (select 1 from invite_teams where invite_id = newest.id and team_id = ${teamId})`]),
    ...holds(seeking.words, "username_key"),
    ...within("username_key", never),
    isNewest(inScope(scope, "newer")),
    isNotActive(asked, sql.ref("newest.username_key")),
  ])}`;
}

/** Invitations to the organization that give roles in the project. */
function invitedAround(asked: Asked): Fragment {
  const { scope, seeking, now, within } = asked;
  const { role, teamId } = seeking;
  return sql`select username_key, ${stateOf(now)} as state from invites as newest where ${all([
    sql`newest.group_id is null and newest.org_id = ${scope.orgId}`,
    sql`newest.id in (select invite_id from invite_group_roles where group_id = ${scope.groupId}${
      role === undefined ? sql`` : sql` and role = ${role}`
    })`,
    isSought(asked),
    ...(teamId === undefined
      ? []
      : [sql`exists (select 1 from invite_teams where invite_id = newest.id and team_id = ${teamId})`]),
    ...holds(seeking.words, "username_key"),
    ...within("username_key", never),
    isNewest(sql`newer.org_id = ${scope.orgId} and newer.group_id is null and exists (
      select 1 from invite_group_roles as gifts where gifts.invite_id = newer.id and gifts.group_id = ${scope.groupId})`),
    isNotActive(asked, sql.ref("newest.username_key")),
  ])}`;
}

/**
 * Who is invited, or was: each address once. One invitation that can be accepted counts, and else the one to the project. With
 * an `end` (order and limit) no more than these are looked at, unless it depends on both kinds of invitations who they are.
 */
function invited(asked: Asked, end: Fragment = sql``): Fragment {
  const { scope, seeking } = asked;
  const { state, sees } = seeking;
  const hasBoth = scope.groupId !== null && sees.alone;
  // All are wanted, or those who can accept one: then each kind says so alone.
  const isAlone = !hasBoth || state === undefined || state === "INVITED";
  const kind = isAlone ? asked : { ...asked, seeking: { ...seeking, state: undefined } };
  const ending = isAlone ? end : sql``;
  if (!hasBoth) return sql`${scope.groupId === null ? invitedHere(kind) : invitedAround(kind)} ${ending}`;
  const parts = [invitedHere(kind), invitedAround(kind)].map(
    (part, nth) =>
      sql`select username_key, state, ${sql.lit(String(nth))} as place from (${part} ${ending}) as kind`,
  );
  const rank = sql`min(case state when 'INVITED' then '0INVITED' else place || state end)`;
  return sql`select username_key, state from (select username_key, substr(${rank}, 2) as state from (
    ${sql.join(parts, sql` union all `)}) as both_kinds group by username_key) as them
    ${state === undefined ? sql`` : sql`where state = ${state}`} ${end}`;
}

interface Found {
  readonly username_key: string;
  readonly state: ListedState;
  /** Where the order is by it. */
  readonly last_auth_at?: number;
}

/** A page of addresses with their states, and one more than it has room for. */
function pageOf(asked: Omit<Asked, "within">, page: DirectoryPage) {
  const { seeking } = asked;
  const { order, after, before, size } = page;
  const isBackwards = before !== undefined;
  const place = before ?? after;
  // By address it goes up, by the last activity down.
  const goesUp = ((order === "address") !== page.isReversed) !== isBackwards;
  const [way, beyond] = goesUp ? [sql`asc`, sql`>`] : [sql`desc`, sql`<`];
  const limit = sql`limit ${sql.lit(size + 1)}`;
  const { addresses } = seeking;
  const within: Asked["within"] = (address, last) => {
    const key = sql.ref(address);
    const isBeyond = () => {
      if (place === undefined) return [];
      if (order === "active" && last !== never)
        return [sql`(${last}, ${key}) ${beyond} (${place.lastAuthAt}, ${place.key})`];
      if (order === "active" && place.lastAuthAt !== never) return goesUp ? [sql`1 = 0`] : [];
      return [sql`${key} ${beyond} ${place.key}`];
    };
    return [
      ...isBeyond(),
      ...(addresses === undefined
        ? []
        : [sql`${key} in (${sql.join(addresses.length === 0 ? [""] : fillUp(addresses))})`]),
    ];
  };
  const whole = { ...asked, within };
  const [columns, sorted] =
    order === "address"
      ? [byAddress, sql`order by username_key ${way}`]
      : [byActivity, sql`order by last_auth_at ${way}, username_key ${way}`];
  const parts = [
    ...(seeking.state === undefined || seeking.state === "ACTIVE"
      ? active(whole, columns).map(
          (people) => sql`select ${columns}, 'ACTIVE' as state from (${people} ${sorted} ${limit}) as part`,
        )
      : []),
    ...(seeking.state === "ACTIVE"
      ? []
      : [
          sql`select ${order === "address" ? byAddress : sql`cast(${sql.lit(never)} as bigint) as last_auth_at, username_key`}, state
            from (${invited(whole, sql`order by username_key ${way} ${limit}`)}) as part`,
        ]),
  ];
  return sql<Found>`select ${columns}, min(state) as state from (${sql.join(parts, sql` union all `)}) as people
    group by ${columns} ${sorted} ${limit}`;
}

const counted = (asked: Omit<Asked, "within">) => {
  const whole = { ...asked, within: () => [] };
  // One source has no address twice.
  const people = sql.join(active(whole, byAddress), sql` union `);
  const most = sql`limit ${sql.lit(mostCounted + 1)}`;
  return sql<{
    state: ListedState;
    count: number;
  }>`select 'ACTIVE' as state, count(*) as count from (select username_key from (${people}) as everybody ${most}) as people
    union all select state, count(*) as count from (${invited({ ...whole, seeking: { ...whole.seeking, state: undefined } }, most)}) as them group by state`;
};

/** One project has ten people and another 10⁵: a plan for whatever project reads all of the larger one to sort it. */
const queryPeople = <Q extends Compilable<unknown>>(build: (db: Builder) => Q) =>
  queryNow(build, { isPlannedAnew: true });

/** A raw query, with these columns, as one that a unit runs. */
const run = <Row extends object>(raw: RawBuilder<Row>, ...columns: readonly (keyof Row & string)[]) =>
  queryPeople((db) => db.selectFrom(sql<Row>`(${raw})`.as("answer")).select(columns as never)) as Query<
    Record<string, never>,
    Row
  >;

const teamsOf = (scope: DirectoryScope) =>
  queryPeople((db) =>
    db
      .selectFrom("team_grants")
      .select(["team_id", "role"])
      .where("group_id", "=", scope.groupId ?? ""),
  );

/** Teams whose members are people of a project, by the roles they give. */
async function teamsHere(unit: Unit, scope: DirectoryScope): Promise<Map<string, RoleName[]>> {
  if (scope.groupId === null) return new Map();
  return grouped(
    await unit.all(teamsOf(scope), {}),
    ({ team_id }) => team_id,
    ({ role }) => role as RoleName,
  );
}

interface Around {
  readonly scope: DirectoryScope;
  readonly seeking: Seeking;
  readonly now: Instant;
  readonly teams: Map<string, RoleName[]>;
}

const askedOf = ({ scope, seeking, now, teams }: Around) => ({
  scope,
  seeking,
  now,
  teamIds: [...teams.keys()],
  soughtIds: [...teams]
    .filter(([, roles]) => seeking.role === undefined || roles.includes(seeking.role))
    .map(([id]) => id),
});

export const directoryReads = {
  /**
   * How many there are in each state, whatever state is sought; no more than one beyond `mostCounted` are counted, of those who are
   * active and of those who are or were invited. Where these are more, each of their states has at least as many as it says.
   */
  async counts(
    unit: Unit,
    scope: DirectoryScope,
    seeking: Seeking,
    now: Instant,
  ): Promise<{ counts: StateCounts; areInvitedMore: boolean }> {
    const teams = await teamsHere(unit, scope);
    const rows = await unit.all(run(counted(askedOf({ scope, seeking, now, teams })), "state", "count"), {});
    const counts: Record<ListedState, number> = { ...countStates([]) };
    for (const { state, count } of rows) {
      if (state === "ACTIVE" || seeking.sees.states.includes(state)) counts[state] = Number(count);
    }
    const { ACTIVE: _, ...others } = counts;
    const invitedCount = Object.values(others).reduce((sum, count) => sum + count, 0);
    return { counts, areInvitedMore: invitedCount > mostCounted };
  },

  /** A page of people, and whether there are more beyond it in the direction in which it was read. */
  async page(
    unit: Unit,
    scope: DirectoryScope,
    seeking: Seeking,
    page: DirectoryPage,
    now: Instant,
  ): Promise<{ people: ListedPerson[]; hasMore: boolean }> {
    const teams = await teamsHere(unit, scope);
    const around = { scope, seeking, now, teams };
    const columns = page.order === "address" ? [] : (["last_auth_at"] as const);
    const found = await unit.all(run(pageOf(askedOf(around), page), "username_key", "state", ...columns), {});
    const shown = found.slice(0, page.size);
    if (page.before !== undefined) shown.reverse();
    return { people: await describe(unit, around, shown), hasMore: found.length > page.size };
  },
};

/** What a page shows of the people whose addresses it found. */
async function describe(
  unit: Unit,
  { scope, seeking, now, teams }: Around,
  found: readonly Found[],
): Promise<ListedPerson[]> {
  if (found.length === 0) return [];
  const keys = fillUp(found.map(({ username_key }) => username_key));
  const users = new Map((await unit.all(usersAt(keys), {})).map((row) => [row.username_key, row]));
  const ids = [...users.values()].map(({ id }) => id);
  const mates = ids.length === 0 ? [] : await unit.all(teamsWith(scope, fillUp(ids)), {});
  const roles = grouped(
    await unit.all(run(rolesOf(scope, keys), "username_key", "role"), {}),
    (row) => row.username_key,
    (row) => row.role,
  );
  const memberships = grouped(
    mates,
    (row) => row.user_id,
    (row) => row,
  );
  const invites = grouped(
    await unit.all(invitesOf(scope, seeking, keys), {}),
    (row) => row.username_key,
    (row) => row,
  );
  const gifts = grouped(
    scope.groupId === null ? [] : await unit.all(giftsIn(scope.groupId, keys), {}),
    (row) => row.invite_id,
    (row) => row.role as RoleName,
  );

  return found.map(({ username_key: key, state, last_auth_at: last = never }) => {
    const user = users.get(key);
    const toListed = (row: NonNullable<ReturnType<typeof invites.get>>[number]): ListedInvite => ({
      id: row.id,
      way: row.group_id === null && scope.groupId !== null ? "org" : row.group_id === null ? "org" : "alone",
      userId: row.user_id,
      inviter: row.inviter_username,
      roles:
        row.group_id === null && scope.groupId !== null ? inOrder(gifts.get(row.id) ?? []) : rolesIn(row),
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      endedAt: row.ended_at ?? (row.expires_at <= now ? row.expires_at : null),
    });
    const isHere = state === "ACTIVE";
    const known = (invites.get(key) ?? []).map(toListed);
    const pending = known.filter(({ endedAt }) => endedAt === null);
    const shown = pending.length > 0 || isHere ? pending : known.slice(0, 1);
    const place: Place = { key, lastAuthAt: last };
    return {
      state,
      place,
      username: (isHere ? user?.username : invites.get(key)?.[0]?.username) ?? key,
      userId: isHere ? (user?.id ?? null) : null,
      firstName: (isHere && user?.first_name) || "",
      lastName: (isHere && user?.last_name) || "",
      lastAuthAt: isHere ? (user?.last_auth_at ?? null) : null,
      roles: isHere
        ? inOrder(roles.get(key) ?? [])
        : inOrder(new Set(shown.flatMap((invite) => invite.roles))),
      teams: isHere
        ? (memberships.get(user?.id ?? "") ?? [])
            .filter(({ team_id }) => scope.groupId === null || teams.has(team_id))
            .map(({ team_id, name }) => ({ id: team_id, name, roles: inOrder(teams.get(team_id) ?? []) }))
        : [],
      invites: shown,
    };
  });
}

const usersAt = (keys: readonly string[]) =>
  queryPeople((db) =>
    db
      .selectFrom("users")
      .select(["id", "username", "username_key", "first_name", "last_name", "last_auth_at"])
      .where("username_key", "in", keys),
  );

/** By address: an index has them in that order. */
const rolesOf = (scope: DirectoryScope, keys: readonly string[]) =>
  sql<{ username_key: string; role: RoleName }>`select username_key, role from grants
    where ${all([inScope(scope, "grants"), sql`username_key in (${sql.join([...keys])})`])}`;

const teamsWith = ({ orgId }: DirectoryScope, ids: readonly string[]) =>
  queryPeople((db) =>
    db
      .selectFrom("team_members")
      .innerJoin("teams", "teams.id", "team_members.team_id")
      .select(["team_members.user_id", "team_members.team_id", "teams.name"])
      .where("teams.org_id", "=", orgId)
      .where("team_members.user_id", "in", ids)
      .orderBy("teams.name"),
  );

const listedColumns = [
  ...(["id", "username", "username_key", "inviter_username", "user_id", "group_id", "roles"] as const),
  ...(["created_at", "expires_at", "ended_at"] as const),
] as const;

/** The newest first; those to a project before those around it. */
const invitesOf = ({ orgId, groupId }: DirectoryScope, seeking: Seeking, keys: readonly string[]) =>
  queryPeople((db) => {
    const some = db
      .selectFrom("invites")
      .select(listedColumns)
      .where("username_key", "in", keys)
      .where(sql<boolean>`${isShown(seeking)}`);
    const org = some.where("org_id", "=", orgId).where("group_id", "is", null);
    if (groupId === null) return org.orderBy("created_at", "desc").orderBy("id", "desc");
    const around = org.where("id", "in", (gifts) =>
      gifts.selectFrom("invite_group_roles").select("invite_id").where("group_id", "=", groupId),
    );
    const here = some.where("group_id", "=", seeking.sees.alone ? groupId : "");
    return db
      .selectFrom(here.unionAll(around).as("some"))
      .select(listedColumns)
      .orderBy(sql`case when group_id is null then 1 else 0 end`)
      .orderBy("created_at", "desc")
      .orderBy("id", "desc");
  });

/** Roles that invitations of these addresses to the organization give in the project. */
const giftsIn = (groupId: string, keys: readonly string[]) =>
  queryPeople((db) =>
    db
      .selectFrom("invite_group_roles")
      .innerJoin("invites", "invites.id", "invite_group_roles.invite_id")
      .select(["invite_group_roles.invite_id", "invite_group_roles.role"])
      .where("invite_group_roles.group_id", "=", groupId)
      .where("invites.username_key", "in", keys),
  );

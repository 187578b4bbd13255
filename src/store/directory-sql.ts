// Statements that find people: pages of addresses, and counts, from indexes with every column that lists are sorted and filtered by.
import { type Compilable, type RawBuilder, sql } from "kysely";
import {
  type DirectoryPage,
  type DirectoryScope,
  type ListedState,
  mostCounted,
  type Seeking,
} from "../domain/directory.ts";
import type { Instant } from "../domain/instant.ts";
import { type Builder, fillUp, queryNow } from "./query.ts";

type Fragment = RawBuilder<unknown>;

export const all = (conditions: readonly Fragment[]): Fragment => sql.join(conditions, sql` and `);
/** In LIKE, a sign that stands for others is taken for itself. */
const holding = (word: string) => `%${word.replace(/[\\%_]/g, "\\$&")}%`;

/** A row of people: a folded address, names if they are known, and what state it stands for. */
const holds = (words: readonly string[], ...columns: readonly string[]): Fragment[] =>
  words.map((word) => {
    const found = columns.map((column) => sql`${sql.ref(column)} like ${holding(word)} escape '\\'`);
    return sql`(${sql.join(found, sql` or `)})`;
  });

/** The last activity of people who never were active, and of invited addresses. */
export const never = -1;

type Last = Fragment | typeof never;

export interface PeopleQuery {
  readonly scope: DirectoryScope;
  readonly seeking: Seeking;
  readonly now: Instant;
  /** Teams with roles in the project; empty for an organization. */
  readonly teamIds: readonly string[];
  /** Those of them with the role that is sought. */
  readonly soughtIds: readonly string[];
  /** What an address, and the last activity, must be for a page: beyond a place, or one of some. */
  readonly within: (address: string, last: Last) => readonly Fragment[];
}

export const inScope = ({ orgId, groupId }: DirectoryScope, table: string): Fragment =>
  groupId === null
    ? sql`${sql.ref(`${table}.org_id`)} = ${orgId} and ${sql.ref(`${table}.group_id`)} is null`
    : sql`${sql.ref(`${table}.group_id`)} = ${groupId} and ${sql.ref(`${table}.group_id`)} is not null`;

/** Columns of active people; each pair is in an index with every column of a list, by address or by last activity and address. */
const byAddress = sql`username_key`;
const byActivity = sql`last_auth_at, username_key`;

/** Active people, some of them more than once, in the order of the columns and of the indexes. */
function active({ scope, seeking, soughtIds, within }: PeopleQuery, columns: Fragment): Fragment[] {
  const { role, teamId, words } = seeking;
  const direct = all([
    inScope(scope, "grants"),
    sql`username_key is not null`,
    ...(role === undefined ? [] : [sql`role = ${role}`]),
    ...(teamId === undefined
      ? []
      : [sql`username_key in (select username_key from team_members where team_id = ${teamId})`]),
    ...holds(words, "usernameKey", "names"),
    ...within("usernameKey", sql`last_auth_at`),
  ]);
  const through = all([
    sql`team_id in (${sql.join(soughtIds.length === 0 ? [""] : fillUp(soughtIds))})`,
    ...(teamId === undefined ? [] : [sql`team_id = ${teamId}`]),
    ...holds(words, "usernameKey", "names"),
    ...within("usernameKey", sql`last_auth_at`),
  ]);
  return [
    sql`select ${columns} from grants where ${direct} group by ${columns}`,
    ...(soughtIds.length === 0
      ? []
      : [sql`select ${columns} from team_members where ${through} group by ${columns}`]),
  ];
}

/** Whether a row is missing. The offset keeps PostgreSQL from joining with all people: one look-up for each row of a page is enough. */
const isMissing = (rows: Fragment): Fragment => sql`not exists (select 1 ${rows} limit 1 offset 0)`;

function isNotActive({ scope, teamIds }: PeopleQuery, address: Fragment): Fragment {
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

export const isShown = ({ sees }: Seeking): Fragment =>
  sql`status in (${sql.join(["PENDING", ...sees.states.filter((state) => state !== "INVITED")])})`;

/** Conditions on columns, which let PostgreSQL estimate how many rows there are, and read no more than a page needs. */
function isSought({ seeking, now }: PeopleQuery): Fragment {
  const { state } = seeking;
  if (state === undefined) return isShown(seeking);
  if (state === "INVITED") return sql`status = 'PENDING' and expires_at > ${now}`;
  if (state === "EXPIRED") return sql`(status = 'EXPIRED' or status = 'PENDING' and expires_at <= ${now})`;
  return sql`status = ${state}`;
}

/** A pending one is the newest: an address is not invited again before it has ended. */
const isNewest = (newer: Fragment): Fragment =>
  sql`(status = 'PENDING' or ${isMissing(sql`from invites as newer where ${newer} and newer.username_key = newest.username_key
    and newer.status <> 'ACCEPTED' and (newer.created_at, newer.id) > (newest.created_at, newest.id)`)})`;

/** The newest invitation of each address that is not active, among those that `kind` picks; `newer` picks the same. */
function newestOf(asked: PeopleQuery, kind: readonly Fragment[], newer: Fragment): Fragment {
  const { seeking, now, within } = asked;
  const { teamId } = seeking;
  return sql`select username_key, ${stateOf(now)} as state from invites as newest where ${all([
    ...kind,
    isSought(asked),
    ...(teamId === undefined
      ? []
      : [sql`exists (select 1 from invite_teams where invite_id = newest.id and team_id = ${teamId})`]),
    ...holds(seeking.words, "username_key"),
    ...within("username_key", never),
    isNewest(newer),
    isNotActive(asked, sql.ref("newest.username_key")),
  ])}`;
}

function invitedHere(asked: PeopleQuery): Fragment {
  const { scope, seeking } = asked;
  const { role } = seeking;
  const hasRole = role === undefined ? [] : [sql`' ' || roles || ' ' like ${`% ${role} %`}`];
  return newestOf(asked, [inScope(scope, "newest"), ...hasRole], inScope(scope, "newer"));
}

function invitedAround(asked: PeopleQuery): Fragment {
  const { scope, seeking } = asked;
  const { orgId, groupId } = scope;
  const withRole = seeking.role === undefined ? sql`` : sql` and role = ${seeking.role}`;
  const kind = [
    sql`newest.group_id is null and newest.org_id = ${orgId}`,
    sql`newest.id in (select invite_id from invite_group_roles where group_id = ${groupId}${withRole})`,
  ];
  const newer = sql`newer.org_id = ${orgId} and newer.group_id is null and exists (
    select 1 from invite_group_roles as gifts where gifts.invite_id = newer.id and gifts.group_id = ${groupId})`;
  return newestOf(asked, kind, newer);
}

/**
 * Addresses that are or were invited, each once: by the invitation that can be accepted, or else by the one to the project.
 * With an `end` (order and limit) no more rows are read, unless both kinds of invitations decide together which these are.
 */
function invited(asked: PeopleQuery, end: Fragment = sql``): Fragment {
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

export interface Found {
  readonly usernameKey: string;
  readonly state: ListedState;
  /** Where the order is by it. */
  readonly lastAuthAt?: number;
}

type Direction = "up" | "down";

/** What an address and a last activity must be to stand beyond a place. */
function beyond(
  { order, before, after }: DirectoryPage,
  direction: Direction,
  address: Fragment,
  last: Last,
) {
  const place = before ?? after;
  if (place === undefined) return [];
  const isBeyond = direction === "up" ? sql`>` : sql`<`;
  if (order === "active" && last !== never)
    return [sql`(${last}, ${address}) ${isBeyond} (${place.lastAuthAt}, ${place.key})`];
  // Behind all active people come those who never were.
  if (order === "active" && place.lastAuthAt !== never) return direction === "up" ? [sql`1 = 0`] : [];
  return [sql`${address} ${isBeyond} ${place.key}`];
}

/** A page of addresses with their states, and one more than it has room for. */
export function pageOf(asked: Omit<PeopleQuery, "within">, page: DirectoryPage): RawBuilder<Found> {
  const { state, addresses } = asked.seeking;
  const isByAddress = page.order === "address";
  const isBackwards = page.before !== undefined;
  // The order is ascending by address, descending by last activity.
  const direction: Direction = (isByAddress !== page.isReversed) !== isBackwards ? "up" : "down";
  const way = direction === "up" ? sql`asc` : sql`desc`;
  const limit = sql`limit ${sql.lit(page.size + 1)}`;
  const among = addresses && sql.join(addresses.length === 0 ? [""] : fillUp(addresses));
  const whole: PeopleQuery = {
    ...asked,
    within: (address, last) => [
      ...beyond(page, direction, sql.ref(address), last),
      ...(among === undefined ? [] : [sql`${sql.ref(address)} in (${among})`]),
    ],
  };
  const columns = isByAddress ? byAddress : byActivity;
  const sorted = isByAddress
    ? sql`order by username_key ${way}`
    : sql`order by last_auth_at ${way}, username_key ${way}`;
  const parts: Fragment[] = [];
  if (state === undefined || state === "ACTIVE") {
    for (const people of active(whole, columns)) {
      parts.push(sql`select ${columns}, 'ACTIVE' as state from (${people} ${sorted} ${limit}) as part`);
    }
  }
  if (state !== "ACTIVE") {
    const shown = isByAddress
      ? byAddress
      : sql`cast(${sql.lit(never)} as bigint) as last_auth_at, username_key`;
    const people = invited(whole, sql`order by username_key ${way} ${limit}`);
    parts.push(sql`select ${shown}, state from (${people}) as part`);
  }
  return sql<Found>`select ${columns}, min(state) as state from (${sql.join(parts, sql` union all `)}) as people
    group by ${columns} ${sorted} ${limit}`;
}

export const counted = (asked: Omit<PeopleQuery, "within">) => {
  const whole = { ...asked, within: () => [] };
  const people = sql.join(active(whole, byAddress), sql` union `);
  const most = sql`limit ${sql.lit(mostCounted + 1)}`;
  return sql<{
    state: ListedState;
    count: number;
  }>`select 'ACTIVE' as state, count(*) as count from (select username_key from (${people}) as everybody ${most}) as people
    union all select state, count(*) as count from (${invited({ ...whole, seeking: { ...whole.seeking, state: undefined } }, most)}) as them group by state`;
};

/** One project has ten people and another 10⁵: a plan for any project reads all of the larger one to sort it. */
export const queryPeople = <Args extends readonly unknown[], Row>(
  build: (db: Builder, ...args: Args) => Compilable<Row>,
) => queryNow(build, { isPlannedAnew: true });

// Statements that find invited people: the newest invitation of each address, from indexes in the order of addresses.
import { type RawBuilder, sql } from "kysely";
import type { DirectoryScope, Seeking } from "../domain/directory.ts";
import type { Instant } from "../domain/instant.ts";
import {
  all,
  type Fragment,
  holds,
  inScope,
  isMissing,
  isNotActive,
  never,
  type PeopleQuery,
} from "./directory-query.ts";
import { indexedBy } from "./query.ts";

const stateOf = (now: Instant) =>
  sql`case when status = 'PENDING' and expires_at > ${now} then 'INVITED' when status = 'PENDING' then 'EXPIRED' else status end`;

export const isShown = ({ sees }: Seeking): Fragment =>
  sql`status in (${sql.join(["PENDING", ...sees.states.filter((state) => state !== "INVITED")])})`;

/** Returns conditions on columns, by which PostgreSQL estimates the number of rows, and reads no more than a page needs. */
function isSought({ seeking, now }: PeopleQuery): Fragment {
  const { state } = seeking;
  if (state === undefined) return isShown(seeking);
  if (state === "INVITED") return sql`status = 'PENDING' and expires_at > ${now}`;
  if (state === "EXPIRED") return sql`(status = 'EXPIRED' or status = 'PENDING' and expires_at <= ${now})`;
  return sql`status = ${state}`;
}

/** Selects the listed invitations, without accepted ones, by address. */
export const listedIn = ({ groupId }: DirectoryScope, as: string): RawBuilder<unknown> =>
  sql`${sql.ref(as)}${indexedBy(groupId === null ? "invites_listed_in_org" : "invites_listed_in_group")}`;

/** Returns the condition in the text of the indexes. */
export const isListed = (as: string) => sql<boolean>`${sql.ref(`${as}.status`)} <> 'ACCEPTED'`;

/** A kind of invitation: where it is found in the order of addresses, as `newest`. */
interface Kind {
  readonly from: Fragment;
  readonly where: readonly Fragment[];
  readonly address: string;
  /** The other invitations of the address, as `newer`. */
  readonly others: Fragment;
  /** True if a row may be found several times. */
  readonly isRepeated?: boolean;
}

/** Tests that an invitation is the newest. A pending one always is: an address is not invited again before it has ended. */
const isNewest = (others: Fragment): Fragment =>
  sql`(newest.status = 'PENDING' or ${isMissing(
    sql`from ${others} and ${isListed("newer")} and (newer.created_at, newer.id) > (newest.created_at, newest.id)`,
  )})`;

/** Selects the newest invitation of each address that is not active, among those of a kind. */
function newestOf(asked: PeopleQuery, { from, where, address, others, isRepeated }: Kind): Fragment {
  const { seeking, now, within } = asked;
  const { teamId } = seeking;
  const column = sql.ref(address);
  const given = sql`exists (select 1 from invite_teams where invite_id = newest.id and team_id = ${teamId})`;
  const which = all([
    ...where,
    isListed("newest"),
    isSought(asked),
    ...(teamId === undefined ? [] : [given]),
    ...holds(seeking.words, address),
    ...within(address, never),
    isNewest(others),
    isNotActive(asked, column),
  ]);
  if (!isRepeated) {
    return sql`select ${column} as username_key, ${stateOf(now)} as state from ${from} where ${which}`;
  }
  return sql`select ${column} as username_key, min(${stateOf(now)}) as state from ${from} where ${which} group by ${column}`;
}

function invitedHere(asked: PeopleQuery): Fragment {
  const { scope, seeking } = asked;
  const { role } = seeking;
  const hasRole = role === undefined ? [] : [sql`' ' || roles || ' ' like ${`% ${role} %`}`];
  return newestOf(asked, {
    from: sql`invites as ${listedIn(scope, "newest")}`,
    where: [inScope(scope, "newest"), ...hasRole],
    address: "newest.usernameKey",
    others: sql`invites as ${listedIn(scope, "newer")} where ${inScope(scope, "newer")}
      and newer.username_key = newest.username_key`,
  });
}

/** Finds invitations by the roles that they offer in the project. SQLite keeps the order of a cross join. */
function invitedAround(asked: PeopleQuery): Fragment {
  const { scope, seeking } = asked;
  const { groupId } = scope;
  const { role } = seeking;
  return newestOf(asked, {
    from: sql`invite_group_roles as carried cross join invites as newest`,
    where: [
      sql`carried.group_id = ${groupId} and carried.username_key is not null and newest.id = carried.invite_id`,
      ...(role === undefined ? [] : [sql`carried.role = ${role}`]),
    ],
    address: "carried.usernameKey",
    others: sql`invite_group_roles as given cross join invites as newer where given.group_id = ${groupId}
      and given.username_key = carried.username_key and newer.id = given.invite_id`,
    isRepeated: true,
  });
}

/**
 * Selects invited addresses, each once: with the invitation that can be accepted, or else the one to the project. With `end`
 * (order and limit) no more rows are read, unless both kinds of invitations decide together which rows these are; those around
 * a project end with `rest`, which may check those of the first kind in `here`.
 */
export function invited(asked: PeopleQuery, end: Fragment = sql``, rest: Fragment = end): Fragment {
  const { scope, seeking } = asked;
  const { state, sees } = seeking;
  const hasBoth = scope.groupId !== null && sees.alone;
  if (!hasBoth) return sql`${scope.groupId === null ? invitedHere(asked) : invitedAround(asked)} ${end}`;
  // If all are wanted, or those who can accept one, each kind can decide alone.
  const isAlone = state === undefined || state === "INVITED";
  const kind = isAlone ? asked : { ...asked, seeking: { ...seeking, state: undefined } };
  const rank = sql`min(case state when 'INVITED' then '0INVITED' else place || state end)`;
  return sql`select username_key, state from (
    with here as materialized (${invitedHere(kind)} ${isAlone ? end : sql``})
    select username_key, substr(${rank}, 2) as state from (
      select username_key, state, '0' as place from here union all
      select username_key, state, '1' as place from (${invitedAround(kind)} ${isAlone ? rest : sql``}) as around
    ) as both_kinds group by username_key) as them
    ${state === undefined ? sql`` : sql`where state = ${state}`} ${end}`;
}

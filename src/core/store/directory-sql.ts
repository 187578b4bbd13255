// Statements that find people: pages of addresses, and counts, from indexes with every column that lists are sorted and
// filtered by.
import { type RawBuilder, sql } from "kysely";
import {
  type DirectoryPage,
  type DirectoryScope,
  type ListedState,
  mostCounted,
} from "../domain/directory.ts";
import { invited } from "./directory-invited.ts";
import { all, type Fragment, holds, inScope, type Last, never, type PeopleQuery } from "./directory-query.ts";
import { manyAmong } from "./facet.ts";
import { fillUp } from "./query.ts";

/**
 * The columns of active people; each pair is in an index with every column of a list, by address, or by last activity and
 * address.
 */
const byAddress = sql`username_key`;
const byActivity = sql`last_auth_at, username_key`;

/** Selects active people, some of them more than once, in the order of the columns and of the indexes. */
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

/** Selects grants by address, in the order of an index. */
export const grantsAt = (scope: DirectoryScope, keys: readonly string[]) =>
  sql<{ usernameKey: string; role: string }>`select username_key, role from grants
    where ${all([inScope(scope, "grants"), sql`username_key in (${sql.join([...keys])})`])}`;

/** Finds the folded addresses of users, and of people who are invited, by their ids. */
export const addressesAmong = manyAmong(
  (db, ids) =>
    db
      .selectFrom("users")
      .select("usernameKey")
      .where("id", "in", ids)
      .union(db.selectFrom("invites").select("usernameKey").where("id", "in", ids)),
  ({ usernameKey }) => usernameKey,
);

export interface Found {
  readonly usernameKey: string;
  readonly state: ListedState;
  /** The last activity, if the list is sorted by it. */
  readonly lastAuthAt?: number;
}

type Direction = "up" | "down";

/** Returns the condition on address and last activity for rows beyond a place. */
function beyond(
  { order, before, after }: DirectoryPage,
  direction: Direction,
  address: Fragment,
  last: Last,
) {
  const place = before ?? after;
  if (place === undefined) return [];
  const isBeyond = direction === "up" ? sql`>` : sql`<`;
  if (order === "active" && last !== never) {
    return [sql`(${last}, ${address}) ${isBeyond} (${place.lastAuthAt}, ${place.key})`];
  }
  // After all active people come those who were never active.
  if (order === "active" && place.lastAuthAt !== never) return direction === "up" ? [sql`1 = 0`] : [];
  return [sql`${address} ${isBeyond} ${place.key}`];
}

/** Returns a statement for a page of addresses with their states, and one more than the page has room for. */
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
  if (state === undefined || state === "ACTIVE" || state === "CURRENT") {
    for (const people of active(whole, columns)) {
      parts.push(sql`select ${columns}, 'ACTIVE' as state from (${people} ${sorted} ${limit}) as part`);
    }
  }
  if (state !== "ACTIVE") {
    const shown = isByAddress
      ? byAddress
      : sql`cast(${sql.lit(never)} as bigint) as last_auth_at, username_key`;
    const sought =
      state === "CURRENT" ? { ...whole, seeking: { ...asked.seeking, state: "INVITED" as const } } : whole;
    const people = invited(sought, sql`order by username_key ${way} ${limit}`);
    parts.push(sql`select ${shown}, state from (${people}) as part`);
  }
  return sql<Found>`select ${columns}, min(state) as state from (${sql.join(parts, sql` union all `)}) as people
    group by ${columns} ${sorted} ${limit}`;
}

export const counted = (asked: Omit<PeopleQuery, "within">) => {
  const whole = { ...asked, seeking: { ...asked.seeking, state: undefined }, within: () => [] };
  const people = sql.join(active(whole, byAddress), sql` union `);
  const most = sql.lit(mostCounted + 1);
  const others = invited(whole, sql`limit ${most}`, sql`limit (select ${most} - count(*) from here)`);
  return sql<{
    state: ListedState;
    count: number;
  }>`select 'ACTIVE' as state, count(*) as count from (select username_key from (${people}) as everybody limit ${most}) as people
    union all select state, count(*) as count from (${others}) as them group by state`;
};

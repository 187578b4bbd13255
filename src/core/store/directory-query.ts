// The parts shared by statements that find people: conditions on scopes, words and activity.
import { type Compilable, type RawBuilder, sql } from "kysely";
import type { DirectoryScope, Seeking } from "../domain/directory.ts";
import type { Instant } from "../domain/instant.ts";
import { type Builder, fillUp, queryNow } from "./query.ts";

export type Fragment = RawBuilder<unknown>;

export const all = (conditions: readonly Fragment[]): Fragment => sql.join(conditions, sql` and `);
/** Returns a LIKE pattern in which the wildcards of a word are escaped. */
const holding = (word: string) => `%${word.replace(/[\\%_]/g, "\\$&")}%`;

/** Returns the condition that each word is in one of the columns: a folded address, and names if they are known. */
export const holds = (words: readonly string[], ...columns: readonly string[]): Fragment[] =>
  words.map((word) => {
    const found = columns.map((column) => sql`${sql.ref(column)} like ${holding(word)} escape '\\'`);
    return sql`(${sql.join(found, sql` or `)})`;
  });

/** The last activity of people who were never active, and of invited addresses. */
export const never = -1;

export type Last = Fragment | typeof never;

export interface PeopleQuery {
  readonly scope: DirectoryScope;
  readonly seeking: Seeking;
  readonly now: Instant;
  /** The teams with roles in the project; empty for an organization. */
  readonly teamIds: readonly string[];
  /** The ids of those with the wanted role. */
  readonly soughtIds: readonly string[];
  /** Returns the conditions on address and last activity for a page: beyond a place, or one of some. */
  readonly within: (address: string, last: Last) => readonly Fragment[];
}

export const inScope = ({ orgId, groupId }: DirectoryScope, table: string): Fragment =>
  groupId === null
    ? sql`${sql.ref(`${table}.org_id`)} = ${orgId} and ${sql.ref(`${table}.group_id`)} is null`
    : sql`${sql.ref(`${table}.group_id`)} = ${groupId} and ${sql.ref(`${table}.group_id`)} is not null`;

/**
 * Tests that a row is missing. The offset keeps PostgreSQL from joining with all people: a look-up for each row of a page is
 * enough.
 */
export const isMissing = (rows: Fragment): Fragment => sql`not exists (select 1 ${rows} limit 1 offset 0)`;

export function isNotActive({ scope, teamIds }: PeopleQuery, address: Fragment): Fragment {
  const direct = isMissing(
    sql`from grants as held where ${inScope(scope, "held")} and held.username_key = ${address}`,
  );
  if (teamIds.length === 0) return direct;
  const teams = sql.join(fillUp(teamIds));
  return sql`${direct} and ${isMissing(
    sql`from team_members as mates where mates.team_id in (${teams}) and mates.username_key = ${address}`,
  )}`;
}

/**
 * Declares a query that is planned for its values: one project has ten people and another 10⁵, and a plan for any project reads
 * all of the larger one to sort it.
 */
export const queryPeople = <Args extends readonly unknown[], Row>(
  build: (db: Builder, ...args: Args) => Compilable<Row>,
) => queryNow(build, { isPlannedAnew: true });

// How many people and teams each of some projects has, and how many people and projects each of some teams has: for the lists
// of both.
import { sql } from "kysely";
import type { Unit } from "./connection.ts";
import { many } from "./facet.ts";
import { queryAmong } from "./query.ts";

/** By the id of the project or the team; zeros are missing. */
type Counts = ReadonlyMap<string, number>;

const toCounts = (rows: readonly { id: string; count: number }[]): Counts =>
  new Map(rows.map(({ id, count }) => [id, Number(count)]));

/** People with roles of their own or by a team, each once. */
const peopleInGroups = many(
  queryAmong((db, ids) =>
    db
      .selectFrom((from) =>
        from
          .selectFrom("grants")
          .select(["group_id as id", "username_key"])
          .where("group_id", "is not", null)
          .where("group_id", "in", ids)
          .where("username_key", "is not", null)
          .union(
            from
              .selectFrom("team_grants")
              .innerJoin("team_members", "team_members.team_id", "team_grants.team_id")
              .select(["team_grants.group_id as id", "team_members.username_key"])
              .where("team_grants.group_id", "in", ids),
          )
          .as("people"),
      )
      .select([sql<string>`id`.as("id"), (select) => select.fn.countAll<number>().as("count")])
      .groupBy("id"),
  ),
);

const teamsInGroups = many(
  queryAmong((db, ids) =>
    db
      .selectFrom("team_grants")
      .select(["group_id as id", sql<number>`count(distinct team_id)`.as("count")])
      .where("group_id", "in", ids)
      .groupBy("group_id"),
  ),
);

const peopleInTeams = many(
  queryAmong((db, ids) =>
    db
      .selectFrom("team_members")
      .select(["team_id as id", (select) => select.fn.countAll<number>().as("count")])
      .where("team_id", "in", ids)
      .groupBy("team_id"),
  ),
);

const groupsOfTeams = many(
  queryAmong((db, ids) =>
    db
      .selectFrom("team_grants")
      .select(["team_id as id", sql<number>`count(distinct group_id)`.as("count")])
      .where("team_id", "in", ids)
      .groupBy("team_id"),
  ),
);

const none: Counts = new Map();

export const headCountReads = {
  async inGroups(unit: Unit, ids: readonly string[]): Promise<{ people: Counts; teams: Counts }> {
    if (ids.length === 0) return { people: none, teams: none };
    const [people, teams] = await Promise.all([peopleInGroups(unit, ids), teamsInGroups(unit, ids)]);
    return { people: toCounts(people), teams: toCounts(teams) };
  },

  async inTeams(unit: Unit, ids: readonly string[]): Promise<{ people: Counts; groups: Counts }> {
    if (ids.length === 0) return { people: none, groups: none };
    const [people, groups] = await Promise.all([peopleInTeams(unit, ids), groupsOfTeams(unit, ids)]);
    return { people: toCounts(people), groups: toCounts(groups) };
  },
};

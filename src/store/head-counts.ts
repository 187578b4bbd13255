// How many people and teams each of some projects has, and how many people and projects each of some teams has: for the lists
// of both.
import { sql } from "kysely";
import { many, type Unit } from "./facet.ts";
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
          .select(["groupId as id", "usernameKey"])
          .where("groupId", "is not", null)
          .where("groupId", "in", ids)
          .where("usernameKey", "is not", null)
          .union(
            from
              .selectFrom("teamGrants")
              .innerJoin("teamMembers", "teamMembers.teamId", "teamGrants.teamId")
              .select(["teamGrants.groupId as id", "teamMembers.usernameKey"])
              .where("teamGrants.groupId", "in", ids),
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
      .selectFrom("teamGrants")
      .select(["groupId as id", sql<number>`count(distinct team_id)`.as("count")])
      .where("groupId", "in", ids)
      .groupBy("groupId"),
  ),
);

const peopleInTeams = many(
  queryAmong((db, ids) =>
    db
      .selectFrom("teamMembers")
      .select(["teamId as id", (select) => select.fn.countAll<number>().as("count")])
      .where("teamId", "in", ids)
      .groupBy("teamId"),
  ),
);

const groupsOfTeams = many(
  queryAmong((db, ids) =>
    db
      .selectFrom("teamGrants")
      .select(["teamId as id", sql<number>`count(distinct group_id)`.as("count")])
      .where("teamId", "in", ids)
      .groupBy("teamId"),
  ),
);

const none: Counts = new Map();

export const reads = {
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

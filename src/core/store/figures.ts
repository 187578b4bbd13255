// Figures of some projects or teams, each by one statement for any number: for lists and for the first page of the console.
import { type Compilable, sql } from "kysely";
import type { Instant } from "../domain/instant.ts";
import { many, manyAmong, type Unit } from "./facet.ts";
import { isPending } from "./invites.ts";
import { type Builder, fillUp, indexedBy, queryNow } from "./query.ts";
import type { Tables } from "./tables.ts";

/** The counts by the id of a project or a team; zeros may be missing. */
type Figures = ReadonlyMap<string, number>;
type Row = { readonly id: string; readonly figure: number | null };

const toFigures = (rows: readonly Row[]): Figures =>
  new Map(rows.flatMap(({ id, figure }) => (figure === null ? [] : [[id, Number(figure)] as const])));

function figures<Args extends readonly unknown[]>(
  build: (db: Builder, ids: readonly string[], ...args: Args) => Compilable<Row>,
) {
  const rowsOf = manyAmong(build);
  return async (unit: Unit, ids: readonly string[], ...args: Args): Promise<Figures> =>
    toFigures(await rowsOf(unit, ids, ...args));
}

export interface Waiting {
  readonly orgIds: readonly string[];
  readonly groupIds: readonly string[];
  /** The projects whose own invitations are counted as well. */
  readonly ownIds: readonly string[];
  readonly now: Instant;
}

/** The most invitations to one organization that are counted: twice the usual limit of people. */
const mostWaiting = 1_000;

const waiting = many(
  queryNow((db, { orgIds, groupIds, ownIds, now }: Waiting) => {
    const pending = (index: string) =>
      db
        .selectFrom(sql<Tables["invites"]>`invites`.as<"invites">(sql`invites${indexedBy(index)}`))
        .where("status", "=", isPending)
        .where("expiresAt", ">", now);
    const own = pending("invites_waiting_for_group")
      .select(["groupId as id", "usernameKey"])
      .where("groupId", "is not", null)
      .where("groupId", "in", fillUp(ownIds));
    const toOrgs = db
      .selectFrom(
        pending("invites_waiting_for_org")
          .select(["id", "usernameKey"])
          .where("orgId", "in", fillUp(orgIds))
          .where("groupId", "is", null)
          // Without this, PostgreSQL would expect as many as ever expired, and read every role that invitations ever gave.
          .limit(sql.lit(mostWaiting * orgIds.length))
          .as("pending"),
      )
      .crossJoin("inviteGroupRoles")
      .select(["inviteGroupRoles.groupId as id", "pending.usernameKey"])
      .whereRef("inviteGroupRoles.inviteId", "=", "pending.id")
      .where("inviteGroupRoles.groupId", "in", fillUp(groupIds));
    return db
      .selectFrom(own.union(toOrgs).as("waiting"))
      .select([sql<string>`id`.as("id"), ({ fn }) => fn.countAll<number>().as("figure")])
      .groupBy("id");
  }),
);

/** Counts the different values of `counted` for each value of `of` in the roles of teams. */
const granted = (of: "groupId" | "teamId", counted: "groupId" | "teamId") =>
  figures((db, ids) =>
    db
      .selectFrom("teamGrants")
      .select(({ fn, ref }) => [ref(of).as("id"), fn.count<number>(counted).distinct().as("figure")])
      .where(of, "in", ids)
      .groupBy(of),
  );

export const reads = {
  /** Finds when an event was last recorded in each project, at the end of an index. */
  newestEvents: figures((db, groupIds) =>
    db
      .selectFrom("groups")
      .select((group) => [
        "groups.id",
        group
          .selectFrom("events")
          .select(({ fn }) => fn.max("events.at").as("at"))
          .whereRef("events.groupId", "=", "groups.id")
          .as("figure"),
      ])
      .where("groups.id", "in", groupIds),
  ),

  /** Counts people with roles of their own in a project or through a team, each once, up to `most`. */
  people: figures((db, groupIds, most: number) =>
    db
      .selectFrom("groups")
      .select([
        "groups.id",
        sql<number>`(select count(*) from (
          select * from (select distinct username_key from grants
            where group_id = groups.id and username_key is not null limit ${most}) as held
          union
          select * from (select distinct team_members.username_key from team_grants
            join team_members on team_members.team_id = team_grants.team_id
            where team_grants.group_id = groups.id limit ${most}) as by_team
          limit ${most}) as people)`.as("figure"),
      ])
      .where("groups.id", "in", groupIds),
  ),

  /**
   * Counts addresses invited to each project alone or through its organization, each once; only pending invitations, since
   * ended ones may be any number.
   */
  waiting: async (unit: Unit, of: Waiting): Promise<Figures> =>
    of.groupIds.length === 0 ? new Map() : toFigures(await waiting(unit, of)),

  teams: granted("groupId", "teamId"),

  peopleOfTeams: figures((db, teamIds) =>
    db
      .selectFrom("teamMembers")
      .select(({ fn }) => ["teamId as id", fn.countAll<number>().as("figure")])
      .where("teamId", "in", teamIds)
      .groupBy("teamId"),
  ),

  groupsOfTeams: granted("teamId", "groupId"),
};

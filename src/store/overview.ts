// What the first page of the console says of many organizations and projects at once: figures of each, and what is to be seen
// to before long. Each is one statement, whatever the number of projects, and reads no more than it shows of a large one.
import { sql } from "kysely";
import type { GroupRole } from "../contract/roles.ts";
import { unusedAfter } from "../domain/api-key.ts";
import type { Instant } from "../domain/instant.ts";
import type { Unit } from "./connection.ts";
import { fillUp, query, queryNow } from "./query.ts";

/** Numbers by the id of a project; zeros may be missing. */
type Figures = ReadonlyMap<string, number>;

const toFigures = (rows: readonly { id: string; figure: number | null }[]): Figures =>
  new Map(rows.flatMap(({ id, figure }) => (figure === null ? [] : [[id, Number(figure)] as const])));

/** The instant of the newest event of each project: the end of an index. */
const newestEvents = (ids: readonly string[]) =>
  queryNow((db) =>
    db
      .selectFrom("groups")
      .select([
        "groups.id",
        (row) =>
          row
            .selectFrom("events")
            .select((event) => event.fn.max("events.at").as("at"))
            .whereRef("events.group_id", "=", "groups.id")
            .as("figure"),
      ])
      .where("groups.id", "in", ids),
  );

/** People with roles of their own or by a team, each once, up to `most`. */
const people = (ids: readonly string[], most: number) =>
  queryNow((db) =>
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
      .where("groups.id", "in", ids),
  );

export interface Waiting {
  readonly orgIds: readonly string[];
  readonly groupIds: readonly string[];
  /** Projects whose own invitations are counted as well. */
  readonly ownIds: readonly string[];
  readonly now: Instant;
}

/**
 * Addresses that are invited to each project, each once: to it alone, or to its organization with roles in it. The latter from
 * those that are pending: of those that ended there is no end.
 */
const waiting = ({ orgIds, groupIds, ownIds, now }: Waiting) =>
  queryNow((db) =>
    db
      .selectFrom((from) =>
        from
          .selectFrom("invites")
          .select(["group_id as id", "username_key"])
          .where("status", "=", sql.lit("PENDING"))
          .where("group_id", "is not", null)
          .where("group_id", "in", ownIds)
          .where("expires_at", ">", now)
          .union(
            from
              .selectFrom("invites")
              .crossJoin("invite_group_roles")
              .select(["invite_group_roles.group_id as id", "invites.username_key"])
              .where("invites.org_id", "in", orgIds)
              .where("invites.group_id", "is", null)
              .where("invites.status", "=", sql.lit("PENDING"))
              .where("invites.expires_at", ">", now)
              .whereRef("invite_group_roles.invite_id", "=", "invites.id")
              .where("invite_group_roles.group_id", "in", groupIds),
          )
          .as("waiting"),
      )
      .select([sql<string>`id`.as("id"), (select) => select.fn.countAll<number>().as("figure")])
      .groupBy("id"),
  );

const throughTeams = query((db, at: { userId: string }) =>
  db
    .selectFrom("team_members")
    .innerJoin("team_grants", "team_grants.team_id", "team_members.team_id")
    .select(["team_grants.group_id", "team_grants.role"])
    .where("team_members.user_id", "=", at.userId),
);

export interface Expiring {
  readonly orgIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly now: Instant;
  readonly until: Instant;
  readonly most: number;
}

const expiringIn = (column: "org_id" | "group_id", ids: readonly string[], at: Expiring) =>
  queryNow((db) => {
    const found = db
      .selectFrom("invites")
      .select(["org_id", "group_id", "username", "expires_at"])
      .where(column, "in", ids)
      .where("status", "=", sql.lit("PENDING"))
      .where("expires_at", ">", at.now)
      .where("expires_at", "<=", at.until)
      .orderBy("expires_at")
      .limit(at.most);
    return column === "org_id"
      ? found.where("group_id", "is", null)
      : found.where("group_id", "is not", null);
  });

export interface Ending {
  readonly now: Instant;
  readonly until: Instant;
  readonly most: number;
}

/** Accounts whose last secret runs out in a period. */
const endingSecrets = (orgIds: readonly string[], { now, until, most }: Ending) =>
  queryNow((db) =>
    db
      .selectFrom("service_accounts")
      .innerJoin("service_account_secrets as secrets", "secrets.service_account_id", "service_accounts.id")
      .select((row) => [
        "service_accounts.id",
        "service_accounts.org_id",
        "service_accounts.name",
        row.fn.max("secrets.expires_at").as("expires_at"),
      ])
      .where("service_accounts.org_id", "in", orgIds)
      .groupBy(["service_accounts.id", "service_accounts.org_id", "service_accounts.name"])
      .having((row) => row.fn.max("secrets.expires_at"), ">", now)
      .having((row) => row.fn.max("secrets.expires_at"), "<=", until)
      .orderBy("expires_at")
      .limit(most),
  );

const passwordOwners = (orgIds: readonly string[], most: number) =>
  queryNow((db) =>
    db
      .selectFrom("grants")
      .innerJoin("users", "users.id", "grants.principal_id")
      .select(["grants.org_id", "users.id", "users.username"])
      .where("grants.org_id", "in", orgIds)
      .where("grants.group_id", "is", null)
      .where("grants.role", "=", sql.lit("ORG_OWNER"))
      .where("users.password_hash", "is not", null)
      .orderBy("users.username_key")
      .limit(most),
  );

/** An organization has some hundreds of keys at most. */
const unusedKeys = (orgIds: readonly string[], { now, most }: { now: Instant; most: number }) =>
  queryNow((db) =>
    db
      .selectFrom("api_keys")
      .leftJoin("key_uses", "key_uses.id", "api_keys.id")
      .select([
        "api_keys.id",
        "api_keys.org_id",
        "api_keys.public_key",
        "api_keys.description",
        "key_uses.last_used_at",
      ])
      .where("api_keys.org_id", "in", orgIds)
      .where((row) =>
        row.or([
          row("key_uses.last_used_at", "<", now - unusedAfter.last),
          row.and([
            row("key_uses.last_used_at", "is", null),
            row("key_uses.watched_from", "is", null),
            row("api_keys.created_at", "<", now - unusedAfter.never),
          ]),
          row.and([
            row("key_uses.last_used_at", "is", null),
            row("key_uses.watched_from", "<", now - unusedAfter.last),
          ]),
        ]),
      )
      .orderBy("api_keys.created_at")
      .limit(most),
  );

const none: Figures = new Map();

export const overviewReads = {
  /** When something was last recorded in each of some projects. */
  async newestEvents(unit: Unit, groupIds: readonly string[]): Promise<Figures> {
    return groupIds.length === 0 ? none : toFigures(await unit.all(newestEvents(fillUp(groupIds)), {}));
  },

  /** How many people are in each of some projects, counted up to `most`. */
  async people(unit: Unit, groupIds: readonly string[], most: number): Promise<Figures> {
    return groupIds.length === 0 ? none : toFigures(await unit.all(people(fillUp(groupIds), most), {}));
  },

  /** How many addresses each of some projects waits for. */
  async waiting(unit: Unit, of: Waiting): Promise<Figures> {
    if (of.groupIds.length === 0) return none;
    const ownIds = of.ownIds.length === 0 ? [""] : fillUp(of.ownIds);
    const at = { ...of, ownIds, groupIds: fillUp(of.groupIds), orgIds: fillUp(of.orgIds) };
    return toFigures(await unit.all(waiting(at), {}));
  },

  /** Every role in a project that a person's teams give. */
  async rolesThroughTeams(unit: Unit, userId: string) {
    const rows = await unit.all(throughTeams, { userId });
    return rows.map((row) => ({ groupId: row.group_id, role: row.role as GroupRole }));
  },

  /** Pending invitations that run out in a period, soonest first: to organizations, and to projects alone. At most so many of each. */
  async expiring(unit: Unit, at: Expiring) {
    const toOrgs =
      at.orgIds.length === 0 ? [] : await unit.all(expiringIn("org_id", fillUp(at.orgIds), at), {});
    const toGroups =
      at.groupIds.length === 0 ? [] : await unit.all(expiringIn("group_id", fillUp(at.groupIds), at), {});
    return [...toOrgs, ...toGroups].map((row) => ({
      orgId: row.org_id,
      groupId: row.group_id,
      username: row.username,
      expiresAt: row.expires_at,
    }));
  },

  /** Service accounts whose last secret runs out in a period, soonest first. */
  async endingSecrets(unit: Unit, orgIds: readonly string[], at: Ending) {
    if (orgIds.length === 0) return [];
    return (await unit.all(endingSecrets(fillUp(orgIds), at), {})).map((row) => ({
      id: row.id,
      orgId: row.org_id,
      name: row.name,
      expiresAt: Number(row.expires_at),
    }));
  },

  /** Owners who can sign in with a password, by address. */
  async passwordOwners(unit: Unit, orgIds: readonly string[], most: number) {
    if (orgIds.length === 0) return [];
    return (await unit.all(passwordOwners(fillUp(orgIds), most), {})).map((row) => ({
      id: row.id,
      orgId: row.org_id,
      username: row.username,
    }));
  },

  /** API keys that nobody has used for long, oldest first. */
  async unusedKeys(unit: Unit, orgIds: readonly string[], at: { now: Instant; most: number }) {
    if (orgIds.length === 0) return [];
    return (await unit.all(unusedKeys(fillUp(orgIds), at), {})).map((row) => ({
      id: row.id,
      orgId: row.org_id,
      name: row.description === "" ? row.public_key : row.description,
      lastUsedAt: row.last_used_at,
    }));
  },
};

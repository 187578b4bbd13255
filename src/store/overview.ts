// What the first page of the console shows of many organizations and projects: figures of each, and what needs attention soon.
// Each is one statement, whatever the number of projects, and reads no more of a large one than it shows.
import { sql } from "kysely";
import type { GroupRole } from "../contract/roles.ts";
import { unusedAfter } from "../domain/api-key.ts";
import type { Instant } from "../domain/instant.ts";
import { many, type Unit, withKnownRoles } from "./facet.ts";
import { isPending } from "./invites.ts";
import { derived, fillUp, queryAmong, queryNow } from "./query.ts";

/** Numbers by the id of a project; zeros may be missing. */
type Figures = ReadonlyMap<string, number>;

const toFigures = (rows: readonly { id: string; figure: number | null }[]): Figures =>
  new Map(rows.flatMap(({ id, figure }) => (figure === null ? [] : [[id, Number(figure)] as const])));

/** The instant of the newest event of each project: the end of an index. */
const newestEvents = many(
  queryAmong((db, groupIds) =>
    db
      .selectFrom("groups")
      .select([
        "groups.id",
        (row) =>
          row
            .selectFrom("events")
            .select((event) => event.fn.max("events.at").as("at"))
            .whereRef("events.groupId", "=", "groups.id")
            .as("figure"),
      ])
      .where("groups.id", "in", groupIds),
  ),
);

/** People with roles of their own or by a team, each once, up to `most`. */
const people = many(
  queryAmong((db, groupIds, most: number) =>
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
 * those that are pending: there is no bound on those that ended.
 */
const waiting = many(
  queryNow((db, { orgIds, groupIds, ownIds, now }: Waiting) =>
    db
      .selectFrom((from) =>
        from
          .selectFrom("invites")
          .select(["groupId as id", "usernameKey"])
          .where("status", "=", isPending)
          .where("groupId", "is not", null)
          .where("groupId", "in", fillUp(ownIds))
          .where("expiresAt", ">", now)
          .union(
            from
              .selectFrom("invites")
              .crossJoin("inviteGroupRoles")
              .select(["inviteGroupRoles.groupId as id", "invites.usernameKey"])
              .where("invites.orgId", "in", fillUp(orgIds))
              .where("invites.groupId", "is", null)
              .where("invites.status", "=", isPending)
              .where("invites.expiresAt", ">", now)
              .whereRef("inviteGroupRoles.inviteId", "=", "invites.id")
              .where("inviteGroupRoles.groupId", "in", fillUp(groupIds)),
          )
          .as("waiting"),
      )
      .select([sql<string>`id`.as("id"), (select) => select.fn.countAll<number>().as("figure")])
      .groupBy("id"),
  ),
);

const throughTeams = many((db, userId: string) =>
  db
    .selectFrom("teamMembers")
    .innerJoin("teamGrants", "teamGrants.teamId", "teamMembers.teamId")
    .select(["teamGrants.teamId", "teamGrants.groupId", "teamGrants.role"])
    .where("teamMembers.userId", "=", userId),
);

/** A period that begins now, and the most rows that are shown of it. */
export interface Ending {
  readonly now: Instant;
  readonly until: Instant;
  readonly most: number;
}

export interface Expiring extends Ending {
  readonly orgIds: readonly string[];
  readonly groupIds: readonly string[];
}

const expiring = (column: "orgId" | "groupId") =>
  many(
    queryAmong((db, ids, at: Ending) => {
      const found = db
        .selectFrom("invites")
        .select(["orgId", "groupId", "username", "expiresAt"])
        .where(column, "in", ids)
        .where("status", "=", isPending)
        .where("expiresAt", ">", at.now)
        .where("expiresAt", "<=", at.until)
        .orderBy("expiresAt")
        .limit(at.most);
      return column === "orgId" ? found.where("groupId", "is", null) : found.where("groupId", "is not", null);
    }),
  );
const [expiringInOrgs, expiringInGroups] = [expiring("orgId"), expiring("groupId")];

/** Accounts whose last secret expires in a period. */
const endingSecrets = many(
  queryAmong((db, orgIds, { now, until, most }: Ending) =>
    db
      .selectFrom("serviceAccounts")
      .innerJoin("serviceAccountSecrets as secrets", "secrets.serviceAccountId", "serviceAccounts.id")
      .select((row) => [
        "serviceAccounts.id",
        "serviceAccounts.orgId",
        "serviceAccounts.name",
        row.fn.max("secrets.expiresAt").as("expiresAt"),
      ])
      .where("serviceAccounts.orgId", "in", orgIds)
      .groupBy(["serviceAccounts.id", "serviceAccounts.orgId", "serviceAccounts.name"])
      .having((row) => row.fn.max("secrets.expiresAt"), ">", now)
      .having((row) => row.fn.max("secrets.expiresAt"), "<=", until)
      .orderBy("expiresAt")
      .limit(most),
  ),
  (row) => ({ ...row, expiresAt: Number(row.expiresAt) }),
);

const passwordOwners = many(
  queryAmong((db, orgIds, most: number) =>
    db
      .selectFrom("grants")
      .innerJoin("users", "users.id", "grants.principalId")
      .select(["users.id", "grants.orgId", "users.username"])
      .where("grants.orgId", "in", orgIds)
      .where("grants.groupId", "is", null)
      .where("grants.role", "=", sql.lit("ORG_OWNER"))
      .where("users.passwordHash", "is not", null)
      .orderBy("users.usernameKey")
      .limit(most),
  ),
);

/** An organization has some hundreds of keys at most. */
const unusedKeys = many(
  queryAmong((db, orgIds, { now, most }: { now: Instant; most: number }) =>
    db
      .selectFrom("apiKeys")
      .leftJoin("keyUses", "keyUses.id", "apiKeys.id")
      .select(["apiKeys.id", "apiKeys.orgId", "keyUses.lastUsedAt"])
      .select(["apiKeys.publicKey", "apiKeys.description"])
      .where("apiKeys.orgId", "in", orgIds)
      .where((row) => {
        const before = (age: number) => derived(now, (at) => at - age);
        const isNeverUsed = row("keyUses.lastUsedAt", "is", null);
        return row.or([
          row("keyUses.lastUsedAt", "<", before(unusedAfter.last)),
          row.and([
            isNeverUsed,
            row("keyUses.watchedFrom", "is", null),
            row("apiKeys.createdAt", "<", before(unusedAfter.never)),
          ]),
          row.and([isNeverUsed, row("keyUses.watchedFrom", "<", before(unusedAfter.last))]),
        ]);
      })
      .orderBy("apiKeys.createdAt")
      .limit(most),
  ),
  ({ publicKey, description, ...key }) => ({ ...key, name: description === "" ? publicKey : description }),
);

const none: Figures = new Map();

/** Of no ids there are no rows. */
const among =
  <Args extends readonly unknown[], Row>(
    rows: (unit: Unit, ids: readonly string[], ...args: Args) => Promise<Row[]>,
  ) =>
  async (unit: Unit, ids: readonly string[], ...args: Args): Promise<Row[]> =>
    ids.length === 0 ? [] : rows(unit, ids, ...args);

export const reads = {
  /** When something was last recorded in each of some projects. */
  async newestEvents(unit: Unit, groupIds: readonly string[]): Promise<Figures> {
    return groupIds.length === 0 ? none : toFigures(await newestEvents(unit, groupIds));
  },

  /** How many people are in each of some projects, counted up to `most`. */
  async people(unit: Unit, groupIds: readonly string[], most: number): Promise<Figures> {
    return groupIds.length === 0 ? none : toFigures(await people(unit, groupIds, most));
  },

  /** How many addresses are invited to each of some projects. */
  async waiting(unit: Unit, of: Waiting): Promise<Figures> {
    return of.groupIds.length === 0 ? none : toFigures(await waiting(unit, of));
  },

  /** Every role in a project that a person's teams give. */
  async rolesThroughTeams(unit: Unit, userId: string) {
    const rows = withKnownRoles(unit, await throughTeams(unit, userId), (row) => `team ${row.teamId}`);
    return rows.map((row) => ({ groupId: row.groupId, role: row.role as GroupRole }));
  },

  /** Pending invitations that expire in a period, soonest first: to organizations, and to projects alone. At most so many of each. */
  async expiring(unit: Unit, at: Expiring) {
    const [toOrgs, toGroups] = await Promise.all([
      among(expiringInOrgs)(unit, at.orgIds, at),
      among(expiringInGroups)(unit, at.groupIds, at),
    ]);
    return [...toOrgs, ...toGroups];
  },

  /** Service accounts whose last secret expires in a period, soonest first. */
  endingSecrets: among(endingSecrets),

  /** Owners who can sign in with a password, by address. */
  passwordOwners: among(passwordOwners),

  /** API keys that have not been used for long, oldest first. */
  unusedKeys: among(unusedKeys),
};

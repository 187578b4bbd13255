// Reads the rows of an access review, in parts: who has which roles in an organization now, and what its events changed.
import { toClientId } from "../contract/client-id.ts";
import { account, holderOf, key, placeOf, team } from "../domain/access-history.ts";
import type { AuditEvent } from "../domain/event.ts";
import { grouped } from "../domain/grouped.ts";
import type { Instant } from "../domain/instant.ts";
import { databaseUsersIn } from "./database-users.ts";
import type { Feed } from "./event-counts.ts";
import { feed, newestFirst, toEvent } from "./event-rows.ts";
import { many, manyAmong, one, type Unit } from "./facet.ts";
import { queryNow } from "./query.ts";
import { selection } from "./statements.ts";

const namesIn = many((db, orgId: string, after: string, limit: number) =>
  db
    .selectFrom("grants")
    .select(["usernameKey", "principalId"])
    .distinct()
    .where("orgId", "=", orgId)
    .where("groupId", "is", null)
    .where("usernameKey", ">", after)
    .orderBy("usernameKey")
    .limit(limit),
);

const usersAmong = manyAmong((db, ids) =>
  db
    .selectFrom("users")
    .select(["id", "username", "firstName", "lastName", "lastAuthAt"])
    .where("id", "in", ids),
);

const rolesAmong = manyAmong((db, ids, orgId: string) =>
  db
    .selectFrom("grants")
    .select(["principalId", "groupId", "role"])
    .where("principalId", "in", ids)
    .where("orgId", "=", orgId),
);

const teamsAmong = manyAmong((db, ids, orgId: string) =>
  db
    .selectFrom("teamMembers")
    .innerJoin("teams", "teams.id", "teamMembers.teamId")
    .select(["teamMembers.userId", "teamMembers.teamId"])
    .where("teamMembers.userId", "in", ids)
    .where("teams.orgId", "=", orgId),
);

const groupsIn = many(selection("groups", ["id", "name"], "orgId"));
const teamsIn = many(selection("teams", ["id", "name"], "orgId"));
const teamRolesAmong = manyAmong((db, groupIds) =>
  db.selectFrom("teamGrants").select(["teamId", "groupId", "role"]).where("groupId", "in", groupIds),
);
const keysIn = many(selection("apiKeys", ["id", "publicKey", "description"], "orgId"));
const accountsIn = many(selection("serviceAccounts", ["id", "name"], "orgId"));

/** Finds the newest removal: retention leaves seals without events. */
const lastRemoved = one((db, orgId: string) =>
  db
    .selectFrom("eventSeals")
    .select(({ fn }) => fn.max("throughAt").as("at"))
    .where("orgId", "=", orgId)
    .where("contents", "is", null),
);

/** A place among the events of a feed, newest first. */
export interface Before {
  readonly at: Instant;
  readonly id: string;
}

interface Reading {
  readonly from: Instant | null;
  readonly before: Before;
  /** The number of events to read. */
  readonly limit: number;
  readonly isWanted: (event: AuditEvent) => boolean;
}

const eventsBefore = many(
  queryNow((db, of: Feed, from: Instant | null, before: Before, limit: number) =>
    newestFirst(feed(db, of, null, { from, to: before.at }))
      .where((row) => row.or([row("at", "<", before.at), row("id", "<", before.id)]))
      .limit(limit),
  ),
  toEvent,
);

const credentialsIn = async (unit: Unit, orgId: string) => [
  ...(await keysIn(unit, orgId)).map(({ id, publicKey, description }) => ({
    id,
    who: key(publicKey),
    title: description,
  })),
  ...(await accountsIn(unit, orgId)).map(({ id, name }) => ({
    id,
    who: account(toClientId(id)),
    title: name,
  })),
];

/** Groups roles by place. */
const placed = (rows: readonly { readonly groupId: string | null; readonly role: string }[]) =>
  [
    ...grouped(
      rows,
      ({ groupId }) => placeOf(groupId),
      ({ role }) => role,
    ),
  ].map(([place, roles]) => ({ in: place, roles }));

/** Reads all roles in a project: of people and credentials, and of teams. */
const givenIn = many((db, groupId: string) =>
  db
    .selectFrom("grants")
    .innerJoin("principals", "principals.id", "grants.principalId")
    .leftJoin("users", "users.id", "principals.id")
    .leftJoin("apiKeys", "apiKeys.id", "principals.id")
    .select(["principals.id", "principals.kind", "users.username", "apiKeys.publicKey", "grants.role"])
    .where("grants.groupId", "=", groupId)
    .orderBy("principals.id"),
);
const teamsGivenIn = many((db, groupId: string) =>
  db.selectFrom("teamGrants").select(["teamId", "role"]).where("groupId", "=", groupId).orderBy("teamId"),
);

/** The roles that a holder has in one project. */
export interface HeldInPlace {
  readonly who: string;
  readonly roles: readonly { readonly groupId: string; readonly role: string }[];
}

export const reads = {
  /** Returns all roles in a project, with holders as access reviews name them. */
  async inPlace(unit: Unit, groupId: string): Promise<HeldInPlace[]> {
    const [given, ofTeams, databaseUsers] = await Promise.all([
      givenIn(unit, groupId),
      teamsGivenIn(unit, groupId),
      databaseUsersIn(unit, groupId),
    ]);
    const held = [
      ...given.map((row) => ({ who: holderOf(row), role: row.role })),
      ...ofTeams.map(({ teamId, role }) => ({ who: team(teamId), role })),
      ...databaseUsers.flatMap(({ who, roles }) => roles.map((role) => ({ who, role }))),
    ];
    const roles = grouped(
      held,
      ({ who }) => who,
      ({ role }) => ({ groupId, role }),
    );
    return [...roles].map(([who, given]) => ({ who, roles: given }));
  },

  /** Returns some people of an organization after an address, in the order of addresses, with their roles there. */
  async people(unit: Unit, orgId: string, after: string, limit: number) {
    const names = await namesIn(unit, orgId, after, limit);
    const ids = names.map(({ principalId }) => principalId);
    const users = new Map((await usersAmong(unit, ids)).map((user) => [user.id, user]));
    const roles = grouped(await rolesAmong(unit, ids, orgId), ({ principalId }) => principalId);
    const teams = grouped(await teamsAmong(unit, ids, orgId), ({ userId }) => userId);
    return names.flatMap(({ principalId: id, usernameKey }) => {
      const user = users.get(id);
      if (user === undefined) return [];
      const teamIds = (teams.get(id) ?? []).map(({ teamId }) => teamId);
      return [{ ...user, key: usernameKey ?? "", held: placed(roles.get(id) ?? []), teamIds }];
    });
  },

  /** Returns projects, teams and credentials of an organization, with their names and roles. */
  async places(unit: Unit, orgId: string) {
    const groups = await groupsIn(unit, orgId);
    const ofTeams = await teamRolesAmong(
      unit,
      groups.map(({ id }) => id),
    );
    const credentials = await credentialsIn(unit, orgId);
    const ofCredentials = grouped(
      await rolesAmong(
        unit,
        credentials.map(({ id }) => id),
        orgId,
      ),
      ({ principalId }) => principalId,
    );
    const teamRoles = grouped(ofTeams, ({ teamId }) => teamId);
    return {
      groups,
      teams: (await teamsIn(unit, orgId)).map(({ id, name }) => ({
        id,
        name,
        who: team(id),
        held: placed(teamRoles.get(id) ?? []),
      })),
      credentials: credentials.map(({ id, who, title }) => ({
        who,
        title,
        held: placed(ofCredentials.get(id) ?? []),
      })),
      /** The time up to which events were removed; null if all exist. */
      removedThrough: (await lastRemoved(unit, orgId))?.at ?? null,
    };
  },

  /** Returns the wanted ones of the next events of a feed, newest first, and the place to continue from. */
  async events(unit: Unit, of: Feed, { from, before, limit, isWanted }: Reading) {
    const found = await eventsBefore(unit, of, from, before, limit);
    const last = found.at(-1);
    return {
      events: found.filter(isWanted),
      next: found.length < limit || last === undefined ? null : { at: last.at, id: last.id },
    };
  },

  /** Finds the names of people of an organization by their addresses. */
  namesOf: manyAmong((db, usernameKeys, orgId: string) =>
    db
      .selectFrom("grants")
      .innerJoin("users", "users.id", "grants.principalId")
      .select(["users.username", "users.firstName", "users.lastName"])
      .distinct()
      .where("grants.orgId", "=", orgId)
      .where("grants.usernameKey", "in", usernameKeys),
  ),
};

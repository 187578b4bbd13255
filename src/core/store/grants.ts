// Grants: the roles of people, API keys and service accounts, in organizations and in projects.
import { toClientId } from "../contract/client-id.ts";
import type { RoleName } from "../contract/roles.ts";
import type { HeldRole } from "../domain/credential.ts";
import type { Principal } from "../domain/explanation.ts";
import { fullName } from "../domain/full-name.ts";
import { grouped } from "../domain/grouped.ts";
import type { Instant } from "../domain/instant.ts";
import { knownRoles, many, manyAmong, posts, type Unit, withKnownRoles } from "./facet.ts";
import { type Builder, insertion, queryNow, rememberedQuery } from "./query.ts";
import { removal, selection } from "./statements.ts";

/** The place of a role: a project, or the organization itself if `groupId` is null. */
export interface GrantScope {
  readonly orgId: string;
  readonly groupId: string | null;
}

export interface Grant extends GrantScope {
  readonly role: RoleName;
}

/** The holders sought: one principal, or all principals who hold one of some roles. */
export type HeldBy = { readonly principalId: string } | { readonly roles: readonly RoleName[] };
/**
 * The places where roles count: an organization itself, one of its projects as well, or all projects if `groupId` is absent.
 */
export type Reach = GrantScope | { readonly orgId: string; readonly groupId?: undefined };

const ofPrincipals = manyAmong((db, principalIds) =>
  db.selectFrom("grants").select(["principalId", "groupId", "role"]).where("principalId", "in", principalIds),
);

/** Reads roles given in an organization itself, and in projects. */
const given = many(
  queryNow((db, { orgId, groupId }: Reach, by: HeldBy) => {
    const found = db
      .selectFrom("grants")
      .innerJoin("principals", "principals.id", "grants.principalId")
      .leftJoin("users", "users.id", "principals.id")
      .leftJoin("apiKeys", "apiKeys.id", "principals.id")
      .leftJoin("serviceAccounts", "serviceAccounts.id", "principals.id")
      .select(["principals.id", "principals.kind", "grants.groupId", "grants.role"])
      .select(["users.username", "users.firstName", "users.lastName"])
      .select(["apiKeys.publicKey", "apiKeys.description", "serviceAccounts.name"])
      .where("grants.orgId", "=", orgId)
      .orderBy("grants.role");
    const there =
      groupId === undefined
        ? found
        : found.where((where) =>
            groupId === null
              ? where("grants.groupId", "is", null)
              : where.or([where("grants.groupId", "is", null), where("grants.groupId", "=", groupId)]),
          );
    return "roles" in by
      ? there.where("grants.role", "in", by.roles)
      : there.where("grants.principalId", "=", by.principalId);
  }),
);

/** Reads roles that teams give their people in projects. */
const givenToTeams = many(
  queryNow((db, { orgId, groupId }: Reach, by: HeldBy) => {
    const found = db
      .selectFrom("teamGrants")
      .innerJoin("teams", "teams.id", "teamGrants.teamId")
      .innerJoin("teamMembers", "teamMembers.teamId", "teams.id")
      .innerJoin("users", "users.id", "teamMembers.userId")
      .select(["users.id", "users.username", "users.firstName", "users.lastName"])
      .select(["teams.id as teamId", "teams.name as team", "teamGrants.groupId", "teamGrants.role"])
      .orderBy("teams.createdAt")
      .orderBy("teams.id")
      .orderBy("teamGrants.role");
    const there =
      typeof groupId === "string"
        ? found.where("teamGrants.groupId", "=", groupId)
        : found.where("teams.orgId", "=", orgId);
    return "roles" in by
      ? there.where("teamGrants.role", "in", by.roles)
      : there.where("users.id", "=", by.principalId);
  }),
);

/** A role and its holder; `team` is null if it was given to the principal itself. */
export interface HeldGrant {
  readonly principal: Principal;
  readonly role: RoleName;
  /** The project; null for a role in the organization itself. */
  readonly groupId: string | null;
  readonly team: { readonly id: string; readonly name: string } | null;
}

const allOf = many((db, principalId: string) =>
  db
    .selectFrom("grants")
    .select(["orgId", "groupId", "role"])
    .where("principalId", "=", principalId)
    .orderBy("createdAt")
    .orderBy("role"),
);

const rolesInOrg = many(
  rememberedQuery((db, principalId: string, orgId: string) =>
    db
      .selectFrom("grants")
      .select("role")
      .where("orgId", "=", orgId)
      .where("principalId", "=", principalId)
      .where("groupId", "is", null),
  ),
  ({ role }) => role,
);

const rolesInGroup = many(selection("grants", ["role"], "principalId", "groupId"), ({ role }) => role);

const insert = posts(insertion("grants", { ignore: true }));

const inOrg = (db: Builder, principalId: string, orgId: string) =>
  db
    .deleteFrom("grants")
    .where("principalId", "=", principalId)
    .where("orgId", "=", orgId)
    .where("groupId", "is", null);
const inGroup = removal("grants", "principalId", "groupId");

const takeInOrg = posts((db, principalId: string, orgId: string, role: RoleName) =>
  inOrg(db, principalId, orgId).where("role", "=", role),
);
const takeInGroup = posts((db, principalId: string, groupId: string, role: RoleName) =>
  inGroup(db, principalId, groupId).where("role", "=", role),
);
const clearOrg = posts(inOrg);
const clearGroup = posts(inGroup);

export const reads = {
  async of(unit: Unit, principalId: string): Promise<Grant[]> {
    return withKnownRoles(unit, await allOf(unit, principalId), () => `grant of ${principalId}`);
  },

  /** Returns the roles of several principals, by id. */
  async ofPrincipals(
    unit: Unit,
    principalIds: readonly string[],
  ): Promise<(principalId: string) => HeldRole[]> {
    const roles = grouped(
      withKnownRoles(unit, await ofPrincipals(unit, principalIds), (row) => `grant of ${row.principalId}`),
      (row) => row.principalId,
      (row) => ({ groupId: row.groupId, role: row.role }),
    );
    return (principalId) => roles.get(principalId) ?? [];
  },

  async inOrg(unit: Unit, principalId: string, orgId: string): Promise<RoleName[]> {
    const names = await rolesInOrg(unit, principalId, orgId);
    return knownRoles(unit, names, `grant of ${principalId} in organization ${orgId}`);
  },

  /**
   * Returns the roles that count in a scope: those given in an organization itself, and, for one or all projects, those of
   * members and teams there.
   */
  async held(unit: Unit, reach: Reach, by: HeldBy): Promise<HeldGrant[]> {
    if ("roles" in by && by.roles.length === 0) return [];
    const own = withKnownRoles(unit, await given(unit, reach, by), ({ id }) => `grant of ${id}`).map(
      ({ id, kind, username, publicKey, description, name, groupId, role, ...person }): HeldGrant => ({
        principal: {
          kind,
          id,
          name: username ?? publicKey ?? toClientId(id),
          label: description ?? name ?? fullName(person),
        },
        role,
        groupId,
        team: null,
      }),
    );
    if (reach.groupId === null) return own;
    const ofTeams = await givenToTeams(unit, reach, by);
    const throughTeams = withKnownRoles(unit, ofTeams, (row) => `team ${row.teamId}`).map(
      ({ id, username, groupId, teamId, team, role, ...person }): HeldGrant => ({
        principal: { kind: "USER", id, name: username, label: fullName(person) },
        role,
        groupId,
        team: { id: teamId, name: team },
      }),
    );
    return [...own, ...throughTeams];
  },

  /** Returns the roles of a principal in a project, without those through its organization or a team. */
  async inGroup(unit: Unit, principalId: string, groupId: string): Promise<RoleName[]> {
    const names = await rolesInGroup(unit, principalId, groupId);
    return knownRoles(unit, names, `grant of ${principalId} in project ${groupId}`);
  },
};

/** Gives a role; one that is held already stays as it is. */
function give(
  unit: Unit,
  principalId: string,
  { orgId, groupId }: GrantScope,
  role: RoleName,
  createdAt: Instant,
): void {
  insert(unit, { principalId, orgId, groupId, role, createdAt });
}

export const writes = {
  give,

  /** Gives a new credential its roles. */
  giveAll(
    unit: Unit,
    of: { id: string; orgId: string; roles: readonly HeldRole[]; createdAt: Instant },
  ): void {
    for (const { groupId, role } of of.roles) {
      give(unit, of.id, { orgId: of.orgId, groupId }, role, of.createdAt);
    }
  },

  take(unit: Unit, principalId: string, { orgId, groupId }: GrantScope, role: RoleName): void {
    if (groupId === null) takeInOrg(unit, principalId, orgId, role);
    else takeInGroup(unit, principalId, groupId, role);
  },

  /** Replaces the roles in one scope; without roles the principal is removed from it. */
  replace(unit: Unit, principalId: string, at: GrantScope, roles: readonly RoleName[], now: Instant): void {
    if (at.groupId === null) clearOrg(unit, principalId, at.orgId);
    else clearGroup(unit, principalId, at.groupId);
    for (const role of roles) give(unit, principalId, at, role, now);
  },

  /** Removes every role in an organization and in its projects. */
  takeAll: posts(removal("grants", "principalId", "orgId")),

  /** Removes the roles of API keys and service accounts in a project; those of people stay. */
  takeFromCredentials: posts((db, groupId: string) =>
    db
      .deleteFrom("grants")
      .where("groupId", "=", groupId)
      .where("principalId", "not in", (people) => people.selectFrom("users").select("id")),
  ),
};

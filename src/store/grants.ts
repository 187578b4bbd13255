// Grants: the roles of people, API keys and service accounts, in organizations and in projects.
import { toClientId } from "../contract/client-id.ts";
import type { RoleName } from "../contract/roles.ts";
import type { HeldRole } from "../domain/credential.ts";
import type { Principal } from "../domain/explanation.ts";
import type { Instant } from "../domain/instant.ts";
import type { Unit } from "./connection.ts";
import { grouped } from "./grouped.ts";
import { insertion, query, queryNow, rememberedQuery } from "./query.ts";

/** Where a role is held: in a project, or in the organization itself when `groupId` is null. */
export interface GrantScope {
  readonly orgId: string;
  readonly groupId: string | null;
}

export interface Grant extends GrantScope {
  readonly role: RoleName;
}

const all = query((db, at: { principalId: string }) =>
  db
    .selectFrom("grants")
    .select(["org_id", "group_id", "role"])
    .where("principal_id", "=", at.principalId)
    .orderBy("created_at")
    .orderBy("role"),
);

const ofMany = (principalIds: readonly string[]) =>
  queryNow((db) =>
    db
      .selectFrom("grants")
      .select(["principal_id", "group_id", "role"])
      .where("principal_id", "in", principalIds.length === 0 ? [""] : principalIds),
  );

const inOrg = rememberedQuery((db, at: { principalId: string; orgId: string }) =>
  db
    .selectFrom("grants")
    .select("role")
    .where("org_id", "=", at.orgId)
    .where("principal_id", "=", at.principalId)
    .where("group_id", "is", null),
);

const inGroup = query((db, at: { principalId: string; groupId: string }) =>
  db
    .selectFrom("grants")
    .select("role")
    .where("principal_id", "=", at.principalId)
    .where("group_id", "=", at.groupId),
);

/** Whose roles are looked for: those of one principal, or of everybody who holds one of some. */
export type HeldBy = { readonly principalId: string } | { readonly roles: readonly RoleName[] };

/** Where roles matter: an organization itself, one of its projects as well, or all of them where none is named. */
export type Reach = GrantScope | { readonly orgId: string; readonly groupId?: undefined };

/** Roles given in an organization itself, and in projects. */
const given = ({ orgId, groupId }: Reach, by: HeldBy) =>
  queryNow((db) => {
    const found = db
      .selectFrom("grants")
      .innerJoin("principals", "principals.id", "grants.principal_id")
      .leftJoin("users", "users.id", "principals.id")
      .leftJoin("api_keys", "api_keys.id", "principals.id")
      .leftJoin("service_accounts", "service_accounts.id", "principals.id")
      .select([
        "principals.id",
        "principals.kind",
        "users.username",
        "api_keys.public_key",
        "api_keys.description",
        "service_accounts.name",
        "grants.group_id",
        "grants.role",
      ])
      .where("grants.org_id", "=", orgId)
      .orderBy("grants.role");
    const there =
      groupId === undefined
        ? found
        : found.where((where) =>
            groupId === null
              ? where("grants.group_id", "is", null)
              : where.or([where("grants.group_id", "is", null), where("grants.group_id", "=", groupId)]),
          );
    return "roles" in by
      ? there.where("grants.role", "in", by.roles)
      : there.where("grants.principal_id", "=", by.principalId);
  });

/** Roles that teams give their people in projects. */
const givenToTeams = ({ orgId, groupId }: Reach, by: HeldBy) =>
  queryNow((db) => {
    const found = db
      .selectFrom("team_grants")
      .innerJoin("teams", "teams.id", "team_grants.team_id")
      .innerJoin("team_members", "team_members.team_id", "teams.id")
      .innerJoin("users", "users.id", "team_members.user_id")
      .select(["users.id", "users.username", "teams.id as team_id", "teams.name as team"])
      .select(["team_grants.group_id", "team_grants.role"])
      .orderBy("teams.created_at")
      .orderBy("teams.id")
      .orderBy("team_grants.role");
    const there =
      typeof groupId === "string"
        ? found.where("team_grants.group_id", "=", groupId)
        : found.where("teams.org_id", "=", orgId);
    return "roles" in by
      ? there.where("team_grants.role", "in", by.roles)
      : there.where("users.id", "=", by.principalId);
  });

/** A role with whose it is; `team` is null where it was given to the principal itself. */
export interface HeldGrant {
  readonly principal: Principal;
  readonly role: RoleName;
  /** Null for one given in the organization itself. */
  readonly groupId: string | null;
  readonly team: { readonly id: string; readonly name: string } | null;
}

const insert = insertion("grants", { ignore: true });

const removeInOrg = query((db, at: { principalId: string; orgId: string; role: string }) =>
  db
    .deleteFrom("grants")
    .where("principal_id", "=", at.principalId)
    .where("org_id", "=", at.orgId)
    .where("group_id", "is", null)
    .where("role", "=", at.role),
);

const removeInGroup = query((db, at: { principalId: string; groupId: string; role: string }) =>
  db
    .deleteFrom("grants")
    .where("principal_id", "=", at.principalId)
    .where("group_id", "=", at.groupId)
    .where("role", "=", at.role),
);

const clearOrg = query((db, at: { principalId: string; orgId: string }) =>
  db
    .deleteFrom("grants")
    .where("principal_id", "=", at.principalId)
    .where("org_id", "=", at.orgId)
    .where("group_id", "is", null),
);

const clearGroup = query((db, at: { principalId: string; groupId: string }) =>
  db.deleteFrom("grants").where("principal_id", "=", at.principalId).where("group_id", "=", at.groupId),
);

const clearAll = query((db, at: { principalId: string; orgId: string }) =>
  db.deleteFrom("grants").where("principal_id", "=", at.principalId).where("org_id", "=", at.orgId),
);

const clearCredentials = query((db, at: { groupId: string }) =>
  db
    .deleteFrom("grants")
    .where("group_id", "=", at.groupId)
    .where("principal_id", "not in", (people) => people.selectFrom("users").select("id")),
);

export const grantReads = {
  /** Every role a principal holds, oldest first. */
  async of(unit: Unit, principalId: string): Promise<Grant[]> {
    const rows = await unit.all(all, { principalId });
    return rows.map((row) => ({ orgId: row.org_id, groupId: row.group_id, role: row.role as RoleName }));
  },

  /** Roles of several principals, by the id of the one that is asked for. */
  async ofPrincipals(
    unit: Unit,
    principalIds: readonly string[],
  ): Promise<(principalId: string) => HeldRole[]> {
    const roles = grouped(
      await unit.all(ofMany(principalIds), {}),
      (row) => row.principal_id,
      (row) => ({ groupId: row.group_id, role: row.role as RoleName }),
    );
    return (principalId) => roles.get(principalId) ?? [];
  },

  /** Roles a principal holds in an organization itself. */
  async inOrg(unit: Unit, principalId: string, orgId: string): Promise<RoleName[]> {
    return (await unit.all(inOrg, { principalId, orgId })).map(({ role }) => role as RoleName);
  },

  /**
   * Roles that matter in a scope, with whose they are and where from: those given in an organization itself, and, for a
   * project or all projects, those given there to members and teams as well.
   */
  async held(unit: Unit, reach: Reach, by: HeldBy): Promise<HeldGrant[]> {
    if ("roles" in by && by.roles.length === 0) return [];
    const own = (await unit.all(given(reach, by), {})).map(
      ({ id, kind, username, public_key, description, name, group_id, role }): HeldGrant => ({
        principal: {
          kind,
          id,
          name: username ?? public_key ?? toClientId(id),
          label: description ?? name ?? "",
        },
        role: role as RoleName,
        groupId: group_id,
        team: null,
      }),
    );
    if (reach.groupId === null) return own;
    const throughTeams = (await unit.all(givenToTeams(reach, by), {})).map(
      ({ id, username, group_id, team_id, team, role }): HeldGrant => ({
        principal: { kind: "USER", id, name: username, label: "" },
        role: role as RoleName,
        groupId: group_id,
        team: { id: team_id, name: team },
      }),
    );
    return [...own, ...throughTeams];
  },

  /** Roles a principal holds in a project, none of them through its organization or a team. */
  async inGroup(unit: Unit, principalId: string, groupId: string): Promise<RoleName[]> {
    return (await unit.all(inGroup, { principalId, groupId })).map(({ role }) => role as RoleName);
  },
};

export const grantWrites = {
  ...grantReads,

  /** Gives a role; one that is held already stays as it is. */
  async give(
    unit: Unit,
    principalId: string,
    { orgId, groupId }: GrantScope,
    role: RoleName,
    now: Instant,
  ): Promise<void> {
    unit.post(insert, {
      principal_id: principalId,
      org_id: orgId,
      group_id: groupId,
      role,
      created_at: now,
    });
  },

  /** Gives a new credential the roles it is to hold. */
  async giveAll(
    unit: Unit,
    of: { id: string; orgId: string; roles: readonly HeldRole[]; createdAt: Instant },
  ): Promise<void> {
    for (const { groupId, role } of of.roles) {
      await grantWrites.give(unit, of.id, { orgId: of.orgId, groupId }, role, of.createdAt);
    }
  },

  async take(unit: Unit, principalId: string, { orgId, groupId }: GrantScope, role: RoleName): Promise<void> {
    if (groupId === null) unit.post(removeInOrg, { principalId, orgId, role });
    else unit.post(removeInGroup, { principalId, groupId, role });
  },

  /** Gives roles in one scope in place of those that are held there; none takes the principal out of it. */
  async replace(
    unit: Unit,
    principalId: string,
    at: GrantScope,
    roles: readonly RoleName[],
    now: Instant,
  ): Promise<void> {
    const { orgId, groupId } = at;
    if (groupId === null) unit.post(clearOrg, { principalId, orgId });
    else unit.post(clearGroup, { principalId, groupId });
    for (const role of roles) await grantWrites.give(unit, principalId, at, role, now);
  },

  /** Takes every role in an organization and in its projects. */
  async takeAll(unit: Unit, principalId: string, orgId: string): Promise<void> {
    unit.post(clearAll, { principalId, orgId });
  },

  /** Takes the roles of API keys and service accounts in a project; those of people stay. */
  async takeFromCredentials(unit: Unit, groupId: string): Promise<void> {
    unit.post(clearCredentials, { groupId });
  },
};

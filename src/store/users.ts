// People and the teams they are in.
import type { OrgRole } from "../contract/roles.ts";
import { foldAddress } from "../domain/address.ts";
import type { Instant } from "../domain/instant.ts";
import type { User } from "../domain/user.ts";
import type { Scope } from "./connection.ts";
import { insertion, query } from "./query.ts";

interface Row {
  id: string;
  username: string;
  first_name: string;
  last_name: string;
  country: string | null;
  mobile_number: string | null;
  last_auth_at: Instant | null;
  created_at: Instant;
}

const columns = [
  "users.id",
  "users.username",
  "users.first_name",
  "users.last_name",
  "users.country",
  "users.mobile_number",
  "users.last_auth_at",
  "users.created_at",
] as const;

const toUser = (row: Row): User => ({
  id: row.id,
  username: row.username,
  firstName: row.first_name,
  lastName: row.last_name,
  country: row.country,
  mobileNumber: row.mobile_number,
  lastAuthAt: row.last_auth_at,
  createdAt: row.created_at,
});

const byId = query((db, at: { id: string }) =>
  db.selectFrom("users").select(columns).where("id", "=", at.id),
);

const byAddress = query((db, at: { usernameKey: string }) =>
  db.selectFrom("users").select(columns).where("username_key", "=", at.usernameKey),
);

const oldestWith = query((db, at: { orgId: string; role: string }) =>
  db
    .selectFrom("users")
    .innerJoin("grants", "grants.principal_id", "users.id")
    .select(columns)
    .where("grants.org_id", "=", at.orgId)
    .where("grants.group_id", "is", null)
    .where("grants.role", "=", at.role)
    .orderBy("grants.created_at")
    .orderBy("users.id")
    .limit(1),
);

const orgGrant = query((db, at: { orgId: string; userId: string }) =>
  db
    .selectFrom("grants")
    .select("role")
    .where("principal_id", "=", at.userId)
    .where("org_id", "=", at.orgId)
    .where("group_id", "is", null)
    .limit(1),
);

const groupGrant = query((db, at: { groupId: string; userId: string }) =>
  db
    .selectFrom("grants")
    .select("role")
    .where("principal_id", "=", at.userId)
    .where("group_id", "=", at.groupId)
    .limit(1),
);

const countMembers = query((db, at: { groupId: string }) =>
  db
    .selectFrom("grants")
    .innerJoin("users", "users.id", "grants.principal_id")
    .select((select) => select.fn.count<number>("grants.principal_id").distinct().as("count"))
    .where("grants.group_id", "=", at.groupId),
);

const insertPrincipal = insertion("principals", ["id", "kind"]);

const insert = insertion("users", [
  "id",
  "username",
  "username_key",
  "first_name",
  "last_name",
  "password_hash",
  "country",
  "mobile_number",
  "last_auth_at",
  "created_at",
]);

const insertTeam = insertion("teams", ["id", "org_id", "name", "created_at"]);

const insertMember = insertion("team_members", ["team_id", "user_id"], { ignore: true });

const insertTeamGrant = insertion("team_grants", ["team_id", "org_id", "group_id", "role"]);

export const userReads = {
  async find(scope: Scope, id: string): Promise<User | undefined> {
    const row = await scope.first(byId, { id });
    return row && toUser(row);
  },

  async byAddress(scope: Scope, username: string): Promise<User | undefined> {
    const row = await scope.first(byAddress, { usernameKey: foldAddress(username) });
    return row && toUser(row);
  },

  /** The user who has held an organization role longest. */
  async oldestWith(scope: Scope, orgId: string, role: OrgRole): Promise<User | undefined> {
    const row = await scope.first(oldestWith, { orgId, role });
    return row && toUser(row);
  },

  async isInOrg(scope: Scope, userId: string, orgId: string): Promise<boolean> {
    return (await scope.first(orgGrant, { orgId, userId })) !== undefined;
  },

  async isInGroup(scope: Scope, userId: string, groupId: string): Promise<boolean> {
    return (await scope.first(groupGrant, { groupId, userId })) !== undefined;
  },

  async countInGroup(scope: Scope, groupId: string): Promise<number> {
    return (await scope.first(countMembers, { groupId }))?.count ?? 0;
  },
};

export const userWrites = {
  ...userReads,

  /** Adds a person; `passwordHash` is an argon2id hash, or null for one who cannot sign in yet. */
  async add(scope: Scope, user: User, passwordHash: string | null): Promise<void> {
    await scope.change(insertPrincipal, { id: user.id, kind: "USER" });
    await scope.change(insert, {
      id: user.id,
      username: user.username,
      username_key: foldAddress(user.username),
      first_name: user.firstName,
      last_name: user.lastName,
      password_hash: passwordHash,
      country: user.country,
      mobile_number: user.mobileNumber,
      last_auth_at: user.lastAuthAt,
      created_at: user.createdAt,
    });
  },

  async addTeam(
    scope: Scope,
    team: {
      id: string;
      orgId: string;
      name: string;
      createdAt: Instant;
      memberIds: readonly string[];
    },
  ): Promise<void> {
    await scope.change(insertTeam, {
      id: team.id,
      org_id: team.orgId,
      name: team.name,
      created_at: team.createdAt,
    });
    for (const user_id of team.memberIds) await scope.change(insertMember, { team_id: team.id, user_id });
  },

  async joinTeam(scope: Scope, teamId: string, userId: string): Promise<void> {
    await scope.change(insertMember, { team_id: teamId, user_id: userId });
  },

  async grantTeam(
    scope: Scope,
    grant: { teamId: string; orgId: string; groupId: string; role: string },
  ): Promise<void> {
    const { teamId, orgId, groupId, role } = grant;
    await scope.change(insertTeamGrant, { team_id: teamId, org_id: orgId, group_id: groupId, role });
  },
};

// People.
import type { OrgRole } from "../contract/roles.ts";
import { foldAddress } from "../domain/address.ts";
import type { Instant } from "../domain/instant.ts";
import type { User } from "../domain/user.ts";
import type { Unit } from "./connection.ts";
import { grantReads } from "./grants.ts";
import { addPrincipal } from "./principals.ts";
import { insertion, query } from "./query.ts";

export interface UserRow {
  id: string;
  username: string;
  first_name: string;
  last_name: string;
  country: string | null;
  mobile_number: string | null;
  last_auth_at: Instant | null;
  created_at: Instant;
}

export const userColumns = [
  "users.id",
  "users.username",
  "users.first_name",
  "users.last_name",
  "users.country",
  "users.mobile_number",
  "users.last_auth_at",
  "users.created_at",
] as const;

export const toUser = (row: UserRow): User => ({
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
  db.selectFrom("users").select(userColumns).where("id", "=", at.id),
);

const byAddress = query((db, at: { usernameKey: string }) =>
  db.selectFrom("users").select(userColumns).where("username_key", "=", at.usernameKey),
);

const first = query((db, at: { limit: number }) =>
  db.selectFrom("users").select(userColumns).orderBy("username_key").limit(at.limit),
);

const oldestWith = query((db, at: { orgId: string; role: string }) =>
  db
    .selectFrom("users")
    .innerJoin("grants", "grants.principal_id", "users.id")
    .select(userColumns)
    .where("grants.org_id", "=", at.orgId)
    .where("grants.group_id", "is", null)
    .where("grants.role", "=", at.role)
    .orderBy("grants.created_at")
    .orderBy("users.id")
    .limit(1),
);

const passwordOf = query((db, at: { id: string }) =>
  db.selectFrom("users").select("password_hash").where("id", "=", at.id),
);

const setPassword = query((db, to: { id: string; hash: string | null }) =>
  db.updateTable("users").set({ password_hash: to.hash, is_unproven: 0 }).where("id", "=", to.id),
);

const unprovenOf = query((db, at: { id: string }) =>
  db.selectFrom("users").select("is_unproven").where("id", "=", at.id),
);

const touchAuth = query((db, to: { id: string; now: Instant }) =>
  db.updateTable("users").set({ last_auth_at: to.now }).where("id", "=", to.id),
);

const setNames = query((db, to: { id: string; firstName: string; lastName: string }) =>
  db.updateTable("users").set({ first_name: to.firstName, last_name: to.lastName }).where("id", "=", to.id),
);

const insert = insertion("users");

export const userReads = {
  async find(unit: Unit, id: string): Promise<User | undefined> {
    const row = await unit.first(byId, { id });
    return row && toUser(row);
  },

  async byAddress(unit: Unit, username: string): Promise<User | undefined> {
    const row = await unit.first(byAddress, { usernameKey: foldAddress(username) });
    return row && toUser(row);
  },

  /** Some of all people, by their addresses. */
  async first(unit: Unit, limit: number): Promise<User[]> {
    return (await unit.all(first, { limit })).map(toUser);
  },

  /** The argon2id hash of a password; null for a person who has none yet. */
  async passwordHash(unit: Unit, id: string): Promise<string | null> {
    return (await unit.first(passwordOf, { id }))?.password_hash ?? null;
  },

  /** Whether somebody else made the account, and nobody has shown yet to read mail to its address. */
  async isUnproven(unit: Unit, id: string): Promise<boolean> {
    return (await unit.first(unprovenOf, { id }))?.is_unproven === 1;
  },

  /** The user who has held an organization role longest. */
  async oldestWith(unit: Unit, orgId: string, role: OrgRole): Promise<User | undefined> {
    const row = await unit.first(oldestWith, { orgId, role });
    return row && toUser(row);
  },

  async isInOrg(unit: Unit, userId: string, orgId: string): Promise<boolean> {
    return (await grantReads.inOrg(unit, userId, orgId)).length > 0;
  },

  async isInGroup(unit: Unit, userId: string, groupId: string): Promise<boolean> {
    return (await grantReads.inGroup(unit, userId, groupId)).length > 0;
  },
};

export const userWrites = {
  ...userReads,

  /** Null takes the password away. Whoever sets one has followed a link, or come by a provider: the address is proven. */
  async setPassword(unit: Unit, id: string, hash: string | null): Promise<void> {
    await unit.change(setPassword, { id, hash });
  },

  async setNames(
    unit: Unit,
    id: string,
    { firstName, lastName }: { firstName: string; lastName: string },
  ): Promise<void> {
    await unit.change(setNames, { id, firstName, lastName });
  },

  /** Remembers that a person signed in. */
  async signedIn(unit: Unit, id: string, now: Instant): Promise<void> {
    await unit.change(touchAuth, { id, now });
  },

  /** Adds a person; `passwordHash` is an argon2id hash, or null for one who cannot sign in yet. */
  async add(
    unit: Unit,
    user: User,
    passwordHash: string | null,
    { isUnproven = false }: { isUnproven?: boolean } = {},
  ): Promise<void> {
    await addPrincipal(unit, user.id, "USER");
    await unit.change(insert, {
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
      is_unproven: isUnproven ? 1 : 0,
    });
  },
};

// People.
import type { OrgRole } from "../contract/roles.ts";
import { foldAddress } from "../domain/address.ts";
import type { Instant } from "../domain/instant.ts";
import type { User } from "../domain/user.ts";
import type { Unit } from "./connection.ts";
import { many, one, posts } from "./facet.ts";
import { grantReads } from "./grants.ts";
import { addPrincipal } from "./principals.ts";
import { type Builder, derived } from "./query.ts";

/** What makes a `User`. */
export const userColumns = [
  "users.id",
  "users.username",
  "users.first_name as firstName",
  "users.last_name as lastName",
  "users.country",
  "users.mobile_number as mobileNumber",
  "users.last_auth_at as lastAuthAt",
  "users.created_at as createdAt",
] as const;

const users = (db: Builder) => db.selectFrom("users").select(userColumns);

const passwordOf = one((db, id: string) =>
  db.selectFrom("users").select("password_hash").where("id", "=", id),
);
const unprovenOf = one((db, id: string) => db.selectFrom("users").select("is_unproven").where("id", "=", id));

const insert = posts((db, user: User, password_hash: string | null, is_unproven: 0 | 1) =>
  db.insertInto("users").values({
    id: user.id,
    username: user.username,
    username_key: derived(user.username, foldAddress),
    first_name: user.firstName,
    last_name: user.lastName,
    password_hash,
    country: user.country,
    mobile_number: user.mobileNumber,
    last_auth_at: user.lastAuthAt,
    created_at: user.createdAt,
    is_unproven,
  }),
);

export const userReads = {
  find: one((db, id: string) => users(db).where("id", "=", id)),

  byAddress: one((db, username: string) =>
    users(db).where("username_key", "=", derived(username, foldAddress)),
  ),

  /** Some of all people, by their addresses. */
  first: many((db, limit: number) => users(db).orderBy("username_key").limit(limit)),

  /** The argon2id hash of a password; null for a person who has none yet. */
  async passwordHash(unit: Unit, id: string): Promise<string | null> {
    return (await passwordOf(unit, id))?.password_hash ?? null;
  },

  /** Whether somebody else made the account, and its owner has not yet proven to read mail at its address. */
  async isUnproven(unit: Unit, id: string): Promise<boolean> {
    return (await unprovenOf(unit, id))?.is_unproven === 1;
  },

  /** The user who has held an organization role longest. */
  oldestWith: one((db, orgId: string, role: OrgRole) =>
    users(db)
      .innerJoin("grants", "grants.principal_id", "users.id")
      .where("grants.org_id", "=", orgId)
      .where("grants.group_id", "is", null)
      .where("grants.role", "=", role)
      .orderBy("grants.created_at")
      .orderBy("users.id")
      .limit(1),
  ),

  async isInOrg(unit: Unit, userId: string, orgId: string): Promise<boolean> {
    return (await grantReads.inOrg(unit, userId, orgId)).length > 0;
  },

  async isInGroup(unit: Unit, userId: string, groupId: string): Promise<boolean> {
    return (await grantReads.inGroup(unit, userId, groupId)).length > 0;
  },
};

export const userWrites = {
  ...userReads,

  /** Null removes the password. Setting one takes a link or a provider: the address is proven. */
  setPassword: posts((db, id: string, password_hash: string | null) =>
    db.updateTable("users").set({ password_hash, is_unproven: 0 }).where("id", "=", id),
  ),

  setNames: posts((db, id: string, names: { firstName: string; lastName: string }) =>
    db
      .updateTable("users")
      .set({ first_name: names.firstName, last_name: names.lastName })
      .where("id", "=", id),
  ),

  /** Remembers that a person signed in. */
  signedIn: posts((db, id: string, last_auth_at: Instant) =>
    db.updateTable("users").set({ last_auth_at }).where("id", "=", id),
  ),

  /** Adds a person; `passwordHash` is an argon2id hash, or null for one who cannot sign in yet. */
  async add(
    unit: Unit,
    user: User,
    passwordHash: string | null,
    { isUnproven = false }: { isUnproven?: boolean } = {},
  ): Promise<void> {
    addPrincipal(unit, user.id, "USER");
    insert(unit, user, passwordHash, isUnproven ? 1 : 0);
  },
};

// People.
import type { OrgRole } from "../contract/roles.ts";
import { foldAddress } from "../domain/address.ts";
import type { User } from "../domain/user.ts";
import { addPrincipal } from "./credential-lists.ts";
import { many, one, posts, type Unit } from "./facet.ts";
import * as grants from "./grants.ts";
import { type Builder, derived, insertion, toBit } from "./query.ts";
import { selection, setting } from "./statements.ts";

export const userColumns = [
  "users.id",
  "users.username",
  "users.firstName",
  "users.lastName",
  "users.country",
  "users.mobileNumber",
  "users.lastAuthAt",
  "users.createdAt",
] as const;

const users = (db: Builder) => db.selectFrom("users").select(userColumns);

const passwordOf = one(selection("users", ["passwordHash"], "id"));
const unprovenOf = one(selection("users", ["isUnproven"], "id"));
const insert = posts(insertion("users"));

export const reads = {
  find: one((db, id: string) => users(db).where("id", "=", id)),

  byAddress: one((db, username: string) =>
    users(db).where("usernameKey", "=", derived(username, foldAddress)),
  ),

  first: many((db, limit: number) => users(db).orderBy("usernameKey").limit(limit)),

  /** Returns the argon2id hash of a password; null for a person who has none yet. */
  passwordHash: async (unit: Unit, id: string): Promise<string | null> =>
    (await passwordOf(unit, id))?.passwordHash ?? null,

  /** Reports whether another person created the account, and its owner has not yet proven to read mail at its address. */
  isUnproven: async (unit: Unit, id: string) => (await unprovenOf(unit, id))?.isUnproven === 1,

  /** Finds the user who has had an organization role longest. */
  oldestWith: one((db, orgId: string, role: OrgRole) =>
    users(db)
      .innerJoin("grants", "grants.principalId", "users.id")
      .where("grants.orgId", "=", orgId)
      .where("grants.groupId", "is", null)
      .where("grants.role", "=", role)
      .orderBy("grants.createdAt")
      .orderBy("users.id")
      .limit(1),
  ),

  isInOrg: async (unit: Unit, userId: string, orgId: string) =>
    (await grants.reads.inOrg(unit, userId, orgId)).length > 0,

  isInGroup: async (unit: Unit, userId: string, groupId: string) =>
    (await grants.reads.inGroup(unit, userId, groupId)).length > 0,
};

export const writes = {
  /** Sets the password; null removes it. Setting one requires a link or a provider, so the address is proven. */
  setPassword: posts((db, id: string, passwordHash: string | null) =>
    db.updateTable("users").set({ passwordHash, isUnproven: 0 }).where("id", "=", id),
  ),

  setNames: posts((db, id: string, { firstName, lastName }: { firstName: string; lastName: string }) =>
    db.updateTable("users").set({ firstName, lastName }).where("id", "=", id),
  ),

  signedIn: posts(setting("users", "lastAuthAt")),

  /** Adds a person; `passwordHash` is an argon2id hash, or null for one who cannot sign in yet. */
  async add(
    unit: Unit,
    user: User,
    passwordHash: string | null,
    { isUnproven = false }: { isUnproven?: boolean } = {},
  ): Promise<void> {
    addPrincipal(unit, user.id, "USER");
    insert(unit, {
      ...user,
      usernameKey: foldAddress(user.username),
      passwordHash,
      isUnproven: toBit(isUnproven),
    });
  },
};

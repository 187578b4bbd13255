// Database users of a project: how they log in, their roles, and what a request may contain.
import type { CloudDatabaseUser, UserScope } from "../../../client/api.ts";
import { type ProofName, proofNames, userDatabases } from "../../../core/contract/database-users.ts";
import { type FaultMaker, wrongField } from "../../../core/contract/errors.ts";
import { isDistinguishedName } from "../../../core/domain/distinguished-name.ts";
import { rolesOnAdmin } from "../../custom-roles/rules/database-role.ts";

type Proofs = Readonly<Pick<CloudDatabaseUser, ProofName>>;

type UserDatabase = (typeof userDatabases)[number];

export interface DatabaseUserRole {
  readonly collectionName?: string;
  readonly databaseName: string;
  readonly roleName: string;
}

export interface DatabaseUser extends Proofs {
  readonly databaseName: UserDatabase;
  readonly username: string;
  readonly description?: string;
  readonly labels: { readonly key?: string; readonly value?: string }[];
  readonly roles: DatabaseUserRole[];
  readonly scopes: Readonly<UserScope>[];
}

/** The members of a request for a new user. */
export interface SentUser
  extends Partial<Omit<DatabaseUser, "description" | "labels" | "roles" | "scopes" | "username">> {
  readonly description?: string | null;
  readonly deleteAfterDate?: string;
  readonly labels?: readonly DatabaseUser["labels"][number][];
  readonly password?: string;
  readonly roles?: readonly Partial<DatabaseUserRole>[];
  readonly scopes?: readonly DatabaseUser["scopes"][number][];
  readonly username: string;
}

/** Returns the key that identifies a user in a project. */
export const userKey = ({
  databaseName,
  username,
}: Pick<DatabaseUser, "username"> & { readonly databaseName: string }) => `${databaseName}/${username}`;
export const usernameIn = (key: string): string => key.slice(key.indexOf("/") + 1);

export const userRoleErrors = [
  "ATLAS_CUSTOM_ROLE_NOT_FOUND",
  "ATLAS_INVALID_CUSTOM_ROLE_ASSIGNMENT",
  "ATLAS_INVALID_ROLE",
  "ATLAS_INVALID_ROLE_DATABASE",
  "DUPLICATE_DATABASE_ROLES",
  "MISSING_ATTRIBUTE",
  "UNSUPPORTED_ROLE",
] as const;
export const passwordErrors = ["ATLAS_INVALID_AUTH_SETTINGS", "WEAK_PASSWORD"] as const;
export const proofErrors = [
  ...passwordErrors,
  "ATLAS_INVALID_USERNAME",
  "ATLAS_X509_USER_CANNOT_BE_TEMPORARY",
  "DATABASE_NAME_INVALID_ADMIN",
  "DATABASE_NAME_INVALID_EXTERNAL",
  "MISSING_PASSWORD",
] as const;
/** The custom roles of the project, by name. */
type Own = Pick<ReadonlyMap<string, unknown>, "has">;
type Refusing = FaultMaker<(typeof userRoleErrors)[number]>;

/** Reports whether a user's scopes include a cluster that `isNamed` knows. */
export const reachesCluster = (
  { scopes }: Pick<DatabaseUser, "scopes">,
  isNamed: (cluster: string) => boolean,
): boolean => scopes.length === 0 || scopes.some(({ name, type }) => type === "CLUSTER" && isNamed(name));

/** Returns the ways in which a user logs in without a password, such as `x509Type MANAGED`; empty for a password. */
export const proofsOf = (user: Partial<Proofs>): string[] =>
  proofNames.flatMap((name) => ((user[name] ?? "NONE") === "NONE" ? [] : [`${name} ${user[name]}`]));

/**
 * Returns the databases in which a user may be looked up: `admin` for groups of a directory or a provider. Clients send it for
 * people of a provider too.
 */
const databasesOf = (proof: string | undefined): readonly UserDatabase[] => {
  if (proof === undefined || proof.endsWith("GROUP")) return ["admin"];
  return proof.startsWith("oidc") ? userDatabases : ["$external"];
};

const plainName = /^[^,+"\\<>;=#]+$/;
const names: Readonly<Record<string, Pick<RegExp, "test">>> = {
  "awsIAMType ROLE": /^arn:aws[\w-]*:(iam|sts)::\d{12}:(role|assumed-role)\/.+$/,
  "awsIAMType USER": /^arn:aws[\w-]*:iam::\d{12}:user\/.+$/,
  "ldapAuthType GROUP": /=/,
  "ldapAuthType USER": /=/,
  "oidcAuthType IDP_GROUP": /^[^/]+\/.+$/,
  "oidcAuthType USER": /^[^/]+\/.+$/,
  "x509Type CUSTOMER": /(^|,\s*)CN=[^,]+/i,
  "x509Type MANAGED": { test: (name) => plainName.test(name) || isDistinguishedName(name) },
};

const leastPassword = 8;
const mostPassword = 256;

/** Refuses a new user whose login method, database, name, password and expiry do not go together. */
export function checkProof(
  user: DatabaseUser,
  { password, endsAt }: { readonly password: string | undefined; readonly endsAt: number | null },
  fault: FaultMaker<(typeof proofErrors)[number]>,
): void {
  const [proof, ...more] = proofsOf(user);
  if (more.length > 0) throw fault("ATLAS_INVALID_AUTH_SETTINGS", {});
  if (!databasesOf(proof).includes(user.databaseName)) {
    const isExternal = user.databaseName === "$external";
    throw fault(isExternal ? "DATABASE_NAME_INVALID_EXTERNAL" : "DATABASE_NAME_INVALID_ADMIN", {});
  }
  const form = names[proof ?? ""] ?? /./;
  if (!form.test(user.username) || user.username.includes("\0")) {
    throw fault("ATLAS_INVALID_USERNAME", { username: user.username });
  }
  if (proof?.startsWith("x509Type") === true && endsAt !== null) {
    throw fault("ATLAS_X509_USER_CANNOT_BE_TEMPORARY", {});
  }
  if (password !== undefined) {
    checkPassword(user, password, fault);
  } else if (proof === undefined) {
    throw fault("MISSING_PASSWORD", {}, wrongField("password", "The value is required."));
  }
}

/** Refuses a password that is too short or too long, or of a user with another login method. */
export function checkPassword(
  user: Proofs,
  password: string,
  fault: FaultMaker<(typeof passwordErrors)[number]>,
): void {
  if (proofsOf(user).length > 0) throw fault("ATLAS_INVALID_AUTH_SETTINGS", {});
  if (password.length < leastPassword || password.length > mostPassword) {
    throw fault("WEAK_PASSWORD", { least: leastPassword, most: mostPassword });
  }
}

/** A role as it is sent: the database may be missing, which only the rules check. */
type SentRole = Partial<DatabaseUserRole>;

/** Reads the roles of a user: built-in or custom ones. */
export function chooseUserRoles(sent: readonly SentRole[], custom: Own, fault: Refusing): DatabaseUserRole[] {
  if (sent.length === 0) throw absent("roles", fault);
  const roles = sent.map((role) => chooseRole(role, custom, fault));
  const own = roles.find(({ roleName }) => custom.has(roleName));
  if (own !== undefined && roles.length > 1) {
    throw fault("ATLAS_INVALID_CUSTOM_ROLE_ASSIGNMENT", { role: own.roleName });
  }
  const keys = new Set(
    roles.map((role) => JSON.stringify([role.roleName, role.databaseName, role.collectionName])),
  );
  if (keys.size < roles.length) throw fault("DUPLICATE_DATABASE_ROLES", {});
  return roles;
}

const absent = (attribute: string, fault: Refusing) =>
  fault("MISSING_ATTRIBUTE", { attribute }, wrongField(attribute, "The value is required."));

const ofCollections = new Set(["read", "readWrite"]);
const ofDatabases = new Set([...ofCollections, "dbAdmin"]);

function chooseRole(sent: SentRole, custom: Own, fault: Refusing): DatabaseUserRole {
  const { collectionName = "", databaseName = "", roleName = "" } = sent;
  if (roleName === "") throw absent("roleName", fault);
  if (databaseName === "") throw absent("databaseName", fault);
  const role = { databaseName, roleName };
  if (custom.has(roleName)) {
    if (databaseName !== "admin") throw fault("UNSUPPORTED_ROLE", { role: roleName, database: databaseName });
    return role;
  }
  if (rolesOnAdmin.has(roleName)) {
    if (databaseName !== "admin") {
      throw fault("ATLAS_INVALID_ROLE_DATABASE", { role: roleName, database: databaseName });
    }
  } else if (!ofDatabases.has(roleName)) throw fault("ATLAS_CUSTOM_ROLE_NOT_FOUND", { roleName });
  if (collectionName === "") return role;
  if (!ofCollections.has(roleName)) {
    throw fault("ATLAS_INVALID_ROLE", { role: `${roleName}.${collectionName}` });
  }
  return { collectionName, ...role };
}

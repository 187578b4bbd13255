// Translates a project's database users and custom roles into users and roles of a MongoDB deployment, and into the commands
// that create them.

import type { Instant } from "../../../core/domain/instant.ts";
import type { CustomRole } from "../../custom-roles/rules/custom-role.ts";
import {
  ofAtlasOnly,
  onCollection,
  type Privilege,
  privilegesOfRole,
  toPrivileges,
} from "../../custom-roles/rules/privileges.ts";
import { type DatabaseUser, type DatabaseUserRole, proofsOf, reachesCluster } from "./database-user.ts";

/** A role of the deployment. */
export interface HeldRole {
  readonly role: string;
  readonly db: string;
}

/** The database in which our users and roles are stored. */
export const home = "admin";

export interface WantedUser {
  readonly kind: "USER";
  readonly name: string;
  readonly roles: readonly HeldRole[];
  readonly sealedSecret: string;
}

export interface WantedRole {
  readonly kind: "ROLE";
  readonly name: string;
  readonly privileges: readonly Privilege[];
  readonly roles: readonly HeldRole[];
  /** The actions that only Atlas has, and no deployment. */
  readonly lacks: readonly string[];
}

export type Wanted = WantedUser | WantedRole;

/** A database user as it is stored. */
export interface KeptUser {
  readonly document: DatabaseUser;
  readonly sealedSecret: string | null;
  readonly endsAt: Instant | null;
}

export interface KeptRole {
  readonly name: string;
  readonly document: CustomRole;
}

/**
 * Returns the way in which a user logs in without a password, such as `x509Type MANAGED`: such a user is stored, and not
 * created in a deployment.
 */
export const otherProof = (user: DatabaseUser): string | undefined => proofsOf(user)[0];

interface Project {
  readonly groupId: string;
  /** The names of the clusters of the deployment. */
  readonly clusters: ReadonlySet<string>;
  readonly users: readonly KeptUser[];
  readonly roles: readonly KeptRole[];
}

/**
 * Returns what a deployment should have, in the order of creation: first roles, those that others inherit before these, then
 * users.
 */
export function wantedIn({ groupId, clusters, users, roles }: Project): Wanted[] {
  if (clusters.size === 0) return [];
  const own = new Map(roles.map(({ name, document }) => [name, document]));
  const made = new Map<string, WantedRole>();
  for (const name of own.keys()) addRole(name, { groupId, own, made });
  const isTheirs = (name: string) => clusters.has(name);
  const wantedUsers = users.flatMap(({ document, sealedSecret }): WantedUser[] => {
    if (sealedSecret === null || otherProof(document) !== undefined || !reachesCluster(document, isTheirs)) {
      return [];
    }
    for (const role of document.roles) addCollectionRole(role, groupId, made);
    const held = document.roles.flatMap((role) => heldBy(role, groupId, own));
    return [{ kind: "USER", name: document.username, roles: held, sealedSecret }];
  });
  return [...made.values(), ...wantedUsers];
}

interface Making {
  readonly groupId: string;
  readonly own: ReadonlyMap<string, CustomRole>;
  readonly made: Map<string, WantedRole>;
}

/**
 * Returns the name of a custom role, with the project in it, because two projects may have roles of one name. No other name of
 * ours begins so.
 */
const ownName = (groupId: string, name: string): string => `anteroom.${groupId}.${name}`;

export const isOwnRole = ({ role, db }: HeldRole): boolean => db === home && role.startsWith("anteroom.");

/** Returns the name of a role for a collection. It has `@` and a dot, which custom role names cannot have. */
const collectionName = (groupId: string, { roleName, databaseName, collectionName: on }: DatabaseUserRole) =>
  ownName(groupId, `${roleName}@${databaseName}.${on}`);

function addRole(name: string, making: Making): void {
  const { groupId, own, made } = making;
  const role = own.get(name);
  const key = ownName(groupId, name);
  if (role === undefined || made.has(key)) return;
  for (const { role: inherited } of role.inheritedRoles) addRole(inherited, making);
  const others = role.inheritedRoles.filter(({ role: each }) => privilegesOfRole(each) === undefined);
  made.set(key, {
    kind: "ROLE",
    name: key,
    privileges: [
      ...toPrivileges(role.actions),
      ...role.inheritedRoles.flatMap(({ role: each }) => privilegesOfRole(each) ?? []),
    ],
    roles: others.flatMap(({ role: roleName, db: databaseName }) =>
      heldBy({ roleName, databaseName }, groupId, own),
    ),
    lacks: ofAtlasOnly(role.actions),
  });
}

function addCollectionRole(role: DatabaseUserRole, groupId: string, made: Map<string, WantedRole>): void {
  if (role.collectionName === undefined) return;
  const name = collectionName(groupId, role);
  const privileges = onCollection(role.roleName, role.databaseName, role.collectionName);
  made.set(name, { kind: "ROLE", name, privileges, roles: [], lacks: [] });
}

/** The MongoDB roles of `atlasAdmin`; its other rights belong to Atlas. */
const atlasAdmin = [
  "readWriteAnyDatabase",
  "dbAdminAnyDatabase",
  "clusterMonitor",
  "enableSharding",
  "backup",
];

function heldBy(role: DatabaseUserRole, groupId: string, own: ReadonlyMap<string, CustomRole>): HeldRole[] {
  const { roleName, databaseName, collectionName: on } = role;
  if (own.has(roleName)) return [{ role: ownName(groupId, roleName), db: home }];
  if (roleName === "atlasAdmin") return atlasAdmin.map((each) => ({ role: each, db: home }));
  if (on !== undefined) return [{ role: collectionName(groupId, role), db: home }];
  return [{ role: roleName, db: databaseName }];
}

/** A command of MongoDB, to be run in `home`. */
export type Command = Readonly<Record<string, unknown>>;

/** The mark by which a user in a database is recognized as ours, and which tells people its project. */
export interface Mark {
  readonly anteroom: string;
  readonly groupId: string;
}

interface Form {
  readonly isNew: boolean;
  /** The mark; null if the deployment has no roles: FerretDB 1 refuses roles and marks. */
  readonly mark: Mark | null;
}

/** Returns the command that creates or updates a user. `password` is the one that its secret is sealed from. */
export const userCommand = (
  { name, roles }: WantedUser,
  password: string,
  { isNew, mark }: Form,
): Command => ({
  [isNew ? "createUser" : "updateUser"]: name,
  pwd: password,
  roles: mark === null ? [] : roles,
  ...(mark !== null && { customData: mark }),
});

export const roleCommand = (
  { name, privileges, roles }: Pick<WantedRole, "name" | "privileges" | "roles">,
  isNew: boolean,
): Command => ({
  [isNew ? "createRole" : "updateRole"]: name,
  privileges,
  roles,
});

export const dropCommand = (kind: Wanted["kind"], name: string): Command => ({
  [kind === "USER" ? "dropUser" : "dropRole"]: name,
});

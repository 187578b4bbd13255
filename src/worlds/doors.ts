// What a project keeps for its databases, as it is read and as it is compared: its access list, its own roles, and the users.
import type {
  AtlasClient,
  CloudDatabaseUser,
  NetworkPermissionEntry,
  UserCustomDBRole,
} from "../client/client.ts";
import { toCidr } from "../domain/access-entry.ts";
import { actionTexts, inheritedText, roleText, scopeText } from "../domain/database-notation.ts";
import type { SeedGroup } from "../seed/document.ts";
import type { DoorItem } from "./item.ts";
import { inOrderOf } from "./keep.ts";
import { type PartsReader, parts } from "./parts.ts";

type Entry = NonNullable<SeedGroup["accessList"]>[number];
type Role = NonNullable<SeedGroup["customDBRoles"]>[number];
type User = NonNullable<SeedGroup["databaseUsers"]>[number];

export const keepEntry = (entry: NetworkPermissionEntry): Entry => ({
  entry: entry.awsSecurityGroup ?? entry.cidrBlock ?? "",
  ...(entry.comment && { comment: entry.comment }),
  ...(entry.deleteAfterDate && { deleteAfterDate: entry.deleteAfterDate }),
});

export const keepRole = ({ roleName, actions, inheritedRoles }: UserCustomDBRole): Role => ({
  roleName,
  actions,
  inheritedRoles,
});

/** Without kinds of proof that are NONE and without empty lists. */
export function keepUser({ groupId: _, links: __, ...user }: CloudDatabaseUser): User {
  const isThere = (value: unknown) => value !== "NONE" && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(user).filter(([, value]) => isThere(value))) as unknown as User;
}

export type ReadDoors = Awaited<ReturnType<typeof readDoors>>;

export async function readDoors(reader: PartsReader, client: AtlasClient, groupId: string) {
  const accessList = await reader.list(
    parts.groupAddresses(groupId),
    (page) => client.listGroupAccessListEntries({ groupId, ...page }),
    keepEntry,
  );
  const customDBRoles = await reader.one(parts.groupDatabaseRoles(groupId), async () =>
    (await client.listGroupCustomDbRoleRoles({ groupId })).map(keepRole),
  );
  const databaseUsers = await reader.list(
    parts.groupDatabaseUsers(groupId),
    (page) => client.listGroupDatabaseUsers({ groupId, ...page }),
    keepUser,
  );
  return { accessList, customDBRoles: customDBRoles ?? [], databaseUsers };
}

type NamedEntry = {
  readonly [Name in "entry" | "cidrBlock" | "ipAddress" | "awsSecurityGroup"]?: string | undefined;
};

/** The network with its prefix length, or the security group. */
const nameOfEntry = ({ entry, cidrBlock, ipAddress, awsSecurityGroup = "" }: NamedEntry): string => {
  const name = entry ?? cidrBlock ?? ipAddress ?? awsSecurityGroup;
  return toCidr(name) ?? name;
};

const keyOf = ({ databaseName = "admin", username }: User): string => `${databaseName}/${username}`;

/** In the order of a seed; lists that are empty are left out. */
export function composeDoors({ accessList, customDBRoles, databaseUsers }: ReadDoors): Partial<ReadDoors> {
  const doors = {
    accessList: inOrderOf(accessList, nameOfEntry),
    customDBRoles: heirsLast(inOrderOf(customDBRoles, ({ roleName }) => roleName)),
    databaseUsers: inOrderOf(databaseUsers, keyOf),
  };
  return Object.fromEntries(Object.entries(doors).filter(([, list]) => list.length > 0));
}

/** A seed wants a role after those that it inherits. */
function heirsLast(roles: readonly Role[]): Role[] {
  const named = new Map(roles.map((each) => [each.roleName, each]));
  const placed = new Set<Role>();
  const place = (role: Role | undefined): void => {
    if (role === undefined || placed.has(role)) return;
    for (const each of role.inheritedRoles ?? []) place(named.get(each.role));
    placed.add(role);
  };
  roles.forEach(place);
  return [...placed];
}

/** As they are compared: by their kind and what names them in the project. */
export function doorItems({ id = "", ...group }: SeedGroup): DoorItem[] {
  const { accessList = [], customDBRoles = [], databaseUsers = [] } = group;
  return [
    ...accessList.map(({ entry, cidrBlock, ipAddress, awsSecurityGroup, ...values }) => ({
      noun: "access list entry" as const,
      name: nameOfEntry({ entry, cidrBlock, ipAddress, awsSecurityGroup }),
      part: parts.groupAddresses(id),
      lists: {},
      values,
    })),
    ...customDBRoles.map(({ roleName, actions = [], inheritedRoles = [] }) => ({
      noun: "database role" as const,
      name: roleName,
      part: parts.groupDatabaseRoles(id),
      lists: {
        actions: actionTexts(actions).sort(),
        inheritedRoles: inheritedRoles.map(inheritedText).sort(),
      },
      values: {},
    })),
    ...databaseUsers.map(({ password: _, ...user }) => userItem(user, id)),
  ];
}

function userItem(user: User, groupId: string): DoorItem {
  const { username, databaseName = "admin", roles, scopes = [], labels = [], ...values } = user;
  return {
    noun: "database user",
    name: databaseName === "admin" ? username : `${username} (${databaseName})`,
    part: parts.groupDatabaseUsers(groupId),
    lists: {
      roles: roles.map(roleText).sort(),
      scopes: scopes.map(scopeText).sort(),
      labels: labels.map(({ key, value }) => `${key}=${value}`).sort(),
    },
    values,
  };
}

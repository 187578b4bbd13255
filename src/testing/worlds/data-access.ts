// The kinds of things that a project keeps for its databases: its access list, custom roles, and users.

import { actionTexts, inheritedText, scopeText } from "../../atlas/database-users/rules/database-notation.ts";
import type {
  CloudDatabaseUser,
  NetworkPermissionEntry,
  UserCert,
  UserCustomDBRole,
} from "../../client/client.ts";
import { toCidr } from "../../core/domain/access-entry.ts";
import { roleText } from "../../core/domain/database-place.ts";
import type { SeedGroup } from "../seed/document.ts";
import { withoutEmpty } from "./form.ts";
import { composeKinds, type GroupKinds, type Kinds, type Reading, readKind, readKinds } from "./kinds.ts";

type SeedUser = NonNullable<SeedGroup["databaseUsers"]>[number];
type Role = NonNullable<SeedGroup["customDBRoles"]>[number];

/** Sorts roles after those that they inherit, as a seed requires. */
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

export const tagText = ({ key, value }: { readonly key?: string; readonly value?: string }): string =>
  `${key}=${value}`;

/** Leaves out login methods that are NONE. */
const keepUser = ({ groupId: _, links: __, ...user }: CloudDatabaseUser) =>
  withoutEmpty(Object.fromEntries(Object.entries(user).filter(([, value]) => value !== "NONE")));

const ofCertificates = {
  certificates: {
    list: "listGroupDatabaseUserCerts",
    keep: ({ _id: serial, createdAt, notAfter }: UserCert) => ({ serial, createdAt, notAfter }),
    key: ({ serial }: { readonly serial: number }) => `${serial}`,
  },
} satisfies Kinds<SeedUser>;

/** Reads the users, and the certificates of those who log in with some of Atlas. */
async function readUsers(reading: Reading): Promise<unknown> {
  const path = ["SeedGroup", "databaseUsers"];
  const users = await readKind({ keep: keepUser }, "listGroupDatabaseUsers", path, reading);
  const read: unknown[] = [];
  for (const user of (users ?? []) as SeedUser[]) {
    const { username = "", x509Type } = user;
    const inside =
      x509Type === "MANAGED"
        ? await readKinds(ofCertificates, path, {
            ...reading,
            params: { ...reading.params, username },
            prefix: `${reading.prefix}databaseUsers.${username}.`,
          })
        : {};
    read.push({ ...user, ...composeKinds<SeedUser>(ofCertificates, inside) });
  }
  return read;
}

export const dataAccessKinds = {
  accessList: {
    order: ["entry"],
    keep: ({ awsSecurityGroup, cidrBlock, comment, deleteAfterDate }: NetworkPermissionEntry, fitted) =>
      fitted({ entry: awsSecurityGroup ?? cidrBlock, comment, deleteAfterDate }),
    ignored: ["entry", "cidrBlock", "ipAddress", "awsSecurityGroup"],
    /** The network with its prefix length, or the security group. */
    name: ({
      ipAddress,
      cidrBlock = ipAddress,
      awsSecurityGroup = "",
      entry = cidrBlock ?? awsSecurityGroup,
    }) => toCidr(entry) ?? entry,
  },
  customDBRoles: {
    keep: ({ roleName, actions, inheritedRoles }: UserCustomDBRole) => ({
      roleName,
      actions,
      inheritedRoles,
    }),
    arrange: heirsLast,
    ignored: ["roleName"],
    name: ({ roleName }) => roleName,
    lists: { actions: ({ actions = [] }) => actionTexts(actions).sort() },
    texts: { inheritedRoles: inheritedText },
  },
  databaseUsers: {
    read: readUsers,
    key: ({ databaseName = "admin", username }) => `${databaseName}/${username}`,
    ignored: ["password", "username", "databaseName", "certificates"],
    name: ({ databaseName = "admin", username }) =>
      databaseName === "admin" ? username : `${username} (${databaseName})`,
    texts: { roles: roleText, scopes: scopeText, labels: tagText },
  },
} satisfies GroupKinds;

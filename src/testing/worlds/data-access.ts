// The kinds of things that a project keeps for its databases: its access list, custom roles, and users.

import { actionTexts, inheritedText, scopeText } from "../../atlas/database-users/rules/database-notation.ts";
import type { CloudDatabaseUser, NetworkPermissionEntry, UserCustomDBRole } from "../../client/client.ts";
import { toCidr } from "../../core/domain/access-entry.ts";
import { roleText } from "../../core/domain/database-place.ts";
import type { SeedGroup } from "../seed/document.ts";
import { withoutEmpty } from "./form.ts";
import type { GroupKinds } from "./kinds.ts";

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
    /** Leaves out login methods that are NONE. */
    keep: ({ groupId: _, links: __, ...user }: CloudDatabaseUser) =>
      withoutEmpty(Object.fromEntries(Object.entries(user).filter(([, value]) => value !== "NONE"))),
    key: ({ databaseName = "admin", username }) => `${databaseName}/${username}`,
    ignored: ["password", "username", "databaseName"],
    name: ({ databaseName = "admin", username }) =>
      databaseName === "admin" ? username : `${username} (${databaseName})`,
    texts: { roles: roleText, scopes: scopeText, labels: tagText },
  },
} satisfies GroupKinds;

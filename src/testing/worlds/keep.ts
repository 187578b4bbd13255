// What is read of the people and credentials of an organization, in the order in which it is written.
import type {
  ApiKeyUserDetails,
  Group,
  GroupInvitation,
  GroupServiceAccount,
  OrgActiveUserResponse,
  OrgServiceAccount,
  OrgUserResponse,
  TeamRole,
} from "../../client/client.ts";
import { type GroupRole, inOrder, type OrgRole } from "../../core/contract/roles.ts";
import { foldAddress } from "../../core/domain/address.ts";
import { inOrderOf } from "./form.ts";
import type { Kinds } from "./kinds.ts";

export const ordered = (roles: readonly string[]): string[] => inOrder(new Set(roles as never[])) as string[];

export type ReadUser = ReturnType<typeof keepUser>;
export type ReadKey = ReturnType<typeof keepKey>;
export type ReadGroup = ReturnType<typeof keepGroup>;
export type ReadAccount = ReturnType<typeof keepAccount>;
export type ReadTeam = ReturnType<typeof keepTeam>;
export type ReadGroupTeam = ReturnType<typeof keepGroupTeam>;
export type ReadInvite = ReturnType<typeof keepInvite>;

export function keepUser(user: OrgUserResponse) {
  const { id, username, orgMembershipStatus: status, roles, teamIds = [] } = user;
  const { orgRoles = [], groupRoleAssignments = [] } = roles;
  const { firstName, lastName, country, createdAt } = user as Partial<OrgActiveUserResponse>;
  return {
    id,
    username,
    status,
    // Each user of an organization is a member of it, and a seed wants at least one role.
    orgRoles: (orgRoles.length === 0 ? ["ORG_MEMBER"] : orgRoles) as OrgRole[],
    groupRoles: groupRoleAssignments
      .map(({ groupId = "", groupRoles = [] }) => ({ groupId, roles: groupRoles as GroupRole[] }))
      .filter(({ roles }) => roles.length > 0),
    teamIds: [...teamIds].sort(),
    profile: {
      ...(firstName && { firstName }),
      ...(lastName && { lastName }),
      ...(country && { country }),
      ...(createdAt && { createdAt }),
    },
  };
}

const keepTeam = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name });

const keepGroup = ({ id, name, tags = [] }: Pick<Group, "id" | "name" | "tags">) => ({
  id,
  name,
  tags: inOrderOf(tags, ({ key }) => key).map(({ key, value }) => ({ key, value })),
});

const keepKey = ({ id, publicKey, desc, roles }: ApiKeyUserDetails) => ({
  id,
  publicKey,
  desc,
  roles: roles.map(({ groupId = null, roleName = "" }) => ({ groupId, roleName })),
});

const keepAccount = (account: OrgServiceAccount | GroupServiceAccount) => {
  const { clientId, name, description = "", roles } = account;
  return { clientId, name, description, roles: roles as readonly string[] };
};

const keepGroupTeam = ({ teamId, roleNames }: TeamRole) => ({ teamId, roleNames: roleNames as GroupRole[] });

const keepInvite = ({ id, username, roles }: GroupInvitation) => ({
  id,
  username,
  roles: roles as GroupRole[],
});

/** The people of an organization, its projects and its credentials. */
export const membersOfOrg: Kinds<object> = {
  users: { list: "listOrgUsers", keep: keepUser },
  "invites.ids": {
    list: "listOrgInvites",
    keep: ({ id, username }: GroupInvitation) => [foldAddress(username), id],
  },
  teams: { list: "listOrgTeams", keep: keepTeam },
  groups: { list: "getOrgGroups", keep: keepGroup },
  apiKeys: { list: "listOrgApiKeys", keep: keepKey },
  serviceAccounts: { list: "listOrgServiceAccounts", keep: keepAccount },
};

export const membersOfGroup: Kinds<object> = {
  teams: { list: "listGroupTeams", keep: keepGroupTeam },
  invites: { list: "listGroupInvites", keep: keepInvite },
  serviceAccounts: { list: "listGroupServiceAccounts", keep: keepAccount },
};

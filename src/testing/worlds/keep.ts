// The people and credentials of an organization, as they are read.
import type {
  ApiKeyUserDetails,
  Group,
  GroupInvitation,
  OrgActiveUserResponse,
  OrgPendingUserResponse,
  OrgUserResponse,
} from "../../client/client.ts";
import { type GroupRole, inOrder, type OrgRole } from "../../core/contract/roles.ts";
import { foldAddress } from "../../core/domain/address.ts";
import { inOrderOf, withoutEmpty } from "./form.ts";
import type { Kinds } from "./kinds.ts";

export const ordered = (roles: readonly string[]): string[] => inOrder(new Set(roles as never[])) as string[];

export type ReadUser = ReturnType<typeof keepUser>;
export type ReadKey = ReturnType<typeof keepKey>;
export type ReadGroup = ReturnType<typeof keepGroup>;

export function keepUser(user: OrgUserResponse) {
  const { id, username, orgMembershipStatus: status, roles, teamIds = [] } = user;
  const { orgRoles = [], groupRoleAssignments = [] } = roles;
  const { firstName, lastName, country, createdAt } = user as Partial<OrgActiveUserResponse>;
  const { invitationCreatedAt, inviterUsername } = user as Partial<OrgPendingUserResponse>;
  return {
    id,
    username,
    status,
    // Each user of an organization is a member of it, and a seed requires at least one role.
    orgRoles: (orgRoles.length === 0 ? ["ORG_MEMBER"] : orgRoles) as OrgRole[],
    groupRoles: groupRoleAssignments
      .map(({ groupId = "", groupRoles = [] }) => ({ groupId, roles: groupRoles as GroupRole[] }))
      .filter(({ roles }) => roles.length > 0),
    teamIds: [...teamIds].sort(),
    profile: withoutEmpty({ firstName, lastName, country, createdAt }),
    invitation: withoutEmpty({ createdAt: invitationCreatedAt, inviter: inviterUsername }),
  };
}

const keepGroup = ({ id, name, tags = [], created: createdAt, withDefaultAlertsSettings }: Group) => ({
  id,
  name,
  createdAt,
  ...(withDefaultAlertsSettings === false && { withDefaultAlertsSettings }),
  tags: inOrderOf(tags, ({ key }) => key).map(({ key, value }) => ({ key, value })),
});

const keepKey = ({ id, publicKey, desc, roles }: ApiKeyUserDetails) => ({
  id,
  publicKey,
  desc,
  roles: roles.map(({ groupId = null, roleName = "" }) => ({ groupId, roleName })),
});

const accounts = { order: ["clientId", "name", "description"] };

/** The people of an organization, its projects and its credentials. */
export const membersOfOrg: Kinds<object> = {
  users: { list: "listOrgUsers", keep: keepUser },
  "invites.ids": {
    list: "listOrgInvites",
    keep: ({ id, username }: GroupInvitation) => [foldAddress(username), id],
  },
  teams: { list: "listOrgTeams", order: ["id", "name"] },
  groups: { list: "getOrgGroups", keep: keepGroup },
  apiKeys: { list: "listOrgApiKeys", keep: keepKey },
  serviceAccounts: { list: "listOrgServiceAccounts", ...accounts },
};

export const membersOfGroup: Kinds<object> = {
  teams: { list: "listGroupTeams", order: ["teamId"] },
  invites: {
    list: "listGroupInvites",
    order: ["id", "username"],
    keep: ({ inviterUsername: inviter, ...invite }: GroupInvitation, fitted: (answer: object) => object) =>
      fitted({ ...invite, inviter }),
  },
  serviceAccounts: { list: "listGroupServiceAccounts", ...accounts },
};

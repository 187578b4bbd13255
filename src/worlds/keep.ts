// What is kept of each answer that an organization is read by, in the order in which it is written.
import type {
  ApiAtlasResourcePolicyView,
  ApiKeyUserDetails,
  Group,
  GroupInvitation,
  GroupServiceAccount,
  OrgActiveUserResponse,
  OrgServiceAccount,
  OrgUserResponse,
} from "../client/client.ts";
import { type GroupRole, inOrder, type OrgRole } from "../contract/roles.ts";
import type { SeedGroup, SeedOrg } from "../seed/document.ts";
import type { DoorItem } from "./item.ts";
import { parts } from "./parts.ts";

/** By code units: the same on every machine, whatever its language. */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const inOrderOf = <T>(list: readonly T[], by: (each: T) => string): T[] =>
  [...list].sort((a, b) => compareTexts(by(a), by(b)));

/** The members of these names, in their order, without null, empty texts and empty lists. */
export const pick = <Kept>(value: object, names: readonly string[]): Kept =>
  Object.fromEntries(
    Object.entries(value)
      .filter(
        ([name, each]) => names.includes(name) && each !== null && each !== undefined && each.length !== 0,
      )
      .sort(([one], [other]) => names.indexOf(one) - names.indexOf(other)),
  ) as Kept;

export const withoutNull = (values: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

export const ordered = (roles: readonly string[]): string[] => inOrder(new Set(roles as never[])) as string[];

export type GroupInvite = NonNullable<SeedGroup["invites"]>[number];
export type SeedPolicy = NonNullable<SeedOrg["resourcePolicies"]>[number];
export type ReadUser = ReturnType<typeof keepUser>;
export type ReadKey = ReturnType<typeof keepKey>;
export type ReadGroup = ReturnType<typeof keepGroup>;
export type ReadAccount = ReturnType<typeof keepAccount>;

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

export const keepGroup = ({ id, name, tags = [] }: Pick<Group, "id" | "name" | "tags">) => ({
  id,
  name,
  tags: inOrderOf(tags, ({ key }) => key).map(({ key, value }) => ({ key, value })),
});

export const keepKey = ({ id, publicKey, desc, roles }: ApiKeyUserDetails) => ({
  id,
  publicKey,
  desc,
  roles: roles.map(({ groupId = null, roleName = "" }) => ({ groupId, roleName })),
});

export const keepAccount = (account: OrgServiceAccount | GroupServiceAccount) => {
  const { clientId, name, description = "", roles } = account;
  return { clientId, name, description, roles: roles as readonly string[] };
};

export const keepInvite = ({ id, username, roles }: GroupInvitation): GroupInvite => ({
  id,
  username,
  roles: roles as GroupRole[],
});

export const keepPolicy = ({ policies = [], ...policy }: ApiAtlasResourcePolicyView): SeedPolicy => ({
  ...pick<SeedPolicy>(policy, ["id", "name", "description"]),
  policies: policies.map(({ body = "" }) => ({ body })),
});

export const policyItems = ({ resourcePolicies = [] }: SeedOrg): DoorItem[] =>
  resourcePolicies.map((policy) => {
    const { id: _, policies, ...values } = policy;
    const texts = policies.map(({ body }) => body.trim().replace(/\s+/g, " "));
    const { resourcePolicies: part } = parts;
    return { of: policy, noun: "resource policy", name: policy.name, part, lists: { texts }, values };
  });

/** The settings that a seed has, without those that are null. */
export function keepSettings(settings: object): NonNullable<SeedOrg["settings"]> {
  const names = settingNames as readonly string[];
  return Object.fromEntries(
    Object.entries(settings).filter(([name, value]) => names.includes(name) && value !== null),
  );
}

const settingNames = [
  "apiAccessListRequired",
  "customSessionTimeouts",
  "genAIFeaturesEnabled",
  "maxServiceAccountSecretValidityInHours",
  "multiFactorAuthRequired",
  "operationsContact",
  "restrictEmployeeAccess",
  "securityContact",
  "streamsCrossGroupEnabled",
] as const satisfies readonly (keyof NonNullable<SeedOrg["settings"]>)[];

// The rules of federations: how organizations are connected, and who gets which roles by their mappings.
import { type FaultMaker, wrongField } from "../../../core/contract/errors.ts";
import {
  inOrder,
  isGroupRole,
  isOrgRole,
  type OrgRole,
  orgRoleNames,
  type RoleName,
} from "../../../core/contract/roles.ts";
import { type GroupRoleGrant, sortRoleGrants } from "../../../core/domain/invite.ts";
import { isOfDomain } from "../../../core/domain/policy.ts";
import { withoutRepeats } from "../../../core/domain/repeats.ts";
import type { IdentityProvider } from "./identity-provider.ts";

export interface RoleAssignment {
  /** The organization, or else the project. */
  readonly orgId?: string;
  readonly groupId?: string;
  readonly role: RoleName;
}

export interface RoleMapping {
  readonly externalGroupName: string;
  readonly roleAssignments: RoleAssignment[];
}

/** The connection of an organization to its federation. */
export interface ConnectedOrg {
  readonly dataAccessIdentityProviderIds: string[];
  readonly domainAllowList: string[];
  readonly domainRestrictionEnabled: boolean;
  /** The older id of the organization's SAML provider. */
  readonly identityProviderId: string | null;
  readonly instantUserProvisioningDisabled: boolean;
  readonly postAuthRoleGrants: OrgRole[];
}

export const newConnection: ConnectedOrg = {
  dataAccessIdentityProviderIds: [],
  domainAllowList: [],
  domainRestrictionEnabled: false,
  identityProviderId: null,
  instantUserProvisioningDisabled: false,
  postAuthRoleGrants: [],
};

export const usesProvider = (
  { dataAccessIdentityProviderIds, identityProviderId }: ConnectedOrg,
  { id, document }: { readonly id: string; readonly document: IdentityProvider },
): boolean =>
  dataAccessIdentityProviderIds.includes(id) ||
  (document.protocol === "SAML" && document.oktaIdpId === identityProviderId);

export interface SentConnection {
  readonly dataAccessIdentityProviderIds?: readonly string[];
  readonly domainAllowList?: readonly string[];
  readonly domainRestrictionEnabled?: boolean;
  readonly identityProviderId?: string | null;
  readonly instantUserProvisioningDisabled?: boolean;
  readonly postAuthRoleGrants?: readonly string[];
}

type Provider = { readonly id: string; readonly document: IdentityProvider };

export const connectionErrors = [
  "CONNECTED_ORG_CONFIG_IDP_NOT_IN_FEDERATION",
  "POST_AUTH_ROLE_GRANTS_MUST_CONTAIN_ORG_ROLES",
] as const;

/**
 * Applies a change as documented: providers that are not sent are disconnected, and the restriction of domains ends; other
 * members that are not sent stay.
 */
export function chooseConnection(
  before: ConnectedOrg,
  sent: SentConnection,
  providers: readonly Provider[],
  fault: FaultMaker<(typeof connectionErrors)[number]>,
): ConnectedOrg {
  const roles = sent.postAuthRoleGrants ?? before.postAuthRoleGrants;
  const other = roles.find((role) => !isOrgRole(role));
  if (other !== undefined) {
    const field = wrongField("postAuthRoleGrants", `'${other}' is none of ${orgRoleNames.join(", ")}.`);
    throw fault("POST_AUTH_ROLE_GRANTS_MUST_CONTAIN_ORG_ROLES", {}, field);
  }
  const refuse = (field: string, id: string) =>
    fault("CONNECTED_ORG_CONFIG_IDP_NOT_IN_FEDERATION", { id }, wrongField(field, "Unknown provider."));
  const ids = withoutRepeats(sent.dataAccessIdentityProviderIds ?? []);
  const unknown = ids.find(
    (id) => !providers.some(({ id: known, document }) => known === id && document.protocol === "OIDC"),
  );
  if (unknown !== undefined) throw refuse("dataAccessIdentityProviderIds", unknown);
  // The atlas CLI disconnects with an empty text.
  const identityProviderId = sent.identityProviderId || null;
  const isKnown = providers.some(
    ({ document }) => document.protocol === "SAML" && document.oktaIdpId === identityProviderId,
  );
  if (identityProviderId !== null && !isKnown) throw refuse("identityProviderId", identityProviderId);
  return {
    dataAccessIdentityProviderIds: ids,
    domainAllowList: withoutRepeats(sent.domainAllowList ?? before.domainAllowList),
    domainRestrictionEnabled: sent.domainRestrictionEnabled ?? false,
    identityProviderId,
    instantUserProvisioningDisabled:
      sent.instantUserProvisioningDisabled ?? before.instantUserProvisioningDisabled,
    postAuthRoleGrants: inOrder(new Set(roles.filter(isOrgRole))),
  };
}

export interface SentMapping {
  readonly externalGroupName: string;
  readonly roleAssignments: readonly {
    readonly groupId?: string;
    readonly orgId?: string;
    readonly role?: string;
  }[];
}

export const mappingErrors = ["BAD_REQUEST", "GROUP_NOT_FOUND"] as const;

/**
 * Chooses the roles of a mapping: at least one, in the organization or in its projects (`groupIds`). `at` comes before the
 * names of fields.
 */
export function chooseMapping(
  { externalGroupName, roleAssignments }: SentMapping,
  {
    orgId,
    groupIds,
    at = "",
  }: { readonly orgId: string; readonly groupIds: readonly string[]; readonly at?: string },
  fault: FaultMaker<(typeof mappingErrors)[number]>,
): RoleMapping {
  const refuse = (field: string, description: string) =>
    fault("BAD_REQUEST", {}, wrongField(`${at}${field}`, description));
  const chosen = roleAssignments.map(({ orgId: org, groupId: group, role = "" }, index): RoleAssignment => {
    const field = `roleAssignments.${index}`;
    if ((org === undefined) === (group === undefined)) {
      throw refuse(field, "Name either the organization (orgId) or the project (groupId) of the role.");
    }
    if (group === undefined) {
      if (org !== orgId) throw refuse(`${field}.orgId`, "It is another organization.");
      if (!isOrgRole(role)) throw refuse(`${field}.role`, "It is no role in an organization.");
      return { orgId, role };
    }
    if (!groupIds.includes(group)) throw fault("GROUP_NOT_FOUND", { groupId: group });
    if (!isGroupRole(role)) throw refuse(`${field}.role`, "It is no role in a project.");
    return { groupId: group, role };
  });
  if (!chosen.some((each) => each.orgId !== undefined)) {
    throw refuse("roleAssignments", "At least one role in the organization must be specified.");
  }
  return { externalGroupName, roleAssignments: withoutRepeats(chosen) };
}

/** The roles that a sign-in grants in an organization. */
export interface MappedRoles {
  readonly roles: readonly OrgRole[];
  readonly groupRoles: readonly GroupRoleGrant[];
}

/** Returns those of the groups that a mapping names. */
export const namedBy = (mappings: readonly RoleMapping[], groups: readonly string[]): string[] =>
  groups.filter((group) => mappings.some(({ externalGroupName }) => externalGroupName === group));

/** Returns the roles of all mappings of the given groups. */
export function rolesOfGroups(mappings: readonly RoleMapping[], groups: readonly string[]): MappedRoles {
  const given = mappings
    .filter(({ externalGroupName }) => groups.includes(externalGroupName))
    .flatMap(({ roleAssignments }) => roleAssignments);
  return {
    roles: inOrder(
      new Set(given.flatMap(({ orgId, role }) => (orgId !== undefined && isOrgRole(role) ? [role] : []))),
    ),
    groupRoles: sortRoleGrants(
      given.flatMap(({ groupId, role }) =>
        groupId !== undefined && isGroupRole(role) ? [{ groupId, role }] : [],
      ),
    ),
  };
}

/** Reports whether the provider may let an address into the organization. An empty list of domains allows all. */
export function admitsAddress(
  { domainAllowList, domainRestrictionEnabled }: ConnectedOrg,
  { associatedDomains = [] }: IdentityProvider,
  address: string,
): boolean {
  const isOf = (domains: readonly string[]) =>
    isOfDomain({ mailDomains: domains.map((domain) => domain.toLowerCase()) }, address);
  return (
    (associatedDomains.length === 0 || isOf(associatedDomains)) &&
    (!domainRestrictionEnabled || isOf(domainAllowList))
  );
}

/** Returns the groups of a person: the claim is a list of texts, or one text. */
export function groupsIn(claims: Readonly<Record<string, unknown>>, claim: string | null): string[] {
  const value = claim === null ? undefined : claims[claim];
  return [value].flat().filter((each): each is string => typeof each === "string");
}

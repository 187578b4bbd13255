// The federation of an organization, as it is read and as it is compared: its identity providers, its connection, its role mappings.
import {
  type AtlasClient,
  AtlasError,
  type ConnectedOrgConfig,
  type FederationIdentityProvider,
} from "../client/client.ts";
import type { ConnectedOrg } from "../domain/federation.ts";
import { type IdentityProvider, idpTypes, protocols, seededProvider } from "../domain/identity-provider.ts";
import type { SeedOrg } from "../seed/document.ts";
import type { DoorItem } from "./item.ts";
import { inOrderOf, ordered, pick } from "./keep.ts";
import { type PartsReader, parts } from "./parts.ts";

export type SeedFederation = NonNullable<SeedOrg["federation"]>;
type Provider = NonNullable<SeedFederation["identityProviders"]>[number];
type Mapping = NonNullable<SeedFederation["roleMappings"]>[number];

const ofProvider = [
  "id",
  "protocol",
  "idpType",
  "displayName",
  "description",
  "issuerUri",
  "associatedDomains",
  "audience",
  "authorizationType",
  "clientId",
  "groupsClaim",
  "requestedScopes",
  "userClaim",
  "ssoUrl",
  "status",
];

const keepProvider = (provider: Partial<FederationIdentityProvider>): Provider =>
  pick(provider, provider.protocol === "SAML" ? [...ofProvider, "oktaIdpId"] : ofProvider);

/** Groups roles by project. Atlas may send a null `groupId` with a role in the organization. */
function keepMapping({
  id,
  externalGroupName,
  roleAssignments,
}: ConnectedOrgConfig["roleMappings"][number]): Mapping {
  const groupIds = new Set(roleAssignments.flatMap(({ groupId }) => groupId ?? []));
  const rolesIn = (place: string | undefined) =>
    roleAssignments
      .filter(({ groupId }) => (groupId ?? undefined) === place)
      .map(({ role }) => role as never);
  const assigned = [...groupIds].sort().map((groupId) => ({ groupId, roles: rolesIn(groupId) }));
  return {
    id,
    externalGroupName,
    roles: rolesIn(undefined),
    ...(assigned.length > 0 && { groupRoleAssignments: assigned }),
  };
}

export function keepFederation(
  id: string,
  providers: readonly (Partial<FederationIdentityProvider> | IdentityProvider)[],
  connection: ConnectedOrg & Pick<ConnectedOrgConfig, "roleMappings">,
): SeedFederation {
  const oldest = (each: { readonly id?: string | undefined }) => each.id ?? "";
  return {
    id,
    identityProviders: inOrderOf(providers.map(keepProvider), oldest),
    ...pick<SeedFederation>(connection, [
      "dataAccessIdentityProviderIds",
      "identityProviderId",
      "domainAllowList",
      "domainRestrictionEnabled",
      "instantUserProvisioningDisabled",
      "postAuthRoleGrants",
    ]),
    roleMappings: inOrderOf(connection.roleMappings.map(keepMapping), oldest),
  };
}

/** Null for an organization without a federation, which answers 404. */
export const readFederation = (reader: PartsReader, client: AtlasClient, orgId: string) =>
  reader.one(parts.federation, async () => {
    const settings = await client.getOrgFederationSettings({ orgId }).catch((reason: unknown) => {
      if (reason instanceof AtlasError && reason.status === 404) return undefined;
      throw reason;
    });
    if (settings?.id === undefined) return null;
    const federationSettingsId = settings.id;
    const providers = await client
      .listFederationSettingIdentityProviders({
        federationSettingsId,
        protocol: [...protocols],
        idpType: [...idpTypes],
      })
      .all();
    const connection = await client.getFederationSettingConnectedOrgConfig({ federationSettingsId, orgId });
    return keepFederation(federationSettingsId, providers, connection as never);
  });

/** Without roles in projects that the credential does not see. */
export const composeFederation = (
  { roleMappings = [], ...federation }: SeedFederation,
  seen: ReadonlySet<string>,
): SeedFederation => ({
  ...federation,
  roleMappings: roleMappings.map(({ groupRoleAssignments = [], ...mapping }) => {
    const assigned = groupRoleAssignments.filter(({ groupId = "" }) => seen.has(groupId));
    return { ...mapping, ...(assigned.length > 0 && { groupRoleAssignments: assigned }) };
  }),
});

export type Assignments = NonNullable<Mapping["groupRoleAssignments"]>;

export function federationItems(
  { name: orgName, federation }: SeedOrg,
  inProjects: (assignments: Assignments) => string[],
): DoorItem[] {
  if (federation === undefined) return [];
  const { identityProviders = [], roleMappings = [] } = federation;
  return [
    connectionItem(federation, orgName),
    ...identityProviders.map(providerItem),
    ...roleMappings.map((mapping): DoorItem => {
      const { externalGroupName: name, roles, groupRoleAssignments = [] } = mapping;
      const lists = { roles: ordered(roles), projectRoles: inProjects(groupRoleAssignments) };
      return { of: mapping, noun: "role mapping", name, part: parts.federation, lists, values: { name } };
    }),
  ];
}

/** How an organization is connected. */
function connectionItem(federation: SeedFederation, name: string): DoorItem {
  const { identityProviders = [], identityProviderId, dataAccessIdentityProviderIds = [] } = federation;
  const { domainAllowList = [], domainRestrictionEnabled = false, postAuthRoleGrants = [] } = federation;
  const nameOf = (wanted: string) =>
    identityProviders.find(({ id, oktaIdpId = id?.slice(-20) }) => [id, oktaIdpId].includes(wanted))
      ?.displayName ?? wanted;
  return {
    of: federation,
    noun: "federation",
    name,
    part: parts.federation,
    lists: {
      dataAccessIdentityProviders: dataAccessIdentityProviderIds.map(nameOf).sort(),
      domainAllowList: [...domainAllowList].sort(),
      postAuthRoleGrants: ordered(postAuthRoleGrants),
    },
    values: {
      identityProvider: identityProviderId && nameOf(identityProviderId),
      domainRestrictionEnabled,
      instantUserProvisioningDisabled: federation.instantUserProvisioningDisabled ?? false,
    },
  };
}

function providerItem(provider: Provider): DoorItem {
  const {
    id: _,
    oktaIdpId: __,
    displayName: name,
    associatedDomains = [],
    requestedScopes = [],
    ...given
  } = provider;
  const { protocol = "OIDC", idpType = "WORKFORCE" } = provider;
  const values = pick<Record<string, unknown>>(
    { ...seededProvider[protocol], ...given, protocol, idpType, name },
    [...Object.keys(seededProvider[protocol]), ...Object.keys(given), "protocol", "idpType", "name"],
  );
  return {
    of: provider,
    noun: "identity provider",
    name,
    part: parts.federation,
    lists: { domains: [...associatedDomains].sort(), scopes: [...requestedScopes].sort() },
    values,
  };
}

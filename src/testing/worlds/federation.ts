// The federation of an organization, as it is read and compared: its identity providers, its connection, its role mappings.

import type { ConnectedOrg } from "../../atlas/federation/rules/federation.ts";
import {
  type IdentityProvider,
  idpTypes,
  protocols,
  seededProvider,
} from "../../atlas/federation/rules/identity-provider.ts";
import { AtlasError, type ConnectedOrgConfig, type FederationIdentityProvider } from "../../client/client.ts";
import type { SeedOrg } from "../seed/document.ts";
import { fit, formOf, inOrderOf } from "./form.ts";
import { ordered } from "./keep.ts";
import type { Kind, Reading } from "./kinds.ts";

export type SeedFederation = NonNullable<SeedOrg["federation"]>;
type Provider = NonNullable<SeedFederation["identityProviders"]>[number];
type Mapping = NonNullable<SeedFederation["roleMappings"]>[number];

const order = [
  "id",
  "identityProviders",
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
  "dataAccessIdentityProviderIds",
  "identityProviderId",
  "domainAllowList",
  "domainRestrictionEnabled",
  "instantUserProvisioningDisabled",
  "postAuthRoleGrants",
  "externalGroupName",
  "groupId",
  "roles",
];

type AnyProvider = Partial<FederationIdentityProvider> | (IdentityProvider & { readonly id: string });

/** Leaves out the older id, except of SAML providers, which are known by it. */
const keepProvider = (provider: AnyProvider): { readonly id?: string } => {
  const { oktaIdpId: _, ...others } = provider as FederationIdentityProvider;
  return provider.protocol === "SAML" ? provider : others;
};

/** Groups roles by project. Atlas may send a null `groupId` with a role in the organization. */
function keepMapping({ roleAssignments, ...mapping }: ConnectedOrgConfig["roleMappings"][number]) {
  const groupIds = new Set(roleAssignments.flatMap(({ groupId }) => groupId ?? []));
  const rolesIn = (place: string | undefined) =>
    roleAssignments.filter(({ groupId }) => (groupId ?? undefined) === place).map(({ role }) => role);
  const groupRoleAssignments = [...groupIds].sort().map((groupId) => ({ groupId, roles: rolesIn(groupId) }));
  return { ...mapping, roles: rolesIn(undefined), groupRoleAssignments };
}

function keepFederation(
  id: string,
  providers: readonly AnyProvider[],
  connection: ConnectedOrg & Pick<ConnectedOrgConfig, "roleMappings">,
): SeedFederation {
  const oldest = (each: { readonly id?: string | undefined }) => each.id ?? "";
  const federation = {
    ...connection,
    id,
    identityProviders: inOrderOf(providers.map(keepProvider), oldest),
    roleMappings: inOrderOf(connection.roleMappings.map(keepMapping), oldest),
  };
  return fit(formOf(["SeedOrg", "federation"]), federation, { order }) as SeedFederation;
}

/** Reads the federation; resolves to null for an organization without one, which answers 404. */
const readFederation = ({ reader, client, params, prefix }: Reading) =>
  reader.one(`${prefix}federation`, async () => {
    const orgId = params.orgId ?? "";
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

/** Leaves out roles in projects that the credential does not see. */
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

const part = () => "federation";

/** The connection of an organization. */
const connection: Kind<SeedOrg, SeedFederation> = {
  read: readFederation,
  noun: "federation",
  name: (_, org) => org?.name ?? "",
  isPaired: true,
  lists: {
    dataAccessIdentityProviders: (federation) =>
      (federation.dataAccessIdentityProviderIds ?? []).map((id) => nameIn(federation, id)).sort(),
    domainAllowList: ({ domainAllowList = [] }) => [...domainAllowList].sort(),
    postAuthRoleGrants: ({ postAuthRoleGrants = [] }) => ordered(postAuthRoleGrants),
  },
  values: (federation) => ({
    identityProvider: federation.identityProviderId && nameIn(federation, federation.identityProviderId),
    domainRestrictionEnabled: federation.domainRestrictionEnabled ?? false,
    instantUserProvisioningDisabled: federation.instantUserProvisioningDisabled ?? false,
  }),
};

/** Returns the name of a provider of the federation, which is referred to by its id or its older one. */
const nameIn = ({ identityProviders = [] }: SeedFederation, wanted: string): string =>
  identityProviders.find(({ id, oktaIdpId = id?.slice(-20) }) => [id, oktaIdpId].includes(wanted))
    ?.displayName ?? wanted;

const identityProviders: Kind<SeedOrg, Provider> = {
  noun: "identity provider",
  things: ({ federation }) => federation?.identityProviders ?? [],
  name: ({ displayName }) => displayName,
  isPaired: true,
  part,
  lists: {
    domains: ({ associatedDomains = [] }) => [...associatedDomains].sort(),
    scopes: ({ requestedScopes = [] }) => [...requestedScopes].sort(),
  },
  values: ({ id, oktaIdpId, displayName: name, associatedDomains, requestedScopes, ...provider }) => {
    const { protocol = "OIDC", idpType = "WORKFORCE" } = provider;
    return { ...seededProvider[protocol], ...provider, protocol, idpType, name };
  },
};

const roleMappings: Kind<SeedOrg, Mapping> = {
  noun: "role mapping",
  things: ({ federation }) => federation?.roleMappings ?? [],
  name: ({ externalGroupName }) => externalGroupName,
  isPaired: true,
  part,
  lists: {
    roles: ({ roles }) => ordered(roles),
    projectRoles: ({ groupRoleAssignments }, names) => names.projectRoles(groupRoleAssignments),
  },
  values: ({ externalGroupName: name }) => ({ name }),
};

export const federationKinds = { federation: connection, identityProviders, roleMappings };

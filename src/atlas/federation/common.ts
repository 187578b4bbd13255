// The shared parts of operations on federations: their paths, how parts are found, and how they look.

import { sortMembers } from "../../core/domain/sorted-members.ts";
import { type FaultMaker, ObjectId, type Reads, toTimestamp } from "../../core/operations/declare.ts";
import type { Connection, Mapping, Provider } from "./federations.ts";
import { connectionOf, connectionsIn, mappingsOf, providersOf } from "./federations.ts";
import { usesProvider } from "./rules/federation.ts";

export const params = { federationSettingsId: { ...ObjectId, description: "Id of the federation." } };

type Missing = FaultMaker<"RESOURCE_NOT_FOUND">;

interface InFederation {
  readonly tx: Reads;
  readonly params: { readonly federationSettingsId: string };
  readonly fault: Missing;
}

/** Finds the connection of the path's organization to the path's federation. */
export async function findConnection(
  looking: InFederation & { readonly org: { readonly id: string } },
): Promise<Connection> {
  const { params, org, fault } = looking;
  const found = await connectionOf(looking, org.id);
  if (found?.federationId === params.federationSettingsId) return found;
  throw fault("RESOURCE_NOT_FOUND", { resource: params.federationSettingsId });
}

export const withMappings = async <C extends Connection>(tx: Reads, connection: C) => ({
  ...connection,
  mappings: await mappingsOf({ tx }, connection.orgId),
});

export async function findMapping(
  looking: Parameters<typeof findConnection>[0] & { readonly params: { readonly id: string } },
): Promise<Mapping> {
  const { orgId } = await findConnection(looking);
  const { id } = looking.params;
  const found = (await mappingsOf(looking, orgId)).find((each) => each.id === id);
  if (found === undefined) throw looking.fault("RESOURCE_NOT_FOUND", { resource: id });
  return found;
}

export async function findProvider(
  looking: InFederation & { readonly params: { readonly identityProviderId: string } },
): Promise<Provider> {
  const { federationSettingsId, identityProviderId: wanted } = looking.params;
  const found = (await providersOf(looking, federationSettingsId)).find(
    ({ id, document }) => id === wanted || (document.protocol === "SAML" && document.oktaIdpId === wanted),
  );
  if (found === undefined) throw looking.fault("RESOURCE_NOT_FOUND", { resource: wanted });
  return found;
}

/** Adds to providers the organizations that use them. */
export async function withUsers(tx: Reads, federationId: string, providers: readonly Provider[]) {
  const connections: Awaited<ReturnType<typeof withMappings>>[] = [];
  for (const each of await connectionsIn({ tx }, federationId)) {
    if (providers.some((provider) => usesProvider(each.document, provider))) {
      connections.push(await withMappings(tx, each));
    }
  }
  return providers.map((provider) => ({
    ...provider,
    users: connections.filter(({ document }) => usesProvider(document, provider)),
  }));
}

export const withItsUsers = async (tx: Reads, provider: Provider) => ({
  ...provider,
  users: (await withUsers(tx, provider.federationId, [provider])).flatMap(({ users }) => users),
});

export const showMapping = ({ id, document }: Mapping) => ({
  externalGroupName: document.externalGroupName,
  id,
  roleAssignments: document.roleAssignments,
});

export const showConnection = ({ orgId, document, mappings }: Awaited<ReturnType<typeof withMappings>>) => ({
  dataAccessIdentityProviderIds: document.dataAccessIdentityProviderIds,
  domainAllowList: document.domainAllowList,
  domainRestrictionEnabled: document.domainRestrictionEnabled,
  identityProviderId: document.identityProviderId,
  instantUserProvisioningDisabled: document.instantUserProvisioningDisabled,
  orgId,
  postAuthRoleGrants: document.postAuthRoleGrants,
  roleMappings: mappings.map(showMapping),
  userConflicts: null,
});

type Used = Awaited<ReturnType<typeof withItsUsers>>;

export const showProvider = ({ id, createdAt, document, users }: Used) =>
  sortMembers({
    ...document,
    associatedOrgs: users.map(showConnection),
    createdAt: toTimestamp(createdAt),
    id,
    oktaIdpId: document.protocol === "SAML" ? document.oktaIdpId : null,
  });

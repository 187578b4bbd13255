import { connectionOf, mappingsOf, samlProviderOf } from "../../changes/federations.ts";
import { atlas } from "../atlas.ts";

export const getOrgFederationSettings = atlas("getOrgFederationSettings", {
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(
  async ({ tx, org, fault }) => {
    const connection = await connectionOf({ tx }, org.id);
    if (connection === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: org.id });
    const provider = await samlProviderOf({ tx }, connection);
    return { connection, provider, mappings: await mappingsOf({ tx }, org.id) };
  },
  ({ connection, provider, mappings }) => ({
    federatedDomains: [...(provider?.associatedDomains ?? [])],
    hasRoleMappings: mappings.length > 0,
    id: connection.federationId,
    identityProviderId: connection.document.identityProviderId,
    identityProviderStatus: provider?.status ?? ("INACTIVE" as const),
  }),
);

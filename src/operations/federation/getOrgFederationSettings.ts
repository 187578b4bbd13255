import { connectionOf, mappingsOf, samlProviderOf } from "../../changes/federations.ts";
import { operation, schemas } from "../declare.ts";
import { orgSide } from "./common.ts";

export const getOrgFederationSettings = operation("GET /api/atlas/v2/orgs/{orgId}/federationSettings", {
  ...orgSide,
  summary: "Get the federation of an organization",
  description: "Its id, which the other operations on it take. Needs Organization Owner.",
  versions: { "2023-01-01": { reply: schemas.OrgFederationSettings } },
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

import { revokeKeys } from "../../changes/federations.ts";
import { operation } from "../declare.ts";
import { federationSide, findProvider, providerParams, providerPath } from "./common.ts";

export const revokeFederationSettingIdentityProviderJwks = operation(`DELETE ${providerPath}/jwks`, {
  ...federationSide,
  securityEvent: "federation-change",
  summary: "Revoke the keys of an OpenID provider that databases remember",
  description:
    "Is recorded as an event; there are no databases here that remember any. Needs Organization Owner in a connected organization.",
  params: providerParams,
  versions: { "2023-11-15": {} },
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  const provider = await findProvider(context);
  if (provider.document.protocol !== "OIDC")
    throw context.fault("RESOURCE_NOT_FOUND", { resource: provider.id });
  await revokeKeys(context, provider);
});

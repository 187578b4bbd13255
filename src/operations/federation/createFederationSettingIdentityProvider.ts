import { addProvider } from "../../changes/federations.ts";
import { chooseProvider, providerErrors } from "../../domain/identity-provider.ts";
import { operation, schemas } from "../declare.ts";
import { federationSide, params, providersPath, showProvider, withItsUsers } from "./common.ts";

export const createFederationSettingIdentityProvider = operation(`POST ${providersPath}`, {
  ...federationSide,
  securityEvent: "federation-change",
  summary: "Add an OpenID provider to a federation",
  description:
    "Of people (WORKFORCE) or of programs (WORKLOAD). No organization uses it until one is connected with it. Needs Organization Owner in a connected organization.",
  params,
  body: schemas.FederationOidcIdentityProviderUpdate,
  versions: { "2023-11-15": { reply: schemas.FederationIdentityProvider } },
  errors: [...providerErrors, "RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  const {
    tx,
    params: { federationSettingsId },
    body,
    fault,
  } = context;
  return withItsUsers(tx, await addProvider(context, federationSettingsId, chooseProvider(body, fault)));
}, showProvider);

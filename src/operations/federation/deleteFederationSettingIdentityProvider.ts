import { removeProvider } from "../../changes/federations.ts";
import { operation } from "../declare.ts";
import { federationSide, findProvider, providerParams, providerPath } from "./common.ts";

export const deleteFederationSettingIdentityProvider = operation(`DELETE ${providerPath}`, {
  ...federationSide,
  securityEvent: "federation-change",
  summary: "Delete an identity provider of a federation",
  description:
    "Refused while an organization is connected with it. Needs Organization Owner in a connected organization.",
  params: providerParams,
  versions: { "2023-11-15": {} },
  errors: ["IDENTITY_PROVIDER_IN_USE", "RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  await removeProvider(context, await findProvider(context));
});

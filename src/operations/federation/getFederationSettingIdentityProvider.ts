import { operation, schemas } from "../declare.ts";
import {
  federationSide,
  findProvider,
  providerParams,
  providerPath,
  showProvider,
  withItsUsers,
} from "./common.ts";

export const getFederationSettingIdentityProvider = operation(`GET ${providerPath}`, {
  ...federationSide,
  summary: "Get an identity provider of a federation",
  description: "With the organizations that use it. Needs Organization Owner in a connected organization.",
  params: providerParams,
  versions: { "2023-11-15": { reply: schemas.FederationIdentityProvider } },
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(async (context) => withItsUsers(context.tx, await findProvider(context)), showProvider);

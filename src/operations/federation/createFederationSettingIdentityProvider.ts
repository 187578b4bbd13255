import { addProvider } from "../../changes/federations.ts";
import { chooseProvider, providerErrors } from "../../domain/identity-provider.ts";
import { atlas } from "../atlas.ts";
import { showProvider, withItsUsers } from "./common.ts";

export const createFederationSettingIdentityProvider = atlas("createFederationSettingIdentityProvider", {
  securityEvent: "federation-change",
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

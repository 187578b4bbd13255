import { removeProvider } from "../../changes/federations.ts";
import { atlas } from "../atlas.ts";
import { findProvider } from "./common.ts";

export const deleteFederationSettingIdentityProvider = atlas("deleteFederationSettingIdentityProvider", {
  securityEvent: "federation-change",
  errors: ["IDENTITY_PROVIDER_IN_USE", "RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  await removeProvider(context, await findProvider(context));
});

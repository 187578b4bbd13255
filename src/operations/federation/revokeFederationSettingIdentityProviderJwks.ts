import { revokeKeys } from "../../changes/federations.ts";
import { atlas } from "../atlas.ts";
import { findProvider } from "./common.ts";

export const revokeFederationSettingIdentityProviderJwks = atlas(
  "revokeFederationSettingIdentityProviderJwks",
  {
    securityEvent: "federation-change",
    errors: ["RESOURCE_NOT_FOUND"],
  },
).handle(async (context) => {
  const provider = await findProvider(context);
  if (provider.document.protocol !== "OIDC") {
    throw context.fault("RESOURCE_NOT_FOUND", { resource: provider.id });
  }
  await revokeKeys(context, provider);
});

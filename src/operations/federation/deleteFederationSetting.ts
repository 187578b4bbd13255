import { connectionsIn, removeFederation } from "../../changes/federations.ts";
import { atlas } from "../atlas.ts";

export const deleteFederationSetting = atlas("deleteFederationSetting", {
  securityEvent: "federation-change",
  errors: ["FEDERATION_HAS_OTHER_ORGS", "RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  const id = context.params.federationSettingsId;
  if ((await connectionsIn(context, id)).length > 1) throw context.fault("FEDERATION_HAS_OTHER_ORGS", { id });
  await removeFederation(context, id);
});

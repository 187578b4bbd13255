import { connectionsIn, removeFederation } from "../../changes/federations.ts";
import { operation } from "../declare.ts";
import { federationSide, params, path } from "./common.ts";

export const deleteFederationSetting = operation(`DELETE ${path}`, {
  ...federationSide,
  securityEvent: "federation-change",
  summary: "Delete a federation",
  description:
    "Deletes it with its identity providers and role mappings; roles that these gave stay until their holders sign in again. Refused while more than one organization is connected. Needs Organization Owner in the last one.",
  without: ["envelope", "pretty"],
  params,
  versions: { "2023-01-01": {} },
  errors: ["FEDERATION_HAS_OTHER_ORGS", "RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  const id = context.params.federationSettingsId;
  if ((await connectionsIn(context, id)).length > 1) throw context.fault("FEDERATION_HAS_OTHER_ORGS", { id });
  await removeFederation(context, id);
});

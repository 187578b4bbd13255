import { connectionsIn, disconnectOrg } from "../../changes/federations.ts";
import { atlas } from "../atlas.ts";
import { findConnection } from "./common.ts";

export const removeFederationSettingConnectedOrgConfig = atlas("removeFederationSettingConnectedOrgConfig", {
  holds: "everything",
  securityEvent: "federation-change",
  errors: ["LAST_ORG_OF_FEDERATION", "RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  const connection = await findConnection(context);
  const all = await connectionsIn(context, connection.federationId);
  if (all.length === 1) throw context.fault("LAST_ORG_OF_FEDERATION", { orgId: connection.orgId });
  await disconnectOrg(context, connection);
});

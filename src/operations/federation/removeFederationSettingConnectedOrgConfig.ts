import { connectionsIn, disconnectOrg } from "../../changes/federations.ts";
import { operation } from "../declare.ts";
import { connectionPath, findConnection, inFederation, params } from "./common.ts";

export const removeFederationSettingConnectedOrgConfig = operation(`DELETE ${connectionPath}`, {
  ...inFederation,
  securityEvent: "federation-change",
  summary: "Disconnect an organization from its federation",
  description:
    "Its role mappings go with it; roles that these gave stay until their holders sign in again. Refused for the last organization: delete the federation instead. Needs Organization Owner.",
  holds: "everything",
  params,
  versions: { "2023-01-01": {} },
  errors: ["LAST_ORG_OF_FEDERATION", "RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  const connection = await findConnection(context);
  const all = await connectionsIn(context, connection.federationId);
  if (all.length === 1) throw context.fault("LAST_ORG_OF_FEDERATION", { orgId: connection.orgId });
  await disconnectOrg(context, connection);
});

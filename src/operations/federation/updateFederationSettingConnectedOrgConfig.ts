import { changeConnection, providersOf } from "../../changes/federations.ts";
import { setMappings } from "../../changes/role-mappings.ts";
import { chooseConnection, connectionErrors, mappingErrors } from "../../domain/federation.ts";
import { atlas } from "../atlas.ts";
import { findConnection, showConnection, withMappings } from "./common.ts";

export const updateFederationSettingConnectedOrgConfig = atlas("updateFederationSettingConnectedOrgConfig", {
  securityEvent: "federation-change",
  errors: [...connectionErrors, ...mappingErrors, "RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, body, fault } = context;
  const before = await findConnection(context);
  const { roleMappings, instantUserProvisioningDisabled: isOff, ...sent } = body;
  const wanted = { ...sent, ...(isOff != null && { instantUserProvisioningDisabled: isOff }) };
  const providers = await providersOf(context, before.federationId);
  const document = chooseConnection(before.document, wanted, providers, fault);
  if (roleMappings !== undefined) await setMappings(context, before, roleMappings);
  return withMappings(tx, await changeConnection(context, before, document));
}, showConnection);

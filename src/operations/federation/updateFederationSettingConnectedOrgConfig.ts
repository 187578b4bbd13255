import { changeConnection, providersOf } from "../../changes/federations.ts";
import { setMappings } from "../../changes/role-mappings.ts";
import { chooseConnection, connectionErrors, mappingErrors } from "../../domain/federation.ts";
import { operation, schemas } from "../declare.ts";
import {
  connectionPath,
  findConnection,
  inFederation,
  params,
  showConnection,
  withMappings,
} from "./common.ts";

export const updateFederationSettingConnectedOrgConfig = operation(`PATCH ${connectionPath}`, {
  ...inFederation,
  securityEvent: "federation-change",
  summary: "Update how an organization is connected to its federation",
  description:
    "Identity providers that are not sent are disconnected, and the restriction to domains ends; what else is not sent stays. Needs Organization Owner.",
  params,
  body: schemas.ConnectedOrgConfig,
  versions: { "2023-01-01": { reply: schemas.ConnectedOrgConfig } },
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

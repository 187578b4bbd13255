import { addMapping, mappingPlace } from "../../changes/role-mappings.ts";
import { chooseMapping, mappingErrors } from "../../domain/federation.ts";
import { operation, schemas } from "../declare.ts";
import { findConnection, inFederation, mappingsPath, params, showMapping } from "./common.ts";

export const createFederationSettingConnectedOrgConfigRoleMapping = operation(`POST ${mappingsPath}`, {
  ...inFederation,
  securityEvent: "federation-change",
  summary: "Map a group of an identity provider to roles",
  description:
    "People of the group get the roles in the organization and its projects when they sign in. Needs Organization Owner.",
  params,
  body: schemas.AuthFederationRoleMapping,
  versions: { "2023-01-01": { reply: schemas.AuthFederationRoleMapping } },
  errors: [...mappingErrors, "RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, org, body, fault } = context;
  const connection = await findConnection(context);
  return addMapping(context, connection, chooseMapping(body, await mappingPlace(tx, org), fault));
}, showMapping);

import { mappingPlace, replaceMapping } from "../../changes/role-mappings.ts";
import { chooseMapping, mappingErrors } from "../../domain/federation.ts";
import { operation, schemas } from "../declare.ts";
import { findMapping, inFederation, mappingParams, mappingPath, showMapping } from "./common.ts";

export const updateFederationSettingConnectedOrgConfigRoleMapping = operation(`PUT ${mappingPath}`, {
  ...inFederation,
  securityEvent: "federation-change",
  summary: "Replace a role mapping of an organization",
  description: "Takes effect when people sign in again. Needs Organization Owner.",
  params: mappingParams,
  body: schemas.AuthFederationRoleMapping,
  versions: { "2023-01-01": { reply: schemas.AuthFederationRoleMapping } },
  errors: [...mappingErrors, "RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, org, body, fault } = context;
  const before = await findMapping(context);
  return replaceMapping(context, before, chooseMapping(body, await mappingPlace(tx, org), fault));
}, showMapping);

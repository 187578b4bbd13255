import { operation, schemas } from "../declare.ts";
import { findMapping, inFederation, mappingParams, mappingPath, showMapping } from "./common.ts";

export const getFederationSettingConnectedOrgConfigRoleMapping = operation(`GET ${mappingPath}`, {
  ...inFederation,
  summary: "Get a role mapping of an organization",
  description: "The group and its roles. Needs Organization Owner.",
  params: mappingParams,
  versions: { "2023-01-01": { reply: schemas.AuthFederationRoleMapping } },
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(findMapping, showMapping);

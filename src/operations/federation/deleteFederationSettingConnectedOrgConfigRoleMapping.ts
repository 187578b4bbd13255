import { removeMapping } from "../../changes/role-mappings.ts";
import { operation } from "../declare.ts";
import { findMapping, inFederation, mappingParams, mappingPath } from "./common.ts";

export const deleteFederationSettingConnectedOrgConfigRoleMapping = operation(`DELETE ${mappingPath}`, {
  ...inFederation,
  securityEvent: "federation-change",
  summary: "Delete a role mapping of an organization",
  description: "Roles that it gave stay until their holders sign in again. Needs Organization Owner.",
  params: mappingParams,
  versions: { "2023-01-01": {} },
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  await removeMapping(context, await findMapping(context));
});

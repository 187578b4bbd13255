import { mappingPlace, replaceMapping } from "../../changes/role-mappings.ts";
import { chooseMapping, mappingErrors } from "../../domain/federation.ts";
import { atlas } from "../atlas.ts";
import { findMapping, showMapping } from "./common.ts";

export const updateFederationSettingConnectedOrgConfigRoleMapping = atlas(
  "updateFederationSettingConnectedOrgConfigRoleMapping",
  {
    securityEvent: "federation-change",
    errors: [...mappingErrors, "RESOURCE_NOT_FOUND"],
  },
).handle(async (context) => {
  const { tx, org, body, fault } = context;
  const before = await findMapping(context);
  return replaceMapping(context, before, chooseMapping(body, await mappingPlace(tx, org), fault));
}, showMapping);

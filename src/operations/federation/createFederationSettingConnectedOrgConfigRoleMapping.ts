import { addMapping, mappingPlace } from "../../changes/role-mappings.ts";
import { chooseMapping, mappingErrors } from "../../domain/federation.ts";
import { atlas } from "../atlas.ts";
import { findConnection, showMapping } from "./common.ts";

export const createFederationSettingConnectedOrgConfigRoleMapping = atlas(
  "createFederationSettingConnectedOrgConfigRoleMapping",
  {
    securityEvent: "federation-change",
    errors: [...mappingErrors, "RESOURCE_NOT_FOUND"],
  },
).handle(async (context) => {
  const { tx, org, body, fault } = context;
  const connection = await findConnection(context);
  return addMapping(context, connection, chooseMapping(body, await mappingPlace(tx, org), fault));
}, showMapping);

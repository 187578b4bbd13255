import { removeMapping } from "../../changes/role-mappings.ts";
import { atlas } from "../atlas.ts";
import { findMapping } from "./common.ts";

export const deleteFederationSettingConnectedOrgConfigRoleMapping = atlas(
  "deleteFederationSettingConnectedOrgConfigRoleMapping",
  {
    securityEvent: "federation-change",
    errors: ["RESOURCE_NOT_FOUND"],
  },
).handle(async (context) => {
  await removeMapping(context, await findMapping(context));
});

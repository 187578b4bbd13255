import { atlas } from "../atlas.ts";
import { findMapping, showMapping } from "./common.ts";

export const getFederationSettingConnectedOrgConfigRoleMapping = atlas(
  "getFederationSettingConnectedOrgConfigRoleMapping",
  {
    errors: ["RESOURCE_NOT_FOUND"],
  },
).handle(findMapping, showMapping);

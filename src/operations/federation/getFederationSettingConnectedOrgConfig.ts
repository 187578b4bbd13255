import { atlas } from "../atlas.ts";
import { findConnection, showConnection, withMappings } from "./common.ts";

export const getFederationSettingConnectedOrgConfig = atlas("getFederationSettingConnectedOrgConfig", {
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(async (context) => withMappings(context.tx, await findConnection(context)), showConnection);

import { atlas } from "../atlas.ts";
import { findProvider, showProvider, withItsUsers } from "./common.ts";

export const getFederationSettingIdentityProvider = atlas("getFederationSettingIdentityProvider", {
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(async (context) => withItsUsers(context.tx, await findProvider(context)), showProvider);

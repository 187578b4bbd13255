import { atlas } from "../atlas.ts";
import { findAccess, type SeenAccess, showAccess } from "./common.ts";

export const getGroupCloudProviderAccess = atlas("getGroupCloudProviderAccess", {
  errors: ["CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND"],
}).handle(
  async (context): Promise<SeenAccess> => ({ access: await findAccess(context), now: context.now }),
  showAccess,
);

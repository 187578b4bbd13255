import { makeProviderAccess } from "../../changes/provider-access.ts";
import { beginErrors } from "../../domain/provider-access.ts";
import { atlas } from "../atlas.ts";
import { type SeenAccess, showAccess } from "./common.ts";

export const createGroupCloudProviderAccess = atlas("createGroupCloudProviderAccess", {
  holds: "group",
  errors: [...beginErrors],
}).handle(async (context): Promise<SeenAccess> => {
  const { group, body, now } = context;
  return { access: await makeProviderAccess(context, group, body), now };
}, showAccess);

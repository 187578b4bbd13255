import { providerAccesses } from "../../changes/resources.ts";
import { authorizationErrors, authorizeAccess } from "../../domain/provider-access.ts";
import { atlas } from "../atlas.ts";
import { findAccess, type SeenAccess, showAccess } from "./common.ts";

export const authorizeGroupCloudProviderAccessRole = atlas("authorizeGroupCloudProviderAccessRole", {
  holds: "group",
  errors: [...authorizationErrors, "CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND"],
}).handle(async (context): Promise<SeenAccess> => {
  const before = await findAccess(context);
  const document = authorizeAccess(before.document, context.body, context);
  return { access: await providerAccesses.replace(context, before, { document }), now: context.now };
}, showAccess);

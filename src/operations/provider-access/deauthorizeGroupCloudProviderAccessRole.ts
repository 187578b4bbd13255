import { providerAccesses } from "../../changes/resources.ts";
import { atlas } from "../atlas.ts";
import { findAccess } from "./common.ts";

export const deauthorizeGroupCloudProviderAccessRole = atlas("deauthorizeGroupCloudProviderAccessRole", {
  holds: "group",
  errors: ["CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND"],
}).handle(async (context) => {
  const { params, group, fault } = context;
  const access = await findAccess(context);
  if (access.document.providerName !== params.cloudProvider) {
    throw fault("CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND", { roleId: params.roleId, groupId: group.id });
  }
  await providerAccesses.remove(context, access);
});

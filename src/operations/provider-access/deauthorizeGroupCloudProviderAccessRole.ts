import { providerAccesses } from "../../changes/resources.ts";
import { providerNames } from "../../domain/provider-access.ts";
import { door, operation, Type } from "../declare.ts";
import { findAccess, path, roleId, shared } from "./common.ts";

export const deauthorizeGroupCloudProviderAccessRole = operation(`DELETE ${path}/{cloudProvider}/{roleId}`, {
  ...shared,
  summary: "End access to an account at a cloud provider",
  description: "Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  holds: "group",
  params: {
    cloudProvider: Type.Enum([...providerNames], {
      type: "string",
      description: "Cloud provider of the account.",
    }),
    roleId,
  },
  versions: { "2023-01-01": {} },
  errors: ["CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND"],
}).handle(async (context) => {
  const { params, group, fault } = context;
  const access = await findAccess(context);
  if (access.document.providerName !== params.cloudProvider)
    throw fault("CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND", { roleId: params.roleId, groupId: group.id });
  await providerAccesses.remove(context, access);
});

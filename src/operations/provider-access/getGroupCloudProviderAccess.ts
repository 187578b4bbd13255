import { door, operation, schemas } from "../declare.ts";
import { findAccess, pathOfOne, roleId, type SeenAccess, shared, showAccess } from "./common.ts";

export const getGroupCloudProviderAccess = operation(`GET ${pathOfOne}`, {
  ...shared,
  summary: "Get a project's access to an account at a cloud provider",
  description: "Needs a role in the project.",
  door: door.group("GROUP_READ_ONLY"),
  params: { roleId },
  versions: { "2023-01-01": { reply: schemas.CloudProviderAccessRole } },
  errors: ["CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND"],
}).handle(
  async (context): Promise<SeenAccess> => ({ access: await findAccess(context), now: context.now }),
  showAccess,
);

import { providerAccesses } from "../../changes/resources.ts";
import { authorizationErrors, authorizeAccess } from "../../domain/provider-access.ts";
import { door, operation, schemas } from "../declare.ts";
import { findAccess, pathOfOne, roleId, type SeenAccess, shared, showAccess } from "./common.ts";

export const authorizeGroupCloudProviderAccessRole = operation(`PATCH ${pathOfOne}`, {
  ...shared,
  summary: "Authorize access to an account at a cloud provider",
  description:
    "Names the role of AWS or another principal of Azure. Any role is accepted, since AWS is not asked. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  holds: "group",
  params: { roleId },
  body: schemas.CloudProviderAccessRoleRequestUpdate,
  versions: { "2023-01-01": { reply: schemas.CloudProviderAccessRole } },
  errors: [...authorizationErrors, "CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND"],
}).handle(async (context): Promise<SeenAccess> => {
  const before = await findAccess(context);
  const document = authorizeAccess(before.document, context.body, context);
  return { access: await providerAccesses.replace(context, before, { document }), now: context.now };
}, showAccess);

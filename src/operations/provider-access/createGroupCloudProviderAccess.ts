import { makeProviderAccess } from "../../changes/provider-access.ts";
import { beginErrors } from "../../domain/provider-access.ts";
import { door, operation, schemas } from "../declare.ts";
import { path, type SeenAccess, shared, showAccess } from "./common.ts";

export const createGroupCloudProviderAccess = operation(`POST ${path}`, {
  ...shared,
  summary: "Begin access to an account at a cloud provider",
  description:
    "AWS gets an external id, Azure names its principal, and a service account of Google Cloud is made within five seconds. Nothing here uses it. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  holds: "group",
  body: schemas.CloudProviderAccessRoleRequest,
  versions: { "2023-01-01": { reply: schemas.CloudProviderAccessRole } },
  errors: [...beginErrors],
}).handle(async (context): Promise<SeenAccess> => {
  const { group, body, now } = context;
  return { access: await makeProviderAccess(context, group, body), now };
}, showAccess);

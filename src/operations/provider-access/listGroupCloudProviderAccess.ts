import { providerAccesses } from "../../changes/resources.ts";
import { door, operation, schemas } from "../declare.ts";
import { path, type SeenAccess, shared, showAccess } from "./common.ts";

const of = (provider: string, seen: readonly SeenAccess[]) =>
  seen.filter(({ access }) => access.document.providerName === provider).map(showAccess);

export const listGroupCloudProviderAccess = operation(`GET ${path}`, {
  ...shared,
  summary: "List a project's access to accounts at cloud providers",
  description: "By provider, oldest first. Needs a role in the project.",
  door: door.group("GROUP_READ_ONLY"),
  versions: { "2023-01-01": { reply: schemas.CloudProviderAccessRoles } },
}).handle(
  async (context) => {
    const all = await providerAccesses.all(context, context.group);
    return all.map((access): SeenAccess => ({ access, now: context.now }));
  },
  (seen) => ({
    awsIamRoles: of("AWS", seen),
    azureServicePrincipals: of("AZURE", seen),
    gcpServiceAccounts: of("GCP", seen),
  }),
);

import { providerAccesses } from "../../changes/resources.ts";
import { atlas } from "../atlas.ts";
import { type SeenAccess, showAccess } from "./common.ts";

const of = (provider: string, seen: readonly SeenAccess[]) =>
  seen.filter(({ access }) => access.document.providerName === provider).map(showAccess);

export const listGroupCloudProviderAccess = atlas("listGroupCloudProviderAccess", {}).handle(
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

// Operations on access to cloud providers.

import { atlas } from "../../core/operations/atlas.ts";
import { findAccess, type SeenAccess, showAccess } from "./common.ts";
import { providerAccesses } from "./kept.ts";
import { makeProviderAccess } from "./provider-access.ts";
import { authorizationErrors, authorizeAccess, beginErrors } from "./rules/provider-access.ts";

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

export const getGroupCloudProviderAccess = atlas("getGroupCloudProviderAccess", {
  errors: ["CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND"],
}).handle(
  async (context): Promise<SeenAccess> => ({ access: await findAccess(context), now: context.now }),
  showAccess,
);

export const createGroupCloudProviderAccess = atlas("createGroupCloudProviderAccess", {
  locks: "group",
  errors: [...beginErrors],
}).handle(async (context): Promise<SeenAccess> => {
  const { group, body, now } = context;
  return { access: await makeProviderAccess(context, group, body), now };
}, showAccess);

export const authorizeGroupCloudProviderAccessRole = atlas("authorizeGroupCloudProviderAccessRole", {
  locks: "group",
  errors: [...authorizationErrors, "CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND"],
}).handle(async (context): Promise<SeenAccess> => {
  const before = await findAccess(context);
  const document = authorizeAccess(before.document, context.body, context);
  return { access: await providerAccesses.replace(context, before, { document }), now: context.now };
}, showAccess);

export const deauthorizeGroupCloudProviderAccessRole = atlas("deauthorizeGroupCloudProviderAccessRole", {
  locks: "group",
  errors: ["CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND"],
}).handle(async (context) => {
  const { params, group, fault } = context;
  const access = await findAccess(context);
  if (access.document.providerName !== params.cloudProvider) {
    throw fault("CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND", { roleId: params.roleId, groupId: group.id });
  }
  await providerAccesses.remove(context, access);
});

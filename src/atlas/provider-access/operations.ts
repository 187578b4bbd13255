// Operations on access to cloud providers.

import { atlas } from "../../core/operations/atlas.ts";
import { keeping, type Seen, withMade } from "../../core/operations/keeping.ts";
import { showAccess } from "./common.ts";
import { providerAccesses } from "./kept.ts";
import { makeProviderAccess } from "./provider-access.ts";
import {
  authorizationErrors,
  authorizeAccess,
  beginErrors,
  type ProviderAccess,
} from "./rules/provider-access.ts";

const accesses = keeping(providerAccesses, {
  by: "roleId",
  absent: "CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND",
  show: showAccess,
});

const of = (provider: string, seen: readonly Seen<ProviderAccess>[]) =>
  seen
    .filter(({ document }) => document.providerName === provider)
    .map((each) => withMade(showAccess(each), each.document));

export const listGroupCloudProviderAccess = atlas("listGroupCloudProviderAccess", {}).handle(
  async (context) => {
    const all = await providerAccesses.all(context, context.group);
    return all.map((access) => accesses.seen(access, context));
  },
  (seen) => ({
    awsIamRoles: of("AWS", seen),
    azureServicePrincipals: of("AZURE", seen),
    gcpServiceAccounts: of("GCP", seen),
  }),
);

export const getGroupCloudProviderAccess = accesses.get("getGroupCloudProviderAccess");

export const createGroupCloudProviderAccess = accesses.create(
  "createGroupCloudProviderAccess",
  { errors: [...beginErrors] },
  (context) => makeProviderAccess(context, context.group, context.body),
);

export const authorizeGroupCloudProviderAccessRole = accesses.update(
  "authorizeGroupCloudProviderAccessRole",
  { errors: [...authorizationErrors] },
  (context, { document }) => authorizeAccess(document, context.body, context),
);

export const deauthorizeGroupCloudProviderAccessRole = accesses.remove(
  "deauthorizeGroupCloudProviderAccessRole",
  { errors: ["CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND"] },
  async ({ params: { cloudProvider, roleId }, group, fault }, { document }) => {
    if (document.providerName === cloudProvider) return;
    throw fault("CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND", { roleId, groupId: group.id });
  },
);

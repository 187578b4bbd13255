// What the two operations of delegation settings have in common: where they live, and how the settings are read.
import type { Static } from "typebox";
import type { OrgDelegationSettingsResponse } from "../../contract/schemas/org-settings.ts";
import type { Org } from "../../domain/org.ts";
import type { Reads } from "../../store/store.ts";
import { orgPath } from "./settings.ts";

export const delegationPath = `${orgPath}/delegationSettings` as const;

/** Members in alphabetical order, null where nothing was set. */
export async function readDelegation(
  tx: Reads,
  org: Org,
): Promise<Static<typeof OrgDelegationSettingsResponse>> {
  return {
    delegatedMcpAccess: null,
    delegatedPartnerAccess: null,
    idleRefreshTokenLifetime: null,
    maximumRefreshTokenLifetime: null,
    ...(await tx.orgs.document(org.id, "delegation")),
  };
}

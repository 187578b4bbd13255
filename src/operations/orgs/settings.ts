// What the operations of an organization's settings have in common: how settings are read.
import { envelope, ObjectId, pretty } from "../../contract/schemas/common.ts";
import type { Org } from "../../domain/org.ts";
import { defaultSettings, type OrgSettings } from "../../domain/org-settings.ts";
import type { Reads } from "../../store/store.ts";

export const orgPath = "/api/atlas/v2/orgs/{orgId}";
export const orgId = { ...ObjectId, description: "Id of the organization." };
export { envelope, pretty };

/** What was set, over what holds unless it was. */
export async function readSettings(tx: Reads, org: Org): Promise<OrgSettings> {
  const written = await tx.orgs.document(org.id, "settings");
  return { ...defaultSettings, ...written, apiAccessListRequired: org.apiAccessListRequired };
}

/** Members in alphabetical order; what never was set and has no default is left out. */
export const showSettings = (settings: OrgSettings) => ({
  apiAccessListRequired: settings.apiAccessListRequired,
  ...(settings.customSessionTimeouts && {
    customSessionTimeouts: settings.customSessionTimeouts,
  }),
  genAIFeaturesEnabled: settings.genAIFeaturesEnabled,
  maxServiceAccountSecretValidityInHours: settings.maxServiceAccountSecretValidityInHours,
  multiFactorAuthRequired: settings.multiFactorAuthRequired,
  operationsContact: settings.operationsContact,
  restrictEmployeeAccess: settings.restrictEmployeeAccess,
  ...(settings.securityContact !== undefined && { securityContact: settings.securityContact }),
  streamsCrossGroupEnabled: settings.streamsCrossGroupEnabled,
});

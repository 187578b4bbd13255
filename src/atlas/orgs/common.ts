// The shared parts of operations on organizations: their paths, how settings are read, and how organizations and settings
// look.
import type { OrgDelegationSettingsResponse } from "../../client/api.ts";
import type { Org } from "../../core/domain/org.ts";
import { linksOf, type Reads, type Showing } from "../../core/operations/declare.ts";
import { defaultSettings, type OrgSettings } from "./rules/org-settings.ts";

export async function readSettings(tx: Reads, org: Org): Promise<OrgSettings> {
  const written = await tx.documents.settingOfOrg(org.id, "settings");
  return { ...defaultSettings, ...written, apiAccessListRequired: org.apiAccessListRequired };
}

/** Reads the delegation settings, in alphabetical order, with null for those that were not set. */
export async function readDelegation(tx: Reads, org: Org): Promise<OrgDelegationSettingsResponse> {
  return {
    delegatedMcpAccess: null,
    delegatedPartnerAccess: null,
    idleRefreshTokenLifetime: null,
    maximumRefreshTokenLifetime: null,
    ...(await tx.documents.settingOfOrg(org.id, "delegation")),
  };
}

/** The way an organization's clusters are sorted into waves of maintenance. */
export type WaveAssignmentMode = "MANUAL" | "ENV_TAG_MAPPING";

export async function readMode(tx: Reads, org: Org): Promise<WaveAssignmentMode | null> {
  const written = (await tx.documents.settingOfOrg(org.id, "maintenance")) as
    | { waveAssignmentMode: WaveAssignmentMode }
    | undefined;
  return written?.waveAssignmentMode ?? null;
}

const showWith =
  (...related: readonly string[]) =>
  (org: Org, { origin }: Showing) => ({
    id: org.id,
    isDeleted: false,
    links: linksOf(`${origin}/api/atlas/v2/orgs/${org.id}`, ...related),
    name: org.name,
    skipDefaultAlertsSettings: org.skipDefaultAlertsSettings,
  });

export const showOrg = showWith("groups", "teams", "users");

/** Shows an organization in a list, where it links to itself only. */
export const showOrgInList = showWith();

/** Shows the settings, in alphabetical order; a setting without a default that was never set is left out. */
export const showSettings = (settings: OrgSettings) => ({
  apiAccessListRequired: settings.apiAccessListRequired,
  ...(settings.customSessionTimeouts && { customSessionTimeouts: settings.customSessionTimeouts }),
  genAIFeaturesEnabled: settings.genAIFeaturesEnabled,
  maxServiceAccountSecretValidityInHours: settings.maxServiceAccountSecretValidityInHours,
  multiFactorAuthRequired: settings.multiFactorAuthRequired,
  operationsContact: settings.operationsContact,
  restrictEmployeeAccess: settings.restrictEmployeeAccess,
  ...(settings.securityContact !== undefined && { securityContact: settings.securityContact }),
  streamsCrossGroupEnabled: settings.streamsCrossGroupEnabled,
});

export const showMode = (mode: WaveAssignmentMode | null) => ({
  effectiveWaveAssignmentMode: mode ?? ("MANUAL" as const),
  waveAssignmentMode: mode,
});

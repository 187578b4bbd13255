// How an organization looks, alone and in a list, and how its settings do.
import type { Org } from "../../domain/org.ts";
import type { OrgSettings } from "../../domain/org-settings.ts";
import type { Showing } from "../declare.ts";
import type { WaveAssignmentMode } from "./common.ts";

const show = (org: Org, links: { href: string; rel: string }[]) => ({
  id: org.id,
  isDeleted: false,
  links,
  name: org.name,
  skipDefaultAlertsSettings: org.skipDefaultAlertsSettings,
});

const self = (org: Org, { origin }: Showing) => ({
  href: `${origin}/api/atlas/v2/orgs/${org.id}`,
  rel: "self",
});

export const showOrg = (org: Org, showing: Showing) => {
  const own = self(org, showing);
  const others = ["groups", "teams", "users"].map((name) => ({
    href: `${own.href}/${name}`,
    rel: `https://cloud.mongodb.com/${name}`,
  }));
  return show(org, [own, ...others]);
};

/** In lists an organization links to itself only. */
export const showOrgInList = (org: Org, showing: Showing) => show(org, [self(org, showing)]);

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

export const showMode = (mode: WaveAssignmentMode | null) => ({
  effectiveWaveAssignmentMode: mode ?? ("MANUAL" as const),
  waveAssignmentMode: mode,
});

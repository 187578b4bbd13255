// How organizations and their settings look in answers.
import { ids } from "./world.ts";

export const orgPath = `/api/atlas/v2/orgs/${ids.org}`;
export const settingsPath = `${orgPath}/settings`;

/** The settings of an organization whose owners never changed one. */
export const settings = {
  apiAccessListRequired: false,
  genAIFeaturesEnabled: true,
  maxServiceAccountSecretValidityInHours: 8760,
  multiFactorAuthRequired: false,
  operationsContact: null,
  restrictEmployeeAccess: false,
  streamsCrossGroupEnabled: false,
};

/** An organization as it is shown alone. */
export function shownOrg(url: string, { id = ids.org as string, name = "Acme", skip = false } = {}) {
  const self = `${url}/api/atlas/v2/orgs/${id}`;
  const others = ["groups", "teams", "users"].map((each) => ({
    href: `${self}/${each}`,
    rel: `https://cloud.mongodb.com/${each}`,
  }));
  return {
    id,
    isDeleted: false,
    links: [{ href: self, rel: "self" }, ...others],
    name,
    skipDefaultAlertsSettings: skip,
  };
}

const maintenanceHeaders = { accept: "application/vnd.atlas.preview+json" };

/** Requests of the maintenance settings, and what they answer before a mode is set and after. */
export const maintenance = {
  headers: maintenanceHeaders,
  path: `${orgPath}/maintenanceSettings`,
  get: { path: `${orgPath}/maintenanceSettings`, headers: maintenanceHeaders },
  patch: (body: object = { waveAssignmentMode: "ENV_TAG_MAPPING" }) => ({
    method: "PATCH",
    path: `${orgPath}/maintenanceSettings`,
    headers: maintenanceHeaders,
    body,
  }),
  success: {
    status: 200,
    limit: 500,
    headers: { "content-type": "application/vnd.atlas.preview+json;charset=utf-8" },
  },
  unset: { effectiveWaveAssignmentMode: "MANUAL", waveAssignmentMode: null },
  mapped: { effectiveWaveAssignmentMode: "ENV_TAG_MAPPING", waveAssignmentMode: "ENV_TAG_MAPPING" },
};

// What the operations of organizations have in common: their paths, and how settings are read.
import type { Static } from "typebox";
import type { Org } from "../../domain/org.ts";
import { defaultSettings, type OrgSettings } from "../../domain/org-settings.ts";
import { limitSets, type Reads, type schemas } from "../declare.ts";

const tag = "Organizations";
/** Of one organization. */
export const oneOrg = { tag, limit: limitSets.org } as const;
/** Of organizations that are looked for or made. */
export const manyOrgs = { tag, limit: limitSets.orgs } as const;

export const orgPath = "/api/atlas/v2/orgs/{orgId}";
export const delegationPath = `${orgPath}/delegationSettings` as const;
export const maintenancePath = `${orgPath}/maintenanceSettings` as const;

/** What was set, over what holds unless it was. */
export async function readSettings(tx: Reads, org: Org): Promise<OrgSettings> {
  const written = await tx.orgs.document(org.id, "settings");
  return { ...defaultSettings, ...written, apiAccessListRequired: org.apiAccessListRequired };
}

/** Members in alphabetical order, null where nothing was set. */
export async function readDelegation(
  tx: Reads,
  org: Org,
): Promise<Static<typeof schemas.OrgDelegationSettingsResponse>> {
  return {
    delegatedMcpAccess: null,
    delegatedPartnerAccess: null,
    idleRefreshTokenLifetime: null,
    maximumRefreshTokenLifetime: null,
    ...(await tx.orgs.document(org.id, "delegation")),
  };
}

/** How the clusters of an organization are sorted into waves of maintenance. */
export type WaveAssignmentMode = "MANUAL" | "ENV_TAG_MAPPING";

/** The mode that was set; null where none was. */
export async function readMode(tx: Reads, org: Org): Promise<WaveAssignmentMode | null> {
  const written = (await tx.orgs.document(org.id, "maintenance")) as
    | { waveAssignmentMode: WaveAssignmentMode }
    | undefined;
  return written?.waveAssignmentMode ?? null;
}

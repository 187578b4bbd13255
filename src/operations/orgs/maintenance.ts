// What the three operations of maintenance settings have in common: where they live, how they are read and look.
import type { Org } from "../../domain/org.ts";
import type { Reads } from "../../store/store.ts";
import { orgPath } from "./settings.ts";

export const maintenancePath = `${orgPath}/maintenanceSettings` as const;

/** How the clusters of an organization are sorted into waves of maintenance. */
export type WaveAssignmentMode = "MANUAL" | "ENV_TAG_MAPPING";

/** The mode that was set; null where none was. */
export async function readMode(tx: Reads, org: Org): Promise<WaveAssignmentMode | null> {
  const written = (await tx.orgs.document(org.id, "maintenance")) as
    | { waveAssignmentMode: WaveAssignmentMode }
    | undefined;
  return written?.waveAssignmentMode ?? null;
}

export const showMode = (mode: WaveAssignmentMode | null) => ({
  effectiveWaveAssignmentMode: mode ?? ("MANUAL" as const),
  waveAssignmentMode: mode,
});

// A live migration and its validation: the states that they walk through by the clock.

import { walkedTo } from "../../../core/domain/course.ts";
import { hour, type Instant } from "../../../core/domain/instant.ts";

/** The cluster that a migration leads into. */
export interface Migrating {
  readonly clusterId: string;
  readonly clusterName: string;
}

export interface LiveMigration extends Migrating {
  readonly migrationHosts: readonly string[];
  /** The time at which the cutover was requested; absent before it. */
  readonly cutoverAt?: Instant;
  /** True if the cluster was deleted meanwhile. */
  readonly hasFailed?: true;
  /** Milliseconds that each state before the last one takes. */
  readonly step: number;
}

export interface LiveMigrationValidation {
  readonly sourceGroupId: string;
  readonly step: number;
}

interface Kept<Document> {
  readonly document: Document;
  readonly createdAt: Instant;
}

/** A migration that is not cut over in this time expires. */
export const longestMigration = 120 * hour;

type MigrationState = "NEW" | "WORKING" | "READY" | "COMPLETE" | "EXPIRED" | "FAILED";

/** Returns the status; READY, which answers show as WORKING, if the target has caught up with the source. */
export function migrationStateOf({ document, createdAt }: Kept<LiveMigration>, now: Instant): MigrationState {
  const { cutoverAt, hasFailed, step } = document;
  if (hasFailed) return "FAILED";
  if (cutoverAt !== undefined) return walkedTo(["WORKING", "COMPLETE"], { createdAt: cutoverAt, step }, now);
  if (now - createdAt >= longestMigration) return "EXPIRED";
  return walkedTo(["NEW", "WORKING", "READY"], { createdAt, step }, now);
}

export const isUnderWay = (migration: Kept<LiveMigration>, now: Instant): boolean =>
  ["NEW", "WORKING", "READY"].includes(migrationStateOf(migration, now));

export const validationStatusOf = (
  { document: { step }, createdAt }: Kept<LiveMigrationValidation>,
  now: Instant,
) => walkedTo(["PENDING", "SUCCESS"], { createdAt, step }, now);

// Restore jobs of collections: what a request has to say, and the state of a job at an instant. No data is copied.
import { type FaultMaker, wrongField } from "../../../core/contract/errors.ts";
import { walkedTo } from "../../../core/domain/course.ts";
import { type Instant, minute } from "../../../core/domain/instant.ts";

interface Namespace {
  readonly sourceNamespace: string;
  readonly targetNamespace?: string;
}

export interface SentCollectionRestore {
  readonly collectionSuffix?: string | null;
  readonly collections?: readonly Namespace[];
  readonly databaseSuffix?: string | null;
  readonly databases?: readonly Namespace[];
  readonly indexStrategy: "ALL" | "NONE" | "ALL_EXCEPT_TTL";
  readonly oplogInc?: number | null;
  readonly oplogTs?: number | null;
  readonly pointInTimeUtcSeconds?: number | null;
  readonly snapshotId?: string;
  readonly targetClusterName: string;
  readonly targetGroupId: string;
  readonly writeStrategy: "CREATE_NEW" | "OVERWRITE_EXISTING";
}

export interface CollectionRestore {
  readonly sent: SentCollectionRestore;
  readonly createdAt: Instant;
  /** The milliseconds of each state before the last. */
  readonly step: number;
}

const walked = ["INITIALIZING", "IN_PROGRESS", "FINALIZING", "SUCCESSFUL"] as const;

/** The states of a collection while its job is in each of its own. */
export const stateOfCollection = {
  INITIALIZING: "NOT_STARTED",
  IN_PROGRESS: "IN_PROGRESS",
  FINALIZING: "FINALIZING",
  SUCCESSFUL: "SUCCESSFUL",
} as const;

/** The time that each state but the last lasts at Atlas. */
export const collectionStepInAtlas = minute;

export const endOfCollectionRestore = ({ createdAt, step }: CollectionRestore): Instant =>
  createdAt + (walked.length - 1) * step;

export const stateOfCollectionRestore = (restore: CollectionRestore, now: Instant) =>
  walkedTo(walked, restore, now);

/** Refuses a request that does not say once what to restore from, or nothing of what to restore. */
export function checkCollectionRestore(
  {
    snapshotId,
    oplogTs,
    oplogInc,
    pointInTimeUtcSeconds,
    collections = [],
    databases = [],
  }: SentCollectionRestore,
  fault: FaultMaker<"INVALID_ATTRIBUTE">,
): void {
  const wrong = (attribute: string, description: string) =>
    fault("INVALID_ATTRIBUTE", { attribute }, wrongField(attribute, description));
  const given = [snapshotId, oplogTs, pointInTimeUtcSeconds].filter((each) => (each ?? null) !== null);
  if (given.length !== 1) {
    throw wrong("snapshotId", "Exactly one of snapshotId, oplogTs and pointInTimeUtcSeconds is required.");
  }
  if ((oplogTs ?? null) !== null && (oplogInc ?? null) === null) {
    throw wrong("oplogInc", "The value is required with oplogTs.");
  }
  if (collections.length + databases.length === 0) {
    throw wrong("collections", "A collection or a database is required.");
  }
  const badly = collections.find(({ sourceNamespace }) => !/^[^.]+\../.test(sourceNamespace));
  if (badly !== undefined) {
    throw wrong(
      "collections.sourceNamespace",
      `'${badly.sourceNamespace}' names no collection of a database.`,
    );
  }
}

/** Returns the namespace that a collection is restored to. */
export function targetOf(
  { sent }: CollectionRestore,
  { sourceNamespace, targetNamespace }: Namespace,
): string {
  const [database = "", ...collection] = (targetNamespace ?? sourceNamespace).split(".");
  return `${database}${sent.databaseSuffix ?? ""}.${collection.join(".")}${sent.collectionSuffix ?? ""}`;
}

// Restore jobs of collections: what a request has to say, and the state of a job at an instant. No data is copied.
import { type FaultMaker, wrongField } from "../../../core/contract/errors.ts";
import type { ClusterSpeed } from "../../../core/domain/cluster-speed.ts";
import { type Instant, second } from "../../../core/domain/instant.ts";

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

export function collectionStep(speed: ClusterSpeed): number {
  if (speed === "atlas") return 60 * second;
  return speed === "fast" ? second : 0;
}

const last = walked.length - 1;

export const endOfCollectionRestore = ({ createdAt, step }: CollectionRestore): Instant =>
  createdAt + last * step;

export function stateOfCollectionRestore({ createdAt, step }: CollectionRestore, now: Instant) {
  const passed = step === 0 ? last : Math.floor((now - createdAt) / step);
  return walked[Math.min(passed, last)] ?? walked[3];
}

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

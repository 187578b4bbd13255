// Restore jobs: how long one takes, and what is known of it at an instant. No data is copied.
import type { ClusterSpeed } from "../../../core/domain/cluster-speed.ts";
import { stepOf } from "../../../core/domain/course.ts";
import { hour, type Instant, second } from "../../../core/domain/instant.ts";
import { wordOf } from "./derived-ids.ts";

export interface RestoreJob {
  readonly deliveryType: "automated" | "download" | "pointInTime";
  readonly snapshotId: string;
  /** The moment whose data the snapshot has. */
  readonly timestamp: Instant;
  /** The instant to restore to, as it was sent. */
  readonly desired: {
    readonly oplogInc?: number;
    readonly oplogTs?: number;
    readonly pointInTimeUTCSeconds?: number;
  };
  /** The cluster that is restored to; absent for a download. */
  readonly target?: {
    readonly clusterName: string;
    readonly groupId: string;
    /** The name that its hosts begin with. */
    readonly itemName: string;
  };
  /** The names of the shards; absent for a replica set. */
  readonly shards?: readonly string[];
  readonly finishesAt: Instant;
  readonly isCancelled: boolean;
}

/** The time that a job takes, as recorded: a download is ready a little earlier. */
export const durationOf = (deliveryType: RestoreJob["deliveryType"], speed: ClusterSpeed): number =>
  stepOf(speed, (deliveryType === "download" ? 194 : 235) * second, 2 * second);

/** The time that a download is offered. */
const offered = hour;

/** Returns what is known of a job at an instant; it has no state of its own in Atlas. */
export function jobAt({ deliveryType, finishesAt, isCancelled }: RestoreJob, now: Instant) {
  const isDownload = deliveryType === "download";
  const isDone = now >= finishesAt && !isCancelled;
  const expiresAt = isDone && isDownload ? finishesAt + offered : undefined;
  const isExpired = expiresAt !== undefined && now >= expiresAt;
  return {
    isExpired,
    isOffered: isDone && isDownload && !isExpired,
    expiresAt,
    finishedAt: isDone && !isDownload ? finishesAt : undefined,
  };
}

/** Returns the URL that a download is offered at, in Atlas's form. Nothing answers there. */
export const urlOf = (jobId: string, snapshotId: string, what = ""): string =>
  `https://restore-${jobId}.${wordOf(jobId, 6)}.mongodb.net:27017/${wordOf(`${what}${jobId}`, 24)}/restore-${snapshotId}.tar.gz`;

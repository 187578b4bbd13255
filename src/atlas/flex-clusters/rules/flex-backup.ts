// Backups of flex clusters: a snapshot each day, which follows from the clock, and restore jobs. No data is copied.
import type { ClusterSpeed } from "../../../core/domain/cluster-speed.ts";
import { day, hour, type Instant, second } from "../../../core/domain/instant.ts";
import { idAt, wordOf } from "../../backups/rules/derived-ids.ts";

export interface FlexSnapshot {
  readonly id: string;
  readonly at: Instant;
  readonly startsAt: Instant;
  readonly finishesAt: Instant;
  readonly expiresAt: Instant;
}

interface FlexCluster {
  readonly id: string;
  readonly createdAt: Instant;
}

const keptFor = 8 * day;

/** The milliseconds until a snapshot starts and is finished, as recorded. */
const pacesOfSnapshots = {
  atlas: [27 * second, 106 * second],
  fast: [second, 2 * second],
  now: [0, 0],
} as const;
const pacesOfJobs = { atlas: [4 * second, 64 * second], fast: [second, 2 * second], now: [0, 0] } as const;

const paceOf = <Pace>(paces: Readonly<Record<"atlas" | "fast" | "now", Pace>>, speed: ClusterSpeed): Pace =>
  paces[speed === "instant" ? "now" : speed];

/** Lists the snapshots of a flex cluster, the oldest first. The first is made a day after the cluster. */
export function flexSnapshots(
  { id, createdAt }: FlexCluster,
  now: Instant,
  speed: ClusterSpeed,
): FlexSnapshot[] {
  const [starts, finishes] = paceOf(pacesOfSnapshots, speed);
  const days = Math.floor((now - createdAt) / day);
  const first = Math.max(1, days - keptFor / day + 1);
  return [...Array(Math.max(0, days - first + 1)).keys()].map((each) => {
    const at = createdAt + (first + each) * day;
    return {
      id: idAt("flex snapshot", id, at),
      at,
      startsAt: at + starts,
      finishesAt: at + finishes,
      expiresAt: at + keptFor,
    };
  });
}

interface Timed {
  readonly startsAt: Instant;
  readonly finishesAt: Instant;
}

export function flexStatus({ startsAt, finishesAt }: Timed, now: Instant) {
  if (now >= finishesAt) return "COMPLETED";
  return now >= startsAt ? "RUNNING" : "PENDING";
}

export interface FlexRestoreJob extends Timed {
  readonly clusterId: string;
  readonly clusterName: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly snapshotId: string;
  readonly snapshotFinishedAt: Instant;
  /** The cluster that is restored to; absent for a download. */
  readonly target?: { readonly name: string; readonly groupId: string };
}

const offeredFor = 6 * hour;

export function flexJobTimes(createdAt: Instant, speed: ClusterSpeed) {
  const [starts, finishes] = paceOf(pacesOfJobs, speed);
  return {
    createdAt,
    startsAt: createdAt + starts,
    finishesAt: createdAt + finishes,
    expiresAt: createdAt + offeredFor,
  };
}

/** Returns the URL that a download is offered at. Nothing answers there. */
export const flexUrlOf = (jobId: string, snapshotId: string): string =>
  `https://restore-${jobId}.${wordOf(jobId, 6)}.mongodb.net:27017/${wordOf(`flex ${jobId}`, 24)}/${snapshotId}.tgz`;

// Counts waiting background work now and then: requests hardly wait for it, and frequent ones do not make the server count more
// often.

import { lackedBy } from "../../atlas/database-users/rules/waiting.ts";
import { day, type Instant } from "../../core/domain/instant.ts";
import type { Store } from "../../core/store/store.ts";
import { inTime } from "./probe.ts";

/** The milliseconds for which a count is used. */
const memoryMs = 5_000;
/** The milliseconds to wait for a newer count. */
const patienceMs = 500;

export interface Backlog {
  readonly unsealed: number;
  /** The seconds since the oldest event without a seal. */
  readonly unsealedSeconds: number;
  readonly mailWaiting: number;
  readonly mailSeconds: number;
  /** The number of messages given up in the last day. */
  readonly mailFailed: number;
  /** The number of users and roles that deployments lack, or still have. */
  readonly provisionsWaiting: number;
  readonly provisionsSeconds: number;
  /** The number of these that wait because of a problem, by its code. */
  readonly provisionProblems: ReadonlyMap<string, number>;
  /** The number of roles created without actions that their deployment does not know, and these actions. */
  readonly lackingRoles: number;
  readonly lackedActions: readonly string[];
  readonly schemaFlaw: string | undefined;
}

interface BacklogDeps {
  readonly store: Pick<Store, "read" | "schemaFlaw">;
  /** The clock of events, and real time, which mail uses. */
  readonly now: () => Instant;
  readonly wall: () => Instant;
  readonly elapsed: () => number;
}

const secondsSince = (oldest: Instant | null | undefined, now: Instant): number =>
  oldest === null || oldest === undefined ? 0 : Math.max(0, now - oldest) / 1000;

export const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, each) => all + each, 0);

export async function countBacklog({ store, now, wall }: Omit<BacklogDeps, "elapsed">): Promise<Backlog> {
  const at = wall();
  const [[events, mail, mailFailed, provisions], schemaFlaw] = await Promise.all([
    store.read(
      async (tx) =>
        [
          await tx.backlog.events(),
          await tx.backlog.mail(),
          await tx.backlog.failedMail(at - day),
          await tx.backlog.provisions(),
        ] as const,
    ),
    store.schemaFlaw(),
  ]);
  const waiting = provisions.filter(({ oldest }) => oldest !== null);
  const lacking = provisions.filter(({ problem }) => lackedBy(problem).length > 0);
  return {
    unsealed: events?.count ?? 0,
    unsealedSeconds: secondsSince(events?.oldest, now()),
    mailWaiting: mail?.count ?? 0,
    mailSeconds: secondsSince(mail?.oldest, at),
    mailFailed: mailFailed ?? 0,
    provisionsWaiting: sum(waiting.map(({ count }) => count)),
    provisionsSeconds: Math.max(0, ...waiting.map(({ oldest }) => secondsSince(oldest, at))),
    provisionProblems: new Map(
      waiting.flatMap(({ problem, count }) => (problem === null ? [] : [[problem, count]])),
    ),
    lackingRoles: sum(lacking.map(({ count }) => count)),
    lackedActions: [...new Set(lacking.flatMap(({ problem }) => lackedBy(problem)))].sort(),
    schemaFlaw,
  };
}

/** Returns a function for the last count; undefined if there is none, or it is too old. */
export function createBacklog(deps: BacklogDeps): () => Promise<Backlog | undefined> {
  const { elapsed } = deps;
  let last: { readonly backlog: Backlog; readonly at: number } | undefined;
  let running: Promise<void> | undefined;
  const count = async () => {
    const at = elapsed();
    try {
      last = { backlog: await countBacklog(deps), at };
    } catch {
      // The probe reports why.
      last = undefined;
    } finally {
      running = undefined;
    }
  };
  return async () => {
    if (last === undefined || elapsed() - last.at >= memoryMs) {
      running ??= count();
      await inTime(running, patienceMs);
    }
    return last?.backlog;
  };
}

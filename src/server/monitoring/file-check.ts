// Looks for damaged pages of the store in the background: soon after the start, every day, and when a request has met one.
import type { Logger } from "pino";
import { day, minute } from "../../core/domain/instant.ts";
import { createLooking } from "../../core/looking.ts";

/** The shortest pause between two checks that requests cause. */
const leastPause = minute;

export interface FileCheck {
  /** Returns the problem that the last check found. */
  problems(): readonly string[];
  /** Reports whether a check that began after a moment of `elapsed` found nothing. */
  wasWholeAfter(at: number): boolean;
  /** Runs the next check soon instead of tomorrow. */
  hurry(): void;
  start(): void;
  close(): Promise<void>;
}

interface FileCheckDeps {
  /** Returns the damage. */
  readonly check: () => Promise<readonly string[]>;
  readonly elapsed: () => number;
  readonly log: Pick<Logger, "error" | "warn">;
}

export function createFileCheck({ check, elapsed, log }: FileCheckDeps): FileCheck {
  let last: { readonly begun: number; readonly problems: readonly string[] } | undefined;
  const looking = createLooking(day, async () => {
    const begun = elapsed();
    try {
      const problems = await check();
      last = { begun, problems };
      if (problems.length > 0) {
        log.error(
          { problems: problems.slice(0, 10) },
          "the file of the database is damaged: restore a backup",
        );
      }
    } catch (err) {
      log.warn({ err }, "the file of the database could not be checked");
    }
  });
  return {
    problems: () => last?.problems ?? [],
    wasWholeAfter: (at) => last !== undefined && last.begun > at && last.problems.length === 0,
    hurry() {
      if (last === undefined || elapsed() - last.begun > leastPause) void looking.look();
    },
    start() {
      // The first check is not during the start, which it would slow down.
      setTimeout(() => !looking.isClosed() && void looking.look(), minute).unref();
      looking.start();
    },
    close: looking.close,
  };
}

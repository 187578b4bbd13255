// Notices that the file of a store was deleted, replaced or emptied: SQLite goes on writing to what nobody can open again.
import { type Stats, statSync } from "node:fs";
import { emptied, gone, StoreOutage } from "./outages.ts";

/**
 * Throws where what is written would be lost. `after` each commit, before it is acknowledged, it always looks; `before` a
 * turn only where the last look was some time ago, so that a busy writer looks once for each commit.
 */
export type CheckFile = (moment: "before" | "after") => void;

/** Milliseconds. */
const staleAfter = 50;

/** Of a file that is there. Milliseconds of `elapsed` only grow. */
export function watchFile(path: string, elapsed: () => number): CheckFile {
  const find = (name: string): Stats | undefined => statSync(name, { throwIfNoEntry: false });
  const kept = find(path);
  let hadLog = false;
  let lookedAt = Number.NEGATIVE_INFINITY;
  return (moment) => {
    const now = elapsed();
    if (moment === "before" && now - lookedAt < staleAfter) return;
    const found = find(path);
    if (found === undefined || found.ino !== kept?.ino || found.dev !== kept.dev) throw new StoreOutage(gone);
    if (found.size === 0) throw new StoreOutage(emptied);
    // A look before a turn may take longer: the log is there from the first use to the end of the last one.
    if (moment === "before") {
      const hasLog = find(`${path}-wal`) !== undefined;
      if (hadLog && !hasLog) throw new StoreOutage(gone);
      hadLog = hasLog;
    }
    lookedAt = now;
  };
}

// Counts what clients do again and again: how often, and when last.
import type { Instant } from "../domain/instant.ts";

type Counted<What> = What & { readonly count: number; readonly lastAt: string };

/** In the order in which each was first seen; what comes after the first `most` is not counted. */
export function createTally<What>(most: number) {
  const seen = new Map<string, { readonly what: What; count: number; lastAt: Instant }>();
  return {
    /** `describe` is asked only when a key is new. */
    add(key: string, at: Instant, describe: () => What): void {
      let entry = seen.get(key);
      if (entry === undefined) {
        if (seen.size >= most) return;
        seen.set(key, (entry = { what: describe(), count: 0, lastAt: at }));
      }
      entry.count++;
      entry.lastAt = at;
    },

    list: (): Counted<What>[] =>
      [...seen.values()].map(({ what, count, lastAt }) => ({
        ...what,
        count,
        lastAt: new Date(lastAt).toISOString(),
      })),

    clear: () => seen.clear(),
  };
}

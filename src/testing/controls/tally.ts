// Counts by key: how often, and when last.
import { type Instant, toIso } from "../../core/domain/instant.ts";

/** Counts at most `most` keys, in the order in which each was first seen. */
export function createTally<What>(most: number) {
  const seen = new Map<string, { readonly what: What; count: number; lastAt: Instant }>();
  return {
    /** `describe` is called for a new key only. */
    add(key: string, at: Instant, describe: () => What): void {
      let entry = seen.get(key);
      if (entry === undefined) {
        if (seen.size >= most) return;
        seen.set(key, (entry = { what: describe(), count: 0, lastAt: at }));
      }
      entry.count++;
      entry.lastAt = at;
    },

    list: () =>
      [...seen.values()].map(({ what, count, lastAt }) => ({ ...what, count, lastAt: toIso(lastAt) })),
    clear: () => seen.clear(),
  };
}

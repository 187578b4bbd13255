// The last uses of API keys: in their own table, since requests remember the rows of keys, and a use must not change these.
import type { KeyUse } from "../domain/credential.ts";
import type { Instant } from "../domain/instant.ts";
import { manyAmong, posts, type Unit } from "./facet.ts";

const note = posts((db, id: string, lastUsedAt: Instant) =>
  db
    .insertInto("keyUses")
    .values({ id, watchedFrom: null, lastUsedAt })
    .onConflict((on) => on.column("id").doUpdateSet({ lastUsedAt })),
);

const usesOf = manyAmong((db, ids) =>
  db.selectFrom("keyUses").select(["id", "watchedFrom", "lastUsedAt"]).where("id", "in", ids),
);

export const reads = {
  /** Returns uses by the id of the key; keys without a known use are missing. */
  async of(unit: Unit, ids: readonly string[]): Promise<ReadonlyMap<string, KeyUse>> {
    const rows = await usesOf(unit, ids);
    return new Map(rows.map((row) => [row.id, { lastUsedAt: row.lastUsedAt, watchedFrom: row.watchedFrom }]));
  },
};

export const writes = {
  /** Notes the last use of each key, sorted so that two processes that note the same keys do not deadlock. */
  async note(unit: Unit, uses: readonly (readonly [id: string, at: Instant])[]): Promise<void> {
    for (const [id, at] of uses.toSorted(([a], [b]) => (a < b ? -1 : 1))) note(unit, id, at);
  },

  /** Removes the uses of deleted keys. */
  sweep: posts((db) =>
    db
      .deleteFrom("keyUses")
      .where(({ exists, not, selectFrom }) =>
        not(exists(selectFrom("apiKeys").select("apiKeys.id").whereRef("apiKeys.id", "=", "keyUses.id"))),
      ),
  ),
};

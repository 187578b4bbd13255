// When API keys were last used: in a table of its own, since requests remember the rows of keys, and a use must not change them.
import type { KeyUse } from "../domain/api-key.ts";
import type { Instant } from "../domain/instant.ts";
import type { Unit } from "./connection.ts";
import { many, posts } from "./facet.ts";
import { queryAmong } from "./query.ts";

const note = posts((db, id: string, last_used_at: Instant) =>
  db
    .insertInto("key_uses")
    .values({ id, watched_from: null, last_used_at })
    .onConflict((on) => on.column("id").doUpdateSet({ last_used_at })),
);

const usesOf = many(
  queryAmong((db, ids) =>
    db.selectFrom("key_uses").select(["id", "watched_from", "last_used_at"]).where("id", "in", ids),
  ),
);

export const keyUseReads = {
  /** By the id of the key; those of which nothing is known are missing. */
  async of(unit: Unit, ids: readonly string[]): Promise<ReadonlyMap<string, KeyUse>> {
    if (ids.length === 0) return new Map();
    const rows = await usesOf(unit, ids);
    return new Map(
      rows.map((row) => [row.id, { lastUsedAt: row.last_used_at, watchedFrom: row.watched_from }]),
    );
  },
};

export const keyUseWrites = {
  ...keyUseReads,

  /** Notes the last use of each. In one order, so that two processes that note the same keys do not deadlock. */
  async note(unit: Unit, uses: readonly (readonly [id: string, at: Instant])[]): Promise<void> {
    for (const [id, at] of uses.toSorted(([a], [b]) => (a < b ? -1 : 1))) note(unit, id, at);
  },

  /** Forgets keys that are gone. */
  sweep: posts((db) =>
    db
      .deleteFrom("key_uses")
      .where(({ exists, not, selectFrom }) =>
        not(exists(selectFrom("api_keys").select("api_keys.id").whereRef("api_keys.id", "=", "key_uses.id"))),
      ),
  ),
};

// When API keys were last used: beside their rows, which requests remember, and which a use must not change.
import type { KeyUse } from "../domain/api-key.ts";
import type { Instant } from "../domain/instant.ts";
import type { Unit } from "./connection.ts";
import { fillUp, query, queryNow } from "./query.ts";

const note = query((db, at: { id: string; now: Instant }) =>
  db
    .insertInto("key_uses")
    .values({ id: at.id, watched_from: null, last_used_at: at.now })
    .onConflict((on) => on.column("id").doUpdateSet({ last_used_at: at.now })),
);

const sweep = query((db) =>
  db
    .deleteFrom("key_uses")
    .where(({ exists, not, selectFrom }) =>
      not(exists(selectFrom("api_keys").select("api_keys.id").whereRef("api_keys.id", "=", "key_uses.id"))),
    ),
);

const ofKeys = (ids: readonly string[]) =>
  queryNow((db) =>
    db.selectFrom("key_uses").select(["id", "watched_from", "last_used_at"]).where("id", "in", ids),
  );

export const keyUseReads = {
  /** By the id of the key; those of which nothing is known are missing. */
  async of(unit: Unit, ids: readonly string[]): Promise<ReadonlyMap<string, KeyUse>> {
    if (ids.length === 0) return new Map();
    const rows = await unit.all(ofKeys(fillUp(ids)), {});
    return new Map(
      rows.map((row) => [row.id, { lastUsedAt: row.last_used_at, watchedFrom: row.watched_from }]),
    );
  },
};

export const keyUseWrites = {
  ...keyUseReads,

  /** Notes the last use of each. In one order, so that two processes that note the same keys do not wait for each other. */
  async note(unit: Unit, uses: readonly (readonly [id: string, at: Instant])[]): Promise<void> {
    for (const [id, now] of uses.toSorted(([a], [b]) => (a < b ? -1 : 1))) unit.post(note, { id, now });
  },

  /** Forgets keys that are gone. */
  async sweep(unit: Unit): Promise<void> {
    await unit.change(sweep, {});
  },
};

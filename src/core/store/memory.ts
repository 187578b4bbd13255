// The remembered rows of frequent queries, kept until their tables change: for an engine whose changes this process makes or
// notices.
import { LRUCache } from "lru-cache";
import { frozen } from "../domain/memoised.ts";
import type { Statement } from "./query.ts";

/** The tables whose rows may be remembered: who a caller is, where it may enter, and what is pending there. */
export const rememberedTables: ReadonlySet<string> = new Set([
  "access_entries",
  "api_keys",
  "grants",
  "groups",
  "invites",
  "orgs",
  "revoked_tokens",
  "service_account_secrets",
  "service_accounts",
  "team_grants",
  "team_members",
  "teams",
]);

/** The tables on which these depend: a deletion there, or a project's move, may change any of them. */
export const hubs: ReadonlySet<string> = new Set([
  "groups",
  "orgs",
  "principals",
  "service_accounts",
  "teams",
  "users",
]);

export const everything = "*";
/** The most rows, and the most queries. */
const most = 10_000;

/**
 * Returns the table whose remembered rows a change may alter, or `everything`; undefined for none. A change in an unusual form
 * may alter any.
 */
export function spoiledBy(sql: string): string | undefined {
  const [, verb, table = everything] = /^(insert into|update|delete from) "?(\w+)"?/.exec(sql) ?? [];
  if (table === everything) return everything;
  if (hubs.has(table) && (verb === "delete from" || rememberedTables.has(table))) return everything;
  return rememberedTables.has(table) ? table : undefined;
}

interface Known {
  /** The number that makes keys short. */
  readonly number: number;
  readonly tables: readonly string[];
}

interface Kept {
  readonly rows: object[];
  /** The epoch of their snapshot. */
  readonly epoch: number;
}

export class Memory {
  readonly #kept = new LRUCache<string, Kept>({
    maxSize: most,
    sizeCalculation: ({ rows }) => 1 + rows.length,
  });
  readonly #known = new Map<string, Known>();
  readonly #readVersion: () => unknown;
  #version: unknown;
  #epoch = 0;
  /** The epoch that began with the last change of a table. */
  readonly #begun = new Map<string, number>();

  /**
   * Creates a memory. `readVersion` reports every commit except those of the connection that writes here, for which `forget` is
   * called.
   */
  constructor(readVersion: () => unknown) {
    this.#readVersion = readVersion;
  }

  /** Returns the epoch of a transaction that has just taken its snapshot. */
  enter(): number {
    const version = this.#readVersion();
    if (version !== this.#version) {
      this.#version = version;
      this.forget([everything]);
    }
    return this.#epoch;
  }

  /** Begins another epoch for tables. It must be called before a commit that changes them is reported to anyone. */
  forget(spoiled: Iterable<string>): void {
    this.#epoch++;
    for (const table of spoiled) {
      this.#begun.set(table, this.#epoch);
      if (table === everything) this.#kept.clear();
    }
  }

  /**
   * Returns the answer of a statement in the snapshot of an epoch, for a transaction that has changed the tables in `changed`.
   * A snapshot from before the last change of a table that is read neither uses nor leaves anything, nor does a transaction
   * with its own changes. The rows are frozen.
   */
  recall(
    epoch: number,
    changed: ReadonlySet<string>,
    { sql, values }: Statement,
    read: () => object[],
  ): object[] {
    const { number, tables } = this.#know(sql);
    let begun = this.#begun.get(everything) ?? 0;
    for (const table of tables) {
      if (changed.size > 0 && (changed.has(table) || changed.has(everything))) return read();
      begun = Math.max(begun, this.#begun.get(table) ?? 0);
    }
    if (epoch < begun) return read();
    // No value has NUL in it.
    const key = `${number}\0${values.join("\0")}`;
    const kept = this.#kept.get(key);
    if (kept !== undefined && kept.epoch >= begun) return kept.rows;
    const rows = frozen(read());
    this.#kept.set(key, { rows, epoch });
    return rows;
  }

  #know(sql: string): Known {
    let known = this.#known.get(sql);
    if (known === undefined) {
      const tables = [...sql.matchAll(/\b(?:from|join) "(\w+)"/g)].map(([, table = ""]) => table);
      for (const table of tables) {
        if (!rememberedTables.has(table)) {
          throw new Error(`what is read of ${table} would be remembered when it has changed`);
        }
      }
      this.#known.set(sql, (known = { number: this.#known.size, tables }));
    }
    return known;
  }
}

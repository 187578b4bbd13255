// Rows that say who a caller is and where it may enter, kept from one unit to the next for as long as nothing that they are
// read from has changed. For an engine whose changes all pass through this process, or can be noticed.
import { LRUCache } from "lru-cache";
import type { Statement } from "./query.ts";

/** What may be remembered is read from these alone. */
const tables: ReadonlySet<string> = new Set([
  "access_entries",
  "api_keys",
  "grants",
  "groups",
  "orgs",
  "revoked_tokens",
  "service_account_secrets",
  "service_accounts",
]);

/** Answers to questions: those of some thousand callers. */
const most = 10_000;

/** Whether a change may alter what is remembered. One that deletes, or is of no usual form, may reach rows of any table. */
export function spoilsMemory(sql: string): boolean {
  const table = /^(?:insert into|update) "?(\w+)"?/.exec(sql)?.[1];
  return table === undefined || tables.has(table);
}

export class Memory {
  readonly #rows = new LRUCache<string, object[]>({ maxSize: most, sizeCalculation: () => 1 });
  /** A number for each statement, to make keys short. */
  readonly #numbers = new Map<string, number>();
  readonly #readVersion: () => unknown;
  #version: unknown;
  #epoch = 0;

  /** `readVersion` tells of every commit but those of the connection that writes here, which `forget` is called for. */
  constructor(readVersion: () => unknown) {
    this.#readVersion = readVersion;
  }

  /** The epoch of a transaction that has just taken its snapshot. */
  enter(): number {
    const version = this.#readVersion();
    if (version !== this.#version) {
      this.#version = version;
      this.forget();
    }
    return this.#epoch;
  }

  /** Begins another epoch. To be called before the commit of a change that spoils is told to anybody. */
  forget(): void {
    this.#rows.clear();
    this.#epoch++;
  }

  /** What a statement answers in the snapshot of an epoch: a snapshot of an earlier one neither takes nor leaves anything. */
  recall(epoch: number, { sql, values }: Statement, read: () => object[]): object[] {
    if (epoch !== this.#epoch) return read();
    // No value has NUL in it.
    const key = `${this.#numberOf(sql)}\0${values.join("\0")}`;
    let rows = this.#rows.get(key);
    if (rows === undefined) this.#rows.set(key, (rows = read()));
    return rows;
  }

  #numberOf(sql: string): number {
    let number = this.#numbers.get(sql);
    if (number === undefined) {
      for (const [, table = ""] of sql.matchAll(/\b(?:from|join) "(\w+)"/g)) {
        if (!tables.has(table))
          throw new Error(`what is read of ${table} would be remembered when it has changed`);
      }
      this.#numbers.set(sql, (number = this.#numbers.size));
    }
    return number;
  }
}

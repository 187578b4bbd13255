// Stores whose events are sealed, and what is done to them past the server.
import { deepEqual } from "node:assert/strict";
import { randomBytes } from "node:crypto";
import type { TestContext } from "node:test";
import { unsealKey } from "../../src/core/audit/chain.ts";
import type { Heads } from "../../src/core/audit/heads.ts";
import { createSealer } from "../../src/core/audit/sealer.ts";
import { verify } from "../../src/core/audit/verify.ts";
import { elapsed } from "../../src/core/clock.ts";
import { createKeyring } from "../../src/core/secrets/keyring.ts";
import { mintId } from "../../src/core/secrets/mint.ts";
import { readSettings } from "../../src/core/settings/settings.ts";
import type { Store } from "../../src/core/store/store.ts";
import { openStore } from "../../src/server/open-store.ts";
import { openStoreFile } from "./sqlite-file.ts";
import { locationOf, type TestStorage } from "./storage.ts";
import { ids } from "./world.ts";

export const now = Date.parse("2026-08-10T03:04:53Z");
export const secret = "8f5d1ce07a93b264e1f0957c3ab8d642";
export const keyring = createKeyring(Buffer.from(secret));
export const otherOrg = "b0123456789abcdef012345b";

export async function open(t: TestContext, storage: TestStorage): Promise<Store> {
  const store = await openStore(locationOf(storage));
  t.after(() => store.close().catch(() => {}));
  return store;
}

/** Writes past the store, as whoever has the database can. */
export async function tamper({ options, rows }: TestStorage, sql: string): Promise<void> {
  if (!("data" in options)) return void (await rows(sql));
  const database = openStoreFile(options.data);
  try {
    for (const statement of sql.split(";")) database.run(statement);
  } finally {
    database.close();
  }
}

export const sealerOf = (
  store: Store,
  keepDays: number | null = null,
  at = now,
  isClockSet = false,
  heads: Heads | null = null,
) => {
  const failures: unknown[] = [];
  const error = (about: unknown) => void failures.push((about as { err: unknown }).err);
  const log = { info() {}, error };
  const clock = { now: () => at };
  const chance = { mintId, mintBytes: randomBytes, elapsed };
  const parts = { store, keyring, clock, isClockSet, ...chance, keepDays, heads, log };
  return { ...createSealer(parts), failures };
};

/** Seals what there is. */
export async function seal(store: Store, at = now): Promise<void> {
  const sealer = sealerOf(store, null, at);
  await sealer.look();
  deepEqual(sealer.failures, []);
}

/** An event that the server never wrote, as SQL; its id begins with the letters given. */
export const forging = (id: string | null, at: number | string) =>
  `insert into events (id, type, at, org_id, details) values (${id === null ? "null" : `'${id.padEnd(24, "0")}'`}, 'JOINED_ORG', ${at}, '${ids.org}', '{}')`;

export const masters = { current: secret, previous: undefined };
export const settingsOf = ({ options }: TestStorage) => readSettings(options, { logLevel: "silent" });

type Scope = { readonly orgId?: string; readonly groupId?: string };

/** Writes events of a scope in one unit of work, a second apart. */
export const record = (store: Store, scope: Scope, count: number, at = now) =>
  store.write(async (tx) => {
    for (let turn = 0; turn < count; turn++) {
      const event = { id: mintId(at), type: "INVITED_TO_ORG", at: at + turn * 1000, actor: null } as const;
      await tx.events.add({ ...event, ...scope, targetUsername: `${turn}@example.com` });
    }
  });

export const findings = (store: Store, ring = keyring) =>
  store.read(async (tx) => {
    const key = unsealKey(ring, (await tx.meta.get("audit-key")) ?? "");
    return verify(tx, key ?? randomBytes(32));
  });

/** All that is wrong, the ids of events left out. */
export async function problems(store: Store): Promise<string[]> {
  const { chains, orphans } = await findings(store);
  const ofChains = chains.flatMap((chain) => chain.problems);
  const words = ofChains.map((problem) => problem.replace(/[0-9a-f]{24}/, "X"));
  return orphans === 0 ? words : [...words, `${orphans} orphans`];
}

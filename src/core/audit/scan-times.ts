// Stores when the servers last looked for events to seal, so that `verify` can tell a new event from an inserted one.
import type { Instant } from "../domain/instant.ts";
import type { Keyring } from "../secrets/keyring.ts";
import type { Reads, Store } from "../store/store.ts";
import { noteOf, readNote, unsealKey } from "./chain.ts";

const name = "audit-looked";

export interface Look {
  /** The start of the newest look that has ended. */
  readonly looked: Instant;
  /** The start of the newest look that left no event unsealed; 0 for none. */
  readonly complete: Instant;
}

export function openKey(keyring: Keyring, sealed: string): Buffer {
  const key = unsealKey(keyring, sealed);
  if (key === undefined) throw new Error("the key of the seals of events was changed in the database");
  return key;
}

/** Reads the last look; undefined if none is stored, null if the record's MAC is invalid. */
export async function lookIn(tx: Reads, key: Buffer): Promise<Look | undefined | null> {
  const note = await tx.meta.get(name);
  if (note === undefined) return undefined;
  const [looked, complete] = readNote(key, name, note) ?? [];
  return looked === undefined || complete === undefined ? null : { looked, complete };
}

interface Deps {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly isClockSet: boolean;
}

/** Returns the key of the seals; undefined in a store that has none yet. */
export async function keyIn(tx: Reads, keyring: Keyring): Promise<Buffer | undefined> {
  const sealed = await tx.meta.get("audit-key");
  return sealed === undefined ? undefined : openKey(keyring, sealed);
}

export const readLook = ({ store, keyring }: Deps): Promise<Look | undefined> =>
  store.read(async (tx) => {
    const key = await keyIn(tx, keyring);
    return key === undefined ? undefined : ((await lookIn(tx, key)) ?? undefined);
  });

/** Notes a look. With a clock that can be set it empties the note, because such a clock does not prove when servers looked. */
export const noteLook = ({ store, keyring, isClockSet }: Deps, { looked, complete }: Look): Promise<void> =>
  store.write(async (tx) => {
    const key = await keyIn(tx, keyring);
    if (key === undefined) return;
    const last = await lookIn(tx, key);
    if (isClockSet && !last?.looked) return;
    const newest = [Math.max(looked, last?.looked ?? 0), Math.max(complete, last?.complete ?? 0)];
    tx.meta.set(name, noteOf(key, name, isClockSet ? [0, 0] : newest));
  });

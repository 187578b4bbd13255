// Keeps a planted world as rows, to restore them at a reset or in the next store with the same seed, instead of planting again.
import type { Instant } from "../../core/domain/instant.ts";
import type { Keyring } from "../../core/secrets/keyring.ts";
import type { Dump } from "../../core/store/dump.ts";
import type { Store, Writes } from "../../core/store/store.ts";

export interface WorldImage {
  readonly dump: Dump;
  readonly plantedAt: Instant;
  /** The instants in the seed, which are the same whenever it is planted. */
  readonly fixed: ReadonlySet<Instant>;
  /** The keyring that sealed its keys. */
  readonly keyring: Keyring;
}

/** Takes an image of a store that was empty before its seed was planted. */
export async function takeImage(store: Store, planted: Omit<WorldImage, "dump">): Promise<WorldImage> {
  return { dump: await store.read((tx) => tx.dump.take()), ...planted };
}

/** Makes a store what it would be if the seed were planted in it now. `isEmpty`: there is nothing to remove. */
export async function putImage(
  tx: Writes,
  image: WorldImage,
  { now, keyring, isEmpty }: { readonly now: Instant; readonly keyring: Keyring; readonly isEmpty: boolean },
): Promise<void> {
  const dump = later(image, now - image.plantedAt);
  if (isEmpty) await tx.dump.fill(dump);
  else await tx.dump.restore(dump);
  if (keyring === image.keyring) return;
  for (const { id, sealed } of await tx.seals.all()) {
    await tx.seals.replace(id, keyring.seal(image.keyring.unseal(sealed)));
  }
}

const isInstant = (column: string) => column === "at" || column.endsWith("At");

/** Shifts instants that are relative to the planting. */
function later({ dump, plantedAt, fixed }: WorldImage, by: number): Dump {
  const isReckoned = (value: unknown) => typeof value === "number" && value >= plantedAt && !fixed.has(value);
  const move = ([column, value]: [string, unknown]) => [
    column,
    isInstant(column) && isReckoned(value) ? (value as Instant) + by : value,
  ];
  const moved = Object.entries(dump).map(([table, rows]) => [
    table,
    rows.map((row) => Object.fromEntries(Object.entries(row).map(move))),
  ]);
  return by === 0 ? dump : Object.fromEntries(moved);
}

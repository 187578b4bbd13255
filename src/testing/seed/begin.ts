// Begins the world of a program: in memory from an image, if the same seed was planted before; from a store as it was left.
import { LRUCache } from "lru-cache";
import { day, type Instant } from "../../core/domain/instant.ts";
import type { Keyring } from "../../core/secrets/keyring.ts";
import { systemMint } from "../../core/secrets/mint.ts";
import type { Reads, Store, Writes } from "../../core/store/store.ts";
import { type CompleteDocument, complete } from "./complete.ts";
import { demoSeed, mintDemoCredentials } from "./demo.ts";
import { checkSeed, type SeedDocument, SeedError } from "./document.ts";
import { putImage, takeImage, type WorldImage } from "./image.ts";
import { timestamp } from "./patterns.ts";
import { empty, plant, plantIfEmpty } from "./plant.ts";
import type { Planted } from "./planted.ts";

interface Beginning {
  /** The document, completed once, so that a reset keeps what clients were given. */
  readonly document: CompleteDocument;
  readonly planted: Planted;
}

export interface BegunWorld extends Beginning {
  /** Plants the seed again; absent if the store's beginning is unknown. */
  replant?(): Promise<Planted>;
  /** Stores the things that are planted later, in the same unit of work. */
  keep?(tx: Writes, more: Planted): Promise<void>;
}

/** The beginning in a store: without a document if another command planted it, which keeps none. */
type InStore = Partial<Pick<Beginning, "document">> & Pick<Beginning, "planted">;

export interface Place {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly clock: { now(): Instant };
}

/**
 * Plants the seed if the store is empty. The planted document stays in the store, sealed: a later start finds the minted ids
 * and secrets there, and what its resets go back to.
 */
export async function beginKept(
  seed: SeedDocument | undefined,
  { store, keyring, clock }: Place,
): Promise<BegunWorld> {
  const target = () => ({ store, keyring, now: clock.now() });
  const write = (tx: Writes, begun: InStore) => tx.meta.set("world", keyring.seal(JSON.stringify(begun)));
  const read = async (tx: Reads): Promise<InStore> => {
    const sealed = await tx.meta.get("world");
    return sealed === undefined ? { planted: nothing } : JSON.parse(keyring.unseal(sealed));
  };
  const keeping = (given: CompleteDocument) => async (tx: Writes, planted: Planted) =>
    write(tx, { document: withPendingUsers(given, planted), planted });
  const given = complete(checkSeed(seed ?? { orgs: [] }), clock.now(), keyring.mint);
  await plantIfEmpty(given, target(), keeping(given));
  const { document, planted } = await store.read(read);
  const keep = async (tx: Writes, more: Planted) => {
    const begun = await read(tx);
    write(tx, { ...begun, planted: both(begun.planted, more) });
  };
  if (document !== undefined) {
    const how = { before: empty, after: keeping(document) };
    return { document, planted, keep, replant: () => plant(document, target(), how) };
  }
  if (seed === undefined) return { document: given, planted, keep };
  throw new SeedError([
    "the store holds what something else planted, such as `anteroom dev`; open it without a seed, or give another folder or database",
  ]);
}

const nothing: Planted = { apiKeys: [], serviceAccounts: [], made: [] };

const both = (before: Planted, more: Planted): Planted => ({
  apiKeys: [...before.apiKeys, ...more.apiKeys],
  serviceAccounts: [...before.serviceAccounts, ...more.serviceAccounts],
  made: [...before.made, ...more.made],
});

/** Adds the ids of pending users, which are known after planting: those of accounts, if there are any. */
function withPendingUsers({ orgs, ...document }: CompleteDocument, { made }: Planted): CompleteDocument {
  const userIds = new Map(
    made.flatMap(({ kind, handle }) =>
      kind === "invites" && handle.userId ? [[handle.id, handle.userId]] : [],
    ),
  );
  const complete = <Invite extends { readonly id: string }>(invite: Invite) => {
    const userId = userIds.get(invite.id);
    return userId === undefined ? invite : { ...invite, userId };
  };
  return { ...document, orgs: orgs.map((org) => ({ ...org, invites: org.invites.map(complete) })) };
}

interface Kept extends Beginning {
  readonly image: WorldImage;
}

/**
 * The plantings by seed and day of the clock, which ids contain. Worlds of one seed share what was minted; changes in one do
 * not affect another.
 */
const plantings = new LRUCache<string, Kept>({ max: 20 });

export async function begin(
  seed: SeedDocument | undefined,
  { store, keyring, clock }: Place,
): Promise<BegunWorld> {
  const now = clock.now();
  // A mint with a seed makes its own ids, so its worlds are not shared.
  const key = keyring.mint === systemMint ? keyOf(seed, now) : undefined;
  const known = key === undefined ? undefined : plantings.get(key);
  let kept = known !== undefined && known.image.plantedAt <= now ? known : undefined;
  if (kept === undefined) {
    const demonstration = () => demoSeed(mintDemoCredentials(now, keyring.mint));
    const document = complete(seed === undefined ? demonstration() : checkSeed(seed), now, keyring.mint);
    const planted = await plant(document, { store, keyring, now });
    const image = await takeImage(store, { plantedAt: now, fixed: instantsOf(document), keyring });
    kept = { document, planted, image };
    if (key !== undefined) plantings.set(key, kept);
  } else {
    const { image } = kept;
    await store.write((tx) => putImage(tx, image, { now, keyring, isEmpty: true }));
  }
  const { document, planted, image } = kept;
  return {
    document,
    planted,
    replant: () =>
      store.write(async (tx) => {
        tx.locks.everything();
        await putImage(tx, image, { now: clock.now(), keyring, isEmpty: false });
        return planted;
      }),
  };
}

/** Returns the key; undefined for a value that JSON cannot express, which is refused later. */
function keyOf(seed: SeedDocument | undefined, now: Instant): string | undefined {
  try {
    return `${Math.floor(now / day)} ${seed === undefined ? "" : JSON.stringify(seed)}`;
  } catch {
    return undefined;
  }
}

/** Finds the instants in a seed. */
function instantsOf(value: unknown, found = new Set<Instant>()): ReadonlySet<Instant> {
  if (typeof value === "string" && isTimestamp.test(value)) found.add(Date.parse(value));
  if (typeof value === "object" && value !== null) {
    for (const each of Object.values(value)) instantsOf(each, found);
  }
  return found;
}

const isTimestamp = new RegExp(timestamp);

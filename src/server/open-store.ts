// Opens the store of the settings: its folder or database, its schema, and the secret that it was created with.

import { join } from "node:path";
import { elapsed, momentInName, wallClock } from "../core/clock.ts";
import { Fault } from "../core/contract/errors.ts";
import { toTimestamp } from "../core/domain/instant.ts";
import {
  closeToOthers,
  inDataFolder,
  makePrivateFile,
  makePrivateFolder,
  storeFile,
} from "../core/private-files.ts";
import type { Keyring } from "../core/secrets/keyring.ts";
import { jitter } from "../core/secrets/mint.ts";
import { SettingsError } from "../core/settings/error.ts";
import type { Storage } from "../core/settings/settings.ts";
import type { Database } from "../core/store/database.ts";
import { openInMemory } from "../core/store/in-memory.ts";
import { hasForeignSchema, migrate, NotMigrated, pendingIn } from "../core/store/migrate.ts";
import { codeOf } from "../core/store/outages.ts";
import { inBackground } from "../core/store/places.ts";
import { openPostgres } from "../core/store/postgres.ts";
import { patientLimits } from "../core/store/postgres-pool.ts";
import { openSqlite } from "../core/store/sqlite.ts";
import { type Store, storeOver } from "../core/store/store.ts";
import {
  forgetStore,
  lockForServer,
  moveStore,
  noteStore,
  requireWholeStore,
} from "../core/store/store-file.ts";

/** Receives what is wrong with the place of a store, in a sentence each. */
type Warn = (sentence: string) => void;

interface Opening {
  readonly warn?: Warn;
  /** Notes that there was no store yet. */
  readonly tellNew?: Warn;
  /**
   * Reports that the file of a store with the schema of another version from before 0.1.0 was moved aside, and a new store
   * begun; without it such a store is refused, as a database of PostgreSQL always is.
   */
  readonly tellMoved?: Warn;
  /** True to refuse the folder if another process has it open in this way: for servers, which remember its content. */
  readonly isServer?: boolean;
}

export async function openDatabase(storage: Storage, opening: Opening = {}): Promise<Database> {
  switch (storage.kind) {
    case "memory":
      return openSqlite(null);
    case "folder":
      return openFolder(storage.path, opening);
    case "postgres":
      return openPostgres(storage.url, { jitter, elapsed });
  }
}

/** Opens the database for work without a time limit. */
export const openPatiently = async (storage: Storage, opening?: Opening): Promise<Database> =>
  storage.kind === "postgres"
    ? openPostgres(storage.url, { jitter, elapsed, limits: patientLimits })
    : openDatabase(storage, opening);

const openFolder = (path: string, opening: Opening): Promise<Database> =>
  inDataFolder(path, () => openIn(path, opening));

async function openIn(path: string, { warn, tellNew, tellMoved, isServer }: Opening): Promise<Database> {
  await makePrivateFolder(path);
  const file = join(path, storeFile);
  const isNew = requireWholeStore(file);
  const unlock = isServer === true ? await lockForServer(file, toTimestamp(wallClock())) : () => {};
  try {
    for (const sentence of await closeToOthers(path)) warn?.(sentence);
    await makePrivateFile(file);
    const database = await openOrMove(path, file, isNew ? undefined : tellMoved);
    noteStore(file);
    if (isNew) tellNew?.(`There was no store in ${path}: this is a new one, with nothing in it.`);
    return { ...database, close: () => database.close().finally(unlock) };
  } catch (reason) {
    unlock();
    if (isNew) forgetStore(file);
    throw reason;
  }
}

/**
 * Opens the store in a file; if it may report that, one of another version from before 0.1.0 is moved aside, and a new one
 * created.
 */
async function openOrMove(path: string, file: string, tellMoved: Warn | undefined): Promise<Database> {
  const database = openSqlite(file, elapsed);
  if (tellMoved === undefined) return database;
  let isKept = false;
  try {
    isKept = !(await database.read(hasForeignSchema));
  } finally {
    if (!isKept) await database.close();
  }
  if (isKept) return database;
  const aside = `${file}.before-${momentInName()}`;
  moveStore(file, aside);
  await makePrivateFile(file);
  tellMoved(
    `the store in ${path} has the schema of another version from before 0.1.0: it is kept as ${aside}, and a new one begins`,
  );
  return openSqlite(file, elapsed);
}

/** Explains which right a role of PostgreSQL lacks, instead of its `insufficient_privilege`. */
async function withRights<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (reason) {
    const cause = reason instanceof Fault ? reason.cause : reason;
    if (codeOf(cause) !== "42501") throw reason;
    const message = `the role of --database-url lacks a right (${(cause as Error).message}); give it those of docs/guides/production.md`;
    throw new SettingsError(message, { cause });
  }
}

/** Migrates the schema of a database, and returns the applied migrations. */
export async function updateSchema(
  database: Database,
  storage: Storage,
  { isCopy = false } = {},
): Promise<string[]> {
  // It connects on first use, and so not at all if there is nothing to do.
  const patient = storage.kind === "postgres" ? await openPatiently(storage) : undefined;
  try {
    return await withRights(() => migrate(database, { isCopy, ...(patient && { patient }) }));
  } catch (cause) {
    if (!(cause instanceof NotMigrated)) throw cause;
    const message = `the schema of the database is not the newest, and this role may not change it (${cause.message}); run \`anteroom migrate\` with the --database-url of the role that owns the tables`;
    throw new SettingsError(message, { cause });
  } finally {
    await patient?.close();
  }
}

export async function openStore(storage: Storage, opening?: Opening): Promise<Store> {
  if (storage.kind === "memory") return openInMemory();
  const database = await openDatabase(storage, opening);
  try {
    await updateSchema(database, storage);
  } catch (reason) {
    await database.close();
    throw reason;
  }
  return storeOver(database, opening?.warn);
}

/** Opens a store for a command that only reads: it changes nothing, and refuses a schema that is not the newest. */
export async function openToLook(storage: Storage): Promise<Store> {
  const database = await openDatabase(storage);
  try {
    const lacking = await database.read(pendingIn);
    if (lacking.length === 0) return storeOver(database);
    throw new SettingsError(
      `the store has an older schema (it lacks ${lacking.join(", ")}), and this command changes nothing: run \`anteroom migrate\` first, or the version that the store is served by`,
    );
  } catch (reason) {
    await database.close();
    throw reason;
  }
}

/** Closes a store that was created with another master secret, with which its API keys could not be checked, and throws. */
export async function agreeOnSecret(store: Store, keyring: Keyring, isLook = false): Promise<void> {
  const sealed = await withRights(() =>
    isLook
      ? store.look((tx) => tx.meta.get("seal"))
      : store.write((tx) => tx.meta.keep("seal", keyring.seal("anteroom"))),
  ).catch(async (reason) => {
    await store.close();
    throw reason;
  });
  if (sealed !== undefined && keyring.tryUnseal(sealed) === undefined) {
    await store.close();
    throw new SettingsError(
      "the store was made with another master secret; set ANTEROOM_SECRET, in a program the option secret, to that one (`anteroom rotate-secret` replaces it)",
    );
  }
}

/** Returns the store for background work, which has its own connection if requests wait for one. */
export const backgroundStore = (store: Store): Store => ({
  ...store,
  look: (work) => store.look(work, inBackground),
  read: (work) => store.read(work, inBackground),
  write: (work) => store.write(work, inBackground),
});

// The only place where the parts are put together. In a program: `import { createAnteroom } from "anteroom"`.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { pino } from "pino";
import { type Clock, createClock, elapsed } from "./clock.ts";
import { type Settings, SettingsError, type Storage } from "./config.ts";
import { type Controls, createControls } from "./controls/controls.ts";
import { registerControls } from "./controls/routes.ts";
import type { Instant } from "./domain/instant.ts";
import { createAuthenticate } from "./http/authenticate.ts";
import { createLimits } from "./http/limits.ts";
import { createMetrics } from "./http/metrics.ts";
import { createMemoryLedger, createNonces, type NonceLedger } from "./http/nonces.ts";
import { createTokenEndpoints } from "./http/oauth.ts";
import { createCorridor } from "./http/pipeline.ts";
import { createShell } from "./http/shell.ts";
import { registerDocument } from "./openapi/routes.ts";
import { operations } from "./operations/index.ts";
import { createIssue } from "./secrets/issue.ts";
import { createKeyring, type Keyring } from "./secrets/keyring.ts";
import { jitter, mintBytes, mintId } from "./secrets/mint.ts";
import { checkSeed, type SeedDocument } from "./seed/document.ts";
import { type PlantedCredentials, plant } from "./seed/plant.ts";
import type { Database } from "./store/database.ts";
import { migrate } from "./store/migrate.ts";
import { openPostgres } from "./store/postgres.ts";
import { openSqlite } from "./store/sqlite.ts";
import { type Store, storeOver } from "./store/store.ts";

/** How long a shutdown waits for requests under way. */
const drainMs = 10_000;

export async function openDatabase(storage: Storage): Promise<Database> {
  switch (storage.kind) {
    case "memory":
      return openSqlite(null);
    case "folder":
      await mkdir(storage.path, { recursive: true, mode: 0o700 });
      return openSqlite(join(storage.path, "anteroom.sqlite"));
    case "postgres":
      return openPostgres(storage.url, { jitter, elapsed });
  }
}

/** Opens a store and brings its schema up to date. */
export async function openStore(storage: Storage): Promise<Store> {
  const database = await openDatabase(storage);
  try {
    await migrate(database);
  } catch (reason) {
    await database.close();
    throw reason;
  }
  return storeOver(database);
}

/**
 * Makes sure that a store is opened with the master secret it was first opened with: with another one its API keys could not
 * be checked. Closes the store when it is not.
 */
export async function agreeOnSecret(store: Store, keyring: Keyring): Promise<void> {
  const sealed = await store.write(async (tx) => {
    const known = await tx.meta.get("seal");
    if (known === undefined) await tx.meta.set("seal", keyring.seal("anteroom"));
    return known;
  });
  if (sealed === undefined) return;
  try {
    keyring.unseal(sealed);
  } catch (cause) {
    await store.close();
    const message = "the store was made with another master secret; set ANTEROOM_SECRET to that one";
    throw new SettingsError(message, { cause });
  }
}

interface ServerParts {
  readonly settings: Settings;
  readonly store: Store;
  readonly keyring: Keyring;
  readonly clock: Clock;
  /** Test controls; null leaves them out. */
  readonly controls: Controls | null;
}

/** A server that is ready to listen. */
export function assemble({ settings, store, keyring, clock, controls }: ServerParts) {
  const logger = pino({ level: settings.logLevel, redact: ["authorization"] });
  const shared = settings.storage.kind === "postgres";
  // Processes that share a store must take each other's nonces and must not take a count twice between them. One that has
  // its store to itself forgets its nonces with its key, and keeps the counts in memory.
  const nonces = createNonces(shared ? keyring.derive("nonce") : mintBytes(32));
  const ledger: NonceLedger = shared
    ? {
        spend: (nonce, count, expiresAt) =>
          store.write((tx) => tx.credentials.spendDigest(nonce, count, expiresAt)),
      }
    : createMemoryLedger();
  const walk = createCorridor({
    store,
    clock,
    authenticate: createAuthenticate({ store, keyring, nonces, ledger }),
    limits: createLimits({ enforced: settings.limits === "atlas", elapsed }),
    lenientAccept: settings.lenientAccept,
    mintId,
    issue: createIssue(keyring),
    report: (reason, { method, target }) =>
      logger.error({ err: reason, method, path: target.split("?", 1)[0] }, "unexpected error"),
  });
  const app = createShell({
    operations: Object.values(operations),
    walk: controls === null ? walk : controls.watch(walk),
    tokens: createTokenEndpoints({ store, clock, keyring, mintId }),
    metrics: createMetrics(),
    logger,
    baseUrl: settings.baseUrl,
    trustProxy: settings.trustProxy,
    probe: async () => void (await store.read((tx) => tx.orgs.exist())),
  });
  registerDocument(app, operations, settings.baseUrl);
  if (controls !== null) registerControls(app, controls);
  return {
    app,
    /** Listens and returns the address, such as http://127.0.0.1:8080. */
    async listen(): Promise<string> {
      return app.listen({ host: settings.host, port: settings.port });
    },
    /** Stops listening, lets requests under way finish, and closes the store. */
    async close(): Promise<void> {
      const closing = app.close();
      const late = setTimeout(() => app.server.closeAllConnections(), drainMs);
      await closing.finally(() => clearTimeout(late));
      await store.close();
    },
  };
}

/** Options of an Anteroom inside a program. */
export interface AnteroomOptions {
  /** World to begin with. */
  readonly seed?: SeedDocument;
  /** 0, any free port, if absent. */
  readonly port?: number;
  readonly host?: string;
  /** Folder of the SQLite file; absent keeps everything in memory. */
  readonly data?: string;
  readonly databaseUrl?: string;
  /** Where the clock starts, ISO 8601. */
  readonly now?: string;
  readonly limits?: "off" | "atlas";
  readonly lenientAccept?: boolean;
  /** Seals and signs what a store keeps; give the same one to reopen a store. Minted if absent. */
  readonly secret?: string;
  readonly logLevel?: string;
}

/** A running Anteroom. */
export interface Anteroom extends AsyncDisposable {
  /** Base URL without a slash at the end. */
  readonly url: string;
  /** Credentials of the seeds planted so far; secrets can be seen nowhere else. */
  readonly credentials: PlantedCredentials;
  readonly clock: Controls["clock"];
  /** Requests a path of this server. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Plants more of a world. */
  seed(document: SeedDocument): Promise<PlantedCredentials>;
  /** Puts everything back to the seed it began with. */
  reset(): Promise<void>;
  /** Remembers the state under a name, or puts it back. */
  readonly snapshot: { take(name: string): Promise<void>; restore(name: string): Promise<void> };
  close(): Promise<void>;
}

/** Starts an Anteroom with its test controls, by default in memory and on a free port of the loopback interface. */
export async function createAnteroom(options: AnteroomOptions = {}): Promise<Anteroom> {
  const storage: Storage =
    options.databaseUrl !== undefined
      ? { kind: "postgres", url: options.databaseUrl }
      : options.data !== undefined
        ? { kind: "folder", path: options.data }
        : { kind: "memory" };
  const settings: Settings = {
    host: options.host ?? "127.0.0.1",
    port: options.port ?? 0,
    storage,
    folder: options.data ?? null,
    seed: null,
    now: null,
    limits: options.limits ?? "off",
    baseUrl: null,
    lenientAccept: options.lenientAccept ?? false,
    trustProxy: false,
    logLevel: options.logLevel ?? "silent",
  };
  const keyring = createKeyring(options.secret === undefined ? mintBytes(32) : Buffer.from(options.secret));
  const clock = createClock(options.now === undefined ? null : Date.parse(options.now));
  const store = await openStore(storage);
  await agreeOnSecret(store, keyring);
  const world = checkSeed(options.seed ?? { orgs: [] });
  const soil = () => ({ store, keyring, now: clock.now() });
  const replant = async () => void (await plant(world, soil(), (tx) => tx.dump.restore({})));
  const controls = createControls({ store, clock, mintId, replant });
  const credentials = await plant(world, soil());
  const server = assemble({ settings, store, keyring, clock, controls });
  const url = await server.listen();
  return {
    url,
    credentials,
    clock: controls.clock,
    fetch: (path, init) => fetch(new URL(path, url), init),
    async seed(document) {
      const planted = await plant(checkSeed(document), soil());
      credentials.apiKeys.push(...planted.apiKeys);
      credentials.serviceAccounts.push(...planted.serviceAccounts);
      return planted;
    },
    reset: controls.reset,
    snapshot: controls.snapshot,
    close: server.close,
    [Symbol.asyncDispose]: server.close,
  };
}

export type { Instant, SeedDocument };

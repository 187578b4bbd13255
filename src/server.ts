// Puts the parts of a server together.
import type { Server as TlsServer } from "node:https";
import { join } from "node:path";
import { createSealer, type Sealer } from "./audit/sealer.ts";
import { type Clock, createClock, createStandingClock, elapsed, wallClock } from "./clock.ts";
import { createProvider, type Provider } from "./console/oidc.ts";
import { createConsole } from "./console/register.ts";
import { Fault } from "./contract/errors.ts";
import { createAdmission } from "./controls/admission.ts";
import type { Controls, createControls } from "./controls/controls.ts";
import { createGuard } from "./controls/guard.ts";
import { routeControls } from "./controls/routes.ts";
import { createDeprecations, type Deprecations } from "./deprecations.ts";
import { type Instant, toTimestamp } from "./domain/instant.ts";
import { isLoopbackName } from "./domain/loopback.ts";
import { jsonAnswer, type Route } from "./http/answer.ts";
import { type EndpointWrapper, endpointRoute } from "./http/answer-endpoint.ts";
import { createAuthenticate, createOutdate, createProveKey, createReadToken } from "./http/authenticate.ts";
import { createBodies } from "./http/bodies.ts";
import { decompress } from "./http/decompress.ts";
import { createDeviceEndpoints } from "./http/device.ts";
import { createExplaining, type Explaining } from "./http/explain.ts";
import { createLimits, createSpend, endpointSetsOf } from "./http/limits.ts";
import { createMetrics } from "./http/metrics.ts";
import { createMonitoring, monitoringRoutes } from "./http/monitoring.ts";
import { createNodeServer } from "./http/node-adapter.ts";
import { createMemoryLedger, createNonces, type NonceLedger } from "./http/nonces.ts";
import { createTokenEndpoints } from "./http/oauth.ts";
import { createObserve, createRecord } from "./http/observe.ts";
import { createPipeline } from "./http/pipeline.ts";
import type { PipelineWrapper } from "./http/pipeline-request.ts";
import { createProbe } from "./http/probe.ts";
import { createRefuseRequest } from "./http/refuse-request.ts";
import { createReport } from "./http/report.ts";
import { createToRequest } from "./http/request.ts";
import { createRespond } from "./http/respond.ts";
import { createSecurityLog } from "./http/security-log.ts";
import { deferProof } from "./http/wrappers/deferred-proof.ts";
import { countDeprecatedCalls } from "./http/wrappers/deprecated-calls.ts";
import { injectEndpointFaults } from "./http/wrappers/endpoint-faults.ts";
import { logEndpointSecurity } from "./http/wrappers/endpoint-security.ts";
import { injectFaults } from "./http/wrappers/faults.ts";
import { nudgeMail } from "./http/wrappers/mail-nudge.ts";
import { logSecurity } from "./http/wrappers/security-log.ts";
import { createKeyUses } from "./key-uses.ts";
import { createLogger, droppedLines } from "./log.ts";
import { createCapture } from "./mail/capture.ts";
import { createPacing } from "./mail/pacing.ts";
import { createSmtp } from "./mail/smtp.ts";
import { createMailWorker, type MailWorker } from "./mail/worker.ts";
import { documentAsked, documentPath } from "./openapi/routes.ts";
import { operations } from "./operations/index.ts";
import type { Operation } from "./operations/operation.ts";
import { closeToOthers, makePrivateFile, makePrivateFolder, storeFile } from "./private-files.ts";
import { createIssue } from "./secrets/issue.ts";
import { type Keyring, sameText } from "./secrets/keyring.ts";
import { createSeededMint, jitter, type Mint, systemMint } from "./secrets/mint.ts";
import { createPasswords } from "./secrets/passwords.ts";
import { describeSeeds, schemaFile } from "./seed/schema.ts";
import { SettingsError } from "./settings/error.ts";
import type { Settings, Storage } from "./settings/settings.ts";
import { codeOf } from "./store/code-of.ts";
import type { Database } from "./store/database.ts";
import { openInMemory } from "./store/in-memory.ts";
import { migrate, NotMigrated } from "./store/migrate.ts";
import { openPostgres } from "./store/postgres.ts";
import { patientLimits } from "./store/postgres-pool.ts";
import { forgetStore, lockForServer, noteStore, requireWholeStore } from "./store/server-lock.ts";
import { openSqlite } from "./store/sqlite.ts";
import { type Store, storeOver } from "./store/store.ts";
import { createSweeper } from "./sweeper.ts";
import type { Certificate } from "./tls/certificate.ts";
import { followFiles } from "./tls/open.ts";

/**
 * How a shutdown ends within ten seconds whatever the store, or a client, does: requests and mail under way may go on for
 * as long as the first says; then the store is closed beneath them, so that they are answered; then connections are cut.
 */
const drainMs = 7_000;
const storeMs = 8_500;
export const endMs = 9_500;

/** Is told what was wrong about where a store is kept, in a sentence each. */
type Warn = (sentence: string) => void;

/** How a store is opened. */
interface Opening {
  readonly warn?: Warn;
  /** Is told where there was no store yet. */
  readonly tellNew?: Warn;
  /** Whether no other process may have the folder open in this way: for servers, which remember what is in it. */
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

async function openFolder(path: string, { warn, tellNew, isServer }: Opening): Promise<Database> {
  await makePrivateFolder(path);
  const file = join(path, storeFile);
  const isNew = requireWholeStore(file);
  const unlock = isServer === true ? await lockForServer(file, toTimestamp(wallClock())) : () => {};
  try {
    for (const sentence of await closeToOthers(path)) warn?.(sentence);
    await makePrivateFile(file);
    const database = openSqlite(file, elapsed);
    noteStore(file);
    if (isNew) tellNew?.(`There was no store in ${path}: this is a new one, with nothing in it.`);
    return { ...database, close: () => database.close().finally(unlock) };
  } catch (reason) {
    unlock();
    if (isNew) forgetStore(file);
    throw reason;
  }
}

/** Says what a role of PostgreSQL lacks, in place of its `insufficient_privilege`. */
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

/** Brings the schema of a database up to date, and returns what it applied. */
export async function updateSchema(database: Database, storage: Storage): Promise<string[]> {
  // It connects at first use, and so not at all where nothing is to be done.
  const patient =
    storage.kind === "postgres"
      ? await openPostgres(storage.url, { jitter, elapsed, limits: patientLimits })
      : undefined;
  try {
    return await withRights(() => migrate(database, patient && { patient }));
  } catch (cause) {
    if (!(cause instanceof NotMigrated)) throw cause;
    const message = `the schema of the database is not the newest, and this role may not change it (${cause.message}); run \`anteroom migrate\` with the --database-url of the role that owns the tables`;
    throw new SettingsError(message, { cause });
  } finally {
    await patient?.close();
  }
}

/** Opens a store and brings its schema up to date. */
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

/**
 * Makes sure that a store is opened with the master secret it was first opened with: with another one its API keys could not
 * be checked. Closes the store when it is not.
 */
export async function agreeOnSecret(store: Store, keyring: Keyring): Promise<void> {
  const sealed = await withRights(() =>
    store.write((tx) => tx.meta.keep("seal", keyring.seal("anteroom"))),
  ).catch(async (reason) => {
    await store.close();
    throw reason;
  });
  try {
    keyring.unseal(sealed);
  } catch (cause) {
    await store.close();
    const message =
      "the store was made with another master secret; set ANTEROOM_SECRET to that one (`anteroom rotate-secret` replaces it)";
    throw new SettingsError(message, { cause });
  }
}

/** What sends the mail of a server, and the mail that it captured where it sends none. */
export interface Mail {
  /** Null where mail waits in the outbox for a start with a server to send through. */
  readonly worker: MailWorker | null;
  readonly captured: Parameters<typeof createControls>[0]["mail"];
}

/** Of the API, in the order of the table. */
export const operationIds = Object.keys(operations);

/** Where the clock of a world stands that can be repeated, unless --now says otherwise. */
const firstInstant = Date.UTC(2026, 0, 1);

/** What time and chance of a server are: those of the machine, or what follows from a seed. */
export function openChance(
  { deterministic, now }: Pick<Settings, "deterministic" | "now">,
  present?: () => Instant,
): {
  readonly clock: Clock;
  readonly mint: Mint;
} {
  if (deterministic === null) return { clock: createClock(now, present), mint: systemMint };
  return { clock: createStandingClock(now ?? firstInstant), mint: createSeededMint(deterministic) };
}

/** What is scheduled goes by real time, and so does what is measured, but in a world that can be repeated. */
const timesOf = ({ deterministic }: Settings, clock: Clock) =>
  deterministic === null ? { wall: wallClock, passed: elapsed } : { wall: clock.now, passed: clock.now };

/** Mail of a server: through the SMTP server of the settings, or else captured in a rehearsal, or else not at all. */
export function openMail(
  settings: Settings,
  { store, keyring, clock, captures }: { store: Store; keyring: Keyring; clock: Clock; captures: boolean },
): Mail {
  const { server, language } = settings.mail;
  const log = createLogger(settings);
  const { wall } = timesOf(settings, clock);
  const shared = { store, language, clock, wall, mint: keyring.mint.apart("mail"), log };
  if (server !== null) {
    return {
      worker: createMailWorker({ ...shared, transport: createSmtp(server), pacing: createPacing({ store }) }),
      captured: null,
    };
  }
  if (!captures) {
    log.warn("no --mail-url: invitations wait in the outbox and are not sent");
    return { worker: null, captured: null };
  }
  const capture = createCapture(clock);
  // Where all is to come in one order, a message is not left to whenever somebody looks.
  const beginsAtOnce = settings.deterministic !== null;
  const worker = createMailWorker({ ...shared, transport: capture, pacing: null, beginsAtOnce });
  const captured = {
    async list() {
      await worker.flush();
      return capture.list();
    },
    captured: capture.list,
    async pause<T>(work: () => Promise<T>): Promise<T> {
      const done = await worker.pause(work);
      if (beginsAtOnce) await worker.flush();
      return done;
    },
    putBack: capture.putBack,
  };
  return { worker, captured };
}

/** What seals the events of a server, and removes them in the end. */
export const openSealer = (
  settings: Settings,
  parts: { store: Store; keyring: Keyring; clock: Clock; isClockSet: boolean },
): Sealer =>
  createSealer({
    ...{ ...parts, mintId: parts.keyring.mint.id, mintBytes: parts.keyring.mint.bytes },
    keepDays: settings.keepEvents,
    log: createLogger(settings),
  });

/** The provider of the settings, asked only when somebody signs in. */
function openProvider(
  settings: Settings,
  { keyring, clock }: { keyring: Keyring; clock: Clock },
): Provider | undefined {
  if (settings.oidc === null) return undefined;
  const log = createLogger(settings);
  return createProvider(settings.oidc, {
    keys: keyring.derive("provider"),
    now: () => clock.now(),
    report: (failure) => log.warn(failure, "a sign-in with the provider failed"),
  });
}

/** Passes on what a certificate is renewed to, if it is one of files; returns what ends that. */
function followCertificate(settings: Settings, use: (renewed: Certificate) => void): () => void {
  if (settings.tls?.kind !== "files") return () => {};
  const log = createLogger(settings);
  return followFiles(settings.tls, {
    now: wallClock,
    use,
    report: (reason) =>
      log.error({ err: reason }, "the certificate was not renewed; the one before is still used"),
  });
}

/** What counts the calls of what is to be removed. */
export const openDeprecations = (
  settings: Settings,
  { store, clock }: { store: Store; clock: Clock },
): Deprecations => createDeprecations({ store, wall: timesOf(settings, clock).wall });

/** Says who is let in, and why. Where the controls want a token, requests that ask for an explanation show it. */
export const openExplaining = (
  { controlToken }: Pick<Settings, "controlToken">,
  { store, clock }: { store: Store; clock: Pick<Clock, "now"> },
): Explaining =>
  createExplaining({
    ...{ operations: table, store, clock },
    admits: (value) => sameText(value, controlToken ?? "1"),
  });

interface ServerParts {
  readonly settings: Settings;
  readonly store: Store;
  readonly keyring: Keyring;
  readonly clock: Clock;
  /** Test controls; null leaves them out. */
  readonly controls: Controls | null;
  readonly mail: Mail;
  readonly deprecations: Deprecations;
  /** Null leaves events unsealed. */
  readonly sealer: Sealer | null;
  /** Null for plain HTTP. */
  readonly certificate: Certificate | null;
}

const table: readonly Operation[] = Object.values(operations);
const endpointSets = endpointSetsOf(table.filter(({ neighbour }) => !neighbour));

/** Whether somebody may guess at passwords here; a rehearsal that this machine alone reaches is of who tries things. */
const isOpenToStrangers = ({ host, limits }: Settings, controls: Controls | null) =>
  controls === null || limits === "atlas" || !isLoopbackName(host);

/** Documents that programs and editors read. */
const documents: readonly Route[] = [
  {
    ...{ method: "GET", path: documentPath },
    answer: async ({ search, origin }) => jsonAnswer(documentAsked(table, search, origin)),
  },
  {
    ...{ method: "GET", path: `/${schemaFile}` },
    answer: async () =>
      jsonAnswer(describeSeeds(), { headers: { "content-type": "application/schema+json; charset=utf-8" } }),
  },
];

/** A server that is ready to listen. */
export function assemble({
  settings,
  store,
  keyring,
  clock,
  controls,
  mail,
  deprecations,
  sealer,
  certificate,
}: ServerParts) {
  const logger = createLogger(settings);
  const shared = settings.storage.kind === "postgres";
  const { mint } = keyring;
  const mintId = mint.id;
  const { wall, passed } = timesOf(settings, clock);
  // Processes that share a store must take each other's nonces and must not take a count twice between them. One that has
  // its store to itself forgets its nonces with its key, and keeps the counts in memory.
  const nonces = createNonces(shared ? keyring.derive("nonce") : [mint.bytes(32)], mint.apart("nonce"));
  const ledger: NonceLedger = shared
    ? {
        spend: (nonce, count, expiresAt) =>
          store.write((tx) => tx.credentials.spendDigest(nonce, count, expiresAt)),
      }
    : createMemoryLedger();
  const issue = createIssue(keyring);
  const limits = createLimits({ enforced: settings.limits === "atlas", elapsed: passed });
  const spend = createSpend({
    limits,
    store,
    now: wall,
    hasStrangers: isOpenToStrangers(settings, controls),
  });
  const noteSecurity = createSecurityLog(logger);
  const keyUses = createKeyUses({ store, wall });
  const metrics = createMetrics({ droppedLines });
  const report = createReport(logger, elapsed);
  const ending = new AbortController();
  const { injector = null } = controls ?? {};
  const waitsForMail = settings.deterministic !== null && mail.captured !== null;
  const wrappers: PipelineWrapper[] = [
    ...(shared ? [deferProof({ store, limits, readToken: createReadToken(keyring) })] : []),
    ...(injector ? [injectFaults({ injector, outdate: createOutdate(nonces), ending: ending.signal })] : []),
    ...(logger.isLevelEnabled("info") ? [logSecurity(noteSecurity)] : []),
    countDeprecatedCalls({ store, note: deprecations.note }),
    ...(mail.worker === null ? [] : [nudgeMail(mail.worker, waitsForMail)]),
    ...(controls === null ? [] : [controls.explains]),
  ];
  const dependencies = {
    store,
    clock,
    authenticate: createAuthenticate({ store, keyring, nonces, ledger }),
    noteKeyUse: keyUses.note,
    proveKey: createProveKey(keyring),
    limits,
    spend,
    lenientAccept: settings.lenientAccept,
    strictRoles: settings.strictRoles,
    policy: settings.policy,
    mintId,
    issue,
    passwords: createPasswords(mint.apart("password")),
    endpointSets,
    report,
  };
  const walk = createPipeline(dependencies, wrappers);
  // Of known callers, and of forms that anybody may send.
  const [readBody, readForm] = [createBodies(), createBodies()];
  const record = createRecord({ metrics, logger });
  const refuseControl = createAdmission(settings.controlToken, sameText);
  const probe = createProbe({ store, now: wall, elapsed });
  const monitored = { metrics, logger, probe };
  const monitoring = settings.metricsPort === null ? null : createMonitoring(monitored);
  const overHttp =
    controls === null
      ? null
      : routeControls({
          ...{ controls, refuse: refuseControl, noteSecurity, readBody, decompress, toJson: jsonAnswer },
          wantsToken: settings.controlToken !== null,
        });
  const pages = createConsole({
    ...{ walk, readForm, record, noteSecurity, refuseControl },
    formKeys: () => keyring.derive("form"),
    onceKeys: () => keyring.derive("shown-once"),
    now: clock.now,
    mintToken: mint.apart("form").linkToken,
    dev: controls ?? undefined,
    provider: openProvider(settings, { keyring, clock }),
    takesPasswords: settings.policy.takesPasswords,
    report: (reason, path) => logger.error({ err: reason, path }, "a page could not be shown"),
  });
  const guard = controls === null ? null : createGuard(settings);
  const observe = createObserve({
    record,
    see: controls?.see ?? null,
    isForeign: guard?.isForeign ?? (() => false),
  });
  const refuse = createRefuseRequest({ observe, logger });
  const endpointWrappers: EndpointWrapper[] = [
    ...(injector ? [injectEndpointFaults({ injector, ending: ending.signal, report })] : []),
    logEndpointSecurity(noteSecurity),
  ];
  const endpoints = [
    ...createTokenEndpoints({ store, clock, keyring, mintId }),
    ...createDeviceEndpoints({ store, clock, keyring, issue, limits, spend, mintId }),
  ].map((endpoint) => endpointRoute(endpoint, { readForm, observe, refuse, report }, endpointWrappers));
  const watched = controls === null ? walk : controls.watch(walk);
  const respond = createRespond({
    toRequest: createToRequest(settings.trustProxy, settings.baseUrl),
    operations: table,
    ...{ walk: watched, readBody },
    routes: [
      ...documents,
      ...(settings.metricsPort === null ? monitoringRoutes(monitored) : []),
      ...(overHttp?.routes ?? []),
      ...endpoints,
    ],
    answerElsewhere: async (request) => (await overHttp?.answerAbsent(request)) ?? pages(request),
    ...{ guard, observe, refuse },
  });
  const dateOf = settings.deterministic === null ? null : clock.now;
  const web = createNodeServer({ respond, logger, dateOf, ending, certificate });
  const unfollow = followCertificate(settings, (renewed) =>
    (web.server as TlsServer).setSecureContext(renewed),
  );
  const sweeper = createSweeper({
    ...{ store, clock, wall },
    mailDays: settings.keepMail,
    inviteDays: settings.keepInvitations,
    log: logger,
  });
  function start(origin: string): void {
    mail.worker?.start(origin);
    sealer?.start();
    sweeper.start();
    deprecations.start(logger);
    keyUses.start(logger);
  }
  return {
    /** Answers a request of this very process. */
    respond,
    ending: ending.signal,
    /** What the header Date goes by, where not by real time. */
    dateOf,
    /** What may be given connections, whether it listens or not. */
    http: web.server,
    /** Begins what is done beside requests; links in mail start with `origin`, scheme and authority. */
    start,
    /** Listens, begins the rest, and returns the address, such as http://127.0.0.1:8080. */
    async listen(): Promise<string> {
      const { host, port, metricsPort } = settings;
      const url = await web.listen({ host, port });
      if (monitoring !== null && metricsPort !== null) {
        const monitoredAt = await monitoring.listen({ host, port: metricsPort });
        logger.info(`/metrics and /readyz are at ${monitoredAt}`);
      }
      start(settings.baseUrl ?? url);
      return url;
    },
    /** Stops listening, lets requests and mail under way finish, and what `drain` waits for, and closes the store. */
    async close(drain?: () => Promise<void>): Promise<void> {
      logger.info("ending: requests and mail under way are finished first");
      unfollow();
      const timers = [
        setTimeout(() => void store.close().catch(() => {}), drainMs),
        setTimeout(() => web.server.closeAllConnections(), storeMs),
      ];
      const ended = (async () => {
        await Promise.all([web.close(drain), monitoring?.close(), mail.worker?.close(drainMs)]);
        await Promise.all([sealer?.close(), sweeper.close(), deprecations.close(), keyUses.close()]);
        await store.close();
      })();
      const inTime = await within(endMs, ended).finally(() => timers.map(clearTimeout));
      if (!inTime) logger.warn("ended with work under way, because the store does not answer");
    },
  };
}

/** Whether work ends within some milliseconds; rejects as it does. */
async function within(ms: number, work: Promise<void>): Promise<boolean> {
  let late: NodeJS.Timeout | undefined;
  const missed = new Promise<boolean>((resolve) => {
    late = setTimeout(() => resolve(false), ms);
  });
  return Promise.race([work.then(() => true), missed]).finally(() => clearTimeout(late));
}

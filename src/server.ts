// Puts the parts of a server together.
import type { Server as TlsServer } from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { operations } from "./atlas/index.ts";
import { createCedar, findCedar } from "./atlas/resource-policies/cedar/cedar.ts";
import type { createHeads } from "./core/audit/heads.ts";
import { createSealer, type Sealer } from "./core/audit/sealer.ts";
import { type Clock, elapsed, wallClock } from "./core/clock.ts";
import { createDeprecations, type Deprecations } from "./core/deprecations.ts";
import { isTrusted } from "./core/domain/proxies.ts";
import { logAnswers } from "./core/http/metrics.ts";
import { createNodeServer } from "./core/http/node-adapter.ts";
import type { WebServer } from "./core/http/web-server.ts";
import { createKeyUses } from "./core/key-uses.ts";
import { createLogger } from "./core/log.ts";
import { type Keyring, sameText } from "./core/secrets/keyring.ts";
import type { HeadsPlace } from "./core/settings/readers.ts";
import type { Settings } from "./core/settings/settings.ts";
import type { Store } from "./core/store/store.ts";
import { createSweeper } from "./core/sweeper.ts";
import { type Certificate, followFiles } from "./core/tls/open.ts";
import { timesOf } from "./server/chance.ts";
import type { Deployments } from "./server/databases-room.ts";
import { openMonitoring } from "./server/open-monitoring.ts";
import type { PipelineParts } from "./server/open-pipeline.ts";
import { openRespond } from "./server/open-respond.ts";
import { backgroundStore } from "./server/open-store.ts";
import { createExplaining, type Explaining, type ExplainingDeps } from "./testing/explain/explain.ts";

/**
 * The time for requests and mail that are in progress. A shutdown takes ten seconds at most: after this time the store closes,
 * and then connections are cut.
 */
const drainMs = 7_000;
const storeMs = 8_500;
/** The time for steps in deployments; the next start does the rest. */
const stepsMs = 2_000;
export const endMs = 9_500;
/** The ids of the API's operations, in the order of the table. */
export const operationIds = Object.keys(operations);

interface SealedParts {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly clock: Clock;
  readonly isClockSet: boolean;
}

export async function openSealer(settings: Settings, parts: SealedParts): Promise<Sealer> {
  const { mint } = parts.keyring;
  const log = createLogger(settings);
  const shared = { ...parts, store: backgroundStore(parts.store), elapsed, log };
  return createSealer({
    ...shared,
    mintId: mint.id,
    mintBytes: mint.bytes,
    keepDays: settings.keepEvents,
    heads: settings.auditHeads === null ? null : await openHeads(settings.auditHeads, shared),
  });
}

/** Opens the heads; loads the code only if they are written anywhere. */
async function openHeads(place: HeadsPlace, shared: Omit<Parameters<typeof createHeads>[0], "outlet">) {
  const [{ createHeads }, { openOutlet }] = await Promise.all([
    import("./core/audit/heads.ts"),
    import("./core/audit/outlets.ts"),
  ]);
  return createHeads({ ...shared, outlet: openOutlet(place) });
}

/** Uses the certificate again each time its files are renewed; returns a function that stops this. */
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

export const openDeprecations = (
  settings: Settings,
  { store, clock }: { store: Store; clock: Clock },
): Deprecations => createDeprecations({ store: backgroundStore(store), wall: timesOf(settings, clock).wall });

/**
 * Reports who may call an operation, and why. If the controls require a token, requests that ask for an explanation send it.
 */
export const openExplaining = (
  { controlToken }: Pick<Settings, "controlToken">,
  parts: Pick<ExplainingDeps, "store" | "clock" | "connections">,
): Explaining =>
  createExplaining({
    operations: Object.values(operations),
    ...parts,
    admits: (value) => sameText(value, controlToken ?? "1"),
  });

interface ServerParts extends Omit<PipelineParts, "cedar" | "deployments" | "keyUses" | "ending"> {
  readonly deployments: Deployments;
  /** The sealer of events; null to leave them unsealed. */
  readonly sealer: Sealer | null;
  /** The certificate; null for plain HTTP. */
  readonly certificate: Certificate | null;
}

export function assemble({ sealer, certificate, ...parts }: ServerParts) {
  const { settings, store, clock, mail, deployments, deprecations } = parts;
  const logger = createLogger(settings);
  const { wall } = timesOf(settings, clock);
  const background = backgroundStore(store);
  const keyUses = createKeyUses({ store: background, wall });
  const records = logger.isLevelEnabled("info") ? [logAnswers(logger)] : [];
  const [leaving, ending] = [new AbortController(), new AbortController()];
  const monitoring = openMonitoring({
    settings,
    store,
    clock,
    mail,
    deployments,
    records,
    sealer,
    isRehearsal: parts.controls !== null,
    isEnding: () => leaving.signal.aborted,
    crowd: () => web.crowd(),
  });
  const cedarPath = findCedar();
  const cedar = cedarPath === null ? null : createCedar(cedarPath);
  const { inProcess, overSocket, ofAddress } = openRespond({
    ...parts,
    cedar,
    keyUses,
    records,
    ending: ending.signal,
    monitored: monitoring.beside,
  });
  const dateOf = settings.deterministic === null ? null : clock.now;
  const isProxy = (address: string) => isTrusted(settings.trustProxy, address, 0);
  const web = createNodeServer({ respond: overSocket, logger, dateOf, ending, certificate, isProxy });
  if (monitoring.beside?.isOpen !== false) web.server.once("listening", monitoring.metrics);
  const unfollow = followCertificate(settings, (renewed) =>
    (web.server as TlsServer).setSecureContext(renewed),
  );
  const { keepMail: mailDays, keepInvitations: inviteDays } = settings;
  const sweeper = createSweeper({
    store: background,
    clock,
    wall,
    mailDays,
    inviteDays,
    newId: parts.keyring.mint.id,
    log: logger,
  });
  const beside: Beside[] = [
    ...(sealer === null ? [] : [sealer]),
    ...(cedar === null ? [] : [{ start() {}, close: cedar.close }]),
    sweeper,
    deprecations,
    keyUses,
  ];
  function start(origin: string): void {
    mail.worker?.start(origin);
    deployments.start(origin);
    for (const each of beside) each.start(logger);
    monitoring.file?.start();
  }
  return {
    /** Answers a request of this very process. */
    respond: inProcess,
    ending: ending.signal,
    dateOf: dateOf ?? wallClock,
    /** The servers that may be given connections, whether they listen or not. */
    http: web.server,
    /** Another server of plain HTTP, for requests to an address that is not ours. */
    httpFor: (address: string) =>
      createNodeServer({ respond: ofAddress(address), logger, dateOf, ending, certificate: null }).server,
    /** Begins the work beside requests; links in mail start with `origin`, the scheme and authority. */
    start,
    /** Listens, begins the rest, and returns the address, such as http://127.0.0.1:8080. */
    async listen(): Promise<string> {
      const { host, port, metricsPort } = settings;
      const url = await web.listen({ host, port });
      if (metricsPort !== null && metricsPort !== "public") {
        const at = { host: metricsPort.host ?? host, port: metricsPort.port };
        const monitoredAt = await monitoring.ownPort?.listen(at);
        logger.info(`/metrics, /readyz and /livez are at ${monitoredAt}`);
      }
      start(settings.baseUrl ?? url);
      return url;
    },
    /**
     * Serves for the drain delay although it reports that it is not ready; then stops listening, waits for requests and mail in
     * progress and for `drain`, and closes the store.
     */
    async close(drain?: () => Promise<void>): Promise<void> {
      leaving.abort();
      if (settings.drainDelay > 0 && web.server.listening) {
        logger.info(
          `ending in ${settings.drainDelay} seconds: /readyz fails, and requests are still answered`,
        );
        await sleep(settings.drainDelay * 1000);
      }
      logger.info("ending: requests and mail under way are finished first");
      unfollow();
      await end({ web, monitoring, mail, deployments, beside, store, logger }, drain);
    },
  };
}

interface Beside {
  start(log: Logger): void;
  close(): Promise<void>;
}

interface Ending extends Pick<ServerParts, "mail" | "deployments" | "store"> {
  readonly web: WebServer;
  readonly monitoring: Pick<ReturnType<typeof openMonitoring>, "file" | "ownPort">;
  readonly beside: readonly Beside[];
  readonly logger: Logger;
}

async function end(
  { web, monitoring, mail, deployments, beside, store, logger }: Ending,
  drain: (() => Promise<void>) | undefined,
): Promise<void> {
  const ended = (async () => {
    await Promise.all([web.close(drain), mail.worker?.close(drainMs)]);
    await deployments.close(stepsMs);
    await Promise.all([...beside, monitoring.file].map((each) => each?.close()));
    await store.close();
    await monitoring.ownPort?.close();
    return true;
  })();
  const timers = [
    setTimeout(() => void store.close().catch(() => {}), drainMs),
    setTimeout(() => web.server.closeAllConnections(), storeMs),
  ];
  const missed = new Promise<boolean>((resolve) => {
    timers.push(setTimeout(() => resolve(false), endMs));
  });
  const isInTime = await Promise.race([ended, missed]).finally(() => timers.map(clearTimeout));
  if (!isInTime) logger.warn("ended with work under way, because the store does not answer");
}

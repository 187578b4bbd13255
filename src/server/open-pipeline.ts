// Puts the pipeline together, with the additions of the settings, the engine and a rehearsal.
import { LRUCache } from "lru-cache";
import { clusterServices } from "../atlas/clusters/services.ts";
import { operations } from "../atlas/index.ts";
import type { Cedar } from "../atlas/resource-policies/cedar/cedar.ts";
import { type Clock, elapsed } from "../core/clock.ts";
import type { Deprecations } from "../core/deprecations.ts";
import { isLoopbackName } from "../core/domain/loopback.ts";
import {
  createAuthenticate,
  createOutdate,
  createReadToken,
  type ProvenKey,
} from "../core/http/authenticate.ts";
import { createMemoryLedger, createNonces } from "../core/http/digest.ts";
import { createGuess, createLimits, createSpend, endpointSetsOf } from "../core/http/limits.ts";
import { createPipeline } from "../core/http/pipeline.ts";
import { createProveKey } from "../core/http/prove-key.ts";
import { createReport } from "../core/http/report.ts";
import { createSecurityLog } from "../core/http/security-log.ts";
import type { KeyUses } from "../core/key-uses.ts";
import { createLogger } from "../core/log.ts";
import type { Operation } from "../core/operations/operation.ts";
import { createIssue } from "../core/secrets/issue.ts";
import type { Keyring } from "../core/secrets/keyring.ts";
import { createPasswords } from "../core/secrets/passwords.ts";
import type { Settings } from "../core/settings/settings.ts";
import type { Store } from "../core/store/store.ts";
import type { Controls } from "../testing/controls/controls.ts";
import { timesOf, tokenTimeOf } from "./chance.ts";
import type { Deployments } from "./databases-room.ts";
import type { Mail } from "./open-mail.ts";
import { createSharedLedger } from "./shared-ledger.ts";
import { wrappers } from "./wrappers.ts";

export const table: readonly Operation[] = Object.values(operations);
const endpointSets = endpointSetsOf(table.filter(({ limit }) => !limit.unannounced));

/** Reports whether strangers could guess passwords here; in a rehearsal that only this machine reaches, people try things. */
const isOpenToStrangers = ({ host, limits }: Settings, controls: Controls | null) =>
  controls === null || limits === "atlas" || !isLoopbackName(host);

export interface PipelineParts {
  readonly settings: Settings;
  readonly store: Store;
  readonly keyring: Keyring;
  readonly clock: Clock;
  /** The test controls; null without them. */
  readonly controls: Controls | null;
  readonly mail: Mail;
  /** Cedar; null if it is not installed. */
  readonly cedar: Cedar | null;
  readonly deprecations: Deprecations;
  readonly keyUses: KeyUses;
  readonly deployments: Deployments;
  /** Aborted when the server begins to end. */
  readonly ending: AbortSignal;
}

/** Opens the pipeline with its wrappers, and what else answers requests with the same limits and keys. */
export function openPipeline(parts: PipelineParts) {
  const { settings, store, keyring, clock, controls, keyUses } = parts;
  const { lenientAccept, strictRoles, policy, clusterSpeed } = settings;
  const logger = createLogger(settings);
  const { mint } = keyring;
  const { wall: now, passed } = timesOf(settings, clock);
  const { nonces, ...kept } = openNonces(parts);
  const isRehearsal = controls !== null;
  const tokens = { time: tokenTimeOf(settings, clock, isRehearsal), adopts: isRehearsal };
  const issue = createIssue(keyring);
  const limits = createLimits({ enforced: settings.limits === "atlas", elapsed: passed });
  const hasStrangers = isOpenToStrangers(settings, controls);
  const spend = createSpend({ limits, store, now, hasStrangers });
  const guess = createGuess({ limits, hasStrangers });
  const noteSecurity = createSecurityLog(logger);
  const report = createReport(logger, elapsed);
  const deps = {
    store,
    clock,
    limits,
    spend,
    lenientAccept,
    strictRoles,
    policy,
    services: clusterServices({ ...parts.deployments, clusterSpeed }),
    issue,
    endpointSets,
    report,
    authenticate: createAuthenticate({ store, keyring, nonces, tokens, ...kept }),
    noteKeyUse: keyUses.note,
    proveKey: createProveKey(keyring, guess),
    mintId: mint.id,
    cedar: parts.cedar,
    passwords: createPasswords(mint.apart("password")),
    mail: parts.mail.due,
    tokenTime: tokens.time,
  };
  const wrapped = {
    ...parts,
    limits,
    isRehearsal,
    mintId: mint.id,
    readToken: createReadToken(keyring, tokens.time),
    outdate: createOutdate(nonces),
    noteSecurity: logger.isLevelEnabled("info") ? noteSecurity : null,
  };
  const pipeline = (rehearsal: Controls | null) =>
    createPipeline(
      deps,
      wrappers.flatMap(({ make }) => make({ ...wrapped, rehearsal }) ?? []),
    );
  const walk = pipeline(null);
  const watched = controls === null ? walk : controls.watch(walk, pipeline(controls));
  return { walk, watched, issue, limits, spend, guess, report, noteSecurity, tokens };
}

/** The most API keys that are remembered as proven here, so that their organizations are charged from the first read. */
const mostProven = 10_000;

const isShared = ({ storage }: Settings): boolean => storage.kind === "postgres";

/**
 * Opens the nonces. Processes that share a store must accept each other's nonces and use no count twice; one alone keeps both
 * in memory.
 */
function openNonces({ settings, store, keyring }: PipelineParts) {
  const { mint } = keyring;
  if (!isShared(settings)) {
    return { nonces: createNonces([mint.bytes(32)], mint.apart("nonce")), ledger: createMemoryLedger() };
  }
  return {
    nonces: createNonces(keyring.derive("nonce"), mint.apart("nonce")),
    ledger: createSharedLedger(store),
    provenKeys: new LRUCache<string, ProvenKey>({ max: mostProven }),
  };
}

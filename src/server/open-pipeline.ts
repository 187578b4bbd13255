// Puts the pipeline together, and around it what the settings, the engine and a rehearsal add.
import { LRUCache } from "lru-cache";
import { clusterServices } from "../atlas/clusters/services.ts";
import { settleClusters } from "../atlas/clusters/settle-clusters.ts";
import { operations } from "../atlas/index.ts";
import type { Cedar } from "../atlas/resource-policies/cedar/cedar.ts";
import { type Clock, elapsed } from "../core/clock.ts";
import { countDeprecatedCalls, type Deprecations } from "../core/deprecations.ts";
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
import { deferProof } from "../core/http/wrappers/deferred-proof.ts";
import { injectFaults } from "../core/http/wrappers/faults.ts";
import { logSecurity } from "../core/http/wrappers/security-log.ts";
import type { KeyUses } from "../core/key-uses.ts";
import { createLogger } from "../core/log.ts";
import type { Operation } from "../core/operations/operation.ts";
import { createIssue } from "../core/secrets/issue.ts";
import type { Keyring } from "../core/secrets/keyring.ts";
import { createPasswords } from "../core/secrets/passwords.ts";
import type { Settings } from "../core/settings/settings.ts";
import type { Store } from "../core/store/store.ts";
import { scheduleProvisioning } from "../databases/deployments/schedule.ts";
import { scheduleGate } from "../databases/gate/schedule.ts";
import type { Controls } from "../testing/controls/controls.ts";
import { timesOf, tokenTimeOf } from "./chance.ts";
import type { Deployments } from "./open-deployments.ts";
import type { Mail } from "./open-mail.ts";
import { createSharedLedger } from "./shared-ledger.ts";

export const table: readonly Operation[] = Object.values(operations);
const endpointSets = endpointSetsOf(table.filter(({ limit }) => !limit.unannounced));

/** Reports whether strangers may guess passwords here; in a rehearsal that only this machine reaches, people try things out. */
const isOpenToStrangers = ({ host, limits }: Settings, controls: Controls | null) =>
  controls === null || limits === "atlas" || !isLoopbackName(host);

export interface PipelineParts {
  readonly settings: Settings;
  readonly store: Store;
  readonly keyring: Keyring;
  readonly clock: Clock;
  /** Test controls; null leaves them out. */
  readonly controls: Controls | null;
  readonly mail: Mail;
  /** Null where it is not installed. */
  readonly cedar: Cedar | null;
  readonly deprecations: Deprecations;
  readonly keyUses: KeyUses;
  readonly deployments: Pick<Deployments, "connections" | "gate" | "provisioning">;
  /** Aborted when the server begins to end. */
  readonly ending: AbortSignal;
}

/** The pipeline, with its wrappers, and what else answers requests by the same limits and keys. */
export function openPipeline(parts: PipelineParts) {
  const { settings, store, keyring, clock, controls, deprecations, keyUses, ending } = parts;
  const { connections, gate, provisioning } = parts.deployments;
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
    services: clusterServices({ connections, clusterSpeed }),
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
  const pipeline = (rehearsal: Controls | null) =>
    createPipeline(deps, [
      deferProof({ store, limits, readToken: createReadToken(keyring, tokens.time) }),
      ...(rehearsal ? [injectFaults({ ...rehearsal, outdate: createOutdate(nonces), ending })] : []),
      ...(clusterSpeed === "now" ? [settleClusters({ store, mintId: mint.id })] : []),
      ...(logger.isLevelEnabled("info") ? [logSecurity(noteSecurity)] : []),
      countDeprecatedCalls({ store, note: deprecations.note }),
      // A rehearsal may get a cluster with a deployment of its own later.
      ...(isRehearsal || provisioning.isActive ? [scheduleProvisioning(provisioning)] : []),
      ...(gate ? [scheduleGate(gate)] : []),
      ...(rehearsal ? [rehearsal.explains] : []),
    ]);
  const walk = pipeline(null);
  const watched = controls === null ? walk : controls.watch(walk, pipeline(controls));
  return { walk, watched, issue, limits, spend, guess, report, noteSecurity, tokens };
}

/** API keys that proved themselves here last, to charge their organizations from the first look on. */
const mostProven = 10_000;

const isShared = ({ storage }: Settings): boolean => storage.kind === "postgres";

/** Processes that share a store must believe each other's nonces and take no count twice; one alone keeps both in memory. */
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

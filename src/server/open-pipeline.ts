// Puts the pipeline together, and around it what the settings, the engine and a rehearsal add.
import { LRUCache } from "lru-cache";
import type { Cedar } from "../cedar/cedar.ts";
import { type Clock, elapsed } from "../clock.ts";
import type { Controls } from "../controls/controls.ts";
import { noteChanges } from "../deployments/noting.ts";
import { countDeprecatedCalls, type Deprecations } from "../deprecations.ts";
import { isLoopbackName } from "../domain/loopback.ts";
import { noteToGate } from "../gate/noting.ts";
import { createAuthenticate, createOutdate, createReadToken, type ProvenKey } from "../http/authenticate.ts";
import { createMemoryLedger, createNonces } from "../http/digest.ts";
import { createGuess, createLimits, createSpend, endpointSetsOf } from "../http/limits.ts";
import { createPipeline } from "../http/pipeline.ts";
import { createProveKey } from "../http/prove-key.ts";
import { createReport } from "../http/report.ts";
import { createSecurityLog } from "../http/security-log.ts";
import { deferProof } from "../http/wrappers/deferred-proof.ts";
import { injectFaults } from "../http/wrappers/faults.ts";
import { logSecurity } from "../http/wrappers/security-log.ts";
import { settleClusters } from "../http/wrappers/settle-clusters.ts";
import type { KeyUses } from "../key-uses.ts";
import { createLogger } from "../log.ts";
import { operations } from "../operations/index.ts";
import type { Operation } from "../operations/operation.ts";
import { createIssue } from "../secrets/issue.ts";
import type { Keyring } from "../secrets/keyring.ts";
import { createPasswords } from "../secrets/passwords.ts";
import type { Settings } from "../settings/settings.ts";
import type { Store } from "../store/store.ts";
import { timesOf, tokenTimeOf } from "./chance.ts";
import type { Deployments } from "./open-deployments.ts";
import type { Mail } from "./open-mail.ts";
import { createSharedLedger } from "./shared-ledger.ts";

export const table: readonly Operation[] = Object.values(operations);
const endpointSets = endpointSetsOf(table.filter(({ limit }) => !limit.unannounced));

/** Whether somebody may guess at passwords here; a rehearsal that this machine alone reaches is of who tries things. */
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
    connections,
    clusterSpeed,
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
      ...(isRehearsal || provisioning.isActive ? [noteChanges(provisioning)] : []),
      ...(gate ? [noteToGate(gate)] : []),
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

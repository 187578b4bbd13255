// Puts the pipeline together, and around it what the settings, the engine and a rehearsal add.
import { type Clock, elapsed } from "../clock.ts";
import type { Controls } from "../controls/controls.ts";
import type { Deprecations } from "../deprecations.ts";
import { isLoopbackName } from "../domain/loopback.ts";
import { createAuthenticate, createOutdate, createProveKey, createReadToken } from "../http/authenticate.ts";
import { createLimits, createSpend, endpointSetsOf } from "../http/limits.ts";
import { createMemoryLedger, createNonces, type NonceLedger } from "../http/nonces.ts";
import { createPipeline } from "../http/pipeline.ts";
import type { PipelineWrapper } from "../http/pipeline-request.ts";
import { createReport } from "../http/report.ts";
import { createSecurityLog } from "../http/security-log.ts";
import { deferProof } from "../http/wrappers/deferred-proof.ts";
import { countDeprecatedCalls } from "../http/wrappers/deprecated-calls.ts";
import { injectFaults } from "../http/wrappers/faults.ts";
import { nudgeMail } from "../http/wrappers/mail-nudge.ts";
import { logSecurity } from "../http/wrappers/security-log.ts";
import type { KeyUses } from "../key-uses.ts";
import { createLogger } from "../log.ts";
import { operations } from "../operations/index.ts";
import type { Operation } from "../operations/operation.ts";
import { createIssue } from "../secrets/issue.ts";
import type { Keyring } from "../secrets/keyring.ts";
import { createPasswords } from "../secrets/passwords.ts";
import type { Settings } from "../settings/settings.ts";
import type { Store } from "../store/store.ts";
import { timesOf } from "./chance.ts";
import type { Mail } from "./open-mail.ts";

export const table: readonly Operation[] = Object.values(operations);
const endpointSets = endpointSetsOf(table.filter(({ neighbour }) => !neighbour));

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
  readonly deprecations: Deprecations;
  readonly keyUses: KeyUses;
  /** Aborted when the server begins to end. */
  readonly ending: AbortSignal;
}

/** The pipeline, with its wrappers, and what else answers requests by the same limits and keys. */
export function openPipeline({
  settings,
  store,
  keyring,
  clock,
  controls,
  mail,
  deprecations,
  keyUses,
  ending,
}: PipelineParts) {
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
  const report = createReport(logger, elapsed);
  const { injector = null } = controls ?? {};
  const waitsForMail = settings.deterministic !== null && mail.captured !== null;
  const wrappers: PipelineWrapper[] = [
    ...(shared ? [deferProof({ store, limits, readToken: createReadToken(keyring) })] : []),
    ...(injector ? [injectFaults({ injector, outdate: createOutdate(nonces), ending })] : []),
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
  return { walk, issue, limits, spend, report, noteSecurity };
}

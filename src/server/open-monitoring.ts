// Puts together what a server's operators read: liveness, readiness, metrics.
import { join } from "node:path";
import type { Sealer } from "../core/audit/sealer.ts";
import { type Clock, elapsed } from "../core/clock.ts";
import { createMetrics, type Metrics, type RecordAnswer } from "../core/http/metrics.ts";
import { createMonitoring } from "../core/http/monitoring.ts";
import { createLogger, droppedLines } from "../core/log.ts";
import { storeFile } from "../core/private-files.ts";
import type { Settings } from "../core/settings/settings.ts";
import { checkFile } from "../core/store/check.ts";
import type { Store } from "../core/store/store.ts";
import { timesOf } from "./chance.ts";
import type { Deployments } from "./databases-room.ts";
import { createBacklog } from "./monitoring/backlog.ts";
import { createFileCheck } from "./monitoring/file-check.ts";
import { type Crowd, createGauges } from "./monitoring/gauges.ts";
import { createOwnPort } from "./monitoring/own-port.ts";
import { createProbe } from "./monitoring/probe.ts";
import { createReadiness } from "./monitoring/readiness.ts";
import type { Mail } from "./open-mail.ts";

interface MonitoringParts {
  readonly settings: Settings;
  readonly store: Store;
  readonly clock: Clock;
  readonly mail: Mail;
  readonly deployments: Pick<Deployments, "gateFigures" | "troubles">;
  /** The sealer; null leaves events unsealed. */
  readonly sealer: Sealer | null;
  readonly isRehearsal: boolean;
  readonly isEnding: () => boolean;
  readonly crowd: () => Crowd;
  /** The list to which recorders of answers are added, when metrics are read. */
  readonly records: RecordAnswer[];
}

export function openMonitoring(parts: MonitoringParts) {
  const { settings, store, clock, mail, sealer, isRehearsal, isEnding, crowd, records } = parts;
  const { storage, metricsPort } = settings;
  const logger = createLogger(settings);
  const { wall } = timesOf(settings, clock);
  const file =
    storage.kind === "folder" && !isRehearsal
      ? createFileCheck({ check: () => checkFile(join(storage.path, storeFile)), elapsed, log: logger })
      : null;
  const backlog = createBacklog({ store, now: clock.now, wall, elapsed });
  const probe = createProbe({ store, now: wall, elapsed });
  const mailTrouble = () => mail.worker?.trouble;
  const isSealing = sealer !== null;
  const readiness = createReadiness({
    store,
    probe,
    backlog,
    file,
    isEnding,
    isSealing,
    mailTrouble,
    deploymentTroubles: parts.deployments.troubles,
    elapsed,
  });
  const gather = createGauges({
    store,
    backlog,
    readiness,
    crowd,
    gate: parts.deployments.gateFigures,
    droppedLines,
    unsentHeads: sealer?.unsentHeads ?? null,
  });
  let made: Metrics | undefined;
  /** Counts from when the server listens, or its metrics are read. */
  const metrics = (): Metrics => {
    if (made === undefined) records.push((made = createMetrics(gather)).record);
    return made;
  };
  const monitored = { metrics, logger, readiness };
  const hasOwnPort = metricsPort !== null && metricsPort !== "public";
  const report = (err: unknown) => logger.error({ err }, "the port of metrics has ended");
  return {
    file,
    /** The separate port of metrics and readiness; null without one. */
    ownPort: hasOwnPort ? createOwnPort({ answer: createMonitoring(monitored), report }) : null,
    /** The routes on the main port. */
    beside: hasOwnPort ? null : { ...monitored, isOpen: metricsPort === "public" || isRehearsal },
    metrics,
  };
}

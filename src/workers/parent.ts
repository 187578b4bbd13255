// `anteroom serve --workers N`: what the process that begins the others does for them, and answers in their name.
import { type Clock, elapsed } from "../clock.ts";
import type { Settings } from "../config.ts";
import { fault } from "../contract/errors.ts";
import { createLimits, type Taken } from "../http/limits.ts";
import type { Figures } from "../http/metrics.ts";
import { createMonitoring } from "../http/monitoring.ts";
import { createLogger, droppedLines } from "../log.ts";
import { followCertificate } from "../server.ts";
import type { Certificate } from "../tls/certificate.ts";
import { createCrew, type Member } from "./crew.ts";
import { endOnSignals } from "./ending.ts";
import type { Beginning, Handlers } from "./messages.ts";
import { findPort, inWords } from "./ports.ts";
import { createTotals } from "./totals.ts";

/** Milliseconds that a worker may take to answer: one that hangs shall not hide the others. */
const patienceMs = 2_000;

interface Parts {
  readonly settings: Settings;
  readonly secrets: Beginning["secrets"];
  readonly certificate: Certificate | null;
  readonly clock: Clock;
}

/** Returns the address that all workers serve; rejects when they cannot start. */
export async function lead({ settings, secrets, certificate, clock }: Parts): Promise<string> {
  const log = createLogger(settings);
  const port = await findPort(settings);
  const totals = createTotals({ droppedLines });
  // Of all workers, for one that begins later; this process refuses nobody.
  const limits = createLimits({ enforced: false, elapsed });
  let shown = certificate;

  const answersTo = (number: number): Handlers => ({
    beginning: (): Beginning => ({
      settings: { ...settings, port, now: settings.now === null ? null : clock.now() },
      secrets,
      certificate: shown,
      isFirst: number === 1,
    }),
    metrics: render,
    taken(all: readonly Taken[]) {
      for (const taken of all) limits.follow(taken);
      for (const other of crew.members()) if (other.number !== number) other.channel.tell("taken", all);
    },
  });
  const joined = ({ channel }: Member) => {
    channel.tell("levels", limits.levels());
    // It may have been renewed meanwhile.
    if (shown !== certificate) channel.tell("certificate", shown);
  };
  const lost = (id: number) => {
    totals.countRestart();
    void totals.leave(id);
  };
  const crew = createCrew({ size: settings.workers, answersTo, joined, lost, log });

  async function render(): Promise<string> {
    const asked = crew.members().map(async ({ id, channel }) => {
      const figures = await inTime(channel.ask<Figures>("figures"));
      if (figures !== undefined && crew.members().some((each) => each.id === id)) totals.note(id, figures);
    });
    await Promise.all(asked);
    return totals.render(crew.members().length);
  }

  /** One worker that is ready is enough. */
  async function probe(): Promise<void> {
    const asked = crew.members().map(async ({ channel }) => {
      const reason = await inTime(channel.ask<string | null>("probe"));
      if (reason !== null)
        throw fault("SERVICE_UNAVAILABLE", { reason: reason ?? "A worker does not answer" });
    });
    await Promise.any(asked).catch(({ errors: [first] }: AggregateError) => {
      throw first ?? fault("SERVICE_UNAVAILABLE", { reason: "No worker is ready" });
    });
  }

  const { host, metricsPort } = settings;
  const { contentType } = totals;
  const monitoring =
    metricsPort === null ? null : createMonitoring({ metrics: { contentType, render }, logger: log, probe });
  const unfollow = followCertificate(settings, (renewed) => {
    shown = renewed;
    for (const { channel } of crew.members()) channel.tell("certificate", renewed);
  });

  async function close(): Promise<void> {
    unfollow();
    await Promise.all([crew.end(), monitoring?.close()]);
  }

  // In a terminal Ctrl-C reaches the workers as well, and they end once.
  endOnSignals(close);
  try {
    if (monitoring !== null && metricsPort !== null) {
      const monitoredAt = await monitoring.listen({ host, port: metricsPort });
      log.info(`/metrics and /readyz are at ${monitoredAt}`);
    }
    return await crew.begin();
  } catch (reason) {
    await close();
    throw inWords(reason as Error);
  }
}

/** Nothing where the answer does not come in time. */
function inTime<T>(answer: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(undefined), patienceMs);
    answer.then(resolve, () => resolve(undefined)).finally(() => clearTimeout(late));
  });
}

// The processes behind one port: begun together, replaced when they die, and ended together.
import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import type { Logger } from "pino";
import { elapsed } from "../clock.ts";
import { SettingsError } from "../config.ts";
import { endMs } from "../server.ts";
import { closeHandedOver } from "./handing-over.ts";
import { type Channel, createChannel, type Handlers, workerCommand } from "./messages.ts";

/** The pause before a worker is replaced: doubled each time, and short again once one has lived for a while. */
const firstPause = 100;
const longestPause = 30_000;
const steadyMs = 60_000;

/** So many that died before they were ready, one after the other while none serves, are given up. */
const mostFailedStarts = 5;

/** Beyond what a server takes to end, in which its process does. */
const graceMs = 500;

/** A worker that serves. */
export interface Member {
  /** From 1; its replacement has the same. */
  readonly number: number;
  /** No other has it, not its replacement either. */
  readonly id: number;
  readonly channel: Channel;
}

interface Place {
  readonly number: number;
  member: Member | null;
  worker: Worker | null;
  readyAt: number;
  /** Workers that died here one soon after the other. */
  deaths: number;
}

interface Parts {
  readonly size: number;
  /** What is done when the worker of this number tells or asks something. */
  readonly answersTo: (number: number) => Handlers;
  /** Is told of a worker that serves from now on, and of one that has died. */
  readonly joined: (member: Member) => void;
  readonly lost: (id: number) => void;
  readonly log: Logger;
}

export interface Crew {
  /** Begins all workers, and returns their address once each serves; rejects when one cannot start. */
  begin(): Promise<string>;
  members(): Member[];
  /** Lets them finish what is under way, for as long as a server does that is alone. */
  end(): Promise<void>;
}

export function createCrew({ size, answersTo, joined, lost, log }: Parts): Crew {
  const places = Array.from(
    { length: size },
    (_, index): Place => ({ number: index + 1, member: null, worker: null, readyAt: 0, deaths: 0 }),
  );
  const members = () => places.flatMap(({ member }) => member ?? []);
  let isEnding = false;
  let failedStarts = 0;
  let allReady: (url: string) => void;
  let failed: ((reason: Error) => void) | undefined;

  function fill(place: Place): void {
    const { number } = place;
    const worker = cluster.fork();
    closeHandedOver(worker);
    const channel = createChannel((message) => void worker.send(message, () => {}), {
      ...answersTo(number),
      ready(url: string) {
        const member = { number, id: worker.id, channel };
        Object.assign(place, { member, readyAt: elapsed() });
        joined(member);
        failedStarts = 0;
        log.info({ worker: number, of: size, workerPid: worker.process.pid }, "a worker is ready");
        if (failed === undefined || members().length < size) return;
        failed = undefined;
        allReady(url);
      },
    });
    worker.on("message", channel.take);
    worker.on("error", (reason) => log.error({ err: reason, worker: number }, "a worker cannot be reached"));
    worker.once("exit", (code, signal) => {
      const how = { worker: number, workerPid: worker.process.pid, code, signal };
      replace(place, how);
    });
    place.worker = worker;
  }

  function replace(place: Place, how: object): void {
    const { member, readyAt } = place;
    Object.assign(place, { member: null, worker: null });
    if (member !== null) lost(member.id);
    else failedStarts++;
    if (isEnding) return;
    const isStuck = failedStarts >= mostFailedStarts && members().length === 0;
    if (member === null && (failed !== undefined || isStuck)) {
      giveUp(how);
      return;
    }
    const isSteady = member !== null && elapsed() - readyAt > steadyMs;
    const pauseMs = isSteady ? firstPause : Math.min(firstPause * 2 ** place.deaths, longestPause);
    place.deaths = isSteady ? 1 : place.deaths + 1;
    log.error({ ...how, pauseMs }, "a worker has ended, and is replaced");
    setTimeout(() => {
      if (!isEnding) fill(place);
    }, pauseMs);
  }

  function giveUp(how: object): void {
    log.fatal(how, "workers end at their start: giving up");
    const sentence = "a worker ended at its start; what it said of that stands above";
    void end().then(() => {
      if (failed !== undefined) return failed(new SettingsError(sentence));
      process.stderr.write(`anteroom: ${sentence}\n`);
      process.exit(1);
    });
  }

  async function end(): Promise<void> {
    isEnding = true;
    const workers = places.flatMap(({ worker }) => worker ?? []);
    const ended = Promise.all(workers.map((worker) => once(worker, "exit")));
    const tell = (signal: NodeJS.Signals) => {
      for (const worker of workers) worker.process.kill(signal);
    };
    tell("SIGTERM");
    const late = setTimeout(() => {
      log.error("a worker did not end in time, and is killed");
      tell("SIGKILL");
    }, endMs + graceMs);
    await ended;
    clearTimeout(late);
  }

  return {
    begin() {
      cluster.setupPrimary({ args: [workerCommand] });
      return new Promise((resolve, reject) => {
        [allReady, failed] = [resolve, reject];
        for (const place of places) fill(place);
      });
    },
    members,
    end,
  };
}

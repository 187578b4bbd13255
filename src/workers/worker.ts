// One of the processes behind a port: serves as a server that is alone does, and shares with the others what has to be shared.
import cluster from "node:cluster";
import { inspect } from "node:util";
import { createClock, elapsed } from "../clock.ts";
import { SettingsError } from "../config.ts";
import type { LimitSet } from "../contract/limits.ts";
import { createLimits, type Level, type SharedLimits, type Taken } from "../http/limits.ts";
import { unreadiness } from "../http/monitoring.ts";
import { createKeyring } from "../secrets/keyring.ts";
import { shareHashing } from "../secrets/passwords.ts";
import { assemble, openDatabase, openDeprecations, openMail, openSealer, type Peers } from "../server.ts";
import { storeOver } from "../store/store.ts";
import type { Certificate } from "../tls/certificate.ts";
import { endOnSignals } from "./ending.ts";
import { type Beginning, type Channel, createChannel } from "./messages.ts";

type Own = Parameters<Peers["offer"]>[0];

/** Requests that were let through are told to the others together, once in so many milliseconds. */
const tellEvery = 10;

/** Serves until it is told to end; for processes that a parent has begun. */
export async function work(): Promise<void> {
  if (!cluster.isWorker) throw new SettingsError("`anteroom serve --workers` begins workers, nobody else");
  let own: Own | undefined;
  let limits: SharedLimits | undefined;
  const channel = createChannel((message) => process.send?.(message), {
    figures: () => own?.figures(),
    probe: () => own?.probe().then(() => null, unreadiness),
    certificate: (renewed: Certificate) => own?.use(renewed),
    levels: (levels: readonly Level[]) => limits?.begin(levels),
    taken(all: readonly Taken[]) {
      for (const taken of all) limits?.follow(taken);
    },
  });
  process.on("message", channel.take);
  try {
    const beginning = await channel.ask<Beginning>("beginning");
    limits = createLimits({
      ...{ enforced: beginning.settings.limits === "atlas", elapsed },
      tell: telling(channel),
    });
    const offer = (offered: Own) => {
      own = offered;
    };
    const peers = { limits, renderMetrics: () => channel.ask<string>("metrics"), offer };
    const server = await open(beginning, peers);
    endOnSignals(() => server.close());
    channel.tell("ready", await server.listen());
  } catch (reason) {
    // The channel would keep it from ending.
    process.stderr.write(`anteroom: ${reason instanceof SettingsError ? reason.message : inspect(reason)}\n`);
    process.exit(1);
  }
}

async function open({ settings, secrets, certificate, isFirst }: Beginning, peers: Peers) {
  shareHashing(settings.workers);
  const previous = secrets.previous === undefined ? undefined : Buffer.from(secrets.previous);
  const keyring = createKeyring(Buffer.from(secrets.current), previous);
  const clock = createClock(settings.now);
  // The parent has brought the schema up to date; so that a worker starts while the database is away, too.
  const store = storeOver(await openDatabase(settings.storage));
  const deprecations = openDeprecations(settings, { store, clock });
  const shared = { store, keyring, clock, controls: null, deprecations, certificate, peers };
  if (!isFirst) {
    const idle = { ...settings, keepMail: null, keepInvitations: null };
    return assemble({ ...shared, settings: idle, mail: { worker: null, captured: null }, sealer: null });
  }
  const mail = openMail(settings, { store, keyring, clock, captures: false });
  const isClockSet = settings.now !== null;
  const sealer = openSealer(settings, { store, keyring, clock, isClockSet });
  return assemble({ ...shared, settings, mail, sealer });
}

/** Tells the others of requests that were let through, those of some milliseconds together. */
function telling({ tell }: Channel): (set: LimitSet, scope: string) => void {
  let untold = new Map<string, { set: LimitSet; scope: string; count: number }>();
  return (set, scope) => {
    const key = `${set.name} ${scope}`;
    const known = untold.get(key);
    if (known !== undefined) {
      known.count++;
      return;
    }
    untold.set(key, { set, scope, count: 1 });
    if (untold.size > 1) return;
    setTimeout(() => {
      tell("taken", [...untold.values()]);
      untold = new Map();
    }, tellEvery).unref();
  };
}

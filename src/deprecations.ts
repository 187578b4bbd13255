// Counts the calls of what is to be removed: in memory while requests are answered, and every few seconds into the store.
import type { Logger } from "pino";
import { type Client, nameClient, otherClients, readClient } from "./domain/client.ts";
import {
  type CallerNamed,
  type DeprecatedCall,
  type DeprecatedCalls,
  dayOf,
  type Example,
  maskExample,
  type NoteDeprecated,
} from "./domain/deprecated-call.ts";
import { day as dayLength, type Instant, second } from "./domain/instant.ts";
import { createLooking } from "./looking.ts";
import type { Store } from "./store/store.ts";

const writeEvery = 5 * second;
const forgetEvery = dayLength;

/** Different calls that are kept in memory until they are written; those beyond are counted as one client. */
const mostGathered = 2000;
/** How many of them one unit of work writes: others who write wait for it. */
const atOnce = 50;
/** Longest User-Agent that is kept; more than any tool is known to send. */
const longestAgent = 200;

export interface Deprecations {
  readonly note: NoteDeprecated;
  /** Writes what is counted so far, and answers what the store has: of an organization, or all of it for null. */
  list(orgId: string | null): Promise<DeprecatedCalls[]>;
  /** Forgets everything. */
  clear(): Promise<void>;
  /** Begins to write regularly. */
  start(log: Pick<Logger, "error">): void;
  /** Writes what is left. */
  close(): Promise<void>;
}

interface Parts {
  readonly store: Store;
  /** Real time: what is old is old by it, and by the clock of the requests. */
  readonly wall: () => Instant;
}

/** What was counted of one caller on one day. */
interface Gathered {
  readonly operationId: string;
  readonly orgId: string | null;
  readonly client: Client;
  readonly userAgent: string;
  readonly credential: CallerNamed | null;
  readonly example: Example;
  readonly day: number;
  firstAt: Instant;
  lastAt: Instant;
  calls: number;
  gone: number;
}

type Keyed = readonly [key: string, entry: Gathered];

/** Any number of processes may count into the same store. What a process that is killed had not written yet is lost. */
export function createDeprecations({ store, wall }: Parts): Deprecations {
  let gathered = new Map<string, Gathered>();
  let report: (reason: unknown) => void = () => {};
  let forgetAt = Number.NEGATIVE_INFINITY;
  const looking = createLooking(writeEvery, () => write().catch((reason) => report(reason)));

  function begin(call: DeprecatedCall, day: number, isOther: boolean): Gathered {
    const { operationId, orgId, caller, at } = call;
    const userAgent = call.userAgent.replace(/[^ -~]/g, "?").slice(0, longestAgent);
    const name = caller.kind === "USER" ? "" : caller.name;
    return {
      operationId,
      orgId,
      client: isOther ? otherClients : readClient(userAgent),
      userAgent: isOther ? "" : userAgent,
      credential: isOther ? null : { kind: caller.kind, id: caller.id, name },
      example: maskExample(call, call.queryNames),
      ...{ day, firstAt: at, lastAt: at, calls: 0, gone: 0 },
    };
  }

  /** Puts back what could not be written, beside what was counted meanwhile. */
  function putBack(unwritten: readonly Keyed[]): void {
    for (const [key, before] of unwritten) {
      const since = gathered.get(key);
      if (since === undefined) {
        if (gathered.size < mostGathered) gathered.set(key, before);
        continue;
      }
      since.calls += before.calls;
      since.gone += before.gone;
      since.firstAt = Math.min(since.firstAt, before.firstAt);
      since.lastAt = Math.max(since.lastAt, before.lastAt);
    }
  }

  async function writeOnce(): Promise<void> {
    if (gathered.size === 0) return;
    let left: readonly Keyed[] = [...gathered];
    gathered = new Map();
    const oldest = Math.min(wall(), ...left.map(([, { lastAt }]) => lastAt));
    try {
      while (left.length > 0) {
        const some = left.slice(0, atOnce).map(([, entry]) => entry);
        await store.write((tx) => tx.deprecatedCalls.add(merge(some)));
        left = left.slice(atOnce);
      }
      if (wall() < forgetAt) return;
      await store.write((tx) => tx.deprecatedCalls.forget(oldest));
      forgetAt = wall() + forgetEvery;
    } catch (reason) {
      putBack(left);
      throw reason;
    }
  }

  // One after the other, so that whoever waits for a write knows that those before it are done.
  let last: Promise<void> = Promise.resolve();
  function write(): Promise<void> {
    last = last.catch(() => {}).then(writeOnce);
    return last;
  }

  return {
    note(call) {
      const day = dayOf(call.at);
      const { operationId, orgId, caller } = call;
      const userAgent = call.userAgent.slice(0, longestAgent);
      let key = `${operationId} ${orgId} ${caller.id} ${day} ${userAgent}`;
      let entry = gathered.get(key);
      if (entry === undefined) {
        const isOther = gathered.size >= mostGathered;
        if (isOther) key = `${operationId} ${orgId} ${day}`;
        entry = gathered.get(key) ?? begin(call, day, isOther);
        gathered.set(key, entry);
      }
      entry.calls++;
      if (call.isGone) entry.gone++;
      entry.firstAt = Math.min(entry.firstAt, call.at);
      entry.lastAt = Math.max(entry.lastAt, call.at);
    },

    async list(orgId) {
      await write();
      return store.read((tx) => tx.deprecatedCalls.list(orgId));
    },

    async clear() {
      gathered = new Map();
      await store.write((tx) => tx.deprecatedCalls.clear());
    },

    start(log) {
      report = (reason) =>
        log.error({ err: reason }, "counting deprecated calls failed; they are kept in memory");
      looking.start();
    },

    async close() {
      await looking.close();
      await write().catch((reason) => report(reason));
    },
  };
}

/** Agents that differ only in what is not read of them are one client; so are the days of one caller. */
function merge(gathered: readonly Gathered[]): DeprecatedCalls[] {
  const callers = new Map<string, [Gathered, ...Gathered[]]>();
  for (const entry of gathered) {
    const key = `${entry.operationId} ${entry.orgId} ${entry.credential?.id} ${nameClient(entry.client)}`;
    const others = callers.get(key);
    if (others === undefined) callers.set(key, [entry]);
    else others.push(entry);
  }
  return [...callers.values()].map((entries) => {
    const [{ operationId, orgId, client, userAgent, credential, example }] = entries;
    return {
      ...{ operationId, orgId, client, userAgent, credential, example },
      firstAt: Math.min(...entries.map(({ firstAt }) => firstAt)),
      lastAt: Math.max(...entries.map(({ lastAt }) => lastAt)),
      days: entries.map(({ day, calls, gone }) => ({ day, calls, gone })),
    };
  });
}

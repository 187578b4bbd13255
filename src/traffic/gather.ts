// Gathers the calls of logs into the same counts that a server keeps of its own.
import { nameClient, otherClients, readClient } from "../domain/client.ts";
import {
  type DeprecatedCalls,
  dayOf,
  maskExample,
  type ShownCalls,
  showCalls,
} from "../domain/deprecated-call.ts";
import { match } from "../report/matching.ts";
import type { LoggedCall, Sink } from "./call.ts";

/** Callers that are told apart; those beyond are counted together. */
const mostCallers = 10_000;
const longestAgent = 200;

export interface Gathering extends Sink {
  /** What was found so far. */
  results(): Gathered;
}

export interface Gathered {
  /** Requests that were read, whatever they called. */
  readonly requests: number;
  /** Lines or entries that could not be read. */
  readonly unreadable: number;
  readonly calls: readonly ShownCalls[];
  /** By operation: calls that may be of a version that ends, or of one that stays; the log does not say. */
  readonly unclear: Readonly<Record<string, number>>;
}

interface Caller extends Omit<DeprecatedCalls, "days" | "firstAt" | "lastAt"> {
  firstAt: number;
  lastAt: number;
  readonly days: Map<number, { day: number; calls: number; gone: number }>;
}

/** A challenge that is only a step, or a caller that nobody knows; and a request that asked for no version that there is. */
const isNoCall = (status: number | undefined): boolean => status === 401 || status === 406;

export function createGathering(): Gathering {
  const callers = new Map<string, Caller>();
  const unclear = new Map<string, number>();
  let requests = 0;
  let unreadable = 0;

  function find(
    call: LoggedCall,
    { operation, params, search }: NonNullable<ReturnType<typeof match>>,
  ): Caller {
    const { credential, body, at } = call;
    const userAgent = call.userAgent.replace(/[^ -~]/g, "?").slice(0, longestAgent);
    const orgId = params.orgId ?? null;
    const client = readClient(userAgent);
    const who = credential?.id || credential?.name || "";
    const key = `${operation.id} ${orgId} ${who} ${nameClient(client)}`;
    const known = callers.get(key);
    if (known !== undefined) return known;
    const isOther = callers.size >= mostCallers;
    const otherKey = `${operation.id} ${orgId}`;
    const other = isOther ? callers.get(otherKey) : undefined;
    if (other !== undefined) return other;
    const caller: Caller = {
      ...{ operationId: operation.id, orgId, firstAt: at, lastAt: at, days: new Map() },
      client: isOther ? otherClients : client,
      userAgent: isOther ? "" : userAgent,
      credential: isOther ? null : credential,
      example: maskExample({ params, search, body }, Object.keys(operation.query)),
    };
    callers.set(isOther ? otherKey : key, caller);
    return caller;
  }

  return {
    call(call) {
      requests++;
      if (isNoCall(call.status)) return;
      const matched = match(call);
      if (matched === undefined) return;
      if (matched.isUnclear) {
        const { id } = matched.operation;
        unclear.set(id, (unclear.get(id) ?? 0) + 1);
        return;
      }
      const caller = find(call, matched);
      const day = dayOf(call.at);
      const counted = caller.days.get(day) ?? { day, calls: 0, gone: 0 };
      counted.calls++;
      if (call.status === 410) counted.gone++;
      caller.days.set(day, counted);
      caller.firstAt = Math.min(caller.firstAt, call.at);
      caller.lastAt = Math.max(caller.lastAt, call.at);
    },
    unreadable() {
      unreadable++;
    },
    results: () => ({
      requests,
      unreadable,
      calls: [...callers.values()].map(({ days, ...caller }) =>
        showCalls({ ...caller, days: [...days.values()].sort((a, b) => a.day - b.day) }),
      ),
      unclear: Object.fromEntries(unclear),
    }),
  };
}

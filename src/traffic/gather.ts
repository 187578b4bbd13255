// Counts the calls of logs as a server counts its own.
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

/** Callers beyond these are counted together. */
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

interface Counts extends Omit<DeprecatedCalls, "days" | "firstAt" | "lastAt"> {
  firstAt: number;
  lastAt: number;
  readonly days: Map<number, { day: number; calls: number; gone: number }>;
}

/** A challenge or an unknown caller, and a request for a version that does not exist. */
const isNoCall = (status: number | undefined): boolean => status === 401 || status === 406;

export function createGathering(): Gathering {
  const callers = new Map<string, Counts>();
  const unclear = new Map<string, number>();
  let requests = 0;
  let unreadable = 0;

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
      count(countsOf(callers, call, matched), call);
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

/** The counts that a call belongs to: those of its operation, organization, credential and client. */
function countsOf(
  callers: Map<string, Counts>,
  call: LoggedCall,
  { operation, params, search }: NonNullable<ReturnType<typeof match>>,
): Counts {
  const { credential, body, at } = call;
  const userAgent = call.userAgent.replace(/[^ -~]/g, "?").slice(0, longestAgent);
  const orgId = params.orgId ?? null;
  const client = readClient(userAgent);
  const name = credential?.id || credential?.name || "";
  const key = `${operation.id} ${orgId} ${name} ${nameClient(client)}`;
  const isOther = !callers.has(key) && callers.size >= mostCallers;
  const foundKey = isOther ? `${operation.id} ${orgId}` : key;
  const known = callers.get(foundKey);
  if (known !== undefined) return known;
  const counts: Counts = {
    ...{ operationId: operation.id, orgId, firstAt: at, lastAt: at, days: new Map() },
    client: isOther ? otherClients : client,
    userAgent: isOther ? "" : userAgent,
    credential: isOther ? null : credential,
    example: maskExample({ params, search, body }, Object.keys(operation.query)),
  };
  callers.set(foundKey, counts);
  return counts;
}

function count(counts: Counts, { at, status }: LoggedCall): void {
  const day = dayOf(at);
  const ofDay = counts.days.get(day) ?? { day, calls: 0, gone: 0 };
  ofDay.calls++;
  if (status === 410) ofDay.gone++;
  counts.days.set(day, ofDay);
  counts.firstAt = Math.min(counts.firstAt, at);
  counts.lastAt = Math.max(counts.lastAt, at);
}

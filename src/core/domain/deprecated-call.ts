// Calls of deprecated versions: what is kept of each, with secrets and personal values masked.
import { isGroupRole, isOrgRole } from "../contract/roles.ts";
import type { Caller } from "./access.ts";
import { type Client, nameClient, otherClients, readClient } from "./client.ts";
import { dateOfDay, dayOf, type Instant } from "./instant.ts";

/** Commands such as `anteroom snapshot`, as src/core/contract/release.ts names them: they choose what they call, and nobody has to change it. */
export const ownAgents = /^anteroom-cli\/\S+ \(own\)$/;

/** The caller, by an id and a public name; never a secret. */
export interface CallerNamed {
  readonly kind: Caller["kind"];
  /** The id of an API key, a service account or a person; empty if only the name is known, as in logs. */
  readonly id: string;
  /** Public key or client id; empty for a person, whose name is an address. */
  readonly name: string;
}

/** A request of an operation, as far as it may be shown. */
export interface Example {
  /** Values of the path; what is neither an id nor a plain word is struck out. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** The version that was asked for; undefined in version 1.0, and of calls counted before it was kept. */
  readonly version?: string;
  /** Undefined where there was none, or where it was not seen. */
  readonly body?: unknown;
}

export interface DeprecatedCall {
  readonly operationId: string;
  /** Null if the call named no organization of the caller. */
  readonly orgId: string | null;
  readonly userAgent: string;
  readonly credential: CallerNamed | null;
  readonly at: Instant;
  /** True if it was answered 410. */
  readonly isGone: boolean;
  /** Returns an example; called for the first call of a client only. */
  readonly example: () => Example;
}

/** Calls of one operation by one client with one credential, in one organization. */
export interface DeprecatedCalls {
  readonly operationId: string;
  /** Null if no organization could be determined. */
  readonly orgId: string | null;
  readonly client: Client;
  /** A User-Agent of the client, as it came. */
  readonly userAgent: string;
  readonly credential: CallerNamed | null;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly example: Example;
  readonly days: readonly CountedDay[];
}

export interface CountedDay {
  /** The day, counted from 1970, UTC. */
  readonly day: number;
  readonly calls: number;
  readonly gone: number;
}

export const struckOut = "…";

const isId = (text: string): boolean => /^[0-9a-f]{24}$/.test(text);
const namesId = (name: string): boolean => /^(id|\w+Ids?)$/.test(name);
const isRole = (text: string): boolean => isOrgRole(text) || isGroupRole(text);
/** No more than what a shell, a table or a page takes for text: what is masked of it is shown to others, in all of these. */
const isAddress = (text: string): boolean => /^[\p{L}\p{N}\p{So}_][^\s@]*@[\p{L}\p{N}_.-]+$/u.test(text);

/** `h…@example.com`: owners still recognise their own people. */
const maskAddress = (address: string): string =>
  `${[...address][0]}${struckOut}${address.slice(address.lastIndexOf("@"))}`;

/** Members whose address helps an owner to find the call. */
const namesAddress = (name: string): boolean => /^user_?name$/i.test(name);

function maskText(name: string, text: string): string {
  if (isRole(text) || (namesId(name) && isId(text))) return text;
  return namesAddress(name) && isAddress(text) && text.length <= 254 ? maskAddress(text) : struckOut;
}

/** Deepest body, and most members or items of one, that are shown. */
const deepest = 5;
const most = 20;

/** Masks all but structure, roles, ids in members that hold ids, and booleans: an allow list, so that a misplaced secret is masked. */
export function maskValue(value: unknown, name = "", depth = 0): unknown {
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "string") return maskText(name, value);
  if (typeof value !== "object" || depth === deepest) return struckOut;
  if (Array.isArray(value)) return value.slice(0, most).map((item) => maskValue(item, name, depth + 1));
  const members = Object.entries(value).slice(0, most);
  return Object.fromEntries(
    members.map(([member, each]) => [member.slice(0, 40), maskValue(each, member, depth + 1)]),
  );
}

/** Query values that control a list and reveal nothing about a person. */
const isPlain = (text: string): boolean => /^(true|false|\d{1,9}|[A-Z_]{1,20})$/.test(text);

/** Returns what may be shown of a request: `known` are the names that its operation has in a query. */
export function maskExample(
  request: Pick<Example, "params" | "body"> & {
    readonly search: string;
    readonly version?: string | undefined;
  },
  known: readonly string[],
): Example {
  const params = Object.entries(request.params).map(([name, value]) => [
    name,
    isId(value) || (name === "endpointSetId" && /^\w{1,60}$/.test(value)) ? value : maskText(name, value),
  ]);
  const query = [...new URLSearchParams(request.search)]
    .filter(([name]) => known.includes(name))
    .map(([name, value]) => [name, isPlain(value) ? value : maskText(name, value)]);
  return {
    params: Object.fromEntries(params),
    query: Object.fromEntries(query),
    ...(request.version !== undefined && { version: request.version }),
    ...(request.body !== undefined && { body: maskValue(request.body) }),
  };
}

export function showCalls(calls: DeprecatedCalls) {
  const { operationId, userAgent, client, credential, orgId, example, days } = calls;
  return {
    operationId,
    userAgent,
    client,
    credential,
    orgId,
    count: days.reduce((sum, each) => sum + each.calls, 0),
    gone: days.reduce((sum, each) => sum + each.gone, 0),
    firstAt: new Date(calls.firstAt).toISOString(),
    lastAt: new Date(calls.lastAt).toISOString(),
    days: days.map(({ day, calls, gone }) => ({ date: dateOfDay(day), count: calls, gone })),
    example,
  };
}

export type ShownCalls = ReturnType<typeof showCalls>;

interface Counts extends Omit<DeprecatedCalls, "days" | "firstAt" | "lastAt"> {
  firstAt: Instant;
  lastAt: Instant;
  readonly days: Map<number, CountedDay>;
}

/** The longest User-Agent that is kept; more than any tool is known to send. */
const longestAgent = 200;

/** Counts calls by operation, organization, credential and client. Callers beyond `most` are counted as one client. */
export class CallCounts {
  readonly #most: number;
  readonly #counts = new Map<string, Counts>();
  /** The clients by User-Agent: reading one costs more than counting. */
  readonly #clients = new Map<string, { client: Client; name: string; userAgent: string }>();

  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#counts.size;
  }

  add(call: DeprecatedCall): void {
    const { at, isGone } = call;
    const { client, name, userAgent } = this.#clientOf(call.userAgent);
    const counts = this.#countsOf(call, name, () => {
      const { operationId, orgId, credential, example } = call;
      const times = { firstAt: at, lastAt: at, days: new Map() };
      return { operationId, orgId, client, userAgent, credential, example: example(), ...times };
    });
    extend(counts, at, at);
    countDay(counts, dayOf(at), 1, isGone ? 1 : 0);
  }

  merge(calls: DeprecatedCalls): void {
    const begin = () => ({ ...calls, days: new Map() });
    const counts = this.#countsOf(calls, nameClient(calls.client), begin);
    extend(counts, calls.firstAt, calls.lastAt);
    for (const each of calls.days) countDay(counts, each.day, each.calls, each.gone);
  }

  list(): DeprecatedCalls[] {
    return [...this.#counts.values()].map(({ days, ...caller }) => ({
      ...caller,
      days: [...days.values()].sort((a, b) => a.day - b.day),
    }));
  }

  #clientOf(text: string) {
    let found = this.#clients.get(text);
    if (found === undefined) {
      if (this.#clients.size >= this.#most) this.#clients.clear();
      const userAgent = text.replace(/[^ -~]/g, "?").slice(0, longestAgent);
      const client = readClient(userAgent);
      found = { client, name: nameClient(client), userAgent };
      this.#clients.set(text, found);
    }
    return found;
  }

  #countsOf(
    { operationId, orgId, credential }: Pick<DeprecatedCalls, "operationId" | "orgId" | "credential">,
    client: string,
    begin: () => Counts,
  ): Counts {
    const own = `${operationId} ${orgId} ${credential?.id || credential?.name || ""} ${client}`;
    const isOther = !this.#counts.has(own) && this.#counts.size >= this.#most;
    const key = isOther ? `${operationId} ${orgId}` : own;
    let counts = this.#counts.get(key);
    if (counts === undefined) {
      const others = isOther && { client: otherClients, userAgent: "", credential: null };
      this.#counts.set(key, (counts = { ...begin(), ...others }));
    }
    return counts;
  }
}

function extend(counts: Counts, firstAt: Instant, lastAt: Instant): void {
  counts.firstAt = Math.min(counts.firstAt, firstAt);
  counts.lastAt = Math.max(counts.lastAt, lastAt);
}

function countDay({ days }: Counts, day: number, calls: number, gone: number): void {
  const before = days.get(day);
  days.set(day, { day, calls: (before?.calls ?? 0) + calls, gone: (before?.gone ?? 0) + gone });
}

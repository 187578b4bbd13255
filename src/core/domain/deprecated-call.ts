// Calls of deprecated versions: what is stored of each, with secrets and personal values masked.
import { isGroupRole, isOrgRole } from "../contract/roles.ts";
import type { Caller } from "./access.ts";
import { type Client, nameClient, otherClients, readClient } from "./client.ts";
import { dateOfDay, dayOf, type Instant } from "./instant.ts";

/**
 * Matches the User-Agent of commands such as `anteroom snapshot` (src/core/contract/release.ts): the command chooses the calls,
 * so users cannot change them.
 */
export const ownAgents = /^anteroom-cli\/\S+ \(own\)$/;

/** The caller, by an id and a public name; never a secret. */
export interface CallerNamed {
  readonly kind: Caller["kind"];
  /** The id of an API key, a service account or a person; empty if only the name is known, as in logs. */
  readonly id: string;
  /** The public key or client id; empty for a person, whose name is an address. */
  readonly name: string;
}

/** A request of an operation, without the parts that must not be shown. */
export interface Example {
  /** The values of the path; those that are neither an id nor a plain word are masked. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** The requested version; undefined in version 1.0, and for calls counted before versions were stored. */
  readonly version?: string;
  /** The body; undefined if there was none or it was not seen. */
  readonly body?: unknown;
}

export interface DeprecatedCall {
  readonly operationId: string;
  /** The organization; null if the call named none of the caller's. */
  readonly orgId: string | null;
  readonly userAgent: string;
  readonly credential: CallerNamed | null;
  readonly at: Instant;
  /** True if it was answered 410. */
  readonly isGone: boolean;
  /** Returns an example; called for the first call of a client only. */
  readonly example: () => Example;
}

/** The calls of one operation by one client with one credential, in one organization. */
export interface DeprecatedCalls {
  readonly operationId: string;
  /** The organization; null if it could not be determined. */
  readonly orgId: string | null;
  readonly client: Client;
  /** A User-Agent of the client, as sent. */
  readonly userAgent: string;
  readonly credential: CallerNamed | null;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly example: Example;
  readonly days: readonly CountedDay[];
}

export interface CountedDay {
  /** The day in UTC, counted from 1970. */
  readonly day: number;
  readonly calls: number;
  readonly gone: number;
}

export const struckOut = "…";

const isId = (text: string): boolean => /^[0-9a-f]{24}$/.test(text);
const namesId = (name: string): boolean => /^(id|\w+Ids?)$/.test(name);
const isRole = (text: string): boolean => isOrgRole(text) || isGroupRole(text);
/**
 * Reports whether a text is an address. It has only characters that are plain text in a shell, a table and a page, because
 * other people see it there in masked form.
 */
const isAddress = (text: string): boolean => /^[\p{L}\p{N}\p{So}_][^\s@]*@[\p{L}\p{N}_.-]+$/u.test(text);

/** Masks an address as `h…@example.com`: owners still recognize their own people. */
const maskAddress = (address: string): string =>
  `${[...address][0]}${struckOut}${address.slice(address.lastIndexOf("@"))}`;

/** Reports whether a member's address helps an owner to find the call. */
const namesAddress = (name: string): boolean => /^user_?name$/i.test(name);

function maskText(name: string, text: string): string {
  if (isRole(text) || (namesId(name) && isId(text))) return text;
  return namesAddress(name) && isAddress(text) && text.length <= 254 ? maskAddress(text) : struckOut;
}

/** The deepest body, and the most members or items of one, that are shown. */
const deepest = 5;
const most = 20;

/**
 * Masks all but structure, roles, ids in members for ids, and booleans. It is an allow list, so a misplaced secret is masked.
 */
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

/** Reports whether a query value controls a list and says nothing about a person. */
const isPlain = (text: string): boolean => /^(true|false|\d{1,9}|[A-Z_]{1,20})$/.test(text);

/** Returns the parts of a request that may be shown: `known` are the query parameters of its operation. */
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

/** Counts calls by operation, organization, credential and client. Clients beyond `most` are counted as one. */
export class CallCounts {
  readonly #most: number;
  readonly #counts = new Map<string, Counts>();
  /** The clients by User-Agent, because parsing one costs more than counting. */
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

const kinds = { API_KEY: "API key", SERVICE_ACCOUNT: "service account", USER: "person" };

/** Names the credential of a call: `API key abcdefgh`; empty if it is not known. */
export const nameCredential = (credential: ShownCalls["credential"]): string =>
  credential === null ? "" : `${kinds[credential.kind]} ${credential.name || credential.id}`;

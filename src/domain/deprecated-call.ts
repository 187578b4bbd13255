// Calls of deprecated versions: what is kept of each, with secrets and personal values masked.
import { isGroupRole, isOrgRole } from "../contract/roles.ts";
import type { Caller } from "./access.ts";
import type { Client } from "./client.ts";
import { day, type Instant } from "./instant.ts";

/** Who made a call, by an id and a public name; never a secret. */
export interface CallerNamed {
  readonly kind: Caller["kind"];
  /** Of an API key, a service account or a person; empty where only the name is known, as in logs. */
  readonly id: string;
  /** Public key or client id; empty for a person, whose name is an address. */
  readonly name: string;
}

/** A request of an operation, as far as it may be shown. */
export interface Example {
  /** Values of the path; what is neither an id nor a plain word is struck out. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Undefined where there was none, or where it was not seen. */
  readonly body?: unknown;
}

/** A call as the pipeline saw it. */
export interface DeprecatedCall {
  readonly operationId: string;
  /** Names of the operation's query. */
  readonly queryNames: readonly string[];
  readonly params: Readonly<Record<string, string>>;
  readonly search: string;
  /** Parsed; undefined where there was none, or where it was not read. */
  readonly body: unknown;
  readonly userAgent: string;
  readonly caller: Caller;
  /** Null if the call named no organization of the caller. */
  readonly orgId: string | null;
  readonly at: Instant;
  /** Whether it was answered 410. */
  readonly isGone: boolean;
}

export type NoteDeprecated = (call: DeprecatedCall) => void;

/** Calls of one operation by one client with one credential, in one organization. */
export interface DeprecatedCalls {
  readonly operationId: string;
  /** Null if no organization could be determined. */
  readonly orgId: string | null;
  readonly client: Client;
  /** A User-Agent of the client, as it came. */
  readonly userAgent: string;
  /** Null where the caller is not known. */
  readonly credential: CallerNamed | null;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly example: Example;
  readonly days: readonly CountedDay[];
}

export interface CountedDay {
  /** Counted from 1970, UTC. */
  readonly day: number;
  readonly calls: number;
  /** Calls among them that were answered 410. */
  readonly gone: number;
}

export const dayOf = (at: Instant): number => Math.floor(at / day);

/** `2027-07-02`. */
const dateOf = (dayNumber: number): string => new Date(dayNumber * day).toISOString().slice(0, 10);

/** Stands in the place of a value that is not shown. */
export const struckOut = "…";

const isId = (text: string): boolean => /^[0-9a-f]{24}$/.test(text);

/** Names of members that hold ids. */
const namesId = (name: string): boolean => /^(id|\w+Ids?)$/.test(name);

const isRole = (text: string): boolean => isOrgRole(text) || isGroupRole(text);

const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text);

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

/**
 * A body with everything masked but its structure, role names, ids in members that hold ids, and booleans. An allow list, so
 * that a secret in an unexpected place is masked too.
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

/** Query values that control a list and reveal nothing about a person. */
const isPlain = (text: string): boolean => /^(true|false|\d{1,9}|[A-Z_]{1,20})$/.test(text);

/** What may be shown of a request: `known` are the names that its operation has in a query. */
export function maskExample(
  request: { readonly params: Example["params"]; readonly search: string; readonly body?: unknown },
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
    ...(request.body !== undefined && { body: maskValue(request.body) }),
  };
}

/** Counted calls as they are answered: times in ISO 8601, days as dates. */
export interface ShownCalls {
  readonly operationId: string;
  readonly userAgent: string;
  readonly client: Client;
  readonly credential: CallerNamed | null;
  readonly orgId: string | null;
  readonly count: number;
  /** Of these, how many were answered 410. */
  readonly gone: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly days: { readonly date: string; readonly count: number; readonly gone: number }[];
  readonly example: Example;
}

export const showCalls = (calls: DeprecatedCalls): ShownCalls => ({
  operationId: calls.operationId,
  userAgent: calls.userAgent,
  client: calls.client,
  credential: calls.credential,
  orgId: calls.orgId,
  count: calls.days.reduce((sum, each) => sum + each.calls, 0),
  gone: calls.days.reduce((sum, each) => sum + each.gone, 0),
  firstAt: new Date(calls.firstAt).toISOString(),
  lastAt: new Date(calls.lastAt).toISOString(),
  days: calls.days.map(({ day, calls, gone }) => ({ date: dateOf(day), count: calls, gone })),
  example: calls.example,
});

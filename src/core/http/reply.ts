// Answers of the API: headers as recorded, bodies with or without envelope and line breaks, errors in Atlas's form.
import { STATUS_CODES } from "node:http";
import type { Fault } from "../contract/errors.ts";
import { headerDate, mediaType, type VersionName } from "../contract/versions.ts";
import type { Explanation } from "../domain/explanation.ts";
import { memoised } from "../domain/memoised.ts";
import type { Operation } from "../operations/operation.ts";
import type { Answer } from "./answer.ts";
import type { Unidentified } from "./authenticate.ts";
import { type Allowance, announce } from "./limits.ts";

export interface ApiAnswer extends Answer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** The name of the caller, for the log; undefined if it was not identified. */
  readonly who?: string | undefined;
  readonly injected?: string;
  /** The explanation of the answer, if a rehearsal was asked for it. */
  readonly explanation?: Explanation;
}

/** The headers of every answer but challenges and 405. */
const securityHeaders = {
  "referrer-policy": "strict-origin-when-cross-origin",
  "strict-transport-security": "max-age=31536000; includeSubdomains;",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "x-permitted-cross-domain-policies": "none",
};

type FixedHeaders = Partial<Record<VersionName, Readonly<Record<string, string>>>>;
const fixedHeaders = new WeakMap<Operation, FixedHeaders>();

/** Returns the headers that are the same for every success of one version of an operation. */
function headersOf(operation: Operation, version: VersionName): FixedHeaders[VersionName] {
  let versions = fixedHeaders.get(operation);
  if (versions === undefined) fixedHeaders.set(operation, (versions = {}));
  return (versions[version] ??= {
    ...securityHeaders,
    ...lifetimeHeaders(operation, version),
    ...(operation.showsSecret && { "cache-control": "no-store" }),
    ...(!operation.isBare && typeOf(operation, version)),
  });
}

const typeOf = (operation: Operation, version: VersionName) => ({
  "content-type":
    operation.versions[version]?.type ??
    `${mediaType(version)}${version === "unversioned" ? "" : ";charset=utf-8"}`,
});

function lifetimeHeaders(operation: Operation, version: VersionName): Record<string, string> {
  const { deprecated, sunset } = operation.versions[version] ?? {};
  return {
    ...(deprecated && { deprecation: headerDate(deprecated) }),
    ...(sunset && { sunset: headerDate(sunset) }),
  };
}

export interface Format {
  readonly envelope: boolean;
  readonly pretty: boolean;
}

/** Formats JSON as recorded in the body of the challenge: indented by two, with a blank on both sides of each colon. */
function prettify(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/^(\s*"(?:[^"\\]|\\.)*"):/gm, "$1 :");
}

/**
 * Puts an answer in its envelope: a page gets `status` among its members, in alphabetical order; everything else becomes the
 * `content` of `{content, status}`.
 */
function enveloped(status: number, value: unknown): unknown {
  if (typeof value === "object" && value !== null && "results" in value && "totalCount" in value) {
    const { totalCount, ...page } = value;
    return { ...page, status, totalCount };
  }
  // Some answers always have it.
  if (typeof value === "object" && value !== null && "content" in value && "status" in value) return value;
  return { content: value ?? {}, status };
}

function bodyOf(status: number, value: unknown, { envelope, pretty }: Format): string | Buffer {
  // A file has no envelope.
  if (Buffer.isBuffer(value)) return value;
  if (!envelope && value === undefined) return "";
  // Such answers are the text itself, whatever their type says, as recorded.
  if (!envelope && typeof value === "string") return value;
  const shown = envelope ? enveloped(status, value) : value;
  if (pretty) return prettify(shown);
  return typeof shown === "object" && shown !== null ? textOf(shown) : JSON.stringify(shown);
}

const textOf = memoised((value: object) => JSON.stringify(value));

/** The parts of an answer; for a refusal, those that were found out before it. */
interface Replying<Found> {
  readonly operation: Operation | Found;
  /** The version; a refusal before negotiation has the headers of the oldest one. */
  readonly version: VersionName | Found;
  readonly allowance: Allowance | Found;
  readonly format: Format;
  readonly who?: string | undefined;
}

const announced = (operation: Operation | undefined, allowance: Allowance) =>
  operation?.limit.unannounced ? undefined : announce(allowance);

interface Success extends Replying<never> {
  readonly headers: Readonly<Record<string, string>> | undefined;
  /** The value; undefined for an answer without a body. */
  readonly value: unknown;
}

export function succeed(success: Success): ApiAnswer {
  const { operation, version, allowance, headers, value, format, who } = success;
  // A status without a body cannot have an envelope, so the envelope states the status instead.
  const answered = value === undefined && !operation.isBare ? 204 : operation.status;
  const status = format.envelope && value === undefined ? 200 : answered;
  const type = operation.isBare && format.envelope ? typeOf(operation, version) : undefined;
  return {
    status,
    headers: Object.assign({}, headersOf(operation, version), type, announced(operation, allowance), headers),
    body: bodyOf(answered, value, format),
    who,
  };
}

interface Refusal extends Replying<undefined> {
  readonly fault: Fault;
}

export function refusalAnswer({ fault, operation, version, allowance, format, who }: Refusal): ApiAnswer {
  const about = version ?? (operation && (Object.keys(operation.versions) as VersionName[]).sort()[0]);
  // The project is looked up before requests are counted, as recorded answers show.
  const counted = fault.code === "GROUP_NOT_FOUND" ? undefined : allowance;
  return {
    status: fault.status,
    headers: {
      ...securityHeaders,
      ...(operation && about && lifetimeHeaders(operation, about)),
      ...(counted && announced(operation, counted)),
      ...fault.headers,
      "content-type": "application/json",
      "x-error-code": fault.code,
    },
    body: bodyOf(fault.status, errorBody(fault), format),
    who,
  };
}

/** Returns the refusal of a request that leads to no operation. */
export const refuseAlone = (fault: Fault, format: Format = { envelope: false, pretty: false }): ApiAnswer =>
  refusalAnswer({ fault, operation: undefined, version: undefined, allowance: undefined, format });

/** Returns the body of an error, with members in alphabetical order, as recorded. */
const errorBody = (fault: Fault) => ({
  ...(fault.fields.length > 0 && {
    badRequestDetail: { fields: fault.fields.map(({ description, field }) => ({ description, field })) },
  }),
  detail: fault.message,
  error: fault.status,
  errorCode: fault.code,
  ...fault.more,
  parameters: fault.parameters,
  reason: STATUS_CODES[fault.status] ?? "",
});

/** The body of the challenge exactly as recorded: with line breaks, in an order of its own, and without `parameters`. */
const challengeBody = prettify({
  error: 401,
  reason: "Unauthorized",
  detail: "You are not authorized for this resource.",
  errorCode: "UNEXPECTED_ERROR",
});

/** Returns a 401. A digest challenge has the body above; a refused bearer token has none, and the reason in its header. */
export const unidentified = ({ scheme, header }: Unidentified): ApiAnswer => ({
  status: 401,
  headers: {
    ...(scheme === "digest" && { "content-type": "application/json" }),
    "www-authenticate": header,
  },
  body: scheme === "digest" ? challengeBody : "",
});

/** Returns a 405 as recorded: without a body, and only the methods. */
export const methodNotAllowed = (allowed: readonly string[]): ApiAnswer => ({
  status: 405,
  headers: { allow: [...allowed, "OPTIONS"].join(",") },
  body: "",
});

const noSniff = "x-content-type-options";

/** Adds nosniff to answers. Atlas's own answers have the recorded headers, with nosniff where that was recorded. */
export const withNoSniff = (path: string, answer: Answer): Answer =>
  path.startsWith("/api/atlas/") || noSniff in answer.headers
    ? answer
    : { ...answer, headers: { [noSniff]: "nosniff", ...answer.headers } };

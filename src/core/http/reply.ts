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
  readonly body: string;
  /** Name of the caller, for the log; undefined where nobody was identified. */
  readonly who?: string | undefined;
  readonly injected?: string;
  /** The explanation of the answer, if a rehearsal was asked for it. */
  readonly explanation?: Explanation;
}

/** The headers sent with every answer but challenges and 405. */
const securityHeaders = {
  "referrer-policy": "strict-origin-when-cross-origin",
  "strict-transport-security": "max-age=31536000; includeSubdomains;",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "x-permitted-cross-domain-policies": "none",
};

type FixedHeaders = Partial<Record<VersionName, Readonly<Record<string, string>>>>;
const fixedHeaders = new WeakMap<Operation, FixedHeaders>();

/** Headers that are the same for every success of one version of one operation. */
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

/** Indentation of two, and a blank on both sides of each colon outside of texts: seen in the body of the challenge. */
function prettify(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/^(\s*"(?:[^"\\]|\\.)*"):/gm, "$1 :");
}

/** A page gains `status` among its members, in alphabetical order; everything else becomes the `content` of `{content, status}`. */
function enveloped(status: number, value: unknown): unknown {
  if (typeof value === "object" && value !== null && "results" in value && "totalCount" in value) {
    const { totalCount, ...page } = value;
    return { ...page, status, totalCount };
  }
  return { content: value ?? {}, status };
}

function bodyOf(status: number, value: unknown, { envelope, pretty }: Format): string {
  if (!envelope && value === undefined) return "";
  // Recorded: such answers are the text itself, whatever their type says.
  if (!envelope && typeof value === "string") return value;
  const shown = envelope ? enveloped(status, value) : value;
  if (pretty) return prettify(shown);
  return typeof shown === "object" && shown !== null ? textOf(shown) : JSON.stringify(shown);
}

const textOf = memoised((value: object) => JSON.stringify(value));

/** The parts of an answer; for a refusal, what was found out before it. */
interface Replying<Found> {
  readonly operation: Operation | Found;
  /** A refusal before negotiation has the headers of the oldest version. */
  readonly version: VersionName | Found;
  readonly allowance: Allowance | Found;
  readonly format: Format;
  readonly who?: string | undefined;
}

const announced = (operation: Operation | undefined, allowance: Allowance) =>
  operation?.limit.unannounced ? undefined : announce(allowance);

interface Success extends Replying<never> {
  readonly headers: Readonly<Record<string, string>> | undefined;
  /** Undefined for an answer without a body. */
  readonly value: unknown;
}

export function succeed(success: Success): ApiAnswer {
  const { operation, version, allowance, headers, value, format, who } = success;
  // A status without a body cannot carry an envelope; the envelope says so instead.
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
  // The lookup of the project comes before the counting of requests, as its recorded answers show.
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

/** The refusal of what leads to no operation. */
export const refuseAlone = (fault: Fault, format: Format = { envelope: false, pretty: false }): ApiAnswer =>
  refusalAnswer({ fault, operation: undefined, version: undefined, allowance: undefined, format });

/** Members in alphabetical order, as recorded. */
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

/** The recorded body, to the letter: in line breaks, in an order of its own, and without `parameters`. */
const challengeBody = prettify({
  error: 401,
  reason: "Unauthorized",
  detail: "You are not authorized for this resource.",
  errorCode: "UNEXPECTED_ERROR",
});

/** A digest challenge has the body above; a refused bearer token has none, and says why in its header. */
export const unidentified = ({ scheme, header }: Unidentified): ApiAnswer => ({
  status: 401,
  headers: {
    ...(scheme === "digest" && { "content-type": "application/json" }),
    "www-authenticate": header,
  },
  body: scheme === "digest" ? challengeBody : "",
});

/** Returns a 405 as recorded: no body, and only the methods. */
export const methodNotAllowed = (allowed: readonly string[]): ApiAnswer => ({
  status: 405,
  headers: { allow: [...allowed, "OPTIONS"].join(",") },
  body: "",
});

const noSniff = "x-content-type-options";

/** Says nosniff, whatever has answered. Atlas's own answers have the headers that were recorded: where it is among them, they bring it. */
export const withNoSniff = (path: string, answer: Answer): Answer =>
  path.startsWith("/api/atlas/") || noSniff in answer.headers
    ? answer
    : { ...answer, headers: { [noSniff]: "nosniff", ...answer.headers } };

// The reason why a request was refused, in one sentence, from its answer and the facts known of its caller then; and the
// command that sends it again. No secrets are stored: variables replace them.

import { match } from "../../atlas/endings.ts";
import { operations } from "../../atlas/index.ts";
import { readAuthParams } from "../../core/contract/http-syntax.ts";
import { mediaType, versionsInOrder } from "../../core/contract/versions.ts";
import type { Claim } from "../../core/domain/claim.ts";
import type { Rule } from "../../core/domain/explanation.ts";
import { quoteShell } from "../../core/domain/quoting.ts";
import type { Operation } from "../../core/operations/operation.ts";
import type { LoggedRequest } from "../dev.ts";
import type { Words } from "../words/words.ts";

export const operationOf = ({ operationId }: Pick<LoggedRequest, "operationId">): Operation | undefined =>
  operationId !== null && Object.hasOwn(operations, operationId)
    ? operations[operationId as keyof typeof operations]
    : undefined;

/** Returns the id of the project or of the organization in a path. */
export const placeIn = (path: string, kind: "groups" | "orgs"): string | undefined =>
  new RegExp(`/${kind}/([0-9a-f]{24})(?=[/:]|$)`).exec(path)?.[1];

/** The parts of an API error, besides its code. */
interface ErrorBody {
  readonly detail?: string;
  readonly parameters?: readonly unknown[];
  readonly badRequestDetail?: { readonly fields: readonly { field: string; description: string }[] };
}

/** Returns the error in an answer; an envelope has it as its content. */
export function errorIn({ answer }: Pick<LoggedRequest, "answer">): ErrorBody {
  try {
    const body = JSON.parse(answer.text ?? "") as ErrorBody & { readonly content?: ErrorBody };
    return body.content ?? body;
  } catch {
    return {};
  }
}

/** Names the caller: `API key deployments (qkzvtrwm)`. */
export function callerOf({ who, claim }: Pick<LoggedRequest, "who" | "claim">, { whoCan }: Words): string {
  const { principal } = claim ?? {};
  const name = who ?? claim?.name ?? "";
  if (!principal) return name;
  return `${whoCan.kinds[principal.kind]} ${principal.label === "" ? name : `${principal.label} (${name})`}`;
}

/** Reports whether an injected fault made the request fail. */
export const isFaulted = ({ injected, status }: LoggedRequest): boolean =>
  injected !== undefined && (status === 0 || status >= 400);

/** Explains a refusal; undefined for a request that was not refused; see `quotes`. */
export function whyRefused(request: LoggedRequest, words: Words): string | undefined {
  const { refusedBy, status } = request;
  const { refusals } = words.rehearsal.requests;
  if (isFaulted(request)) return sentences.fault(request, refusals, words);
  if (status === 0) return refusals.cut;
  return refusedBy === null ? undefined : sentences[refusedBy.rule](request, refusals, words);
}

type Refusals = Words["rehearsal"]["requests"]["refusals"];

type Say = (request: LoggedRequest, refusals: Refusals, words: Words) => string;

/** The mark at both ends of a text of the API, inside a sentence of any language. */
export const quotes = "\u0001";
const quote = (text: string): string => quotes + text + quotes;

/** Returns the wrong fields, each with its reason; else the answer's own text. */
function detailOf(request: LoggedRequest): string {
  const { badRequestDetail, detail = request.refusedBy?.detail ?? "" } = errorIn(request);
  const fields = badRequestDetail?.fields.map(({ field, description }) => `${field}: ${description}`) ?? [];
  return quote(fields.length > 0 ? fields.join(" ") : detail);
}

const ruleOf: Say = (request, refusals) =>
  refusals.rule(request.operationId ?? request.path, detailOf(request));

const sentences: Readonly<Record<Rule, Say>> = {
  path: ({ method, path }, refusals) => refusals.path(method, path),
  credential: ({ claim, refusedBy }, refusals) => credentialOf(claim, refusedBy?.detail, refusals),
  "access list": (request, refusals, words) => {
    const who = callerOf(request, words);
    if (request.refusedBy?.code === "ORG_REQUIRES_ACCESS_LIST") return refusals.noList(who);
    if (request.address === "") return refusals.noAddress;
    return refusals.accessList(who, request.address, request.claim?.principal?.accessList.join(", ") ?? "");
  },
  gap: (request, refusals) => {
    const { operationId, method, path } = request;
    return refusals.gap(operationId ?? `${method} ${path}`);
  },
  version: (request, refusals, { rehearsal: { requests } }) => {
    const { accept, operationId } = request;
    const versions = versionsInOrder(operationOf(request)?.versions ?? {}).join(", ");
    return refusals.version(accept.slice(0, 100) || requests.noVersion, operationId ?? "", versions);
  },
  sunset: (request, refusals, words) => {
    const [version = "", day = "", successor = ""] = (errorIn(request).parameters ?? []).map(String);
    return refusals.sunset(request.operationId ?? "", version, day, words.successor(successor));
  },
  fault: ({ injected = "" }, refusals) => refusals.fault(injected),
  limit: (request, refusals) => {
    const { path } = request;
    const [of = path, seconds = "", capacity = "", refill = "", period = ""] = (
      errorIn(request).parameters ?? []
    ).map(String);
    return refusals.limit(of, capacity, refill, period, seconds);
  },
  request: (request, refusals) => refusals.request(detailOf(request)),
  scope: (request, refusals) => refusals.scope(detailOf(request)),
  door: (request, refusals, words) => {
    const { leastRole = null, held = [] } = request.explanation ?? {};
    if (leastRole === null) return ruleOf(request, refusals, words);
    const [who, operation, role] = [
      callerOf(request, words),
      request.operationId ?? "",
      words.role(leastRole),
    ];
    const holds = held.map((each) => words.role(each.role)).join(", ");
    return held.length === 0
      ? refusals.stranger(who, operation, role)
      : refusals.door(who, holds, operation, role);
  },
  "recent sign-in": ruleOf,
  "second factor": ruleOf,
  "strict roles": (request, refusals) => refusals.strict(detailOf(request)),
  operation: ruleOf,
  server: (request, refusals) => refusals.server(detailOf(request)),
};

/** Returns the credential's problem. Endpoints of tokens have no claim: their answer says what was wrong. */
function credentialOf(claim: Claim | undefined, detail = "", refusals: Refusals): string {
  if (claim === undefined) {
    return detail === "" || detail.startsWith("You are not") ? refusals.none : refusals.token(quote(detail));
  }
  const { scheme, name, principal, isStale, isForOther } = claim;
  if (isStale) return refusals.stale;
  if (scheme === "bearer") return refusals.token(quote(readAuthParams(detail).error_description ?? detail));
  if (scheme !== "digest" || name === null) return refusals.unreadable(scheme);
  if (principal === null) return refusals.unknownKey(name);
  return isForOther ? refusals.otherPath(name) : refusals.wrongKey(name);
}

/** Returns the path and query. */
export const targetOf = ({ path, search }: LoggedRequest): string =>
  search === "" ? path : `${path}?${search}`;

/** The operation that was called, if it was called in a version that ends. */
export const endingIn = (request: LoggedRequest) => match({ ...request, target: targetOf(request) });

/** Returns the option for curl by the kind of caller: public keys have eight letters, other callers use tokens. */
const credentialIn = ({ who, path }: LoggedRequest): string[] => {
  if (path.startsWith("/api/oauth/")) return ['--user "$CLIENT_ID:$CLIENT_SECRET"'];
  // A challenge is the first half of a digest.
  if (who === null) return ['--digest --user "$PUBLIC_KEY:$PRIVATE_KEY"'];
  if (/^[a-z]{8}$/.test(who)) return [`--digest --user "${who}:$PRIVATE_KEY"`];
  return ['--header "Authorization: Bearer $TOKEN"'];
};

/** Returns the version that was asked for, or the newest if the server does not know that one. */
function acceptOf(request: LoggedRequest): string {
  const newest = versionsInOrder(operationOf(request)?.versions ?? {}).at(-1);
  return request.refusedBy?.rule === "version" && newest !== undefined ? mediaType(newest) : request.accept;
}

export function replayOf(request: LoggedRequest, origin: string): string {
  const { method, body } = request;
  const accept = acceptOf(request);
  return [
    `curl --include --request ${method} ${quoteShell(`${origin}${targetOf(request)}`)}`,
    ...credentialIn(request),
    ...(accept === "" ? [] : [`--header ${quoteShell(`Accept: ${accept}`)}`]),
    ...(body.text
      ? [`--header ${quoteShell("Content-Type: application/json")}`, `--data ${quoteShell(body.text)}`]
      : []),
  ].join(" \\\n  ");
}

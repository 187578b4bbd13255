// Holds one answer against the derived OpenAPI document: every way in which it says something else than was declared.
import type { TSchema } from "typebox";
import { Compile } from "typebox/compile";
import { operations } from "../../src/atlas/index.ts";
import { standIn } from "../../src/atlas/stand-in.ts";
import { version1 } from "../../src/atlas/version-1.ts";
import { catalogue, type ErrorCode } from "../../src/core/contract/errors.ts";
import { codesOf } from "../../src/core/contract/pipeline-codes.ts";
import { describeApi } from "../../src/core/openapi/document.ts";
import type { Operation } from "../../src/core/operations/operation.ts";

/** An answer as it went onto the wire, header names in lower case. */
export interface Witnessed {
  readonly method: string;
  readonly target: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

type Json = Readonly<Record<string, unknown>>;

interface Described {
  readonly content?: Readonly<Record<string, { readonly schema?: Json }>>;
}

const table = Object.values<Operation>(operations);

/** The document as a reader gets it: a schema keeps nothing that JSON cannot carry. */
const document = JSON.parse(JSON.stringify(describeApi(table, "http://127.0.0.1")));

type Responses = Readonly<Record<string, Described>>;

/** Version 1.0 is in no document: it answers the oldest version as plain JSON. */
function responsesOf({ id, method, version1 }: Operation): Responses {
  const { path, versions } = operations[id as keyof typeof operations] as Operation;
  const responses: Responses = document.paths[path][method.toLowerCase()].responses;
  if (version1 === undefined) return responses;
  const oldest = `application/vnd.atlas.${Object.keys(versions).sort()[0]}+json`;
  const plain = ({ content = {} }: Described) => ({ content: { "application/json": content[oldest] ?? {} } });
  return Object.fromEntries(Object.entries(responses).map(([status, each]) => [status, plain(each)]));
}

/** Literals come before parameters, and verbs before plain parameters, as the router prefers them. */
const precedence = (path: string): string => path.replace(/\{\w+\}:/g, "}:").replace(/\{\w+\}/g, "~");

const routes = [...table, ...version1]
  .sort((a, b) => (precedence(a.path) < precedence(b.path) ? -1 : 1))
  .map((operation) => ({
    operation,
    shape: new RegExp(
      `^${operation.path.replace(/\{\w+\}(?=:)/g, "[^/:]+").replace(/\{\w+\}/g, "[^/]*")}/?$`,
    ),
  }));

/** The operation that a request is meant for; undefined for paths and methods that are not offered. */
export function operationAt(method: string, target: string): Operation | undefined {
  const path = (target.split("?", 1)[0] ?? "").replace(/^\/api\/public\/(?=v1\.0)/, "/api/atlas/");
  if (!isRoutable(path)) return undefined;
  return routes.find(({ operation, shape }) => operation.method === method && shape.test(path))?.operation;
}

/** The router gives up on what it cannot decode, and on parts without end; nothing at all is no id. */
function isRoutable(path: string): boolean {
  if (path.endsWith("//")) return false;
  try {
    return path.split("/").every((part) => decodeURIComponent(part).length <= 1000);
  } catch {
    return false;
  }
}

/**
 * The schema without references, and with nothing allowed that it does not name. The domain decides what an address
 * is: it takes letters of any script, where the format knows the Latin ones only. A schema within itself, one of the
 * names `above`, may be anything.
 */
function closed(schema: unknown, above: readonly string[] = []): unknown {
  if (Array.isArray(schema)) return schema.map((each) => closed(each, above));
  if (typeof schema !== "object" || schema === null) return schema;
  const { $ref, nullable, ...rest } = schema as Json;
  const name = typeof $ref === "string" ? ($ref.split("/").at(-1) ?? "") : undefined;
  if (name !== undefined && above.includes(name)) return {};
  const shape =
    name === undefined
      ? closedObject(rest, above)
      : closed(document.components.schemas[name], [...above, name]);
  return nullable === true ? { anyOf: [shape, { type: "null" }] } : shape;
}

function closedObject(schema: Json, above: readonly string[]): Json {
  const kept = Object.entries(schema).filter(([name, each]) => name !== "format" || each !== "email");
  const members = Object.fromEntries(kept.map(([name, each]) => [name, closed(each, above)]));
  if (members.required !== undefined) members.required = answered(schema);
  const isObject = schema.type === "object" && schema.properties !== undefined;
  return isObject && schema.additionalProperties === undefined
    ? { ...members, additionalProperties: false }
    : members;
}

/** Members that answers have to have: not those that only requests have. */
const answered = ({ required, properties }: Json): string[] =>
  (required as string[]).filter((name) => (properties as Record<string, Json>)?.[name]?.writeOnly !== true);

const validators = new Map<Json, ReturnType<typeof Compile>>();

function violations(schema: Json, value: unknown): string[] {
  let validator = validators.get(schema);
  if (validator === undefined) validators.set(schema, (validator = Compile(closed(schema) as TSchema)));
  if (validator.Check(value)) return [];
  return validator
    .Errors(value)
    .filter(({ keyword }) => keyword !== "additionalProperties")
    .map(({ instancePath, keyword, message, params }) =>
      keyword === "boolean"
        ? `${instancePath} is not declared`
        : `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
}

/**
 * The places whose members were recorded in another order, hardware of clusters and its regions, which have what they are
 * first; and the stages of pipelines, which are as they were sent.
 */
const otherwiseOrdered =
  /\/(analytics|electable|readOnly|effective\w+)Specs$|\/regionConfigs\/\d+$|\/pipeline\/\d+/;

/** A webhook has its type last. */
const isWebhook = (value: object): boolean => "type" in value && value.type === "WEBHOOK";

/** Names of objects whose members are not in alphabetical order, at whatever depth. */
function disorder(value: unknown, at = ""): string[] {
  if (typeof value !== "object" || value === null) return [];
  const names = Object.keys(value);
  const here =
    Array.isArray(value) ||
    otherwiseOrdered.test(at) ||
    isWebhook(value) ||
    names.join() === [...names].sort().join()
      ? []
      : [`members not in alphabetical order at ${at || "/"}: ${names.join()}`];
  return [...here, ...Object.entries(value).flatMap(([name, each]) => disorder(each, `${at}/${name}`))];
}

/** Returns an answer in an envelope as it would have been without it; a page keeps its members beside the status. */
function unwrapped(value: Json): { status: unknown; value: unknown } {
  const { status, ...rest } = value;
  return "results" in rest ? { status, value: rest } : { status, value: rest.content };
}

const asksForEnvelope = (target: string): boolean =>
  new URLSearchParams(target.split("?").slice(1).join("?")).get("envelope") === "true";

function parsed(body: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(body) };
  } catch {
    return undefined;
  }
}

/** A digest challenge has a body of its own, which no schema describes; a refused token has none. */
function checkChallenge({ headers, body }: Witnessed): string[] {
  const [scheme] = String(headers["www-authenticate"]).split(" ");
  if (scheme === "Bearer") return body === "" ? [] : ["a refused token with a body"];
  const value = parsed(body)?.value as Json | undefined;
  return Object.keys(value ?? {}).join() === "error,reason,detail,errorCode" ? [] : ["an unknown challenge"];
}

/** The schema of our errors: all have a detail and a reason, which the document leaves open as the official one does. */
const error = {
  ...(closed(document.components.schemas.ApiError) as Json),
  required: ["detail", "error", "errorCode", "reason"],
};

function checkRefusal(answer: Witnessed, operation: Operation | undefined): string[] {
  const { headers, status, body, target } = answer;
  const found = parsed(body);
  if (found === undefined) return ["a refusal whose body is not JSON"];
  const inside = asksForEnvelope(target) && "content" in (found.value as Json);
  const shown = inside ? unwrapped(found.value as Json) : { status, value: found.value };
  const { errorCode, error: said } = shown.value as Json;
  const code = errorCode as ErrorCode;
  const allowed: readonly string[] = operation === undefined ? codesWithout(answer) : codesOf(operation);
  return [
    ...violations(error, shown.value),
    ...disorder(found.value),
    ...(headers["content-type"] === "application/json"
      ? []
      : [`Content-Type ${String(headers["content-type"])}`]),
    ...(headers["x-error-code"] === code ? [] : [`X-Error-Code ${String(headers["x-error-code"])}`]),
    ...(said === status && shown.status === status && statusesOf(code).includes(status)
      ? []
      : [`statuses differ in ${body}`]),
    ...(allowed.includes(code) ? [] : [`${code} is not declared`]),
  ];
}

/** A code of version 2 may have another status in version 1.0. */
const statusesOf = (code: string): number[] =>
  Object.entries(catalogue).flatMap(([name, entry]) =>
    [name, "sentAs" in entry ? entry.sentAs : name].includes(code) ? [entry.status] : [],
  );

/** The refusals before an operation is found, or where there is none. */
const unrouted: readonly ErrorCode[] = [
  ...(["group", "org"] as const).flatMap((kind) =>
    codesOf({ errors: [], door: { kind }, params: { groupId: 0, orgId: 0 }, query: {}, versions: {} }),
  ),
  "RESOURCE_NOT_FOUND",
  "REQUEST_TOO_LARGE",
  "INVALID_JSON",
];

/** Lists codes for a request without an operation: the one that stands in for it declares some as well. */
function codesWithout({ method, target }: Witnessed): readonly string[] {
  const found = standIn(method, target.split("?", 1)[0] ?? "");
  return "operation" in found ? [...unrouted, ...codesOf(found.operation)] : unrouted;
}

function checkSuccess(answer: Witnessed, operation: Operation): string[] {
  const { status, headers, body, target } = answer;
  if (operation.isBare && body === "" && headers["content-type"] === undefined) return [];
  if (["getDefaultMongoDbMajorVersion", "getServiceVersion"].includes(operation.id)) {
    return /^\d\.\d(\.\d)?$/.test(body) ? [] : [`text ${body}`];
  }
  const type =
    /^(application\/vnd\.atlas\.[\w-]+\+(?:json(?=;charset=utf-8$)|(?:csv|gzip)$)|application\/json$)/.exec(
      String(headers["content-type"]),
    )?.[1];
  const { content = {} } = responsesOf(operation)[operation.status] ?? {};
  const version = type === undefined ? undefined : content[type];
  if (version === undefined) {
    return [`Content-Type ${String(headers["content-type"])} is no version of the operation`];
  }
  // A file is any bytes, or none.
  if ((version.schema as Json | undefined)?.format === "binary") return [];
  if (body === "") return version.schema === undefined || status === 204 ? [] : ["an answer without a body"];
  // Such an answer is the text itself, as recorded.
  if ((version.schema as Json | undefined)?.type === "string" && !asksForEnvelope(target)) return [];
  const found = parsed(body);
  if (found === undefined) return ["a body that is not JSON"];
  const shown = asksForEnvelope(target) ? unwrapped(found.value as Json) : { status, value: found.value };
  // An envelope has the status 204 that it replaces, or that of an operation that answers no body.
  const isBare =
    JSON.stringify(found.value) === `{"content":{},"status":${operation.isBare ? operation.status : 204}}`;
  if (shown.status === 204 || (operation.isBare && isBare)) return isBare ? [] : [`envelope ${body}`];
  return [
    ...(shown.status === status ? [] : [`status ${String(shown.status)} in the body`]),
    ...(version.schema === undefined
      ? ["a body where none is declared"]
      : violations(version.schema, shown.value)),
    ...disorder(found.value),
  ];
}

/** Lists all about the answer that its operation does not declare; empty when it is as declared. */
export function contradictions(answer: Witnessed, operation: Operation | undefined): string[] {
  const { status, headers, body, target } = answer;
  if (status === 401 && headers["www-authenticate"] !== undefined) return checkChallenge(answer);
  // Of the form of a request, before it is known to be one for an operation.
  if (status === 431) return headers["x-error-code"] === "REQUEST_HEADERS_TOO_LARGE" ? [] : ["a 431"];
  if (status === 405) return body === "" && headers.allow !== undefined ? [] : ["a 405 with a body"];
  if (operation === undefined) return checkRefusal(answer, undefined);
  const declared = responsesOf(operation);
  const expected = status === 200 && asksForEnvelope(target) ? operation.status : status;
  if (declared[status] === undefined && declared[expected] === undefined) {
    return [`status ${status} is not declared`];
  }
  return status < 300 ? checkSuccess(answer, operation) : checkRefusal(answer, operation);
}

// Stage: path, query and body become the typed values that the operation declares.
import type { TSchema } from "typebox";
import { type Fault, fault } from "../../contract/errors.ts";
import { refuseParam } from "../../contract/pipeline-codes.ts";
import { describeValue } from "../../contract/value-words.ts";
import type { Operation } from "../../operations/operation.ts";
import { decompress } from "../decompress.ts";
import { parseBody, validatorOf } from "../parse-body.ts";
import type { PipelineRequest } from "../pipeline-request.ts";
import type { Format } from "../reply.ts";

type Named<T> = Readonly<Record<string, T>>;

export async function parse(request: PipelineRequest): Promise<undefined> {
  const { operation, received, version = "" } = request;
  const { "content-type": type, "content-encoding": encoding } = received.headers;
  parseParams(operation, received.params);
  request.query = parseQuery(operation, received.search, operation.versions[version]?.query);
  if (operation.body === undefined) return;
  const sent = await received.readBody();
  const body = encoding === undefined ? sent : await decompress(sent, encoding);
  request.body = parseBody(operation, type, body);
}

/** Nothing stored has NUL in it, so a text with NUL would find nothing; a refusal says more. */
const holdsNul = (text: string): boolean => text.includes("\0");

export function parseParams(operation: Operation, raw: Named<string>): Named<string> {
  for (const [name, schema] of Object.entries(operation.params)) {
    const value = raw[name] ?? "";
    if (!holdsNul(value) && validatorOf(schema).Check(value)) continue;
    throw refuseParam(name, value);
  }
  return raw;
}

type Declared = TSchema & {
  readonly type?: string;
  readonly items?: Declared;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly maxItems?: number;
};

const absentQueries = new WeakMap<Operation, Named<unknown>>();

/** What a request without a query asks for: nearly every one is such a request. */
function absentQuery(operation: Operation): Named<unknown> {
  let absent = absentQueries.get(operation);
  if (absent === undefined) absentQueries.set(operation, (absent = readQuery(operation, undefined)));
  return absent;
}

/**
 * Parameters that are not declared are ignored, empty values are absent; of one that is repeated the first counts. What is
 * `fixed` cannot be asked for otherwise.
 */
export function parseQuery(operation: Operation, search: string, fixed?: Named<unknown>): Named<unknown> {
  const query = search === "" ? absentQuery(operation) : readQuery(operation, new URLSearchParams(search));
  return fixed === undefined ? query : { ...query, ...fixed };
}

function readQuery(operation: Operation, sent: URLSearchParams | undefined): Named<unknown> {
  const query: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(operation.query)) {
    const { items, maxItems, default: absent } = schema as Declared;
    const all = sent?.getAll(name) ?? [];
    const texts = items === undefined ? all.slice(0, 1) : all;
    const values = texts.filter((text) => text !== "").map((text) => readParam(name, text, items ?? schema));
    if (maxItems !== undefined && values.length > maxItems) {
      throw refuseValue(name, `${values.length} values were sent. At most ${maxItems} are accepted.`);
    }
    query[name] = values.length === 0 ? absent : items === undefined ? values[0] : values;
  }
  return query;
}

function readParam(name: string, text: string, schema: Declared): unknown {
  const sent = read(text, schema.type);
  // The atlas CLI asks for page 0 and means the first.
  const value = name === "pageNum" && sent === 0 ? 1 : sent;
  if (!validatorOf(schema).Check(value))
    throw refuseValue(name, `'${text}' is not ${describeValue(schema)}.`);
  if (holdsNul(text)) throw refuseValue(name, "The value must not hold NUL.");
  return value;
}

const refuseValue = (parameter: string, description: string): Fault =>
  fault("INVALID_QUERY_PARAMETER", { parameter }, { fields: [{ description, field: parameter }] });

/** A flag in any case, as Python and others write it; undefined for what is none. */
export function readFlag(text: string): boolean | undefined {
  if (/^true$/i.test(text)) return true;
  return /^false$/i.test(text) ? false : undefined;
}

/** A refusal may come before the query is parsed; then only the plain words of it count. */
export function readFormat(search: string): Format {
  const query = new URLSearchParams(search);
  const isSet = (name: string) => readFlag(query.get(name) ?? "") === true;
  return { envelope: isSet("envelope"), pretty: isSet("pretty") };
}

function read(text: string, type: string | undefined): unknown {
  if (type === "boolean") return readFlag(text) ?? text;
  if (type === "integer") return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
  return text;
}

// Parses the values that an operation declares from path, query and body, or refuses with the value that is wrong and why.
import type { TSchema } from "typebox";
import { Compile } from "typebox/schema";
import { type Fault, fault, wrongField } from "../contract/errors.ts";
import { refuseParam } from "../contract/pipeline-codes.ts";
import { describeValue, int32 } from "../contract/value-words.ts";
import { versionsInOrder } from "../contract/versions.ts";
import type { Operation, Version } from "../operations/operation.ts";
import type { Format } from "./reply.ts";
import { limitTexts, limitValues, smallBody } from "./sizes.ts";
import { refuseViolations } from "./violations.ts";

type Named<T> = Readonly<Record<string, T>>;

type Validator = ReturnType<typeof Compile>;
const validators = new WeakMap<TSchema, Validator>();

function validatorOf(schema: TSchema): Validator {
  let validator = validators.get(schema);
  if (validator === undefined) validators.set(schema, (validator = Compile(formOf(schema))));
  return validator;
}

/** The keywords that rules of the domain decide about; looking for duplicates would also take quadratic time. */
const leftToRules = new Set(["uniqueItems", "format"]);

/** The keywords that are only documentation where a rule of the domain checks the value with an error code of its own. */
const forms = [
  "enum",
  "exclusiveMinimum",
  "maxItems",
  "maxLength",
  "maximum",
  "minItems",
  "minLength",
  "minimum",
  "pattern",
];

const formOf = (schema: TSchema): TSchema =>
  JSON.parse(
    JSON.stringify(schema, (keyword, value) => {
      if (leftToRules.has(keyword) && typeof value !== "object") return undefined;
      const is32 = value?.format === "int32";
      if (typeof value !== "object" || value === null || !(is32 || "checkedByRule" in value)) return value;
      const kept = Object.entries(value).filter(([name]) => !value.checkedByRule || !forms.includes(name));
      return { ...(is32 && int32), ...Object.fromEntries(kept) };
    }),
  );

/** Reports whether a text has NUL in it. No stored value has one, so a search would find nothing; a refusal says more. */
const holdsNul = (text: string): boolean => text.includes("\0");

export function parseParams(operation: Operation, raw: Named<string>, path: string): Named<string> {
  for (const [name, schema] of Object.entries(operation.params)) {
    const value = raw[name] ?? "";
    if (holdsNul(value) || !validatorOf(schema).Check(value)) throw refuseParam(name, value, path);
  }
  return raw;
}

type Declared = TSchema & {
  readonly type?: string;
  readonly items?: Declared;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly maxItems?: number;
  readonly properties?: Named<Declared>;
  readonly required?: readonly string[];
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly anyOf?: readonly Declared[];
  readonly $id?: string;
  readonly discriminator?: {
    readonly propertyName: string;
    /** Types by value; without it the types themselves list the values. */
    readonly mapping?: Named<string>;
  };
};

const absentQueries = new WeakMap<Operation, Named<unknown>>();

/** Returns the parsed query of a request without one, as nearly every request is. */
function absentQuery(operation: Operation): Named<unknown> {
  let absent = absentQueries.get(operation);
  if (absent === undefined) absentQueries.set(operation, (absent = readQuery(operation, undefined)));
  return absent;
}

/**
 * Parses the query. Undeclared parameters are ignored, and empty ones are absent; the first of a repeated one counts. A `fixed`
 * value cannot be changed.
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
  // The atlas CLI sends page 0 for the first page.
  const value = name === "pageNum" && sent === 0 ? 1 : sent;
  if (!validatorOf(schema).Check(value)) {
    throw refuseValue(name, `'${text}' is not ${describeValue(schema)}.`);
  }
  if (holdsNul(text)) throw refuseValue(name, "The value must not hold NUL.");
  return value;
}

function read(text: string, type: string | undefined): unknown {
  if (type === "boolean") return readFlag(text) ?? text;
  if (type === "integer") return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
  return text;
}

const refuseValue = (parameter: string, description: string): Fault =>
  fault("INVALID_QUERY_PARAMETER", { parameter }, wrongField(parameter, description));

/** Reads a flag in any case, as Python and others write it; undefined for any other text. */
export function readFlag(text: string): boolean | undefined {
  if (/^true$/i.test(text)) return true;
  return /^false$/i.test(text) ? false : undefined;
}

/** Reads the format of the answer. A refusal may come before the query is parsed; then only plain words count. */
export function readFormat(search: string): Format {
  const query = new URLSearchParams(search);
  const isSet = (name: string) => readFlag(query.get(name) ?? "") === true;
  return { envelope: isSet("envelope"), pretty: isSet("pretty") };
}

const json = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The schema that a version's body must fit: with the members that it demands instead of those that its type requires. */
const accepted = new WeakMap<Version, Declared>();

function acceptedBy(version: Version, body: Declared): Declared {
  if (version.demands === undefined) return body;
  let schema = accepted.get(version);
  if (schema === undefined) accepted.set(version, (schema = { ...body, required: version.demands }));
  return schema;
}

/** Parses the body of a version, the newest unless one is named. */
export function parseBody(
  operation: Operation,
  type: string | undefined,
  raw: Buffer | undefined,
  versionName = versionsInOrder(operation.versions).at(-1) ?? "",
): unknown {
  const version = operation.versions[versionName];
  const taken: Declared | undefined = version?.body ?? operation.body;
  if (taken === undefined) return undefined;
  const whole = version === undefined ? taken : acceptedBy(version, taken);
  if (raw === undefined || raw.length === 0) {
    // Few clients can send a body with GET.
    if (operation.method === "GET") return {};
    throw wrong("The request needs a body: a JSON object.");
  }
  if (type === undefined || !json.test(type)) {
    throw fault("UNSUPPORTED_MEDIA_TYPE", { type: type ?? "nothing" });
  }
  const isSmall = raw.length <= smallBody;
  if (!isSmall) limitValues(raw);
  const sent = readJson(raw);
  const wanted = whole.type === "array" ? "array" : "object";
  const isArray = Array.isArray(sent);
  if (typeof sent !== "object" || sent === null || isArray !== (wanted === "array")) {
    throw wrong(`The body must be a JSON ${wanted}.`);
  }
  if (!isSmall) limitTexts(sent);
  const schema = alternativeFor(sent, whole);
  const body = keepWithin(sent, schema, operation, "");
  if (validatorOf(schema).Check(body)) return body;
  throw refuseViolations(schema, validatorOf(schema).Errors(body)[1]);
}

function readJson(raw: Buffer): unknown {
  const text = attempt(
    () => utf8.decode(raw),
    () => "The body is not valid UTF-8.",
  );
  const value = attempt<unknown>(
    () => JSON.parse(text),
    (reason) => `The body is not JSON: ${reason.message}.`,
  );
  if (/\\ud[89a-f]/i.test(text) && holdsHalf(value)) {
    throw wrong("The body holds half of a surrogate pair, which is no character.");
  }
  return value;
}

function attempt<T>(work: () => T, describe: (reason: Error) => string): T {
  try {
    return work();
  } catch (cause) {
    throw wrong(describe(cause as Error), cause);
  }
}

/**
 * Reports whether a text in the value has half of a surrogate pair: only JSON's escapes can write one, and every store keeps
 * another text in its place.
 */
function holdsHalf(value: unknown): boolean {
  if (typeof value === "string") return /\p{Surrogate}/u.test(value);
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some((entry) => entry.some(holdsHalf));
}

const wrong = (description: string, cause?: unknown): Fault =>
  fault("INVALID_JSON", {}, { ...wrongField("body", description), cause });

/**
 * Reports whether a null means that a member is not set, as clients of many languages send it. Where null has a meaning, the
 * schema accepts it.
 */
const isUnset = (value: unknown, name: string, { required = [] }: Declared, declared: Declared): boolean =>
  value === null && !required.includes(name) && !validatorOf(declared).Check(null);

/**
 * Leaves out members that the schema declares read-only, because clients with one type for request and answer send them, and
 * null for members that may be absent; refuses members that only the answer has, and unknown ones. `path`, to the value, ends
 * with a dot.
 */
function keepWritable(sent: object, schema: Declared, operation: Operation, path: string): Named<unknown> {
  const known = schema.properties ?? {};
  const kept: Record<string, unknown> = {};
  for (const [attribute, value] of Object.entries(sent)) {
    const declared = Object.hasOwn(known, attribute) ? known[attribute] : undefined;
    if (declared === undefined) throw refuseAttribute(`${path}${attribute}`, known, operation);
    if (declared.readOnly === true || isUnset(value, attribute, schema, declared)) continue;
    kept[attribute] = keepWithin(value, declared, operation, `${path}${attribute}.`);
  }
  return kept;
}

/** Keeps declared members of the objects inside an attribute, alone or in an array. */
function keepWithin(value: unknown, declared: Declared, operation: Operation, path: string): unknown {
  const schema = alternativeFor(value, declared);
  const { items, properties } = schema;
  if (Array.isArray(value)) {
    return items === undefined
      ? value
      : value.map((item, index) => keepWithin(item, items, operation, `${path}${index}.`));
  }
  const isObject = typeof value === "object" && value !== null;
  return isObject && properties !== undefined ? keepWritable(value, schema, operation, path) : value;
}

/** Chooses the schema that a value is checked against: the only one of objects or of lists, or the one its discriminator names. */
function alternativeFor(value: unknown, schema: Declared): Declared {
  const { anyOf = [], discriminator } = schema;
  const inner = Array.isArray(value) ? "items" : "properties";
  const objects = anyOf.filter((each) => each[inner] !== undefined);
  if (discriminator === undefined) return objects.length === 1 ? (objects[0] ?? schema) : schema;
  const { propertyName, mapping } = discriminator;
  const named = (value as Named<unknown> | null)?.[propertyName];
  const isNamed = ({ $id, properties }: Declared) =>
    mapping === undefined
      ? properties?.[propertyName]?.enum?.some((each) => each === named)
      : typeof named === "string" && mapping[named] === $id;
  return objects.find(isNamed) ?? schema;
}

function refuseAttribute(attribute: string, known: Named<Declared>, operation: Operation): Fault {
  const accepted = Object.keys(known).filter((name) => known[name]?.readOnly !== true);
  const why = wrongField(attribute, `Accepted attributes: ${accepted.join(", ")}.`);
  const isAnswered = Object.values(operation.versions).some(({ reply }) => {
    const { properties = {} } = (reply ?? {}) as Declared;
    return Object.hasOwn(properties, attribute) && properties[attribute]?.writeOnly !== true;
  });
  return fault(isAnswered ? "ATTRIBUTE_READ_ONLY" : "INVALID_ATTRIBUTE", { attribute }, why);
}

// Turns a JSON body into the value that its operation declares, or says which attribute is wrong and why.
import type { TSchema } from "typebox";
import { Compile } from "typebox/schema";
import { type Fault, fault } from "../contract/errors.ts";
import type { Operation } from "../operations/operation.ts";
import { limitTexts, limitValues, smallBody } from "./sizes.ts";
import { refuseViolations } from "./violations.ts";

type Named<T> = Readonly<Record<string, T>>;

const validators = new WeakMap<TSchema, ReturnType<typeof Compile>>();

/**
 * The rules of the domain decide about these: duplicates collapse, only the domain knows what an address is, and a filter by an
 * address that cannot exist finds nothing. Looking for duplicates would also cost the square of their number.
 */
const leftToRules = new Set(["uniqueItems", "format"]);

const formless = {
  enum: undefined,
  maxLength: undefined,
  minItems: undefined,
  minLength: undefined,
  pattern: undefined,
};

function formOf(schema: TSchema): TSchema {
  const strip = (keyword: string, value: unknown) => {
    if (leftToRules.has(keyword) && typeof value !== "object") return undefined;
    // A rule of the domain checks these values, with an error code of its own; the form here is documentation.
    if (typeof value === "object" && value !== null && "checkedByRule" in value)
      return { ...value, ...formless };
    return value;
  };
  return JSON.parse(JSON.stringify(schema, strip));
}

/** Compiled once for each schema. */
export function validatorOf(schema: TSchema) {
  let validator = validators.get(schema);
  if (validator === undefined) validators.set(schema, (validator = Compile(formOf(schema))));
  return validator;
}

const json = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;
const utf8 = new TextDecoder("utf-8", { fatal: true });

export function parseBody(operation: Operation, type: string | undefined, raw: Buffer | undefined): unknown {
  const schema = operation.body;
  if (schema === undefined) return undefined;
  if (raw === undefined || raw.length === 0) {
    throw wrong("body", "The request needs a body: a JSON object.", fault("INVALID_JSON", {}));
  }
  if (type === undefined || !json.test(type))
    throw fault("UNSUPPORTED_MEDIA_TYPE", { type: type ?? "nothing" });
  const isSmall = raw.length <= smallBody;
  if (!isSmall) limitValues(raw);
  const sent = readJson(raw);
  const wanted = (schema as { type?: string }).type === "array" ? "array" : "object";
  const isArray = Array.isArray(sent);
  if (typeof sent !== "object" || sent === null || isArray !== (wanted === "array")) {
    throw wrong("body", `The body must be a JSON ${wanted}.`, fault("INVALID_JSON", {}));
  }
  if (!isSmall) limitTexts(sent);
  const body = isArray ? keepWithin(sent, schema, operation, "") : keepWritable(sent, schema, operation);
  if (validatorOf(schema).Check(body)) return body;
  throw refuseViolations(schema, validatorOf(schema).Errors(body)[1]);
}

function readJson(raw: Buffer): unknown {
  let text: string;
  try {
    text = utf8.decode(raw);
  } catch (cause) {
    throw wrong("body", "The body is not valid UTF-8.", fault("INVALID_JSON", {}, { cause }));
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw wrong(
      "body",
      `The body is not JSON: ${(cause as Error).message}.`,
      fault("INVALID_JSON", {}, { cause }),
    );
  }
  if (/\\ud[89a-f]/i.test(text) && holdsHalf(value)) {
    const description = "The body holds half of a surrogate pair, which is no character.";
    throw wrong("body", description, fault("INVALID_JSON", {}));
  }
  return value;
}

/** Only JSON's escapes can write it, and every store keeps another text in its place. */
function holdsHalf(value: unknown): boolean {
  if (typeof value === "string") return /\p{Surrogate}/u.test(value);
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some((entry) => entry.some(holdsHalf));
}

const wrong = (field: string, description: string, { code, cause }: Fault): Fault =>
  fault(code as "INVALID_JSON", {}, { fields: [{ description, field }], cause });

type Properties = Named<TSchema & { readOnly?: boolean }>;
const propertiesOf = (schema: TSchema | undefined): Properties =>
  (schema as { properties?: Properties } | undefined)?.properties ?? {};

/** Clients of many languages write null for what they do not set. Where null has a meaning, the schema takes it. */
const isUnset = (value: unknown, name: string, schema: TSchema, declared: TSchema): boolean =>
  value === null &&
  !((schema as { required?: readonly string[] }).required ?? []).includes(name) &&
  !validatorOf(declared).Check(null);

/**
 * Leaves out what the request's own schema declares as read-only, as clients that share one type for request and answer
 * send it, and null for what may be left out; refuses what only the answer has, and what neither knows. `path` leads to
 * what was sent, with a dot at its end.
 */
function keepWritable(sent: object, schema: TSchema, operation: Operation, path = ""): Named<unknown> {
  const known = propertiesOf(schema);
  const kept: Record<string, unknown> = {};
  for (const [attribute, value] of Object.entries(sent)) {
    const declared = Object.hasOwn(known, attribute) ? known[attribute] : undefined;
    if (declared === undefined) throw refuseAttribute(`${path}${attribute}`, known, operation);
    if (declared.readOnly === true || isUnset(value, attribute, schema, declared)) continue;
    kept[attribute] = keepWithin(value, declared, operation, `${path}${attribute}.`);
  }
  return kept;
}

/** The same for the objects inside an attribute, alone or in an array. */
function keepWithin(value: unknown, schema: TSchema, operation: Operation, path: string): unknown {
  const { items, properties } = schema as { items?: TSchema; properties?: Properties };
  if (Array.isArray(value) && items !== undefined && "properties" in items) {
    return value.map((item, index) => keepWithin(item, items, operation, `${path}${index}.`));
  }
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject && properties !== undefined ? keepWritable(value, schema, operation, path) : value;
}

function refuseAttribute(attribute: string, known: Properties, operation: Operation): Fault {
  const accepted = Object.keys(known).filter((name) => known[name]?.readOnly !== true);
  const answered = Object.values(operation.versions).some(({ reply }) =>
    Object.hasOwn(propertiesOf(reply), attribute),
  );
  const fields = [{ description: `Accepted attributes: ${accepted.join(", ")}.`, field: attribute }];
  return answered
    ? fault("ATTRIBUTE_READ_ONLY", { attribute }, { fields })
    : fault("INVALID_ATTRIBUTE", { attribute }, { fields });
}

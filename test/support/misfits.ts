// Values that do not fit a schema, each alone in its place: of other types, too long or short, out of bounds, unknown.
import { Compile } from "typebox/compile";
import type { Schema } from "../../src/core/contract/schema-words.ts";

/** A value that the schema of its place does not allow, at least by what is declared. */
export interface Misfit {
  /** Names and indexes that lead to the place; empty for the whole. */
  readonly path: readonly string[];
  /** The mistake of the value: a keyword of JSON Schema. */
  readonly keyword: string;
  readonly value: unknown;
  readonly schema: Schema;
}

const ofEveryType = ["text", 7, 1.5, true, [], {}];

/** `item` is a good one, for an array of too many. */
function* valuesBeside(schema: Schema, item: unknown): Generator<readonly [keyword: string, value: unknown]> {
  const { minLength = 0, maxLength, minItems = 0, maxItems, minimum, maximum, pattern, format } = schema;
  if (schema.enum !== undefined) yield ["enum", "NO_SUCH_VALUE"];
  if (minLength > 0) yield ["minLength", ""];
  if (maxLength !== undefined) yield ["maxLength", "x".repeat(maxLength + 1)];
  if (pattern !== undefined) yield ["pattern", new RegExp(pattern, "u").test("§") ? "\0" : "§"];
  // The format of a password says how it is typed, not what it is.
  if (format !== undefined && format !== "password" && schema.type === "string") yield ["format", "§"];
  if (minimum !== undefined) yield ["minimum", minimum - 1];
  if (maximum !== undefined) yield ["maximum", maximum + 1];
  if (minItems > 0) yield ["minItems", []];
  if (maxItems !== undefined) yield ["maxItems", Array(maxItems + 1).fill(item)];
}

function* misfitsAt(schema: Schema, path: readonly string[], sample: unknown): Generator<Misfit> {
  const { enum: _, ...loose } = schema;
  const validator = Compile(loose as Schema);
  const isOfType = (value: unknown) =>
    !validator.Errors(value).some(({ keyword, instancePath }) => keyword === "type" && instancePath === "");
  const alternatives = schema.anyOf ?? [schema];
  for (const value of ofEveryType) if (!isOfType(value)) yield { path, keyword: "type", value, schema };
  const [item] = Array.isArray(sample) ? sample : [];
  for (const each of alternatives) {
    for (const [keyword, value] of valuesBeside(each, item)) yield { path, keyword, value, schema };
  }
}

/** Every misfit of a value of the schema, of which `sample` is a good one: where it lacks a member, one is made. */
export function* misfits(schema: Schema, sample: unknown, path: readonly string[] = []): Generator<Misfit> {
  yield* misfitsAt(schema, path, sample);
  for (const [name, member] of Object.entries(schema.properties ?? {})) {
    if (member.readOnly === true) continue;
    yield* misfits(member, (sample as Record<string, unknown> | undefined)?.[name], [...path, name]);
  }
  if (schema.items !== undefined) {
    yield* misfits(schema.items, (sample as readonly unknown[] | undefined)?.[0], [...path, "0"]);
  }
}

/** A copy of a value in which another stands at the end of the path; what leads there is made where it is missing. */
export function withValue(whole: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  if (name === "0") {
    const [first, ...others] = Array.isArray(whole) ? whole : [];
    return [withValue(first, rest, value), ...others];
  }
  const object = typeof whole === "object" && whole !== null ? (whole as Record<string, unknown>) : {};
  return { ...object, [name]: withValue(object[name], rest, value) };
}

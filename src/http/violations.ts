// Says in words what is wrong with a body that does not fit its schema, one sentence for each value, and which code that is.
import type { TSchema } from "typebox";
import { type Fault, type FieldViolation, fault } from "../contract/errors.ts";
import type { Schema } from "../contract/schema-words.ts";

/** What a validator finds wrong: at an instance path such as `/roles/0`. */
interface Finding {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: object;
  readonly message: string;
}

interface Violation extends FieldViolation {
  readonly keyword: string;
}

const typeWords: Readonly<Record<string, string>> = {
  array: "an array",
  boolean: "a boolean",
  integer: "an integer",
  null: "null",
  number: "a number",
  object: "an object",
  string: "a string",
};

/** What a value of the schema is, such as `one of A, B or null`. */
function wordsFor({ enum: choices, anyOf, type = "" }: Schema): string {
  if (choices !== undefined) return `one of ${choices.join(", ")}`;
  if (anyOf !== undefined) return anyOf.map(wordsFor).join(" or ");
  return typeWords[type] ?? type;
}

const partsOf = ({ instancePath }: Finding): string[] => instancePath.split("/").slice(1);

/** The schema of the value at a path, as far as properties and items lead. */
function schemaAt(schema: Schema, parts: readonly string[]): Schema {
  const [part, ...rest] = parts;
  if (part === undefined) return schema;
  const next = schema.items ?? schema.properties?.[part];
  return next === undefined ? schema : schemaAt(next, rest);
}

const bounds: Readonly<Record<string, string>> = { minimum: "at least", maximum: "at most" };

function describe({ keyword, message, params }: Finding, schema: Schema): string {
  if (["anyOf", "enum", "type"].includes(keyword)) return `The value must be ${wordsFor(schema)}.`;
  const bound = bounds[keyword];
  const { limit } = params as { limit?: number };
  return bound === undefined ? `The value ${message}.` : `The value must be ${bound} ${limit}.`;
}

function explain(schema: TSchema, findings: readonly Finding[]): Violation[] {
  const either = new Set(
    findings.filter(({ keyword }) => keyword === "anyOf").map((each) => each.instancePath),
  );
  const said = new Set<string>();
  return findings.flatMap((finding) => {
    const { keyword, instancePath, params } = finding;
    const parts = partsOf(finding);
    if (keyword === "required") {
      const { requiredProperties = [] } = params as { requiredProperties?: string[] };
      return requiredProperties.map((name) => {
        return { keyword, field: [...parts, name].join("."), description: "The value is required." };
      });
    }
    if (!either.has(instancePath)) {
      return [{ keyword, field: parts.join("."), description: describe(finding, schemaAt(schema, parts)) }];
    }
    // Each alternative complains; together they are one complaint, of the kind of the first.
    if (said.has(instancePath)) return [];
    said.add(instancePath);
    const description = describe({ ...finding, keyword: "anyOf" }, schemaAt(schema, parts));
    return [{ keyword, field: parts.join("."), description }];
  });
}

const mostReported = 20;

/** The refusal of a body for what its validator found. */
export function refuseViolations(schema: TSchema, findings: readonly Finding[]): Fault {
  const violations = explain(schema, findings);
  const fields = violations.slice(0, mostReported).map(({ description, field }) => ({ description, field }));
  const [first] = violations;
  const attribute = first?.field ?? "";
  if (first?.keyword === "required") return fault("MISSING_ATTRIBUTE", { attribute }, { fields });
  if (first?.keyword === "type") return fault("INVALID_JSON_ATTRIBUTE", { attribute }, { fields });
  return fault("BAD_REQUEST", {}, { fields });
}

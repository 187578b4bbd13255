// Describes what is wrong with a body that does not fit its schema, one sentence for each value, and chooses the code.
import type { TSchema } from "typebox";
import { type Fault, type FieldViolation, fault } from "../contract/errors.ts";
import type { Schema } from "../contract/schema-words.ts";
import { describeValue } from "../contract/value-words.ts";

/** A finding of the validator, at an instance path such as `/roles/0`. */
interface Finding {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: object;
}

interface Violation extends FieldViolation {
  readonly keyword: string;
}

/** Finds the schema of the value at a path, through properties and items. */
function schemaAt(schema: Schema, parts: readonly string[]): Schema {
  const [part, ...rest] = parts;
  if (part === undefined) return schema;
  const next = schema.items ?? schema.properties?.[part];
  return next === undefined ? schema : schemaAt(next, rest);
}

/** Explains a value in one sentence, for the first kind of finding: a wrong type is not among the choices either. */
function explain(schema: TSchema, findings: readonly Finding[]): Violation[] {
  const said = new Set<string>();
  return findings.flatMap(({ keyword, instancePath, params }) => {
    const parts = instancePath.split("/").slice(1);
    if (keyword === "required") {
      const { requiredProperties = [] } = params as { requiredProperties?: string[] };
      return requiredProperties.map((name) => {
        return { keyword, field: [...parts, name].join("."), description: "The value is required." };
      });
    }
    if (said.has(instancePath)) return [];
    said.add(instancePath);
    const description = `The value must be ${describeValue(schemaAt(schema, parts))}.`;
    return [{ keyword, field: parts.join(".") || "body", description }];
  });
}

const mostReported = 20;

export function refuseViolations(schema: TSchema, findings: readonly Finding[]): Fault {
  const violations = explain(schema, findings);
  const fields = violations.slice(0, mostReported).map(({ description, field }) => ({ description, field }));
  const [first] = violations;
  const attribute = first?.field ?? "";
  if (first?.keyword === "required") return fault("MISSING_ATTRIBUTE", { attribute }, { fields });
  if (first?.keyword === "type") return fault("INVALID_JSON_ATTRIBUTE", { attribute }, { fields });
  return fault("BAD_REQUEST", {}, { fields });
}

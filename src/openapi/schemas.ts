// Schemas of the contract as OpenAPI 3.0, moved into components.
import type { TSchema } from "typebox";

export type Json = Record<string, unknown>;

interface Alternative extends Json {
  readonly $ref: string;
}

const isNull = (schema: unknown): boolean => (schema as Json).type === "null";

/** Whether every language supports the pattern: Python has no Unicode classes, Go no lookaround. */
const isPortable = (pattern: unknown): boolean => !/\\p\{|\(\?/.test(String(pattern));

const withoutPattern = ({ pattern: _, ...rest }: Json): Json => rest;

/** Moves schemas that have an `$id` into components, and leaves references in their place. */
export function collector() {
  const schemas: Record<string, Json> = {};
  const refer = (name: string) => ({ $ref: `#/components/schemas/${name}` });

  /** Each value of the member that tells alternatives apart leads to the one that has it among its own. */
  function distinguish(alternatives: readonly Alternative[], propertyName: string): Json {
    const valuesOf = ({ $ref }: Alternative) => {
      const { properties } = schemas[$ref.split("/").at(-1) ?? ""] as { properties: Record<string, Json> };
      return properties[propertyName]?.enum as readonly string[];
    };
    const mapping = alternatives.flatMap((one) => valuesOf(one).map((value) => [value, one.$ref]));
    return { oneOf: alternatives, discriminator: { propertyName, mapping: Object.fromEntries(mapping) } };
  }

  /** OpenAPI 3.0 knows no null type and no constant, and says the same in words of its own. */
  function translate({ anyOf, const: only, discriminator, ...rest }: Json): Json {
    if (only !== undefined) return { ...rest, enum: [only] };
    if (typeof rest.pattern === "string" && !isPortable(rest.pattern)) return withoutPattern(rest);
    if (!Array.isArray(anyOf)) return rest;
    if (discriminator !== undefined) {
      return { ...rest, ...distinguish(anyOf, (discriminator as { propertyName: string }).propertyName) };
    }
    const [one, ...others] = anyOf.filter((each) => !isNull(each));
    const nullable = anyOf.some(isNull) && { nullable: true };
    if (others.length > 0) return { ...rest, anyOf: [one, ...others], ...nullable };
    // Beside a reference nothing else counts.
    return { ...("$ref" in one ? { allOf: [one] } : one), ...rest, ...nullable };
  }

  const place = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(place);
    if (typeof value !== "object" || value === null) return value;
    const { $id, checkedByRule, always, demanded, names, ...rest } = value as Json;
    if (typeof $id === "string" && $id in schemas) return refer($id);
    const placed = translate(
      Object.fromEntries(Object.entries(rest).map(([key, each]) => [key, place(each)])),
    );
    if (typeof $id !== "string") return placed;
    schemas[$id] = placed;
    return refer($id);
  };
  return { schemas, place: (schema: TSchema) => place(schema) };
}

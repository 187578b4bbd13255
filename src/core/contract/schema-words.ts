// Describes the values that a schema accepts, for the command line and the reference page.
import type { TSchema } from "typebox";

/** The parts of a JSON schema that the table of operations uses. */
export type Schema = TSchema & {
  readonly $id?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  /** The member that names the case, with the type of each case by its value. */
  readonly discriminator?: {
    readonly propertyName: string;
    readonly mapping?: Readonly<Record<string, string>>;
  };
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | false;
  readonly required?: readonly string[];
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly deprecated?: boolean;
  readonly description?: string;
  readonly default?: unknown;
  readonly example?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** True if a rule of the domain checks the value; the validator only checks its type. */
  readonly checkedByRule?: boolean;
  /** True if answers always have it; see `Marks` of spec/form.ts. */
  readonly always?: boolean;
  readonly demanded?: boolean;
  readonly names?: string;
  /** TypeBox's mark of a list that is typed read-only. */
  readonly "~immutable"?: boolean;
  readonly isSecret?: boolean;
};

/** Describes the type of a value, such as `array of string` or `integer, 1 to 500`. */
export function typeOf(schema: TSchema): string {
  const {
    type,
    const: constant,
    enum: choices,
    anyOf,
    items,
    format,
    pattern,
    minimum,
    maximum,
  } = schema as Schema;
  if (constant !== undefined) return JSON.stringify(constant);
  if (choices !== undefined) return `one of ${choices.join(", ")}`;
  if (anyOf !== undefined) return [...new Set(anyOf.map(typeOf))].join(" or ");
  if (items !== undefined) return `array of ${typeOf(items)}`;
  if (format === "date-time") return "string, an instant such as 2027-07-01T00:00:00Z";
  if (format === "email") return "string, an e-mail address";
  if (pattern?.includes("{24}")) return "string, 24 hexadecimal digits";
  if (minimum !== undefined && maximum !== undefined) return `${type}, ${minimum} to ${maximum}`;
  if (minimum !== undefined) return `${type}, ${minimum} or more`;
  return type ?? "anything";
}

// Describes the required value, for the refusal of another one.
import type { Schema } from "./schema-words.ts";
import { idPattern } from "./schemas/common.ts";

/** The descriptions of strings that match a pattern. */
const patternWords: Readonly<Record<string, string>> = {
  [idPattern]: "24 hexadecimal digits",
  "^[a-fA-F0-9]{24}$": "24 hexadecimal digits",
  "^[\\p{L}\\p{N}\\-_.,' ]*$": "letters and digits of any script, blanks and - _ . , '",
  "^[a-zA-Z0-9][a-zA-Z0-9-]*$": "letters, digits and -, which does not come first",
  "^[\\p{L}\\p{N}\\-_.(),:&@+']{1,64}$":
    "1 to 64 letters and digits of any script, and - _ . ( ) , : & @ + '",
  "^[0-9]{12}$": "12 digits",
  "^((25[0-5]|(2[0-4]|1\\d|[1-9]|)\\d)(\\.(?!$)|$)){4}|([0-9a-f]{1,4}:){7}[0-9a-f]{1,4}$":
    "the form of an IP address",
  "^p-[0-9a-z]{24}$": "p- and 24 small letters or digits",
  "^([a-fA-F0-9]{64})$": "64 hexadecimal digits",
  "^([0-9]{1,3}\\.){3}[0-9]{1,3}|([0-9a-f]{1,4}:){7}([0-9a-f]{1,4})|(([a-z0-9]+\\.){1,10}[a-z]+)?(:[0-9]{4,5})$":
    "a host, a colon and a port",
  "^vpc-[0-9a-f]{17}$": "vpc- and 17 hexadecimal digits",
  "^([-\\w._()])+$": "letters, digits and - _ . ( )",
  "^[a-z][0-9a-z-]{4,28}[0-9a-z]{1}": "at least 6 small letters, digits and -, with a letter first",
  "[a-z]([-a-z0-9]{0,62}[a-z0-9]{0,1})?": "small letters, digits and -, with a letter",
  "^[^\\u0000]*$": "any characters but NUL",
  "^[A-Z][A-Z0-9_]*$": "capital letters, digits and _, with a letter first",
};

/** Returns `1 to 64 characters` or `at least 1 item`; undefined without bounds. */
function countOf(noun: string, least: number | undefined, most: number | undefined): string | undefined {
  const nouns = (count: number) => `${count} ${noun}${count === 1 ? "" : "s"}`;
  if (least !== undefined && most !== undefined) {
    return least === most ? nouns(most) : `${least} to ${nouns(most)}`;
  }
  if (least !== undefined) return `at least ${nouns(least)}`;
  return most === undefined ? undefined : `at most ${nouns(most)}`;
}

/** The bounds of numbers whose format is `int32`. */
export const int32 = { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 };

function rangeOf({ minimum, maximum, format }: Schema): string {
  const is32 = format === "int32";
  if (minimum === undefined) return is32 ? " of 32 bits" : "";
  return ` from ${minimum} to ${maximum ?? (is32 ? int32.maximum : Number.MAX_SAFE_INTEGER)}`;
}

function stringOf({ minLength, maxLength, pattern }: Schema): string {
  const form = pattern === undefined ? undefined : (patternWords[pattern] ?? `the form ${pattern}`);
  const parts = [countOf("character", minLength, maxLength), form].filter((part) => part !== undefined);
  return parts.length === 0 ? "a string" : `a string of ${parts.join(": ")}`;
}

function arrayOf({ minItems, maxItems }: Schema): string {
  const count = countOf("item", minItems, maxItems);
  return count === undefined ? "an array" : `an array of ${count}`;
}

/**
 * Describes a value as it follows "must be": `a string of 1 to 64 characters`. If a rule of the domain checks it, only its type
 * and choices.
 */
export function describeValue(schema: Schema): string {
  const { type, enum: choices, anyOf, checkedByRule, format } = schema;
  if (choices !== undefined) {
    return choices.length === 1
      ? String(choices[0])
      : `one of ${choices.map((choice) => (choice === "" ? '""' : choice)).join(", ")}`;
  }
  if (anyOf !== undefined) return anyOf.map(describeValue).join(" or ");
  const declared = checkedByRule === true ? { ...(format && { format }) } : schema;
  switch (type) {
    case "array":
      return arrayOf(declared);
    case "boolean":
      return "true or false";
    case "integer":
      return `a whole number${rangeOf(declared)}`;
    case "string":
      return stringOf(declared);
    case "object":
      return "an object";
    default:
      return String(type);
  }
}

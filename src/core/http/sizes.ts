// Limits of what a body may contain, checked before it is parsed: a wrong body must not delay others.
import { type Fault, fault, wrongField } from "../contract/errors.ts";

/** The most objects, arrays and members of a body together. The largest lists of the API have some hundreds. */
const mostValues = 5_000;
/** The most characters of a text or of a member's name; the longest of the API has 255. */
const longestText = 10_000;
/** The deepest nesting of objects and arrays; that of the API is four. */
const deepest = 100;
const [comma, bracket, brace] = Buffer.from(",[{");

/** The size in bytes below which a body is within all limits but the depth, which does no harm then. */
export const smallBody = longestText;

const tooLarge = (field: string, description: string): Fault =>
  fault("BAD_REQUEST", {}, wrongField(field, description));

/** Refuses JSON with more values than any request needs. It counts opening and separating characters, also in texts. */
export function limitValues(json: Buffer): void {
  let values = 0;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at];
    if (byte === comma || byte === bracket || byte === brace) values++;
  }
  if (values > mostValues) throw tooLarge("body", `The body must not hold more than ${mostValues} values.`);
}

/** Refuses texts that are longer, and nesting that is deeper, than any request needs. `path` leads to the value. */
export function limitTexts(value: object, path: readonly string[] = []): void {
  if (path.length > deepest) throw tooLarge("body", `The body must not be nested deeper than ${deepest}.`);
  for (const [name, each] of Object.entries(value)) {
    if (name.length > longestText) {
      throw tooLarge("body", `A name must not have more than ${longestText} characters.`);
    }
    if (typeof each === "string" && each.length > longestText) {
      throw tooLarge(
        [...path, name].join(".") || "body",
        `The value must not have more than ${longestText} characters.`,
      );
    }
    if (typeof each === "object" && each !== null) limitTexts(each, [...path, name]);
  }
}

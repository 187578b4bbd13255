// The end of things that a request creates for a time, at most a week.
import type { FaultMaker } from "../contract/errors.ts";
import { wrongField } from "../contract/errors.ts";
import { day, type Instant, second } from "./instant.ts";

export const endErrors = [
  "EXPIRATION_DATE_EXCEEDS_MAX",
  "EXPIRATION_DATE_IN_PAST",
  "INVALID_ATTRIBUTE",
] as const;

const longest = 7 * day;
const shape = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/i;

/**
 * Returns the instant of a `deleteAfterDate`, in whole seconds; null for none. A request that takes a second may still ask for
 * the whole week.
 */
export function chooseEnd(
  text: string | null | undefined,
  now: Instant,
  fault: FaultMaker<(typeof endErrors)[number]>,
): Instant | null {
  if (text === undefined || text === null) return null;
  const at = shape.test(text) ? Date.parse(text) : Number.NaN;
  const field = "deleteAfterDate";
  if (Number.isNaN(at)) {
    const description = `'${text}' is not an instant such as 2027-07-01T00:00:00Z.`;
    throw fault("INVALID_ATTRIBUTE", { attribute: field }, wrongField(field, description));
  }
  if (at <= now) throw fault("EXPIRATION_DATE_IN_PAST", { date: text }, wrongField(field, "It is past."));
  if (at > now + longest) {
    const description = "It is more than a week ahead.";
    throw fault("EXPIRATION_DATE_EXCEEDS_MAX", { date: text }, wrongField(field, description));
  }
  return Math.floor(at / second) * second;
}

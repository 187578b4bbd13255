// Certificates of database users: their validity and their names.
import { type FaultMaker, wrongField } from "../../../core/contract/errors.ts";
import { hour, type Instant, latestInstant } from "../../../core/domain/instant.ts";

export interface UserCertificate {
  readonly username: string;
  readonly serial: number;
}

/** Returns the name of a certificate among those of its project. */
export const certificateName = ({ username, serial }: UserCertificate): string => `${serial}/${username}`;
export const usernameOfCertificate = (name: string): string => name.slice(name.indexOf("/") + 1);

const usualMonths = 3;
const mostMonths = 24;

export const monthsErrors = ["CERT_EXPIRY_CANNOT_EXCEED_TWO_YEARS", "INVALID_ATTRIBUTE"] as const;

/** Returns the validity, as recorded: from one hour ago until the given number of calendar months from now. */
export function chooseValidity(
  months: number = usualMonths,
  now: Instant,
  fault: FaultMaker<(typeof monthsErrors)[number]>,
): { from: Instant; until: Instant } {
  const field = "monthsUntilExpiration";
  if (months > mostMonths) {
    const description = `It is more than ${mostMonths}.`;
    throw fault("CERT_EXPIRY_CANNOT_EXCEED_TWO_YEARS", { limit: mostMonths }, wrongField(field, description));
  }
  if (months < 1) {
    throw fault("INVALID_ATTRIBUTE", { attribute: field }, wrongField(field, "It is less than 1."));
  }
  return { from: validFrom(now), until: Math.min(addMonths(now, months), latestInstant) };
}

export const validFrom = (madeAt: Instant): Instant => madeAt - hour;
/** Returns when a certificate was made that is valid from an instant. */
export const madeFor = (from: Instant): Instant => from + hour;

/** Adds months, and keeps day and time; in a month that is too short it takes the last day. */
function addMonths(at: Instant, months: number): Instant {
  const date = new Date(at);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months);
  if (date.getUTCDate() !== day) date.setUTCDate(0);
  return date.getTime();
}

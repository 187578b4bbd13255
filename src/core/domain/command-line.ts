// Command lines that people sign in (RFC 8628): how long a request waits, and what is made of the code that a person types.
import { pollSeconds } from "../contract/limits.ts";
import { hour, type Instant, minute, second } from "./instant.ts";
import { sessionLifetime } from "./session.ts";

export const grantLifetime = 10 * minute;
export const pollInterval = pollSeconds * second;

/** Life of an access token; a refresh token gives the next one, as long as the session lasts. */
export const accessLifetime = 1 * hour;

/**
 * The longest that a line lives without new tokens, which it gets each hour in use: longer than a lunch and a meeting,
 * shorter than a day.
 */
const lineIdleLimit = 4 * hour;

export const lineExpiry = (createdAt: Instant, renewedAt: Instant): Instant =>
  Math.min(createdAt + sessionLifetime, renewedAt + lineIdleLimit);

/** The refresh token before the newest is still good so long: commands that run at once share a profile, and each may refresh. */
export const refreshLeeway = 30 * second;

/** Consonants only, so that no word appears and none looks like a digit (RFC 8628, section 6.1). */
export const codeLetters = "BCDFGHJKLMNPQRSTVWXZ";
export const codeLength = 8;

/** A code as people type it, with the hyphen that the command line shows, in whatever case. */
export const foldCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z]/g, "");

/** Formats a code as the atlas CLI shows it: two halves and a hyphen. */
export const showCode = (code: string): string =>
  `${code.slice(0, codeLength / 2)}-${code.slice(codeLength / 2)}`;

/** Names of clients by the ids that their public source has. */
const clientNames: Readonly<Record<string, string>> = {
  "0oabtxactgS3gHIR0297": "Atlas CLI",
  "0oabtyfelbTBdoucy297": "Atlas CLI",
  "5cc53c56-022d-41e7-928f-46621e62f8c1": "Atlas CLI",
};

/** The name of a client; its id if unknown. Clients can send any id. */
export const clientName = (clientId: string): string => clientNames[clientId] ?? clientId;

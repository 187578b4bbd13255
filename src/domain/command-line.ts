// Command lines that people sign in (RFC 8628): how long a request waits, and what is made of the code that a person types.
import { pollSeconds } from "../contract/limits.ts";
import { hour, type Instant, minute, second } from "./instant.ts";
import { sessionLifetime } from "./session.ts";

export const grantLifetime = 10 * minute;

export const pollInterval = pollSeconds * second;

/** Life of an access token; a refresh token gives the next one, as long as the session lasts. */
export const accessLifetime = 1 * hour;

/**
 * How long a command line lasts without new tokens: longer than a lunch and a meeting, shorter than a day. In use, it renews
 * them each hour.
 */
const lineIdleLimit = 4 * hour;

/** Until when a command line lasts, unless its tokens are renewed again. */
export const lineExpiry = (createdAt: Instant, renewedAt: Instant): Instant =>
  Math.min(createdAt + sessionLifetime, renewedAt + lineIdleLimit);

/**
 * How long the refresh token before the newest one is still good. Commands that run at once share a profile, and more than one
 * of them may refresh with what it holds.
 */
export const refreshLeeway = 30 * second;

/** Consonants only, so that no word appears and none looks like a digit (RFC 8628, section 6.1). */
export const codeLetters = "BCDFGHJKLMNPQRSTVWXZ";
export const codeLength = 8;

/** A code as people type it, with the hyphen that the command line shows, in whatever case. */
export const foldCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z]/g, "");

/** As the atlas CLI shows it: two halves and a hyphen. */
export const showCode = (code: string): string =>
  `${code.slice(0, codeLength / 2)}-${code.slice(codeLength / 2)}`;

/** Names of clients by the ids that their public source has. */
const clientNames: Readonly<Record<string, string>> = {
  "0oabtxactgS3gHIR0297": "Atlas CLI",
  "0oabtyfelbTBdoucy297": "Atlas CLI",
};

/** The name of a client; its id if unknown. Clients can send any id. */
export const clientName = (clientId: string): string => clientNames[clientId] ?? clientId;

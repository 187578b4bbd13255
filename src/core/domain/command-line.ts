// Command lines that people sign in (RFC 8628): how long a request waits, and how the typed code is read.
import { pollSeconds } from "../contract/limits.ts";
import { hour, type Instant, minute, second } from "./instant.ts";
import { sessionLifetime } from "./session.ts";

export const grantLifetime = 10 * minute;
export const pollInterval = pollSeconds * second;

/** The lifetime of an access token; a refresh token gives the next one, as long as the session lasts. */
export const accessLifetime = 1 * hour;

/**
 * The longest time that a command line stays signed in without new tokens, which it gets each hour in use: longer than a lunch
 * and a meeting, shorter than a day.
 */
const lineIdleLimit = 4 * hour;

export const lineExpiry = (createdAt: Instant, renewedAt: Instant): Instant =>
  Math.min(createdAt + sessionLifetime, renewedAt + lineIdleLimit);

/**
 * The time for which the previous refresh token stays valid: commands that run at once share a profile, and each may refresh.
 */
export const refreshLeeway = 30 * second;

/** The letters of codes: consonants only, so that no word appears, and none looks like a digit (RFC 8628, section 6.1). */
export const codeLetters = "BCDFGHJKLMNPQRSTVWXZ";
export const codeLength = 8;

/** Normalizes a typed code: the command line shows a hyphen, and case does not matter. */
export const foldCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z]/g, "");

/** Formats a code as the atlas CLI shows it: two halves and a hyphen. */
export const showCode = (code: string): string =>
  `${code.slice(0, codeLength / 2)}-${code.slice(codeLength / 2)}`;

/** The names of clients by the ids in their public source code. */
const clientNames: Readonly<Record<string, string>> = {
  "0oabtxactgS3gHIR0297": "Atlas CLI",
  "0oabtyfelbTBdoucy297": "Atlas CLI",
  "5cc53c56-022d-41e7-928f-46621e62f8c1": "Atlas CLI",
};

/** Returns the name of a client; its id if unknown, since clients can send any id. */
export const clientName = (clientId: string): string => clientNames[clientId] ?? clientId;

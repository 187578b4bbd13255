// The one owner of randomness: ids and secrets are minted here.
import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { clientSecretPrefix } from "../contract/client-id.ts";
import { codeLength, codeLetters } from "../domain/command-line.ts";
import type { Instant } from "../domain/instant.ts";

/** Of this process. */
const origin = randomBytes(5).toString("hex");
let count = randomInt(2 ** 24);

/** A fresh id, made like an ObjectId of BSON: 24 hexadecimal digits that sort by the second in which they were minted. */
export function mintId(now: Instant): string {
  // Four bytes without a sign: what is minted before 1970, in a rehearsal, is minted in its first second.
  const seconds = Math.max(0, Math.floor(now / 1000)) % 2 ** 32;
  count = (count + 1) % 2 ** 24;
  return `${hex(seconds, 8)}${origin}${hex(count, 6)}`;
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, "0");

/** Eight lower-case letters. */
export const mintPublicKey = (): string =>
  Array.from({ length: 8 }, () => String.fromCharCode(97 + randomInt(26))).join("");

export const mintPrivateKey = (): string => randomUUID();

/** The prefix and forty characters of the URL-safe alphabet: 240 random bits. */
export const mintClientSecret = (): string => `${clientSecretPrefix}${randomBytes(30).toString("base64url")}`;

/** 256 random bits in the URL-safe alphabet. */
export const mintLinkToken = (): string => randomBytes(32).toString("base64url");

/** What a person types to sign a command line in: one of 25,600,000,000. */
export const mintUserCode = (): string =>
  Array.from({ length: codeLength }, () => codeLetters[randomInt(codeLetters.length)]).join("");

export const mintBytes = (length: number): Buffer => randomBytes(length);

/** A number from 0 to below 1, for spreading retries; never for secrets. */
export const jitter = (): number => Math.random();

// The one owner of randomness: ids and secrets are minted here.
import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { ObjectId } from "bson";
import { clientSecretPrefix } from "../contract/client-id.ts";
import { codeLength, codeLetters } from "../domain/command-line.ts";
import type { Instant } from "../domain/instant.ts";

/** A fresh id: 24 hexadecimal digits that sort by the second in which they were minted. */
export function mintId(now: Instant): string {
  // Four bytes without a sign: what is minted before 1970, in a rehearsal, is minted in its first second.
  const bytes = ObjectId.generate(Math.max(0, Math.floor(now / 1000)));
  return Buffer.from(bytes).toString("hex");
}

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

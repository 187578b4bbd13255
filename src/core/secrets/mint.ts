// The one owner of randomness: ids and secrets are minted here, at random or, for a repeatable rehearsal, from a seed.
import { createHmac, randomBytes, randomInt } from "node:crypto";
import { clientSecretPrefix } from "../contract/client-id.ts";
import { codeLength, codeLetters } from "../domain/command-line.ts";
import type { Instant } from "../domain/instant.ts";

export interface Mint {
  /** Mints an id in the form of a BSON ObjectId: 24 hexadecimal digits that sort by the second of minting. */
  id(now: Instant): string;
  /** Mints eight lower-case letters. */
  publicKey(): string;
  /** Mints a UUID of version 4, the form of private keys too. */
  uuid(): string;
  privateKey(): string;
  /** Mints the prefix and forty characters of the URL-safe alphabet: 240 random bits. */
  clientSecret(): string;
  /** Mints 256 random bits in the URL-safe alphabet. */
  linkToken(): string;
  /** Mints a code that a person types to sign a command line in: one of 25,600,000,000. */
  userCode(): string;
  bytes(length: number): Buffer;
  /** Returns a number from 0 to below 1, for spreading retries; never for secrets. */
  jitter(): number;
  /** Returns a separate mint for background work, so that a seeded one does not depend on its timing. */
  apart(purpose: string): Mint;
}

interface Source {
  bytes(length: number): Buffer;
  /** Returns a whole number from 0 to below `most`. */
  below(most: number): number;
}

const system: Source = { bytes: randomBytes, below: (most) => randomInt(most) };

/** Makes a source of values from a seed: the same in every process. */
function seeded(seed: string, purpose: string): Source {
  let drawn = 0;
  const block = () => createHmac("sha256", seed).update(`${purpose} ${drawn++}`).digest();
  return {
    bytes: (length) =>
      Buffer.concat(Array.from({ length: Math.ceil(length / 32) }, block)).subarray(0, length),
    below: (most) => block().readUIntBE(0, 6) % most,
  };
}

function createMint(sourceOf: (purpose: string) => Source, purpose = ""): Mint {
  const { bytes, below } = sourceOf(purpose);
  /** The part of ids that is this mint's own; a process has one. */
  const origin = bytes(5).toString("hex");
  let count = below(2 ** 24);
  return {
    id(now) {
      // Four unsigned bytes: an instant before 1970, possible in a rehearsal, counts as 0.
      const seconds = Math.max(0, Math.floor(now / 1000)) % 2 ** 32;
      count = (count + 1) % 2 ** 24;
      return `${hex(seconds, 8)}${origin}${hex(count, 6)}`;
    },
    publicKey: () => Array.from({ length: 8 }, () => String.fromCharCode(97 + below(26))).join(""),
    uuid: () => toUuid(bytes(16)),
    privateKey: () => toUuid(bytes(16)),
    clientSecret: () => `${clientSecretPrefix}${bytes(30).toString("base64url")}`,
    linkToken: () => bytes(32).toString("base64url"),
    userCode: () => Array.from({ length: codeLength }, () => codeLetters[below(codeLetters.length)]).join(""),
    bytes,
    jitter: () => below(2 ** 32) / 2 ** 32,
    apart: (name) => createMint(sourceOf, name),
  };
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, "0");

/** Formats bytes as a UUID, with version and variant in two of them (RFC 9562, section 5.4). */
function toUuid(bytes: Buffer): string {
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** The mint of this process, at random. */
export const systemMint: Mint = { ...createMint(() => system), apart: () => systemMint };

/** Creates a mint from a seed, predictable for anyone who knows it: for rehearsals only. */
export const createSeededMint = (seed: string): Mint => createMint((purpose) => seeded(seed, purpose));

export const { id: mintId, bytes: mintBytes, jitter } = systemMint;

// What is derived from the one master secret, a key for each purpose, and the hashes that secrets are compared by.
import { createCipheriv, createDecipheriv, createHash, hash, hkdfSync, timingSafeEqual } from "node:crypto";
import { SignJWT } from "jose";
import { LRUCache } from "lru-cache";
import { type Instant, second } from "../domain/instant.ts";
import { type Mint, systemMint } from "./mint.ts";
import { createPersonTokens, type PersonTokens } from "./person-tokens.ts";
import { readSigned } from "./signed.ts";

/** Part of the digest protocol as real Atlas speaks it. */
export const realm = "MMS Public API";

/** The one-shot hash is a third of the cost of a Hash object; Node 20 has it from 20.12. */
export const md5 = (text: string): string => hash("md5", text);

/** What digest calls HA1. Whoever has it can sign requests like the private key, so it is stored sealed only. */
export const digestVerifier = (publicKey: string, privateKey: string): string =>
  md5(`${publicKey}:${realm}:${privateKey}`);

/** Secrets of service accounts have 240 random bits, so that one round of SHA-256 is enough. */
export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** Compares two texts in a time that does not depend on where they differ. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

export interface TokenClaims {
  readonly id: string;
  readonly clientId: string;
  /** Of the client secret it was issued for; sealed in the token, because a secret that a seed gives may be short. */
  readonly secretHash: string;
  /** Organization of the service account; undefined in a token of an older version, which ends within the hour. */
  readonly orgId: string | undefined;
  readonly expiresAt: Instant;
}

export interface Keyring {
  /** Makes what is fresh: ids, secrets, and what is random about a seal. */
  readonly mint: Mint;
  seal(text: string): string;
  unseal(sealed: string): string;
  /** An access token (JWT, HS256) for a service account's client id. */
  signToken(claims: TokenClaims & { readonly issuedAt: Instant }): Promise<string>;
  /** The claims of a token that this keyring signed, whatever its age; nothing for any other text. */
  readToken(token: string): Promise<TokenClaims | undefined>;
  /** Tokens of people who signed a command line in. */
  readonly people: PersonTokens;
  /** Keys for one purpose, 32 bytes each: the one to make things with, then the previous one that is still believed. */
  derive(purpose: string): readonly [Buffer, ...Buffer[]];
}

/** Seals and signatures never change, so each is checked once; neither grants access by itself. */
const remembered = 5000;

/**
 * What `master` makes. While a master secret is being replaced, what the `previous` one made is opened and believed as well,
 * and nothing more is made with it.
 */
export function createKeyring(master: Buffer, previous?: Buffer, mint: Mint = systemMint): Keyring {
  const derived = new Map<string, ReturnType<Keyring["derive"]>>();
  // When first wanted: deriving all takes a good part of what it takes to make a world in memory.
  const derive: Keyring["derive"] = (purpose) => {
    const known = derived.get(purpose);
    if (known !== undefined) return known;
    const keys = [master, ...(previous === undefined ? [] : [previous])].map((from) =>
      Buffer.from(hkdfSync("sha256", from, "anteroom", purpose, 32)),
    ) as [Buffer, ...Buffer[]];
    derived.set(purpose, keys);
    return keys;
  };
  const sealing = () => derive("seal");
  const signing = () => derive("access-token");
  const unsealed = new LRUCache<string, string>({ maxSize: remembered, sizeCalculation: () => 1 });
  const read = new LRUCache<string, TokenClaims>({ maxSize: remembered, sizeCalculation: () => 1 });
  const seal = (text: string): string => {
    const iv = mint.bytes(12);
    const cipher = createCipheriv("aes-256-gcm", sealing()[0], iv);
    const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url");
  };
  return {
    mint,

    derive,

    people: createPersonTokens(() => derive("person-token")),

    seal,

    unseal(sealed) {
      const known = unsealed.get(sealed);
      if (known !== undefined) return known;
      const bytes = Buffer.from(sealed, "base64url");
      const text = open(bytes, sealing());
      unsealed.set(sealed, text);
      return text;
    },

    signToken: ({ id, clientId, secretHash, orgId, issuedAt, expiresAt }) =>
      new SignJWT({ secret: seal(secretHash), org: orgId })
        .setProtectedHeader({ alg: "HS256", typ: "JWT" })
        .setJti(id)
        .setSubject(clientId)
        .setIssuedAt(Math.floor(issuedAt / second))
        .setExpirationTime(Math.floor(expiresAt / second))
        .sign(signing()[0]),

    async readToken(token) {
      const known = read.get(token);
      if (known !== undefined) return known;
      const signed = await readSigned(token, signing());
      if (signed === undefined) return undefined;
      // Older tokens do not say of which secret they are, and are not taken.
      const { jti, sub, exp, secret, org } = signed as {
        jti: string;
        sub: string;
        exp: number;
        secret?: string;
        org?: string;
      };
      if (secret === undefined) return undefined;
      const secretHash = open(Buffer.from(secret, "base64url"), sealing());
      const claims = { id: jti, clientId: sub, secretHash, orgId: org, expiresAt: exp * second };
      read.set(token, claims);
      return claims;
    },
  };
}

/** The text of a seal that one of the keys made. */
function open(sealed: Buffer, keys: readonly Buffer[]): string {
  let cause: unknown;
  for (const key of keys) {
    try {
      // Without a length, a tag that was cut to four bytes is a tag.
      const gcm = { authTagLength: 16 };
      const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12), gcm);
      decipher.setAuthTag(sealed.subarray(12, 28));
      return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString("utf8");
    } catch (reason) {
      cause = reason;
    }
  }
  throw new Error("what was sealed does not open with this master secret", { cause });
}

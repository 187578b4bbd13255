// Derives a key for each purpose from the master secret, and hashes the secrets that are compared.
import { createCipheriv, createDecipheriv, createHash, hash, hkdfSync, timingSafeEqual } from "node:crypto";
import { SignJWT } from "jose";
import { LRUCache } from "lru-cache";
import { type Instant, second } from "../domain/instant.ts";
import { type Mint, systemMint } from "./mint.ts";
import { createPersonTokens, type PersonTokens, readSigned } from "./person-tokens.ts";

/** The realm of digest authentication, as real Atlas sends it. */
export const realm = "MMS Public API";

/** Hashes with MD5. The one-shot hash takes a third of the time of a Hash object; Node 20 has it from 20.12. */
export const md5 = (text: string): string => hash("md5", text);

/** Returns HA1 of digest authentication. It signs requests like the private key, so it is only stored sealed. */
export const digestVerifier = (publicKey: string, privateKey: string): string =>
  md5(`${publicKey}:${realm}:${privateKey}`);

/** Hashes the secret of a service account: it has 240 random bits, so one round of SHA-256 is enough. */
export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** Returns the challenge of a verifier (RFC 7636, section 4.2). */
export const challengeOf = (verifier: string): string =>
  createHash("sha256").update(verifier).digest("base64url");

/** Compares in constant time. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

export interface TokenClaims {
  readonly id: string;
  readonly clientId: string;
  /** The hash of the client secret it was issued for; sealed in the token, because a secret of a seed may be short. */
  readonly secretHash: string;
  /** The organization of the service account; undefined in a token of an older version, which expires within the hour. */
  readonly orgId: string | undefined;
  readonly expiresAt: Instant;
}

export interface Keyring {
  /** The source of ids, secrets and nonces of seals. */
  readonly mint: Mint;
  seal(text: string): string;
  unseal(sealed: string): string;
  /** Opens a seal with a mark; undefined for a text that neither secret has sealed, or with another mark. */
  tryUnseal(sealed: string, mark?: string): string | undefined;
  /** Signs an access token (JWT, HS256) for a service account's client id. */
  signToken(claims: TokenClaims & { readonly issuedAt: Instant }): Promise<string>;
  /** Returns the claims of a token that this keyring signed, whatever its age; undefined for any other text. */
  readToken(token: string): Promise<TokenClaims | undefined>;
  /** The tokens of people who signed a command line in. */
  readonly people: PersonTokens;
  /** Derives keys for one purpose, 32 bytes each: the current one, then the previous one that is still accepted. */
  derive(purpose: string): readonly [Buffer, ...Buffer[]];
}

/** The number of seals and signatures remembered as valid: they never change, and none grants access by itself. */
const remembered = 5000;

/** Creates a keyring. While a master secret is being replaced, seals and tokens of the `previous` one are accepted as well. */
export function createKeyring(master: Buffer, previous?: Buffer, mint: Mint = systemMint): Keyring {
  const derived = new Map<string, ReturnType<Keyring["derive"]>>();
  // A key is derived on first use: to derive all of them takes a good part of the time to open a world in memory.
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
  function unseal(sealed: string): string {
    const known = unsealed.get(sealed);
    if (known !== undefined) return known;
    const text = open(Buffer.from(sealed, "base64url"), sealing());
    unsealed.set(sealed, text);
    return text;
  }
  return {
    mint,
    derive,
    people: createPersonTokens(() => derive("person-token")),
    seal: (text) => close(text, sealing()[0], mint.bytes(12)),
    unseal,
    tryUnseal(sealed, mark = "") {
      try {
        const text = unseal(sealed);
        return text.startsWith(mark) ? text.slice(mark.length) : undefined;
      } catch {
        return undefined;
      }
    },
    signToken: (claims) =>
      signToken(claims, signing()[0], close(claims.secretHash, sealing()[0], mint.bytes(12))),
    async readToken(token) {
      const known = read.get(token);
      if (known !== undefined) return known;
      const claims = claimsOf(await readSigned(token, signing()), sealing());
      if (claims !== undefined) read.set(token, claims);
      return claims;
    },
  };
}

const signToken = (
  { id, clientId, orgId, issuedAt, expiresAt }: Parameters<Keyring["signToken"]>[0],
  key: Buffer,
  secret: string,
): Promise<string> =>
  new SignJWT({ secret, org: orgId })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setJti(id)
    .setSubject(clientId)
    .setIssuedAt(Math.floor(issuedAt / second))
    .setExpirationTime(Math.floor(expiresAt / second))
    .sign(key);

function claimsOf(signed: Awaited<ReturnType<typeof readSigned>>, keys: readonly Buffer[]) {
  if (signed === undefined) return undefined;
  const { jti, sub, exp, secret, org } = signed as {
    jti: string;
    sub: string;
    exp: number;
    secret?: string;
    org?: string;
  };
  // Older tokens do not name their secret, and are refused.
  if (secret === undefined) return undefined;
  const secretHash = open(Buffer.from(secret, "base64url"), keys);
  return { id: jti, clientId: sub, secretHash, orgId: org, expiresAt: exp * second };
}

/** Encrypts a text into nonce, tag and body (AES-256-GCM), in base64url. */
function close(text: string, key: Buffer, iv: Buffer): string {
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url");
}

/** Decrypts with the key that made the seal. Throws if it is none of these. */
function open(sealed: Buffer, keys: readonly Buffer[]): string {
  let cause: unknown;
  for (const key of keys) {
    try {
      // Without this length, a tag cut to four bytes would be accepted.
      const gcm = { authTagLength: 16 };
      const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12), gcm);
      decipher.setAuthTag(sealed.subarray(12, 28));
      return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString("utf8");
    } catch (reason) {
      cause = reason;
    }
  }
  throw new Error("a sealed value does not open with this master secret", { cause });
}

// HTTP Digest as Atlas's API keys use it: MD5, qop=auth. Nonces are signed, so they need not be stored; each count of a nonce
// is valid once.
import { createHmac } from "node:crypto";
import { LRUCache } from "lru-cache";
import { originFormOf, readAuthParams } from "../contract/http-syntax.ts";
import { type Instant, minute } from "../domain/instant.ts";
import { md5, realm, sameText } from "../secrets/keyring.ts";
import { type Mint, systemMint } from "../secrets/mint.ts";
import type { Asker } from "../store/places.ts";

export type DigestAnswer = NonNullable<ReturnType<typeof readDigest>>;

/** Parses the header; undefined if a part is missing, or the realm, algorithm or quality of protection is another. */
export function readDigest(header: string) {
  const parts = readAuthParams(header.slice("Digest ".length));
  const { username, nonce, uri, response, nc, cnonce } = parts;
  if (parts.realm !== realm || parts.qop !== "auth") return undefined;
  if (parts.algorithm !== undefined && parts.algorithm.toUpperCase() !== "MD5") return undefined;
  if (!username || !nonce || !uri || !response || !cnonce || nc === undefined) return undefined;
  // Counts begin with one.
  return /^(?!0{8})[0-9a-f]{8}$/i.test(nc) ? { username, nonce, uri, response, nc, cnonce } : undefined;
}

/**
 * Reports whether the answer is for this target. Python signs only the path of a request that it sends in absolute form through
 * a proxy.
 */
export const isFor = ({ uri }: Pick<DigestAnswer, "uri">, target: string): boolean =>
  uri === target || uri === originFormOf(target);

/** Reports whether the answer proves knowledge of the private key behind `verifier` (HA1) for exactly this request. */
export function provesKey(
  answer: DigestAnswer,
  verifier: string,
  { method, target }: { readonly method: string; readonly target: string },
): boolean {
  if (!isFor(answer, target)) return false;
  const request = md5(`${method}:${answer.uri}`);
  const expected = md5(`${verifier}:${answer.nonce}:${answer.nc}:${answer.cnonce}:auth:${request}`);
  return sameText(expected, answer.response.toLowerCase());
}

/** Returns the challenge, with its parts as recorded. `stale` tells the client that its key is right and its nonce too old. */
export const challenge = (nonce: string, stale: boolean): string =>
  `Digest realm="${realm}", domain="", nonce="${nonce}", algorithm=MD5, qop="auth", stale=${stale}`;

/** The time for which a client may keep using a nonce. */
export const nonceLifetime = 5 * minute;

export type Nonces = ReturnType<typeof createNonces>;

/** The number of nonces remembered with a valid signature, so that a nonce in use is verified once. */
const remembered = 5000;
/**
 * The offset of instants: with it, six bytes without a sign hold the years 1082 to 9999; an earlier instant counts as the
 * first.
 */
const ages = 28_000_000_000_000;
const mostOfSix = 2 ** 48 - 1;

/** Creates nonces. Signs with the first key, and accepts what any of them signed. */
export function createNonces(keys: readonly [Buffer, ...Buffer[]], mint: Mint = systemMint) {
  const expiries = new LRUCache<string, Instant>({ maxSize: remembered, sizeCalculation: () => 1 });
  const sign = (body: Buffer, key: Buffer) => createHmac("sha256", key).update(body).digest().subarray(0, 12);
  return {
    /** Returns 32 characters of base64, as real Atlas sends them: 6 bytes of time, 6 random ones, 12 of signature. */
    issue(now: Instant): string {
      const body = Buffer.concat([Buffer.alloc(6), mint.bytes(6)]);
      body.writeUIntBE(Math.min(Math.max(now + ages, 0), mostOfSix), 0, 6);
      return Buffer.concat([body, sign(body, keys[0])]).toString("base64");
    },
    /** Returns when a nonce of ours expires; undefined for any other. */
    expiryOf(nonce: string): Instant | undefined {
      const known = expiries.get(nonce);
      if (known !== undefined) return known;
      const bytes = Buffer.from(nonce, "base64");
      if (bytes.length !== 24) return undefined;
      const body = bytes.subarray(0, 12);
      const signature = bytes.subarray(12).toString("hex");
      if (!keys.some((key) => sameText(sign(body, key).toString("hex"), signature))) return undefined;
      const expiry = body.readUIntBE(0, 6) - ages + nonceLifetime;
      expiries.set(nonce, expiry);
      return expiry;
    },
  };
}

export interface NonceLedger {
  /** Uses up a count and returns whether it was still unused. */
  spend(nonce: string, count: number, expiresAt: Instant, now: Instant, asker: Asker): Promise<boolean>;
}

/** The number of counts within which they may arrive out of order, on parallel connections. */
const windowSize = 1024;
/** The most nonces to remember at a time: with one request each some 20 MB. */
const mostNonces = 100_000;

/** The highest count of a nonce, and a bit for each of those just below it that was used: the lowest bit is its own. */
interface Window {
  highest: number;
  used: bigint;
  readonly expiresAt: Instant;
}

/**
 * Creates the ledger of a single process, whose own key signs nonces, so a restart makes them invalid. Beyond `most` it forgets
 * the oldest ones, and from then on refuses nonces that may be among them.
 */
export function createMemoryLedger(most = mostNonces) {
  const windows = new Map<string, Window>();
  /** The latest expiry of the nonces that were forgotten early. */
  let forgotten: Instant = Number.NEGATIVE_INFINITY;

  function makeRoom(now: Instant): void {
    for (const [old, { expiresAt }] of windows) {
      if (expiresAt > now && windows.size < most) return;
      if (expiresAt > now) forgotten = Math.max(forgotten, expiresAt);
      windows.delete(old);
    }
  }

  return {
    async spend(nonce, count, expiresAt, now) {
      // It is copied, because a substring would keep the whole header of the request in memory.
      const key = Buffer.from(nonce, "base64").toString("latin1");
      const window = windows.get(key);
      if (window === undefined) {
        if (expiresAt <= forgotten) return false;
        makeRoom(now);
        windows.set(key, { highest: count, used: 1n, expiresAt });
        return true;
      }
      const ahead = count - window.highest;
      if (ahead > 0) {
        window.used = ahead < windowSize ? BigInt.asUintN(windowSize, window.used << BigInt(ahead)) | 1n : 1n;
        window.highest = count;
        return true;
      }
      if (ahead <= -windowSize) return false;
      const bit = 1n << BigInt(-ahead);
      if ((window.used & bit) !== 0n) return false;
      window.used |= bit;
      return true;
    },
  } satisfies NonceLedger;
}

// Nonces of the digest protocol: signed, so that none need be kept, and each count on one of them good for one use.
import { createHmac } from "node:crypto";
import { LRUCache } from "lru-cache";
import { type Instant, minute } from "../domain/instant.ts";
import { sameText } from "../secrets/keyring.ts";
import { mintBytes } from "../secrets/mint.ts";

/** How long a client may go on using a nonce. */
export const nonceLifetime = 5 * minute;

export interface Nonces {
  /** 32 characters of base64, as real Atlas sends them: 6 bytes of time, 6 of chance, 12 of signature. */
  issue(now: Instant): string;
  /** When a nonce of ours runs out; nothing for a nonce that is not ours. */
  expiryOf(nonce: string): Instant | undefined;
}

/** Whose signature a nonce bears does not change, so that clients that go on using one are checked once. */
const remembered = 5000;

/** Signs with the first key, and believes what any of them signed. */
export function createNonces(keys: readonly [Buffer, ...Buffer[]]): Nonces {
  const expiries = new LRUCache<string, Instant>({ max: remembered });
  const sign = (body: Buffer, key: Buffer) => createHmac("sha256", key).update(body).digest().subarray(0, 12);
  return {
    issue(now) {
      const body = Buffer.concat([Buffer.alloc(6), mintBytes(6)]);
      body.writeUIntBE(now, 0, 6);
      return Buffer.concat([body, sign(body, keys[0])]).toString("base64");
    },
    expiryOf(nonce) {
      const known = expiries.get(nonce);
      if (known !== undefined) return known;
      const bytes = Buffer.from(nonce, "base64");
      if (bytes.length !== 24) return undefined;
      const body = bytes.subarray(0, 12);
      const signature = bytes.subarray(12).toString("hex");
      if (!keys.some((key) => sameText(sign(body, key).toString("hex"), signature))) return undefined;
      const expiry = body.readUIntBE(0, 6) + nonceLifetime;
      expiries.set(nonce, expiry);
      return expiry;
    },
  };
}

/** Remembers which counts of a nonce were used. */
export interface NonceLedger {
  /** Uses up a count and returns whether it was still unused. */
  spend(nonce: string, count: number, expiresAt: Instant, now: Instant): Promise<boolean>;
}

/** Counts may arrive out of order on parallel connections, but not by more than this. */
const windowSize = 1024;

/**
 * The ledger of a single process. A nonce is signed with a key of that process, so what was used before a restart cannot
 * be used after it. For each nonce it keeps the highest count and which of the counts closely below it were used.
 */
export function createMemoryLedger(): NonceLedger {
  const windows = new Map<string, { highest: number; used: Uint8Array; expiresAt: Instant }>();
  return {
    async spend(nonce, count, expiresAt, now) {
      let window = windows.get(nonce);
      if (window === undefined) {
        for (const [old, { expiresAt: end }] of windows) {
          if (end > now) break;
          windows.delete(old);
        }
        window = { highest: 0, used: new Uint8Array(windowSize), expiresAt };
        windows.set(nonce, window);
      }
      if (count <= window.highest - windowSize) return false;
      if (count > window.highest) {
        const fresh = Math.min(count - window.highest, windowSize);
        for (let step = 0; step < fresh; step++) window.used[(count - step) % windowSize] = 0;
        window.highest = count;
      }
      const slot = count % windowSize;
      if (window.used[slot] === 1) return false;
      window.used[slot] = 1;
      return true;
    },
  };
}

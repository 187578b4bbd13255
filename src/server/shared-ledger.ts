// The counts of digest nonces, shared by all processes of a store; while its disk is full, each process counts for itself.
import { createMemoryLedger, type NonceLedger, nonceLifetime } from "../core/http/digest.ts";
import { isFull } from "../core/store/outages.ts";
import type { Store } from "../core/store/store.ts";

/**
 * Creates a shared ledger. Reads continue while the disk is full; only then a request that was sent to one process can be sent
 * again to another.
 */
export function createSharedLedger(store: Pick<Store, "look" | "write">): NonceLedger {
  const own = createMemoryLedger();
  /** The latest end of nonces that were counted here alone. */
  let ownUntil = Number.NEGATIVE_INFINITY;
  return {
    async spend(nonce, count, expiresAt, now, asker) {
      let isUnused: boolean;
      try {
        isUnused = await store.write((tx) => tx.credentials.spendDigest(nonce, count, expiresAt), asker);
      } catch (reason) {
        if (!isFull(reason)) throw reason;
        ownUntil = now + nonceLifetime;
        isUnused = !(await store.look((tx) => tx.credentials.isDigestSpent(nonce, count), asker));
      }
      return isUnused && (now > ownUntil || (await own.spend(nonce, count, expiresAt, now)));
    },
  };
}

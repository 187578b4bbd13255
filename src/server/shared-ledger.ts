// Counts of digest nonces that all processes of a store take from; while its disk is full, each process takes from its own.
import { createMemoryLedger, type NonceLedger, nonceLifetime } from "../core/http/digest.ts";
import { isFull } from "../core/store/outages.ts";
import type { Store } from "../core/store/store.ts";

/** Reads go on while the disk is full. What was sent to one process then can be sent again to another one, and only then. */
export function createSharedLedger(store: Pick<Store, "look" | "write">): NonceLedger {
  const own = createMemoryLedger();
  /** The end of all nonces taken here alone. */
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

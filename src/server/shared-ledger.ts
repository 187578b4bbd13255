// Counts of digest nonces that all processes of a store take from.
import type { NonceLedger } from "../http/digest.ts";
import type { Store } from "../store/store.ts";

export const createSharedLedger = (store: Pick<Store, "write">): NonceLedger => ({
  spend: (nonce, count, expiresAt, _now, asker) =>
    store.write((tx) => tx.credentials.spendDigest(nonce, count, expiresAt), asker),
});

// Checks that a caller has an API key: its public and its private part, in the body of a request.
import { digestVerifier, type Keyring, sameText } from "../secrets/keyring.ts";
import type { Credential } from "../store/credentials.ts";
import type { Reads } from "../store/store.ts";
import type { Claim } from "./authenticate.ts";
import type { Guess } from "./limits.ts";

export interface NamedKey {
  readonly publicKey: string;
  readonly privateKey: string;
}

export type ProveKey = ReturnType<typeof createProveKey>;

/** Finds the API key of a public key, within a unit of work; undefined if there is none, or the private key is another's. */
export const createProveKey =
  (keyring: Pick<Keyring, "unseal">, guess: Guess) =>
  (
    tx: Reads,
    { publicKey, privateKey }: NamedKey,
    { remoteAddress, path }: Pick<Claim, "remoteAddress"> & { readonly path: string },
  ): Promise<Credential | undefined> =>
    guess({ remoteAddress, about: publicKey }, path, async () => {
      const key = await tx.credentials.apiKey(publicKey);
      if (key === undefined) return undefined;
      const { sealedHa1, ...credential } = key;
      const isRight = sameText(keyring.unseal(sealedHa1), digestVerifier(publicKey, privateKey));
      return isRight ? credential : undefined;
    });

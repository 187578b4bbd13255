// Fresh credentials: the part its holder is told once, and the part that is kept.
import { digestVerifier, hashSecret, type Keyring } from "./keyring.ts";
import { mintClientSecret, mintPrivateKey, mintPublicKey } from "./mint.ts";

export interface FreshApiKey {
  readonly publicKey: string;
  /** Told once, in the answer of the creation. */
  readonly privateKey: string;
  /** What digest needs to check an answer, encrypted. */
  readonly sealedVerifier: string;
}

export interface FreshClientSecret {
  /** Told once, in the answer of the creation. */
  readonly secret: string;
  readonly hash: string;
}

/** Issues credentials. Inside a unit of work each comes out the same when the unit has to run again. */
export interface Issue {
  apiKey(): FreshApiKey;
  clientSecret(): FreshClientSecret;
}

export const createIssue = (keyring: Pick<Keyring, "seal">): Issue => ({
  apiKey() {
    const [publicKey, privateKey] = [mintPublicKey(), mintPrivateKey()];
    return { publicKey, privateKey, sealedVerifier: keyring.seal(digestVerifier(publicKey, privateKey)) };
  },
  clientSecret() {
    const secret = mintClientSecret();
    return { secret, hash: hashSecret(secret) };
  },
});

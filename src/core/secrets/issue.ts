// Makes new credentials: the part that is shown once, and the part that is stored. Recognizes the device texts that it made.
import { createHmac } from "node:crypto";
import { codeLetters, foldRecoveryCode } from "../domain/second-factor.ts";
import type { InLine } from "../turns.ts";
import { createHandedLinks } from "./handed-links.ts";
import { digestVerifier, hashSecret, type Keyring } from "./keyring.ts";
import { createChallenges } from "./passkeys.ts";
import { createSecondSteps } from "./second-step.ts";

/** The beginning of every device text, so that no other text sealed by the keyring passes for one. */
const deviceMark = "device ";

const createSealing = (keyring: Pick<Keyring, "mint" | "seal" | "unseal">) => ({
  /** Seals a secret that is used later and never shown. */
  seal: (secret: string) => keyring.seal(secret),
  /** Opens a sealed secret, to change a part of it. */
  unseal: (sealed: string) => keyring.unseal(sealed),
  /** Makes the key of a database user, in its turn, and returns a signer of its certificate. */
  certifier: async (place: InLine) => (await import("./certifier.ts")).createCertifier(keyring, place),
});

/** Issues credentials. A unit of work that runs again gets the same ones. */
export const createIssue = (keyring: Pick<Keyring, "mint" | "seal" | "unseal" | "tryUnseal" | "derive">) => ({
  ...createChallenges(keyring),
  ...createSecondSteps(keyring),
  ...createHandedLinks(keyring),
  /** Makes recovery codes, as they are shown to a person: 120 bits each, so a plain hash is enough (ASVS 6.5.2). */
  recoveryCodes: (count: number) =>
    Array.from({ length: count }, () =>
      Array.from({ length: 6 }, () =>
        Array.from(
          { length: 4 },
          () => codeLetters[(keyring.mint.bytes(1)[0] ?? 0) % codeLetters.length],
        ).join(""),
      ).join("-"),
    ),
  hashOfRecoveryCode: (code: string) => hashSecret(foldRecoveryCode(code)),
  /** Makes an API key; the private key is shown once, in the answer to its creation. */
  apiKey() {
    const [publicKey, privateKey] = [keyring.mint.publicKey(), keyring.mint.privateKey()];
    return { publicKey, privateKey, sealedVerifier: keyring.seal(digestVerifier(publicKey, privateKey)) };
  },
  /** Makes the id of something that is not named by 24 digits. */
  uuid: () => keyring.mint.uuid(),
  clientSecret() {
    const secret = keyring.mint.clientSecret();
    return { secret, hash: hashSecret(secret) };
  },
  /** Issues a token that opens a session, or that a link in a message carries; only its hash is stored. */
  token() {
    const token = keyring.mint.linkToken();
    return { token, hash: hashSecret(token) };
  },
  /** Returns the hash under which a token was stored. */
  hashOf: hashSecret,
  /** Returns the hash under which the code of a command line was stored: with a key, because all codes could be tried. */
  hashOfCode: (code: string) =>
    createHmac("sha256", keyring.derive("user-code")[0]).update(code).digest("hex"),
  ...createSealing(keyring),
  /** Makes the text by which a browser later shows that a person signed in with it. */
  device: (userId: string) => keyring.seal(`${deviceMark}${userId}`),
  /** Returns the person of a device text; undefined for a text that was not issued here. */
  ownerOf(device: string) {
    // Two texts can decode to the same bytes, but attempts are counted by text.
    if (Buffer.from(device, "base64url").toString("base64url") !== device) return undefined;
    return keyring.tryUnseal(device, deviceMark);
  },
});

export type Issue = ReturnType<typeof createIssue>;

// Makes fresh credentials: the part that is shown once, and the part that is stored. Recognizes the device texts it made.
import { createHmac } from "node:crypto";
import { codeLetters, foldRecoveryCode } from "../domain/second-factor.ts";
import type { InLine } from "../turns.ts";
import { createHandedLinks } from "./handed-links.ts";
import { digestVerifier, hashSecret, type Keyring } from "./keyring.ts";
import { createChallenges } from "./passkeys.ts";
import { createSecondSteps } from "./second-step.ts";

/** Begins every device text, so that nothing else the keyring sealed passes for one. */
const deviceMark = "device ";

const createSealing = (keyring: Pick<Keyring, "mint" | "seal" | "unseal">) => ({
  /** A secret that is kept, to be used later and never shown. */
  seal: (secret: string) => keyring.seal(secret),
  /** Opens such a secret, to change a part of it. */
  unseal: (sealed: string) => keyring.unseal(sealed),
  /** Makes the key of a database user, when it is its turn, and returns what signs its certificate. */
  certifier: async (place: InLine) => (await import("./certifier.ts")).createCertifier(keyring, place),
});

/** Issues credentials. A unit of work that runs again gets the same ones. */
export const createIssue = (keyring: Pick<Keyring, "mint" | "seal" | "unseal" | "tryUnseal" | "derive">) => ({
  ...createChallenges(keyring),
  ...createSecondSteps(keyring),
  ...createHandedLinks(keyring),
  /** Codes to be kept by a person, as they are shown: 120 bits each, so that a plain hash keeps them (ASVS 6.5.2). */
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
  /** The private key is shown once, in the answer to its creation. */
  apiKey() {
    const [publicKey, privateKey] = [keyring.mint.publicKey(), keyring.mint.privateKey()];
    return { publicKey, privateKey, sealedVerifier: keyring.seal(digestVerifier(publicKey, privateKey)) };
  },
  clientSecret() {
    const secret = keyring.mint.clientSecret();
    return { secret, hash: hashSecret(secret) };
  },
  /** Issues a token that opens a session, or that a link in a message carries; only its hash is stored. */
  token() {
    const token = keyring.mint.linkToken();
    return { token, hash: hashSecret(token) };
  },
  /** The hash under which a token that comes back was kept. */
  hashOf: hashSecret,
  /** The hash under which the code that a command line shows is kept: keyed, because all codes can be tried. */
  hashOfCode: (code: string) =>
    createHmac("sha256", keyring.derive("user-code")[0]).update(code).digest("hex"),
  ...createSealing(keyring),
  /** A text by which a browser shows later that a person signed in with it. */
  device: (userId: string) => keyring.seal(`${deviceMark}${userId}`),
  /** The person of a device text; undefined for a text that was not issued here. */
  ownerOf(device: string) {
    // Two texts can decode to the same bytes, and attempts are counted by the text.
    if (Buffer.from(device, "base64url").toString("base64url") !== device) return undefined;
    return keyring.tryUnseal(device, deviceMark);
  },
});

export type Issue = ReturnType<typeof createIssue>;

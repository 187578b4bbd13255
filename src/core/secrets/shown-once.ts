// Seals what a browser carries from one page to a later one, so the server stores none of it: a secret that is shown once, on
// the page after the form, and the way back from a provider.
import { EncryptJWT, jwtDecrypt } from "jose";
import { type Instant, minute, second } from "../domain/instant.ts";
import { hashSecret } from "./keyring.ts";

/** The longest time that a browser may take to the page that shows a secret, in minutes. */
export const carriedMinutes = 5;

interface For {
  /** The key to open it: the secret of a session, or the name of a purpose. */
  readonly session: string;
  readonly now: Instant;
  readonly minutes?: number;
}

/** Seals with the first of the keys, 32 bytes each. */
export const sealOnce = (
  [key]: readonly [Buffer, ...Buffer[]],
  shown: Readonly<Record<string, unknown>>,
  { session, now, minutes = carriedMinutes }: For,
): Promise<string> =>
  new EncryptJWT({ shown })
    .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
    .setSubject(hashSecret(session))
    .setExpirationTime(Math.floor((now + minutes * minute) / second))
    .encrypt(key);

/** Opens what was sealed for this session or purpose; undefined for an expired or any other text. */
export async function openOnce(
  keys: readonly Buffer[],
  sealed: string,
  { session, now }: For,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const options = {
    subject: hashSecret(session),
    currentDate: new Date(now),
    keyManagementAlgorithms: ["dir"],
    contentEncryptionAlgorithms: ["A256GCM"],
  };
  for (const key of keys) {
    const opened = await jwtDecrypt(sealed, key, options).catch(() => undefined);
    if (opened !== undefined) return opened.payload.shown as Readonly<Record<string, unknown>>;
  }
  return undefined;
}

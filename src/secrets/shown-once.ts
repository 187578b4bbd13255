// Secrets that are shown once, on the page after the form: the browser carries them there, sealed for its session, and the
// server keeps none.
import { EncryptJWT, jwtDecrypt } from "jose";
import { type Instant, minute, second } from "../domain/instant.ts";
import { hashSecret } from "./keyring.ts";

/** How long a browser may take to the page that shows it. */
export const carriedMinutes = 5;

interface For {
  /** Secret of the session that may open it. */
  readonly session: string;
  readonly now: Instant;
}

/** Seals with the first of the keys, 32 bytes each. */
export const sealOnce = (
  [key]: readonly [Buffer, ...Buffer[]],
  shown: Readonly<Record<string, unknown>>,
  { session, now }: For,
): Promise<string> =>
  new EncryptJWT({ shown })
    .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
    .setSubject(hashSecret(session))
    .setExpirationTime(Math.floor((now + carriedMinutes * minute) / second))
    .encrypt(key);

/** Opens what was sealed for this session; undefined for an expired or any other text. */
export async function openOnce(
  keys: readonly Buffer[],
  sealed: string,
  { session, now }: For,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const options = { subject: hashSecret(session), currentDate: new Date(now) };
  for (const key of keys) {
    const opened = await jwtDecrypt(sealed, key, options).catch(() => undefined);
    if (opened !== undefined) return opened.payload.shown as Readonly<Record<string, unknown>>;
  }
  return undefined;
}

// The second step of a sign-in: after the right password, a sealed text stands for it until a passkey or a recovery code
// follows.
import type { Instant } from "../domain/instant.ts";
import { secondStepLifetime } from "../domain/second-factor.ts";
import { hashSecret, type Keyring } from "./keyring.ts";

export interface SecondStep {
  readonly userId: string;
  /** The digest of the stored password: a new password ends the step. */
  readonly passwordDigest: string;
  /** The browser that it is bound to. */
  readonly bound: string;
}

/** The beginning of these texts, so that no other text sealed by the keyring passes for one. */
const mark = "second step ";

export const createSecondSteps = (keyring: Pick<Keyring, "seal" | "tryUnseal">) => ({
  secondStep(
    userId: string,
    passwordHash: string | null,
    { bound, now }: { bound: string; now: Instant },
  ): string {
    const passwordDigest = hashSecret(passwordHash ?? "");
    const step = { userId, passwordDigest, bound, expiresAt: now + secondStepLifetime };
    return keyring.seal(`${mark}${JSON.stringify(step)}`);
  },
  /** Opens the text; undefined if it was not made here for this browser, or has expired. */
  readSecondStep(sealed: string, { bound, now }: { bound: string; now: Instant }): SecondStep | undefined {
    const text = keyring.tryUnseal(sealed, mark);
    if (text === undefined) return undefined;
    const step: SecondStep & { expiresAt: Instant } = JSON.parse(text);
    return step.bound === bound && step.expiresAt > now ? step : undefined;
  },
});

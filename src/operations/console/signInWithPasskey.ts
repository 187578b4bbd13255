import { answerErrors, checkAnswer, takeAnswer } from "../../changes/second-factor.ts";
import { beginSession, requirePasswords } from "../../changes/sessions.ts";
import { consoleSets, door, operation } from "../declare.ts";
import { asIs, byPasskey, onPages } from "./common.ts";

export const signInWithPasskey = operation("POST /console", {
  ...onPages,
  securityEvent: "passkey-sign-in",
  summary: "Sign in with a passkey",
  description:
    "Begins a session of the person whose passkey answers the challenge of the page. It counts as both factors: its authenticator has verified the person.",
  door: door.open,
  holds: "itself",
  body: byPasskey,
  errors: [...answerErrors, "PASSWORDS_OFF"],
})
  .prepare(async ({ body: { bound, origin, answer }, now, policy, issue, read, spendFrom, fault }) => {
    // Where the provider is the only way in, a passkey is no other.
    requirePasswords({ policy, fault });
    await spendFrom(consoleSets.passkeys);
    return checkAnswer({ now, issue, read, fault }, { origin, answer, aim: { purpose: "sign-in", bound } });
  })
  .handle(async ({ tx, prepared, now, fault, ...context }) => {
    const { userId } = prepared.passkey;
    tx.locks.person(userId);
    await takeAnswer({ tx, now, fault }, prepared);
    const session = await beginSession({ tx, now, ...context }, userId, { hasSecondFactor: true });
    return { ...session, username: (await tx.users.find(userId))?.username };
  }, asIs);

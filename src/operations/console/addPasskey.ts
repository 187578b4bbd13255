import { answerErrors, expiryOf, requireOwnProof } from "../../changes/second-factor.ts";
import { notifyCaller } from "../../changes/sessions.ts";
import {
  challengeIn,
  longestPasskeyName,
  mostPasskeys,
  recoveryCodeCount,
} from "../../domain/second-factor.ts";
import { door, operation, Type } from "../declare.ts";
import { asIs, byPasskey, onPages } from "./common.ts";

export const addPasskey = operation("POST /console", {
  ...onPages,
  securityEvent: "second-factor-change",
  summary: "Add a passkey",
  description:
    "Adds the passkey that answers the challenge of the page. The first one comes with ten recovery codes, answered once. The session counts as one with a second factor from now on.",
  door: door.signedIn,
  holds: "person",
  isBeforeFactor: true,
  showsSecret: true,
  body: Type.Object({ ...byPasskey.properties, name: Type.String() }),
  errors: [...answerErrors, "PASSKEY_EXISTS", "TOO_MANY_PASSKEYS"],
})
  .prepare(async ({ body: { bound, origin, answer }, now, issue, fault }) => {
    const expiresAt = expiryOf({ now, issue, fault }, { answer, aim: { purpose: "add", bound } });
    const made = await issue.readNew(origin, answer);
    if (made === undefined) throw fault("PASSKEY_REFUSED", {});
    return { made, expiresAt, challengeHash: issue.hashOf(challengeIn(answer)) };
  })
  .handle(async ({ tx, prepared, body, caller, now, newId, issue, session, isRecent, mail, fault }) => {
    const { made, expiresAt, challengeHash } = prepared;
    await requireOwnProof({ tx, caller, session, isRecent });
    if (!(await tx.passkeys.spend(challengeHash, { expiresAt, now }))) throw fault("PASSKEY_STALE", {});
    if ((await tx.passkeys.byCredential(made.credentialId)) !== undefined) throw fault("PASSKEY_EXISTS", {});
    const others = await tx.passkeys.of(caller.id);
    if (others.length >= mostPasskeys) throw fault("TOO_MANY_PASSKEYS", { limit: mostPasskeys });
    const name = body.name.trim().slice(0, longestPasskeyName) || `Passkey ${others.length + 1}`;
    tx.passkeys.add({ ...made, id: newId(), userId: caller.id, name, createdAt: now, lastUsedAt: null });
    tx.sessions.proveTwice(session?.id ?? "", now);
    const codes = others.length === 0 ? issue.recoveryCodes(recoveryCodeCount) : [];
    if (codes.length > 0) tx.passkeys.replaceCodes(caller.id, codes.map(issue.hashOfRecoveryCode));
    await notifyCaller({ mail, now }, caller, { what: "PASSKEY_ADDED", about: [name] });
    return { codes };
  }, asIs);

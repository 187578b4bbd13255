import { requireOwnProof } from "../../changes/second-factor.ts";
import { notifyCaller } from "../../changes/sessions.ts";
import { door, operation, Type } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const removePasskey = operation("POST /console", {
  ...onPages,
  securityEvent: "second-factor-change",
  summary: "Remove a passkey",
  description: "With the last one the recovery codes go, too: the password is then enough again.",
  door: door.signedIn,
  holds: "person",
  isBeforeFactor: true,
  body: Type.Object({ id: Type.String() }),
  errors: ["PASSKEY_NOT_FOUND"],
}).handle(async ({ tx, body, caller, now, session, isRecent, mail, fault }) => {
  await requireOwnProof({ tx, caller, session, isRecent });
  const all = await tx.passkeys.of(caller.id);
  const removed = all.find(({ id }) => id === body.id);
  if (removed === undefined) throw fault("PASSKEY_NOT_FOUND", {});
  if (all.length === 1) {
    tx.passkeys.removeAll(caller.id);
    // What an organization demands must be there, and not only have been.
    tx.sessions.loseFactor(caller.id);
  } else tx.passkeys.remove(removed.id);
  await notifyCaller({ mail, now }, caller, { what: "PASSKEY_REMOVED", about: [removed.name] });
  return {};
}, asIs);

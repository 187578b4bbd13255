import { requireOwnProof } from "../../changes/second-factor.ts";
import { notifyCaller } from "../../changes/sessions.ts";
import { recoveryCodeCount } from "../../domain/second-factor.ts";
import { door, operation } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const makeRecoveryCodes = operation("POST /console", {
  ...onPages,
  securityEvent: "second-factor-change",
  summary: "Make new recovery codes",
  description:
    "Returns ten new recovery codes, shown only once; all older codes stop working. Requires a passkey.",
  door: door.signedIn,
  holds: "person",
  isBeforeFactor: true,
  showsSecret: true,
  errors: ["PASSKEY_NOT_FOUND"],
}).handle(async ({ tx, caller, now, issue, session, isRecent, mail, fault }) => {
  await requireOwnProof({ tx, caller, session, isRecent });
  if (!(await tx.passkeys.has(caller.id))) throw fault("PASSKEY_NOT_FOUND", {});
  const codes = issue.recoveryCodes(recoveryCodeCount);
  tx.passkeys.replaceCodes(caller.id, codes.map(issue.hashOfRecoveryCode));
  await notifyCaller({ mail, now }, caller, { what: "RECOVERY_CODES_MADE" });
  return { codes };
}, asIs);

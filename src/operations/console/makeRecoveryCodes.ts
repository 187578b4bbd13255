import { requireOwnProof } from "../../changes/second-factor.ts";
import { notify } from "../../changes/sessions.ts";
import { recoveryCodeCount } from "../../domain/second-factor.ts";
import { door, operation } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const makeRecoveryCodes = operation("POST /console", {
  ...onPages,
  securityEvent: "second-factor-change",
  summary: "Make new recovery codes",
  description: "Ten, answered once, in place of all older ones. Only for who has a passkey.",
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
  const { ip: remoteAddress = null } = caller.remoteAddress;
  const { name: username } = caller;
  await notify({ mail, now }, username, { what: "RECOVERY_CODES_MADE", remoteAddress });
  return { codes };
}, asIs);

import { requireRecentSignIn } from "../../changes/changing.ts";
import { door, operation, Type } from "../declare.ts";
import { asIs, onPages, takeCode } from "./common.ts";

export const answerCommandLine = operation("POST /console", {
  ...onPages,
  securityEvent: "command-line-answer",
  summary: "Confirm or deny the command line that waits under a code",
  description:
    "Once it is confirmed, the command line fetches tokens by itself, and may do what the person who is signed in may do. Each code is answered once.",
  door: door.signedIn,
  holds: "person",
  body: Type.Object({ code: Type.String(), isConfirmed: Type.Boolean() }),
  errors: ["DEVICE_CODE_NOT_FOUND"],
})
  .prepare(async ({ body, ...context }) => takeCode(context, body.code))
  .handle(async ({ tx, prepared: codeHash, body, caller, now, isRecent, withheld, fault }) => {
    // Otherwise a command line would be the way around it: nothing asks one to sign in again.
    if (body.isConfirmed) requireRecentSignIn({ isRecent });
    const isAnswered = body.isConfirmed
      ? await tx.commandLines.confirm(codeHash, caller.id, now, withheld.length > 0)
      : await tx.commandLines.deny(codeHash, now);
    if (!isAnswered) throw fault("DEVICE_CODE_NOT_FOUND", {});
    return {};
  }, asIs);

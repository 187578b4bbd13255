// Operations of pages that sign command lines in and out.

import { requireRecentSignIn } from "../../core/changes/changing.ts";
import { foldAddress } from "../../core/domain/address.ts";
import { codeLifetime } from "../../core/domain/authorization.ts";
import { door, networkOf, operation, Type, toTimestamp } from "../../core/operations/declare.ts";
import { asIs, onPages, showCommandLine, takeCode } from "./common.ts";

export const listCommandLines = operation("GET /console", {
  ...onPages,
  summary: "List the command lines that are signed in",
  description:
    "Those of the person who is signed in, the newest first, with when each ends unless its tokens are renewed.",
  door: door.signedIn,
  isBeforeFactor: true,
  needs: ["tokenTime"],
}).handle(async ({ tx, caller, tokenTime }) => {
  const lines = await tx.commandLines.of(caller.id, tokenTime());
  return lines.map((line) => ({
    ...showCommandLine(line),
    id: line.id,
    renewedAt: toTimestamp(line.renewedAt),
  }));
}, asIs);

export const getWaitingCommandLine = operation("GET /console", {
  ...onPages,
  summary: "Get the command line that waits under a code",
  description:
    "What the command line says of itself, from where it asked, and until when it can be answered.",
  door: door.signedIn,
  query: { code: Type.String() },
  errors: ["DEVICE_CODE_NOT_FOUND"],
})
  .prepare(async ({ query, ...context }) => takeCode(context, query.code ?? ""))
  .handle(async ({ tx, prepared: codeHash, caller, now, fault }) => {
    const waiting = await tx.commandLines.waiting(codeHash, now);
    if (waiting === undefined) throw fault("DEVICE_CODE_NOT_FOUND", {});
    // A terminal is usually in its person's network; the terminal of a stranger who talked the person into typing a code is
    // not.
    const isNear = networkOf(waiting.remoteAddress) === networkOf(caller.remoteAddress.ip);
    return { ...showCommandLine(waiting), isNear };
  }, asIs);

/** The page reads who asks, and where it may lead back to. */
export const answerAuthorization = operation("POST /console", {
  ...onPages,
  securityEvent: "command-line-answer",
  summary: "Allow or deny a program that led the browser here",
  description:
    "Once it is allowed, the program exchanges the code for tokens, by the verifier that it alone has, and may do what the person who is signed in may do.",
  door: door.signedIn,
  locks: "person",
  body: Type.Object({
    clientId: Type.String(),
    redirectUri: Type.String(),
    challenge: Type.String(),
    isConfirmed: Type.Boolean(),
  }),
  needs: ["issue", "withheld"],
}).handle(
  async ({ tx, body, caller, now, isRecent, issue, withheld }): Promise<{ readonly code?: string }> => {
    const { isConfirmed, ...asked } = body;
    if (!isConfirmed) return {};
    requireRecentSignIn({ isRecent });
    const { token: code, hash: codeHash } = issue.token();
    const usernameKey = foldAddress(caller.name);
    const lacksFactor = withheld.length > 0;
    await tx.authorizationCodes.add({
      ...asked,
      codeHash,
      usernameKey,
      lacksFactor,
      expiresAt: now + codeLifetime,
    });
    return { code };
  },
  asIs,
);

export const answerCommandLine = operation("POST /console", {
  ...onPages,
  securityEvent: "command-line-answer",
  summary: "Confirm or deny the command line that waits under a code",
  description:
    "Once it is confirmed, the command line fetches tokens by itself, and may do what the person who is signed in may do. Each code is answered once.",
  door: door.signedIn,
  locks: "person",
  body: Type.Object({ code: Type.String(), isConfirmed: Type.Boolean() }),
  errors: ["DEVICE_CODE_NOT_FOUND"],
  needs: ["withheld"],
})
  .prepare(async ({ body, ...context }) => takeCode(context, body.code))
  .handle(async ({ tx, prepared: codeHash, body, caller, now, isRecent, withheld, fault }) => {
    // A command line is never asked to sign in again, so without this check it would bypass the rule.
    if (body.isConfirmed) requireRecentSignIn({ isRecent });
    const isAnswered = body.isConfirmed
      ? await tx.commandLines.confirm(codeHash, caller.id, now, withheld.length > 0)
      : await tx.commandLines.deny(codeHash, now);
    if (!isAnswered) throw fault("DEVICE_CODE_NOT_FOUND", {});
    return {};
  }, asIs);

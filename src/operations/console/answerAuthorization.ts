import { requireRecentSignIn } from "../../changes/changing.ts";
import { foldAddress } from "../../domain/address.ts";
import { codeLifetime } from "../../domain/authorization.ts";
import { door, operation, Type } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

/** The page reads who asks, and where it may lead back to. */
export const answerAuthorization = operation("POST /console", {
  ...onPages,
  securityEvent: "command-line-answer",
  summary: "Allow or deny a program that led the browser here",
  description:
    "Once it is allowed, the program exchanges the code for tokens, by the verifier that it alone has, and may do what the person who is signed in may do.",
  door: door.signedIn,
  holds: "person",
  body: Type.Object({
    clientId: Type.String(),
    redirectUri: Type.String(),
    challenge: Type.String(),
    isConfirmed: Type.Boolean(),
  }),
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

import { door, operation, Type } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const signOutCommandLine = operation("POST /console", {
  ...onPages,
  securityEvent: "command-line-sign-out",
  summary: "Sign a command line out",
  description:
    "Its tokens are refused from now on. Answers the same for one that is not the person's, or signed out already.",
  door: door.signedIn,
  isBeforeFactor: true,
  holds: "person",
  body: Type.Object({ id: Type.String() }),
}).handle(async ({ tx, body, caller, tokenTime }) => {
  const own = await tx.commandLines.of(caller.id, tokenTime());
  if (own.some(({ id }) => id === body.id)) await tx.commandLines.end(body.id);
  return {};
}, asIs);

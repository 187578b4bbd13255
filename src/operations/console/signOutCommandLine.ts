// Signs one of a person's command lines out.
import * as Type from "typebox";
import { door } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { asIs, consoleWrite } from "./common.ts";

export const signOutCommandLine = operation({
  ...consoleWrite,
  id: "signOutCommandLine",
  securityEvent: "command-line-sign-out",
  summary: "Sign a command line out",
  description:
    "Its tokens are refused from now on. Answers the same for one that is not the person's, or signed out already.",
  door: door.signedIn,
  holds: "person",
  body: Type.Object({ id: Type.String() }),
}).handle(async ({ tx, body, caller, now }) => {
  const own = await tx.commandLines.of(caller.id, now);
  if (own.some(({ id }) => id === body.id)) await tx.commandLines.end(body.id);
  return {};
}, asIs);

// Ends one session.
import Type from "typebox";
import { door } from "../../domain/access.ts";
import { operation } from "../operation.ts";
import { asIs, consoleWrite } from "./common.ts";

export const signOut = operation({
  ...consoleWrite,
  id: "signOut",
  summary: "Sign out",
  description: "Ends the session of this secret. Answers the same for one that has ended or never existed.",
  door: door.open,
  body: Type.Object({ token: Type.String() }),
}).handle(async ({ tx, body, issue }) => {
  await tx.sessions.end(issue.hashOf(body.token));
  return {};
}, asIs);

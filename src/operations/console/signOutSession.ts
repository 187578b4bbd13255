import { door, operation, Type } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const signOutSession = operation("POST /console", {
  ...onPages,
  securityEvent: "sign-out",
  summary: "Sign a browser out",
  description:
    "Its session is over from now on. Answers the same for one that is not the person's, or has ended already.",
  door: door.signedIn,
  isBeforeFactor: true,
  holds: "person",
  body: Type.Object({ id: Type.String() }),
}).handle(async ({ tx, body, caller }) => {
  await tx.sessions.endOf(caller.id, body.id);
  return {};
}, asIs);

import { door, operation } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const signOutEverywhere = operation("POST /console", {
  ...onPages,
  securityEvent: "sign-out-everywhere",
  summary: "Sign out everywhere",
  description: "Ends all sessions of the person who is signed in, this one too.",
  door: door.signedIn,
  isBeforeFactor: true,
  holds: "person",
}).handle(async ({ tx, caller }) => {
  await tx.sessions.endAll(caller.id);
  return {};
}, asIs);

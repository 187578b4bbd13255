import { door, operation } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const getPerson = operation("GET /console", {
  ...onPages,
  summary: "Get the person who is signed in",
  description: "The account of the session.",
  door: door.signedIn,
  isBeforeFactor: true,
}).handle(async ({ tx, caller }) => {
  const user = await tx.users.find(caller.id);
  return {
    id: caller.id,
    username: caller.name,
    firstName: user?.firstName ?? "",
    lastName: user?.lastName ?? "",
  };
}, asIs);

import { ownerOfLink, requirePasswords } from "../../changes/sessions.ts";
import { door, operation, Type } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const getPasswordLink = operation("GET /console", {
  ...onPages,
  summary: "Get a link that sets a new password",
  description: "Refused if the link was used, has run out, or never existed. Nothing is said of its person.",
  door: door.open,
  query: { token: Type.String() },
  errors: ["PASSWORD_LINK_NOT_FOUND", "PASSWORDS_OFF"],
}).handle(async ({ tx, query, now, issue, policy, fault }) => {
  requirePasswords({ policy, fault });
  await ownerOfLink({ tx, now, fault }, issue.hashOf(query.token ?? ""));
}, asIs);

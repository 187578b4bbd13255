import { door, operation, Type } from "../declare.ts";
import { onPages } from "./common.ts";

export const signOut = operation("POST /console", {
  ...onPages,
  securityEvent: "sign-out",
  summary: "Sign out",
  description: "Ends the session of this secret. Answers the same for one that has ended or never existed.",
  door: door.open,
  holds: "itself",
  body: Type.Object({ token: Type.String() }),
}).handle(
  async ({ tx, body, now, issue }) => {
    const hash = issue.hashOf(body.token);
    const found = await tx.sessions.find(hash, now);
    await tx.sessions.end(hash);
    return { username: found?.user.username };
  },
  // The name is for the security log alone.
  () => ({}),
);

// Operations of pages that list and end sessions.
import { browserName } from "../../core/domain/session.ts";
import { door, operation, Type, toTimestamp } from "../../core/operations/declare.ts";
import { asIs, onPages } from "./common.ts";

export const listSessions = operation("GET /console", {
  ...onPages,
  summary: "List the browsers that are signed in",
  description: "The sessions of the person who is signed in, the newest first, with this one marked.",
  door: door.signedIn,
  isBeforeFactor: true,
  needs: ["issue", "browser"],
}).handle(async ({ tx, caller, now, issue, browser }) => {
  const sessions = await tx.sessions.of(caller.id, now);
  const current = await tx.sessions.find(issue.hashOf(browser.session ?? ""), now);
  return sessions.map(({ id, userAgent, remoteAddress, createdAt, lastUsedAt }) => ({
    id,
    browser: browserName(userAgent),
    remoteAddress,
    createdAt: toTimestamp(createdAt),
    lastUsedAt: toTimestamp(lastUsedAt),
    isCurrent: id === current?.session.id,
  }));
}, asIs);

export const signOut = operation("POST /console", {
  ...onPages,
  securityEvent: "sign-out",
  summary: "Sign out",
  description: "Ends the session of this secret. Answers the same for one that has ended or never existed.",
  door: door.open,
  locks: "handler",
  body: Type.Object({ token: Type.String() }),
  needs: ["issue"],
}).handle(
  async ({ tx, body, now, issue }) => {
    const hash = issue.hashOf(body.token);
    const found = await tx.sessions.find(hash, now);
    await tx.sessions.end(hash);
    return { username: found?.user.username };
  },
  // The name is only for the security log.
  () => ({}),
);

export const signOutCommandLine = operation("POST /console", {
  ...onPages,
  securityEvent: "command-line-sign-out",
  summary: "Sign a command line out",
  description:
    "Its tokens are refused from now on. Answers the same for one that is not the person's, or signed out already.",
  door: door.signedIn,
  isBeforeFactor: true,
  locks: "person",
  body: Type.Object({ id: Type.String() }),
  needs: ["tokenTime"],
}).handle(async ({ tx, body, caller, tokenTime }) => {
  const own = await tx.commandLines.of(caller.id, tokenTime());
  if (own.some(({ id }) => id === body.id)) await tx.commandLines.end(body.id);
  return {};
}, asIs);

export const signOutEverywhere = operation("POST /console", {
  ...onPages,
  securityEvent: "sign-out-everywhere",
  summary: "Sign out everywhere",
  description: "Ends all sessions of the person who is signed in, this one too.",
  door: door.signedIn,
  isBeforeFactor: true,
  locks: "person",
}).handle(async ({ tx, caller }) => {
  await tx.sessions.endAll(caller.id);
  return {};
}, asIs);

export const signOutSession = operation("POST /console", {
  ...onPages,
  securityEvent: "sign-out",
  summary: "Sign a browser out",
  description:
    "Its session is over from now on. Answers the same for one that is not the person's, or has ended already.",
  door: door.signedIn,
  isBeforeFactor: true,
  locks: "person",
  body: Type.Object({ id: Type.String() }),
}).handle(async ({ tx, body, caller }) => {
  await tx.sessions.endOf(caller.id, body.id);
  return {};
}, asIs);

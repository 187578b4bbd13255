import { browserName } from "../../domain/session.ts";
import { door, operation, toTimestamp } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const listSessions = operation("GET /console", {
  ...onPages,
  summary: "List the browsers that are signed in",
  description: "The sessions of the person who is signed in, the newest first, with this one marked.",
  door: door.signedIn,
  isBeforeFactor: true,
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

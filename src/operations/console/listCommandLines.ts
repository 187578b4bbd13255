import { door, operation, toTimestamp } from "../declare.ts";
import { asIs, onPages, showCommandLine } from "./common.ts";

export const listCommandLines = operation("GET /console", {
  ...onPages,
  summary: "List the command lines that are signed in",
  description:
    "Those of the person who is signed in, the newest first, with when each ends unless its tokens are renewed.",
  door: door.signedIn,
  isBeforeFactor: true,
}).handle(async ({ tx, caller, tokenTime }) => {
  const lines = await tx.commandLines.of(caller.id, tokenTime());
  return lines.map((line) => ({
    ...showCommandLine(line),
    id: line.id,
    renewedAt: toTimestamp(line.renewedAt),
  }));
}, asIs);

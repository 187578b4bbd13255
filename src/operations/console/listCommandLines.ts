import { door, operation, toTimestamp } from "../declare.ts";
import { asIs, consoleRead } from "./common.ts";
import { showCommandLine } from "./views.ts";

export const listCommandLines = operation({
  ...consoleRead,
  id: "listCommandLines",
  summary: "List the command lines that are signed in",
  description:
    "Those of the person who is signed in, the newest first, with when each ends unless its tokens are renewed.",
  door: door.signedIn,
}).handle(async ({ tx, caller, now }) => {
  const lines = await tx.commandLines.of(caller.id, now);
  return lines.map((line) => ({
    ...showCommandLine(line),
    id: line.id,
    renewedAt: toTimestamp(line.renewedAt),
  }));
}, asIs);

import { door, networkOf, operation, Type } from "../declare.ts";
import { asIs, onPages, showCommandLine, takeCode } from "./common.ts";

export const getWaitingCommandLine = operation("GET /console", {
  ...onPages,
  summary: "Get the command line that waits under a code",
  description:
    "What the command line says of itself, from where it asked, and until when it can be answered.",
  door: door.signedIn,
  query: { code: Type.String() },
  errors: ["DEVICE_CODE_NOT_FOUND"],
})
  .prepare(async ({ query, ...context }) => takeCode(context, query.code ?? ""))
  .handle(async ({ tx, prepared: codeHash, caller, now, fault }) => {
    const waiting = await tx.commandLines.waiting(codeHash, now);
    if (waiting === undefined) throw fault("DEVICE_CODE_NOT_FOUND", {});
    // A terminal is seldom elsewhere than its person; who was talked into typing a stranger's code often is.
    const isNear = networkOf(waiting.remoteAddress) === networkOf(caller.remoteAddress.ip);
    return { ...showCommandLine(waiting), isNear };
  }, asIs);

// The console on the server. Pages are loaded with the first visit, so that no start waits for them.
import type { AnswerPage, ConsoleParts } from "./parts.ts";

const methods = ["GET", "HEAD", "POST"];

export function createConsole(parts: ConsoleParts): AnswerPage {
  let opening: Promise<AnswerPage> | undefined;
  const open = async (): Promise<AnswerPage> => {
    const { openPages } = await import("./routes.ts");
    return openPages(parts);
  };
  return async (request) => {
    if (!methods.includes(request.method)) return undefined;
    const answer = await (opening ??= open());
    return answer(request);
  };
}

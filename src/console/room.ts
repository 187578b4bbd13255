// The console, in the form that a server takes. Pages are loaded with the first visit, so that no start waits for them.
import type { AnswerPage, PagesParts } from "../server/console-room.ts";
import { createProvider } from "./oidc.ts";

const methods = ["GET", "HEAD", "POST"];

/** Opens the provider of the settings, which is asked only when somebody signs in. */
function openProvider({ oidc, keyring, now, reportProvider }: PagesParts) {
  if (oidc === null) return undefined;
  return createProvider(oidc, { keys: keyring.derive("provider"), now, report: reportProvider });
}

export function console(parts: PagesParts): AnswerPage {
  const provider = openProvider(parts);
  let opening: Promise<AnswerPage> | undefined;
  const open = async (): Promise<AnswerPage> => {
    const { openPages } = await import("./routes.ts");
    return openPages({ ...parts, provider, endings: await parts.loadEndings?.() });
  };
  return async (request) => {
    if (!methods.includes(request.method)) return undefined;
    const answer = await (opening ??= open());
    return answer(request);
  };
}

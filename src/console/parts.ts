// The parts with which pages are answered; without the pages, which are loaded with the first visit.
import type { PagesParts } from "../server/console-room.ts";
import type { Provider } from "./oidc.ts";

export interface ConsoleParts extends PagesParts {
  readonly provider: Provider | undefined;
}

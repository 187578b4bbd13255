// The parts with which pages are answered; without the pages, which are loaded with the first visit.
import type { PagesParts } from "../server/console-room.ts";
import type { EndingPages } from "../server/july-room.ts";
import type { Provider } from "./oidc.ts";

export interface ConsoleParts extends PagesParts {
  readonly provider: Provider | undefined;
  /** The part of the July 2027 kit for pages; undefined without it. */
  readonly endings: EndingPages | undefined;
}

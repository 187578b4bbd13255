// The types that the console and the server share; apart from the pages, which are loaded with the first visit.

import type { Answer } from "../core/http/answer.ts";
import type { ReadBody } from "../core/http/bodies.ts";
import type { RecordAnswer } from "../core/http/metrics.ts";
import type { Walk } from "../core/http/pipeline.ts";
import type { HttpRequest } from "../core/http/request.ts";
import type { NoteSecurity } from "../core/http/security-log.ts";
import type { Issue } from "../core/secrets/issue.ts";
import type { Keyring } from "../core/secrets/keyring.ts";
import type { RefuseControl } from "../testing/controls/admission.ts";
import type { Dev } from "./dev.ts";
import type { Provider } from "./oidc.ts";

export interface ConsoleParts {
  readonly walk: Walk;
  readonly readForm: ReadBody;
  /** The first signs form tokens, all are believed. */
  readonly formKeys: () => readonly [Buffer, ...Buffer[]];
  /** The first seals secrets that are shown once, all open them. */
  readonly onceKeys: () => readonly [Buffer, ...Buffer[]];
  /** Seals what a form did for the page that says so. */
  readonly keyring: Pick<Keyring, "seal" | "tryUnseal">;
  readonly challenge: Issue["challenge"];
  /** Counts and logs a page as an answer of the API is. */
  readonly record: RecordAnswer;
  readonly noteSecurity: NoteSecurity;
  readonly now: () => number;
  readonly mintToken: () => string;
  readonly dev: Dev | undefined;
  /** The access check of requests for pages of the rehearsal. */
  readonly refuseControl: RefuseControl;
  readonly provider: Provider | undefined;
  readonly takesPasswords: boolean;
  /** Reports whether the operator lets an organization add people through its federation. */
  readonly federates: (orgId: string) => boolean;
  readonly sendsMail: boolean;
  readonly report: (reason: unknown, path: string) => void;
}

export type AnswerPage = (request: HttpRequest) => Promise<Answer | undefined>;

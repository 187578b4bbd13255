// The types that the console and the server share; apart from the pages, which are loaded with the first visit.
import type { RefuseControl } from "../controls/admission.ts";
import type { Answer } from "../http/answer.ts";
import type { ReadBody } from "../http/bodies.ts";
import type { RecordAnswer } from "../http/metrics.ts";
import type { Walk } from "../http/pipeline.ts";
import type { HttpRequest } from "../http/request.ts";
import type { NoteSecurity } from "../http/security-log.ts";
import type { Issue } from "../secrets/issue.ts";
import type { Keyring } from "../secrets/keyring.ts";
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
  readonly keyring: Pick<Keyring, "seal" | "unseal">;
  readonly challenge: Issue["challenge"];
  /** Counts and logs a page as an answer of the API is. */
  readonly record: RecordAnswer;
  readonly noteSecurity: NoteSecurity;
  readonly now: () => number;
  readonly mintToken: () => string;
  readonly dev: Dev | undefined;
  /** Asked before a page of the rehearsal is shown or used. */
  readonly refuseControl: RefuseControl;
  readonly provider: Provider | undefined;
  readonly takesPasswords: boolean;
  /** Whether the operator lets an organization add people by its federation. */
  readonly federates: (orgId: string) => boolean;
  readonly sendsMail: boolean;
  readonly report: (reason: unknown, path: string) => void;
}

export type AnswerPage = (request: HttpRequest) => Promise<Answer | undefined>;

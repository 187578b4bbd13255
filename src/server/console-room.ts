// The interface between a server and the room of the console: it is given parts, and answers requests for pages.
import type { Answer } from "../core/http/answer.ts";
import type { ReadBody } from "../core/http/bodies.ts";
import type { RecordAnswer } from "../core/http/metrics.ts";
import type { Walk } from "../core/http/pipeline.ts";
import type { HttpRequest } from "../core/http/request.ts";
import type { NoteSecurity } from "../core/http/security-log.ts";
import type { Issue } from "../core/secrets/issue.ts";
import type { Keyring } from "../core/secrets/keyring.ts";
import type { OidcSettings } from "../core/settings/settings.ts";
import type { RefuseControl } from "../testing/controls/admission.ts";
import type { Controls } from "../testing/controls/controls.ts";
import type { EndingPages } from "./july-room.ts";

export interface PagesParts {
  readonly walk: Walk;
  readonly readForm: ReadBody;
  /** The first signs form tokens, all are believed. */
  readonly formKeys: () => readonly [Buffer, ...Buffer[]];
  /** The first seals secrets that are shown once, all open them. */
  readonly onceKeys: () => readonly [Buffer, ...Buffer[]];
  /** Seals what a form did for the page that says so. */
  readonly keyring: Pick<Keyring, "derive" | "seal" | "tryUnseal">;
  readonly challenge: Issue["challenge"];
  /** Counts and logs a page as an answer of the API is. */
  readonly record: RecordAnswer;
  readonly noteSecurity: NoteSecurity;
  readonly now: () => number;
  readonly mintToken: () => string;
  /** The part of the test controls that has a page. */
  readonly dev: Omit<Controls, "injector" | "see" | "watch"> | undefined;
  /** The access check of requests for pages of the rehearsal. */
  readonly refuseControl: RefuseControl;
  /** The settings of the provider; null if people do not sign in through one. */
  readonly oidc: OidcSettings | null;
  readonly takesPasswords: boolean;
  /** Reports whether the operator lets an organization add people through its federation. */
  readonly federates: (orgId: string) => boolean;
  readonly sendsMail: boolean;
  /** Loads what pages tell of endings; undefined without the July 2027 kit. */
  readonly loadEndings: (() => Promise<EndingPages>) | undefined;
  readonly report: (reason: unknown, path: string) => void;
  /** Logs why a sign-in through the provider failed. */
  readonly reportProvider: (failure: object) => void;
}

/** Answers a page; undefined if there is no such page. */
export type AnswerPage = (request: HttpRequest) => Promise<Answer | undefined>;

export type ConsoleRoom = (parts: PagesParts) => AnswerPage;

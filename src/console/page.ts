// The type of a page: its path, its content and its forms.
import type { VNode } from "preact";
import type { OperationId } from "../client/types.ts";
import type { Language } from "../core/contract/languages.ts";
import type { Browser } from "../core/domain/session.ts";
import type { ChallengeAim } from "../core/secrets/passkeys.ts";
import type { EndingPages } from "../server/july-room.ts";
import type { Calls, Refusal } from "./client.ts";
import type { ControlName, Dev } from "./dev.ts";
import type { May } from "./kit/may.ts";
import type { Provider } from "./oidc.ts";
import type { Words } from "./words/words.ts";

export type NamesIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NamesIn<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

export interface Person {
  readonly id: string;
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
}

export type Theme = "light" | "dark" | "system";

export interface Form {
  /** Returns the first value of a field, trimmed; empty if there is none. */
  text(name: string): string;
  /** Returns a field as it was typed: passwords keep their spaces. */
  raw(name: string): string;
  all(name: string): string[];
}

export interface Visit<Name extends string = string> extends Calls {
  readonly params: Readonly<Record<Name, string>>;
  readonly query: URLSearchParams;
  readonly target: string;
  /** The server's instant, in milliseconds since 1970; in a rehearsal, that of its clock. */
  readonly now: number;
  readonly origin: string;
  readonly words: Words;
  readonly language: Language;
  readonly theme: Theme;
  readonly person: Person | undefined;
  /** The hidden value that each form must carry. */
  readonly formToken: string;
  /** The refusal of the form that was just sent, and the typed values. */
  readonly problem: { readonly refusal: Refusal; readonly form: Form; readonly name: string } | undefined;
  /** Returns a challenge for a passkey, valid for one purpose in this browser. */
  readonly challenge: (purpose: ChallengeAim["purpose"]) => string;
  /** The success of the form that led to this page; see `doneAt`. */
  readonly done: Announced | undefined;
  readonly once: Once;
  /** The test controls; undefined in production. */
  readonly dev: Dev | undefined;
  /** The part of the July 2027 kit for pages; undefined without it. */
  readonly endings: EndingPages | undefined;
  /** The provider that people can sign in with; undefined if there is none. */
  readonly provider: Provider | undefined;
  readonly takesPasswords: boolean;
  /** Reports whether the operator lets an organization add people through its federation. */
  readonly federates: (orgId: string) => boolean;
  /** True if messages leave this server or are captured. */
  readonly sendsMail: boolean;
  /** The cookie of a sign-in with the provider that this browser began. */
  readonly begun: string | undefined;
  /** Logs why a sign-in with the provider failed, if no operation logs it. */
  readonly noteUnsigned: (why: string) => void;
  /** The secret of the session, for signing out. */
  readonly session: string | undefined;
  /** The browser for which a session of the rehearsal begins. */
  readonly browser: Browser;
  /** The cookie of a browser that signed in before, for the next sign-in. */
  readonly device: string | undefined;
}

/** Shows a secret once, on the page that a form leads to. */
export interface Once {
  /** Seals it into a cookie of the outcome. */
  carry(shown: Readonly<Record<string, unknown>>): Promise<SetCookie>;
  /**
   * Reads what the form before this page created, for this session; undefined once shown. The outcome deletes the cookie.
   */
  read(): Promise<Readonly<Record<string, unknown>> | undefined>;
}

/** The success of a form, announced once on the page after it. */
export interface Announced {
  readonly what: string;
  /** The number of things affected, and the names of the first ones. */
  readonly count: number;
  readonly names: readonly string[];
}

export interface View {
  readonly title: string;
  readonly body: VNode;
  readonly status?: number;
  /** The links of an organization or a project, shown beside the page. */
  readonly places?: Places | undefined;
  /** The navigation beside a page without places. */
  readonly side?: VNode | undefined;
  /** The address of a program that its forms redirect to. */
  readonly leadsTo?: string;
  /** True if the page asks for a passkey, with a script of its own. */
  readonly hasPasskey?: true;
  /** True if the page has a frame, with a document of this server. */
  readonly hasFrame?: true;
  /** The id of the rows of the page's list: the keyboard's second stop leads there. */
  readonly list?: string;
  /** The kind of code that the page can be shown as; see `code.tsx`. */
  readonly code?: "api" | "controls" | undefined;
  /** True if the page uses the whole width even for visitors who are not signed in. */
  readonly isWide?: true | undefined;
}

/** The organization or project that a page belongs to. */
export interface Places {
  readonly org?: Place;
  readonly group?: Place;
}

interface Place {
  readonly id: string;
  readonly name: string;
  readonly may: May;
}

/** A cookie to set; an empty value deletes it. Without days and minutes it lasts as long as the browser is open. */
export interface SetCookie {
  readonly name: string;
  readonly value: string;
  /** True if the browser carries the cookie but cannot read it. */
  readonly isSealed?: true;
  readonly days?: number;
  readonly minutes?: number;
}

/** A document that is answered instead of a page. */
export interface Document {
  /** The content, whole or in parts. */
  readonly document: string | AsyncIterable<string>;
  readonly type: string;
  /** The file name of a download. If absent, the document is shown in a frame of a page, without script. */
  readonly name?: string;
}

/** The result of a visit: a redirect to another page, a view, or a document. */
export type Outcome = ({ readonly to: string } | View | Document) & {
  readonly cookies?: readonly SetCookie[];
  /** The visit that the page is rendered for, if it is another: after a refusal, or if the address stands for another query. */
  readonly visit?: Visit;
};

export interface Page<Path extends string = string> {
  readonly path: Path;
  /** The visitors that the page is for; if absent, visitors who are not signed in must sign in first. */
  readonly for?: "anybody";
  show(visit: Visit<NamesIn<Path>>): Promise<Outcome>;
  /** The part of a server without which the page is not there. */
  readonly needs?: "endings";
  /** The operations of the API that its forms perform; shown as code. */
  readonly performs?: readonly OperationId[];
  /** The test controls that it reads and that its forms use, in a rehearsal. */
  readonly controls?: readonly ControlName[];
  /**
   * The forms by the name in their hidden field `do`. A refused form shows its page again, with the reason and the typed
   * values.
   */
  readonly forms?: Readonly<Record<string, (visit: Visit<NamesIn<Path>>, form: Form) => Promise<Outcome>>>;
}

export const page = <const Path extends string>(declared: Page<Path>): Page => declared as unknown as Page;

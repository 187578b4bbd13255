// What the controls take and show, in a program as well as at `/_anteroom/v1`.
import type { Latency } from "../domain/chance.ts";
import type { Explanation } from "../domain/explanation.ts";

export type { DoorQuestion, ExplainQuestion, Explanation, WhoCan } from "../domain/explanation.ts";

/** A message that a rehearsal captured instead of sending it, as `GET /_anteroom/v1/mail` lists it. */
export interface SeenMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly at: string;
}

/** Which requests a fault is injected into, what it does, and how often. All that says which must hold. */
export interface FaultRule {
  /** Names of operations, such as `createGroupInvite`; all if absent, and the endpoints of tokens. */
  readonly operations?: readonly string[];
  readonly methods?: readonly ("GET" | "POST" | "PUT" | "PATCH" | "DELETE")[];
  /** Without the query. `*` or a name in braces stands for one part of it, `**` for any. */
  readonly path?: string;
  /** Public key of an API key, client id of a service account, or address of a person. */
  readonly caller?: string;
  /** Part of the User-Agent, in capital or small letters. */
  readonly client?: string;

  /** Waits before anything is done. */
  readonly latency?: Latency;
  /** Answers so, and does nothing. */
  readonly status?: 429 | 500 | 502 | 503;
  /** Whose body `status` has: Atlas's, or a text or a page of a proxy before it. `text` with 502, else `atlas`, if absent. */
  readonly as?: "atlas" | "text" | "html";
  /** Seconds of Retry-After; with 429 those of a whole period of the rate limit if absent, else none. */
  readonly retryAfter?: number;
  /**
   * Cuts the connection: before anything is done; amid the work, which is done nevertheless, after `latency`; or after it, so
   * that the change is made and its answer lost.
   */
  readonly drop?: "before" | "amid" | "after";
  /** Answers 401 as if the nonce of a digest, or the token, had just run out. */
  readonly stale?: true;
  /** Cuts the connection after so many bytes of the body, whose head speaks of all. */
  readonly truncate?: number;
  /** Sends the body as slowly as that. */
  readonly bytesPerSecond?: number;

  /** Leaves the first ones alone. */
  readonly skip?: number;
  /** Happens so often, then no more. */
  readonly times?: number;
  /** Only to every Nth. */
  readonly every?: number;
  /** Only with this chance, from 0 to 1. */
  readonly chance?: number;
  /** What chance and distributions begin with: the same seed gives the same. 0 if absent. */
  readonly seed?: number;
}

/** A rule, and how often it was met. */
export interface SeenFault extends FaultRule {
  /** Requests that it is about. */
  readonly matches: number;
  /** Those that it was injected into. */
  readonly hits: number;
}

/** One answered request, as `GET /_anteroom/v1/requests` lists it. */
export interface SeenRequest {
  readonly at: string;
  /** That of an endpoint of tokens is its path; null where there is no operation. */
  readonly operationId: string | null;
  readonly method: string;
  readonly path: string;
  /** Of what was lost, where a fault lost it; 0 where nothing was to be answered. */
  readonly status: number;
  /** Public key, client id or address of who asked; null where nobody was identified. */
  readonly who: string | null;
  readonly userAgent: string;
  /** The fault that was injected into it. */
  readonly injected?: string;
  /** Why it was answered so, where its header X-Anteroom-Explain asked. */
  readonly explanation?: Explanation;
}

/** A request with what it takes to send it again, as pages show it; the list has none of it. */
export interface LoggedRequest extends SeenRequest {
  /** Counts from 1 since the start or the last reset. */
  readonly number: number;
  /** Empty where there was none. */
  readonly search: string;
  readonly accept: string;
  /** Empty where there was none, or where it was too long to be kept. */
  readonly body: string;
}

/** Calls of one client that go on after what ends has ended. */
export interface SafeCalls {
  /** Its name and version. */
  readonly client: string;
  readonly count: number;
}

/** Requests of one client for what is not there. */
export interface SeenMissing {
  readonly method: string;
  /** With `{id}` in the place of each id. */
  readonly path: string;
  readonly userAgent: string;
  readonly count: number;
  readonly lastAt: string;
}

/** Calls of one operation by one client with one credential, in one organization, and what to call instead. */
export interface SeenDeprecation {
  readonly operationId: string;
  /** As it came. */
  readonly userAgent: string;
  /** What it says: of Terraform's provider also the resource and the step; empty where it says nothing. */
  readonly client: {
    readonly tool: string;
    readonly version: string;
    readonly resource: string;
    readonly step: string;
  };
  readonly credential: { readonly kind: string; readonly id: string; readonly name: string } | null;
  readonly orgId: string | null;
  readonly count: number;
  /** Of these, how many were answered 410. */
  readonly gone: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly days: readonly { readonly date: string; readonly count: number; readonly gone: number }[];
  /** A request, with secrets struck out. */
  readonly example: object;
  /** The day from which it answers 410, `YYYY-MM-DD`. */
  readonly sunset: string;
  /** In words. */
  readonly successor: string;
  /** The request line of the example. */
  readonly request: string;
  /** The successor of the example, in the language of each tool. */
  readonly instead: {
    readonly curl: string;
    readonly atlasCli: string;
    readonly terraform: string;
    readonly go: string;
    readonly typescript: string;
    readonly note: string;
  };
}

/** How the clock is set. */
export interface ClockSetting {
  /** Freezes the clock at an instant, or frees it with null. */
  readonly now?: string | null;
  /** Moves the clock by an ISO 8601 duration of weeks, days, hours, minutes and seconds. */
  readonly advance?: string;
}

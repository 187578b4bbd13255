// The types of the controls' inputs and results, in a program and at `/_anteroom/v1`.

import type { Claim } from "../../core/domain/claim.ts";
import type { Explanation, Refused } from "../../core/domain/explanation.ts";
import type { Latency } from "./chance.ts";

export type { DoorQuestion, ExplainQuestion, Explanation, WhoCan } from "../../core/domain/explanation.ts";

/** A message that a rehearsal captured instead of sending it, as `GET /_anteroom/v1/mail` lists it. */
export interface SeenMail {
  readonly id: string;
  /** The address of the person. */
  readonly to: string;
  readonly subject: string;
  /** The message in plain text, with its links. */
  readonly text: string;
  /** The message as a page. */
  readonly html: string;
  /**
   * The time at which it was captured, ISO 8601.
   * @format date-time
   */
  readonly at: string;
}

/** The place of an invitation, for a person with several. */
export interface InvitePlace {
  /** The id of the inviting organization, or of the one whose project invites. */
  readonly orgId?: string;
}

/** The configuration that opens an alert, and what the alert is about. */
export interface AlertOpening {
  /** The id of the alert configuration. */
  readonly alertConfigId: string;
  /** The cluster that the alert is about. */
  readonly clusterName?: string;
  /** The host that it is about. */
  readonly hostnameAndPort?: string;
  /** The replica set that it is about. */
  readonly replicaSetName?: string;
  /** The measured value, if it is about a metric. */
  readonly currentValue?: { readonly number?: number; readonly units?: string };
}

/**
 * A rule of faults: which requests it is injected into (`operations` to `client`; all conditions must hold), what it does
 * (`latency` to `bytesPerSecond`), and how often (`skip` to `seed`).
 */
export interface FaultRule {
  /** The ids of operations, such as `createGroupInvite`; all if absent, and the token endpoints. @minItems 1 @minLength 1 */
  readonly operations?: readonly string[];
  /** The methods of HTTP; all if absent. @minItems 1 */
  readonly methods?: readonly ("GET" | "POST" | "PUT" | "PATCH" | "DELETE")[];
  /** The path without the query. `*` or a name in braces matches one segment, `**` any text. @pattern ^/ */
  readonly path?: string;
  /** The public key of an API key, client id of a service account, or address of a person. @minLength 1 */
  readonly caller?: string;
  /** A part of the User-Agent, such as `terraform`; case does not matter. @minLength 1 */
  readonly client?: string;

  /** The delay before anything is done: milliseconds, at most 600,000, or a distribution of them. @minimum 0 @maximum 600000 */
  readonly latency?: Latency;
  /** Answers with this status instead of the work; 429 with the code of Atlas. */
  readonly status?: 429 | 500 | 502 | 503;
  /** The body of that status: the error of Atlas, or the text or page of a proxy. If absent, `text` with 502, else `atlas`. */
  readonly as?: "atlas" | "text" | "html";
  /**
   * The seconds of Retry-After with that status. If absent, 429 has 60, other statuses have no such header. @integer @minimum 0
   * @maximum 86400
   */
  readonly retryAfter?: number;
  /**
   * Cuts the connection: before the work; amid it, after `latency`, while the work is still done; or after it, so that the
   * change is made and its answer lost.
   */
  readonly drop?: "before" | "amid" | "after";
  /** Answers 401 as if the nonce of a digest, or the token, had just expired. */
  readonly stale?: true;
  /**
   * Cuts the connection after this many bytes of the body, while Content-Length is that of the whole. @integer @minimum 0
   * @maximum 1000000000
   */
  readonly truncate?: number;
  /**
   * Sends the body at this rate.
   * @integer
   * @minimum 1
   * @maximum 1000000000
   */
  readonly bytesPerSecond?: number;

  /** Skips this number of requests first. @integer @minimum 0 @maximum 1000000000 */
  readonly skip?: number;
  /** Injects at most this number of times. @integer @minimum 1 @maximum 1000000000 */
  readonly times?: number;
  /**
   * Injects into every Nth request only.
   * @integer
   * @minimum 1
   * @maximum 1000000000
   */
  readonly every?: number;
  /** The probability of an injection, from 0 to 1. @minimum 0 @maximum 1 */
  readonly chance?: number;
  /**
   * The seed of `chance` and distributions: the same seed repeats the run. 0 if absent. @integer @minimum 0 @maximum 4294967295
   */
  readonly seed?: number;
}

/** A rule with its counts. */
export interface SeenFault extends FaultRule {
  /** The requests that met its conditions. @integer @minimum 0 */
  readonly matches: number;
  /** The requests that it was injected into. @integer @minimum 0 */
  readonly hits: number;
}

/** An answered request, as `GET /_anteroom/v1/requests` lists it. */
export interface SeenRequest {
  /**
   * The time at which it was answered, ISO 8601.
   * @format date-time
   */
  readonly at: string;
  /**
   * The operation's id; the path for a token endpoint; with `v1.0` and a blank before it for version 1.0; Atlas's id if
   * Anteroom does not implement it; null if there is no operation.
   */
  readonly operationId: string | null;
  readonly method: string;
  /** The path without the query. */
  readonly path: string;
  /** The status; that of the lost answer if a fault lost it; 0 without an answer. @integer */
  readonly status: number;
  /** The public key, client id or address of the caller; null without a caller. */
  readonly who: string | null;
  readonly userAgent: string;
  /** The fault that was injected into it. */
  readonly injected?: string;
  /** The explanation of the answer: for refused requests, and for those with the header X-Anteroom-Explain. */
  readonly explanation?: Explanation;
}

/** A body; null if it is not kept. */
export interface KeptBody {
  readonly text: string | null;
  /** True if its end was cut off. */
  readonly isCut: boolean;
}

/** A request and its answer, for pages. */
export interface LoggedRequest extends SeenRequest {
  /** Counts from 1 since the start or the last reset. */
  readonly number: number;
  /** The challenge that it answers, which is not listed separately. */
  readonly challenge?: number;
  /** The run that it belongs to. */
  readonly run: number;
  /** The query; empty if there was none. */
  readonly search: string;
  readonly accept: string;
  /** The IP address of the client; empty if it is unknown. */
  readonly address: string;
  readonly body: KeptBody;
  readonly answer: KeptBody;
  readonly milliseconds: number;
  /** The rule that refused it; null for an answer that is no refusal. */
  readonly refusedBy: Refused | null;
  /** The claim of a refused request of an operation. */
  readonly claim?: Claim;
}

/** The calls of one client that work after the sunset. */
export interface SafeCalls {
  /** The client's name and version. */
  readonly client: string;
  /**
   * @integer
   * @minimum 0
   */
  readonly count: number;
}

/** The requests of one client for missing operations. */
export interface SeenMissing {
  readonly method: string;
  /** The path, with ids replaced by `{id}`. */
  readonly path: string;
  /**
   * Atlas's id of an operation that was answered 501; null for version 1.0, and for one that was answered 404, which Atlas has
   * not published.
   */
  readonly operationId: string | null;
  readonly userAgent: string;
  /** The number of requests. @integer @minimum 0 */
  readonly count: number;
  /**
   * @format date-time
   */
  readonly lastAt: string;
}

/** The calls of one client of an operation of grade `kept`. */
export interface SeenKept {
  readonly operationId: string;
  readonly userAgent: string;
  /** The number of calls. @integer @minimum 0 */
  readonly count: number;
  /**
   * @format date-time
   */
  readonly lastAt: string;
}

/** The calls of one operation by one client with one credential, in one organization, and what to call instead. */
export interface SeenDeprecation {
  /** The operation's id, with `v1.0` and a blank before it for a call in version 1.0. */
  readonly operationId: string;
  readonly userAgent: string;
  /** The client, from its User-Agent; resource and step are those of Terraform's provider. Unknown parts are empty. */
  readonly client: {
    readonly tool: string;
    readonly version: string;
    readonly resource: string;
    readonly step: string;
  };
  /** The credential; null if it is not known. */
  readonly credential: { readonly kind: string; readonly id: string; readonly name: string } | null;
  /** The organization; null if it is not known. */
  readonly orgId: string | null;
  /**
   * @integer
   * @minimum 0
   */
  readonly count: number;
  /** The number of calls that were answered 410. @integer @minimum 0 */
  readonly gone: number;
  /**
   * @format date-time
   */
  readonly firstAt: string;
  /**
   * @format date-time
   */
  readonly lastAt: string;
  /** The counts by day, UTC. */
  readonly days: readonly { readonly date: string; readonly count: number; readonly gone: number }[];
  /** A request without its secrets. */
  readonly example: object;
  /** The day from which it answers 410, `YYYY-MM-DD`; null for version 1.0, for which Atlas has named none. */
  readonly sunset: string | null;
  /** The id of the operation to call instead. */
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

/** An invitation that expired when the clock moved. */
export interface SeenLapse {
  readonly id: string;
  readonly username: string;
  readonly orgName: string;
  /** The project; null for an invitation to the organization. */
  readonly groupName: string | null;
}

/** The outcome of moving the clock. */
export interface ClockMove {
  /** The time of the server, ISO 8601. @format date-time */
  readonly now: string;
  /** The invitations that were pending before, and have expired now. */
  readonly lapsed: readonly SeenLapse[];
}

/** The setting of the clock. */
export interface ClockSetting {
  /** Freezes the clock at an instant, or frees it with null. */
  readonly now?: string | null;
  /** Moves the clock by an ISO 8601 duration of weeks, days, hours, minutes and seconds. */
  readonly advance?: string;
}

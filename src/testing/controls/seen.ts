// Types of what the controls take and answer, in a program and at `/_anteroom/v1`.

import type { Claim } from "../../core/domain/claim.ts";
import type { Explanation, Refused } from "../../core/domain/explanation.ts";
import type { Latency } from "./chance.ts";

export type { DoorQuestion, ExplainQuestion, Explanation, WhoCan } from "../../core/domain/explanation.ts";

/** A message that a rehearsal captured instead of sending it, as `GET /_anteroom/v1/mail` lists it. */
export interface SeenMail {
  readonly id: string;
  /** Address of the person. */
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

/** The place of an invitation, if one person has several. */
export interface InvitePlace {
  /** Id of the organization that invites, or whose project does. */
  readonly orgId?: string;
}

/** The configuration that opens an alert, and what the alert is about. */
export interface AlertOpening {
  /** Id of the alert configuration. */
  readonly alertConfigId: string;
  /** Cluster that the alert is about. */
  readonly clusterName?: string;
  /** Host that it is about. */
  readonly hostnameAndPort?: string;
  /** Replica set that it is about. */
  readonly replicaSetName?: string;
  /** Value that was measured, if it is about a metric. */
  readonly currentValue?: { readonly number?: number; readonly units?: string };
}

/**
 * A rule of faults: which requests it is injected into (`operations` to `client`; all conditions must hold), what it does
 * (`latency` to `bytesPerSecond`), and how often (`skip` to `seed`).
 */
export interface FaultRule {
  /**
   * Ids of operations, such as `createGroupInvite`; all if absent, and the token endpoints.
   * @minItems 1
   * @minLength 1
   */
  readonly operations?: readonly string[];
  /**
   * Methods of HTTP; all if absent.
   * @minItems 1
   */
  readonly methods?: readonly ("GET" | "POST" | "PUT" | "PATCH" | "DELETE")[];
  /**
   * Path without the query. `*` or a name in braces matches one segment, `**` any text.
   * @pattern ^/
   */
  readonly path?: string;
  /**
   * Public key of an API key, client id of a service account, or address of a person.
   * @minLength 1
   */
  readonly caller?: string;
  /**
   * Part of the User-Agent, such as `terraform`; case does not matter.
   * @minLength 1
   */
  readonly client?: string;

  /**
   * Delay before anything is done: milliseconds, 600,000 at most, or a distribution of them.
   * @minimum 0
   * @maximum 600000
   */
  readonly latency?: Latency;
  /** Answers with this status in place of the work; 429 with the code of Atlas. */
  readonly status?: 429 | 500 | 502 | 503;
  /** Body of that status: the error of Atlas, or the text or page of a proxy. If absent, `text` with 502, else `atlas`. */
  readonly as?: "atlas" | "text" | "html";
  /**
   * Seconds of Retry-After with that status. If absent, 429 has 60, other statuses have no such header.
   * @integer
   * @minimum 0
   * @maximum 86400
   */
  readonly retryAfter?: number;
  /** Cuts the connection: before the work; amid it, after `latency`, while the work is still done; or after it, so that the change is made and its answer lost. */
  readonly drop?: "before" | "amid" | "after";
  /** Answers 401 as if the nonce of a digest, or the token, had just expired. */
  readonly stale?: true;
  /**
   * Cuts the connection after this many bytes of the body; Content-Length has the whole.
   * @integer
   * @minimum 0
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

  /**
   * Leaves out the first so many requests.
   * @integer
   * @minimum 0
   * @maximum 1000000000
   */
  readonly skip?: number;
  /**
   * Injects at most so many times.
   * @integer
   * @minimum 1
   * @maximum 1000000000
   */
  readonly times?: number;
  /**
   * Injects into every Nth request only.
   * @integer
   * @minimum 1
   * @maximum 1000000000
   */
  readonly every?: number;
  /**
   * Probability of an injection, from 0 to 1.
   * @minimum 0
   * @maximum 1
   */
  readonly chance?: number;
  /**
   * Seed of `chance` and distributions: the same seed repeats the run. 0 if absent.
   * @integer
   * @minimum 0
   * @maximum 4294967295
   */
  readonly seed?: number;
}

/** A rule with its counts. */
export interface SeenFault extends FaultRule {
  /**
   * Requests that meet its conditions.
   * @integer
   * @minimum 0
   */
  readonly matches: number;
  /**
   * Requests that it was injected into.
   * @integer
   * @minimum 0
   */
  readonly hits: number;
}

/** An answered request, as `GET /_anteroom/v1/requests` lists it. */
export interface SeenRequest {
  /**
   * The time at which it was answered, ISO 8601.
   * @format date-time
   */
  readonly at: string;
  /** The path for a token endpoint; `v1.0` and a blank before it for version 1.0; Atlas's id where Anteroom does not implement it; null where there is no operation. */
  readonly operationId: string | null;
  readonly method: string;
  /** The path without the query. */
  readonly path: string;
  /**
   * Status of the lost answer where a fault lost it; 0 where there was no answer.
   * @integer
   */
  readonly status: number;
  /** Public key, client id or address of the caller; null without a caller. */
  readonly who: string | null;
  readonly userAgent: string;
  /** The fault that was injected into it. */
  readonly injected?: string;
  /** The explanation of the answer: of refused requests, and of those with the header X-Anteroom-Explain. */
  readonly explanation?: Explanation;
}

/** A body: null where it is not kept. */
export interface KeptBody {
  readonly text: string | null;
  /** True if it went on. */
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
  /** Empty where there was none. */
  readonly search: string;
  readonly accept: string;
  /** IP address of the client; empty where it is unknown. */
  readonly address: string;
  readonly body: KeptBody;
  readonly answer: KeptBody;
  readonly milliseconds: number;
  /** Null for an answer that refuses nothing. */
  readonly refusedBy: Refused | null;
  /** The claim of a refused request of an operation. */
  readonly claim?: Claim;
}

/** Calls of one client that work after the sunset. */
export interface SafeCalls {
  /** Its name and version. */
  readonly client: string;
  /**
   * @integer
   * @minimum 0
   */
  readonly count: number;
}

/** Requests of one client for what is not there. */
export interface SeenMissing {
  readonly method: string;
  /** Ids are replaced by `{id}`. */
  readonly path: string;
  /** Atlas's id of what was answered 501; null for version 1.0, and for what was answered 404, which Atlas has not published. */
  readonly operationId: string | null;
  readonly userAgent: string;
  /**
   * The number of times it was asked for.
   * @integer
   * @minimum 0
   */
  readonly count: number;
  /**
   * @format date-time
   */
  readonly lastAt: string;
}

/** Calls of one operation by one client with one credential, in one organization, and what to call instead. */
export interface SeenDeprecation {
  /** The operation's id, with `v1.0` and a blank before it for a call in version 1.0. */
  readonly operationId: string;
  readonly userAgent: string;
  /** The client as its User-Agent tells; resource and step are of Terraform's provider. Unknown parts are empty. */
  readonly client: {
    readonly tool: string;
    readonly version: string;
    readonly resource: string;
    readonly step: string;
  };
  /** Null where it is not known. */
  readonly credential: { readonly kind: string; readonly id: string; readonly name: string } | null;
  /** Null where it is not known. */
  readonly orgId: string | null;
  /**
   * @integer
   * @minimum 0
   */
  readonly count: number;
  /**
   * The number of them that were answered 410.
   * @integer
   * @minimum 0
   */
  readonly gone: number;
  /**
   * @format date-time
   */
  readonly firstAt: string;
  /**
   * @format date-time
   */
  readonly lastAt: string;
  /** Counts by day, UTC. */
  readonly days: readonly { readonly date: string; readonly count: number; readonly gone: number }[];
  /** A request without its secrets. */
  readonly example: object;
  /** The day from which it answers 410, `YYYY-MM-DD`; null for version 1.0, of which Atlas has named none. */
  readonly sunset: string | null;
  /** Id of the operation to call instead. */
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

/** An invitation that the clock has moved past. */
export interface SeenLapse {
  readonly id: string;
  readonly username: string;
  readonly orgName: string;
  /** Null for an invitation to the organization. */
  readonly groupName: string | null;
}

/** The outcome of moving the clock. */
export interface ClockMove {
  /**
   * The time of the server, ISO 8601.
   * @format date-time
   */
  readonly now: string;
  /** Invitations that were pending before, and have expired now. */
  readonly lapsed: readonly SeenLapse[];
}

/** The setting of the clock. */
export interface ClockSetting {
  /** Freezes the clock at an instant, or frees it with null. */
  readonly now?: string | null;
  /** Moves the clock by an ISO 8601 duration of weeks, days, hours, minutes and seconds. */
  readonly advance?: string;
}

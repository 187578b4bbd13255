// A request on its way through the pipeline, with the results of each stage.
import type { Answers } from "../changes/judging.ts";
import type { Fault } from "../contract/errors.ts";
import type { RoleName } from "../contract/roles.ts";
import type { VersionName } from "../contract/versions.ts";
import type { Caller } from "../domain/access.ts";
import type { EnteredGroup } from "../domain/group.ts";
import type { Instant } from "../domain/instant.ts";
import type { Org } from "../domain/org.ts";
import type { RemoteAddress } from "../domain/proxies.ts";
import type { Operation } from "../operations/operation.ts";
import type { Issue } from "../secrets/issue.ts";
import type { Asker } from "../store/places.ts";
import type { Reads, Writes } from "../store/store.ts";
import type { Identified, Unidentified } from "./authenticate.ts";
import type { Allowance } from "./limits.ts";
import type { ApiAnswer } from "./reply.ts";
import type { Connection, ReceivedRequest } from "./request.ts";

/** A request for an operation, from the router or from a page. */
export interface OperationRequest {
  readonly method: string;
  /** The path and query of the request line, together and apart. */
  readonly target: string;
  readonly path: string;
  readonly search: string;
  readonly params: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Reads the body, once the caller is known. */
  readonly readBody: () => Promise<Buffer | undefined>;
  readonly remoteAddress: RemoteAddress;
  /** The id of the request in the log. */
  readonly requestId: string;
  /** The secret of a person's session. Only pages of the console pass one; no request from outside can set it. */
  readonly session?: string | undefined;
  /** The scheme and authority of links in the answer. */
  readonly origin: string;
  /** The connection that it came on; absent for a call from a page. */
  readonly connection?: Connection;
  readonly prove?: ReceivedRequest["prove"];
  /** Reports whether the client of a page being read has closed the connection. */
  readonly isGone?: Connection["isGone"] | undefined;
}

export interface Mints {
  readonly newId: () => string;
  readonly issue: Issue;
}

export interface Entered {
  readonly group?: EnteredGroup;
  readonly org?: Org;
  readonly roles?: readonly RoleName[];
}

/**
 * The request in the pipeline. Each member that is not read-only is set by the stage that its comment names, or by a wrapper in
 * its place.
 */
export interface PipelineRequest {
  readonly operation: Operation;
  readonly received: OperationRequest;
  readonly now: Instant;
  /** The asker of its units of work: an address; after identify, the organization of a credential, or a person. */
  asker: Asker;
  /** The caller, set by identify; undefined for an open door. */
  identified: Identified | undefined;
  caller: Caller | undefined;
  /** False for a page whose person signed in too long ago to give lasting access; set by identify. */
  isRecent: boolean;
  /** The version, set by negotiate. */
  version: VersionName | undefined;
  /** The rest of the bucket after the request, set by limit, or by unit for the bucket of a project or organization. */
  allowance: Allowance | undefined;
  /** The query, set by parse. */
  query: Readonly<Record<string, unknown>>;
  body: unknown;
  /** The value of `prepare`, set by prepare. */
  prepared: unknown;
  /** True if policies were not checked, because Cedar is not installed; set by prepare and handle. */
  isUnjudged: boolean;
  /** The questions to Cedar, with its answers, set by unit; most requests have none. */
  answers: Answers | undefined;
  /** The organizations that the sign-in may not see, because it had no second factor; set by unit. */
  withheld: readonly string[];
  /** The organization that was entered, set by unit. */
  orgId: string | null;
  /** Gives the next run of the unit the ids and secrets that the first run minted; set by handle. */
  rewindMints: (() => Mints) | undefined;
  /** True if a message was queued, set by handle. */
  hasMail: boolean;
  /** The value that the handler returned, set by unit. */
  value: unknown;
  /** The refusal, set by refuse. */
  refusal: Fault | Unidentified | undefined;
}

/** A stage, which passes the request on (undefined), answers it, or throws a refusal. */
export type Stage = (request: PipelineRequest) => Promise<ApiAnswer | undefined> | ApiAnswer | undefined;

/** The stages by name, which a wrapper may replace. `enter` and `handle` run inside of the unit of work. */
export interface Stages {
  readonly identify: Stage;
  readonly admit: Stage;
  readonly negotiate: Stage;
  readonly limit: Stage;
  readonly parse: Stage;
  readonly prepare: Stage;
  readonly enter: (request: PipelineRequest, tx: Reads | Writes) => Promise<Entered>;
  readonly handle: (request: PipelineRequest, tx: Reads | Writes, entered: Entered) => Promise<unknown>;
  readonly show: Stage;
  readonly refuse: (request: PipelineRequest, reason: unknown) => Promise<ApiAnswer>;
}

export type Perform = (request: PipelineRequest) => Promise<ApiAnswer>;

/** An addition of a rehearsal, an engine or an operator, around single stages or all of them. */
export interface PipelineWrapper {
  /** Returns functions that replace stages, and call them. */
  readonly stages?: (next: Stages) => Partial<Stages>;
  readonly perform?: (next: Perform) => Perform;
}

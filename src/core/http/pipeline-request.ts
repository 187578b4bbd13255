// The value that walks the pipeline: a request for an operation, and what each stage has found out about it.
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

/** A request for an operation that the router has found, or that a page makes. */
export interface OperationRequest {
  readonly method: string;
  /** Path and query as on the request line, and each of them. */
  readonly target: string;
  readonly path: string;
  readonly search: string;
  readonly params: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Reads the body, once the caller is known. */
  readonly readBody: () => Promise<Buffer | undefined>;
  readonly remoteAddress: RemoteAddress;
  /** Name of the request in the log. */
  readonly requestId: string;
  /** Secret of a person's session. Only pages of the console pass one on; nothing that comes from outside sets it. */
  readonly session?: string | undefined;
  /** Scheme and authority that links in the answer start with. */
  readonly origin: string;
  /** The connection it came on; absent for a call from a page. */
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

/** Each field that is not read-only is filled in by the stage it names, or by a wrapper in its place. */
export interface PipelineRequest {
  readonly operation: Operation;
  readonly received: OperationRequest;
  readonly now: Instant;
  /** The asker that its units of work are charged to: an address, and from identify on the organization of a credential, or a person. */
  asker: Asker;
  /** identify: undefined behind an open door. */
  identified: Identified | undefined;
  caller: Caller | undefined;
  /** identify: false for a page whose person signed in too long ago to give lasting access. */
  isRecent: boolean;
  /** negotiate. */
  version: VersionName | undefined;
  /** limit, or unit for the bucket of a project or organization: what is left of it, once the request was taken from it. */
  allowance: Allowance | undefined;
  /** parse. */
  query: Readonly<Record<string, unknown>>;
  body: unknown;
  /** prepare. */
  prepared: unknown;
  /** prepare, handle: whether policies were left unasked, as Cedar is not installed. */
  isUnjudged: boolean;
  /** unit: what Cedar was asked, with its answers; most requests ask nothing. */
  answers: Answers | undefined;
  /** unit: organizations that the sign-in may not see, as it had no second factor. */
  withheld: readonly string[];
  /** unit: the organization that was entered. */
  orgId: string | null;
  /** handle: what was minted in the first run of the unit comes out again in the next. */
  rewindMints: (() => Mints) | undefined;
  /** handle: whether a message was queued. */
  hasMail: boolean;
  /** unit: what the handler gave. */
  value: unknown;
  /** refuse. */
  refusal: Fault | Unidentified | undefined;
}

/** A stage passes on (undefined), answers, or throws a refusal. */
export type Stage = (request: PipelineRequest) => Promise<ApiAnswer | undefined> | ApiAnswer | undefined;

/** The stages, by name; those that a wrapper may replace. `enter` and `handle` run inside of the unit of work. */
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

/** An addition by a rehearsal, an engine or an operator, around single stages or all of them. */
export interface PipelineWrapper {
  /** Functions that take the place of stages, and call them. */
  readonly stages?: (next: Stages) => Partial<Stages>;
  readonly perform?: (next: Perform) => Perform;
}

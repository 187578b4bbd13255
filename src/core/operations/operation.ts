// Defines `operation`: the declaration of an API operation, and the types that its handler and views get from it.
import type { Static, TSchema } from "typebox";
import type { Changing } from "../changes/changing.ts";
import type { Forbidding } from "../changes/judging.ts";
import type { SessionProof } from "../changes/second-factor.ts";
import type { ErrorCode, FaultMaker } from "../contract/errors.ts";
import type { Grade } from "../contract/grade.ts";
import { namesIn } from "../contract/http-syntax.ts";
import type { LimitSet } from "../contract/limits.ts";
import { format, pathParams } from "../contract/schemas/common.ts";
import type { SecurityEvent } from "../contract/security-events.ts";
import { isVersionName, type Lifetime } from "../contract/versions.ts";
import type { Caller, Door } from "../domain/access.ts";
import type { EnteredGroup } from "../domain/group.ts";
import type { Instant } from "../domain/instant.ts";
import type { Judgement } from "../domain/judgement.ts";
import type { Org } from "../domain/org.ts";
import type { Showing } from "../domain/page.ts";
import type { Policy } from "../domain/policy.ts";
import type { RemoteAddress } from "../domain/proxies.ts";
import type { Browser } from "../domain/session.ts";
import type { Issue } from "../secrets/issue.ts";
import type { Passwords } from "../secrets/passwords.ts";
import { copyOf } from "../spec/lazily.ts";
import type { CallExample } from "../spec/words.ts";
import type { Reads, Writes } from "../store/store.ts";

export type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

/** The method and path, as in the official document, with `{name}` for each parameter. */
type Route = `${Method} /${string}`;

type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type Schemas = Readonly<Record<string, TSchema>>;
type PathParams = typeof pathParams;

export interface Version extends Lifetime {
  /** The body of this version, if it differs from the newest one's. */
  readonly body?: TSchema | undefined;
  /** The members that a body must have, if they are not those that its schema requires. */
  readonly demands?: readonly string[];
  /** The answer; absent if it has no body. */
  readonly reply?: TSchema | undefined;
  /** The content type of success, if it is not that of the version: recorded for a text. */
  readonly type?: string;
  /** The name of the preview that it belongs to, as in the official document, and whether it is public. */
  readonly preview?: { readonly name: string; readonly public?: "false" };
  /** The query parameters that this version has fixed, such as an older one that only shows active users. */
  readonly query?: Readonly<Record<string, unknown>>;
}

/** The versions by name: a date, or `preview`. */
type Versions = Readonly<Record<string, Version>>;

export interface Repeating {
  readonly tx: Reads;
  readonly params: Readonly<Record<string, string>>;
  readonly caller: Caller;
  readonly now: Instant;
}

interface Definition {
  readonly tag: string;
  /** The grade of an operation that Atlas publishes; absent for those of our own. */
  readonly grade?: Grade;
  readonly summary: string;
  readonly description: string;
  /** A request that is accepted, where the schema of its body alone does not show one. */
  readonly example?: CallExample;
  readonly door: Door;
  readonly limit: LimitSet;
  /** A set that also counts its requests, and is not announced. */
  readonly counts?: LimitSet;
  /** Reports whether this 404 is a retry of a delete that just succeeded; the answer is then success. */
  readonly repeats?: (context: Repeating) => Promise<boolean>;
  /**
   * The rows to lock; by default the organization in the path or of the project in the path, and without either everything.
   * `group`: only the project. `person`: the caller's account. `handler`: none; the handler locks what it needs to.
   */
  readonly locks?: "everything" | "group" | "person" | "handler";
  /** The status of success, as real Atlas answers it; if absent 200, or 204 if no version has a reply. */
  readonly status?: number;
  /** True if a session may call it without the second factor that one of its organizations requires. */
  readonly isBeforeFactor?: true;
  /** True if success shows a secret that is shown once, so no cache on the way may keep the answer. */
  readonly showsSecret?: true;
  /** True if success has neither a body nor a content type, whatever its status: recorded for maintenance windows. */
  readonly isBare?: true;
  /** True if a view may have nothing to show; the answer is then 204. */
  readonly mayShowNothing?: boolean;
  /** The parameters of the path. Those of `pathParams` may be left out, and then come first in the document. */
  readonly params?: Schemas;
  /** The query parameters. `envelope` and `pretty` may be left out, and then come first in the document. */
  readonly query?: Schemas;
  /** The flags in headers, other than those of every request; see `asksFor`. */
  readonly flags?: Schemas;
  /** The general query parameters that real Atlas lacks here, though it has them nearly everywhere else. */
  readonly without?: readonly (keyof typeof format)[];
  readonly body?: TSchema;
  /**
   * The caller of the operation. `console`: only the console's pages, on no path of the API. `none`: a stand-in for an unknown
   * operation.
   */
  readonly surface?: "console" | "none";
  /**
   * True outside of the access plane, for calls of its tools: served and documented, but not in coverage, comparison or the
   * list of rate limits.
   */
  readonly neighbour?: true;
  /** The operation to call instead, if this one ends. */
  readonly successor?: string;
  readonly versions: Versions;
  /** The name of an attempt in the security log, successful or refused; absent if it is not logged. */
  readonly securityEvent?: SecurityEvent;
  /** The codes that the handler may refuse with; the pipeline's own are not listed. */
  readonly errors?: readonly ErrorCode[];
  /** The services that the handler uses. */
  readonly needs?: readonly (keyof Services)[];
}

/** The path parameters that must have a schema, because their names are not known. */
type UnknownParams<R extends Route> = Exclude<NamesIn<R>, keyof PathParams>;
type Declaring<R extends Route> = [UnknownParams<R>] extends [never]
  ? unknown
  : { readonly params: { readonly [Name in UnknownParams<R>]: TSchema } };

type SchemasOf<D extends Definition, Member extends "params" | "query"> = D extends {
  readonly [M in Member]: infer S extends Schemas;
}
  ? S
  : Record<never, never>;

type ParamsOf<R extends Route, D extends Definition> = {
  readonly [Name in NamesIn<R>]: Name extends keyof SchemasOf<D, "params">
    ? SchemasOf<D, "params">[Name]
    : PathParams[Name & keyof PathParams];
};

type StaticsOf<Schemas> = {
  readonly [Name in keyof Schemas]: Schemas[Name] extends TSchema ? Static<Schemas[Name]> : never;
};
type QueryOf<Schemas> = {
  readonly [Name in keyof Schemas]: Schemas[Name] extends { default: unknown }
    ? Static<Schemas[Name] & TSchema>
    : Static<Schemas[Name] & TSchema> | undefined;
};

type AlwaysIn<Properties> = {
  [Name in keyof Properties]: Properties[Name] extends { readonly always: true } ? Name : never;
}[keyof Properties];

/** The type of a body: a request may leave out what an answer of the same schema always has. */
type BodyOf<S extends TSchema> = S extends { readonly properties: infer P }
  ? Omit<Static<S>, AlwaysIn<P> & string> & Partial<Pick<Static<S>, AlwaysIn<P> & keyof Static<S>>>
  : Static<S>;

/** A rate limit as callers may inspect it: an endpoint set and the endpoints that it counts. */
export interface EndpointSet extends LimitSet {
  readonly endpoints: readonly { readonly method: Method; readonly path: string }[];
}

type ScopeOf<Kind extends Door["kind"]> = Kind extends "group"
  ? { readonly group: EnteredGroup }
  : Kind extends "org" | "federation"
    ? { readonly org: Org }
    : unknown;

/** The types of an operation: of its request, its caller and its refusals. */
export interface Signature {
  readonly method: Method;
  readonly door: Door["kind"];
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  /** The names of headers that `asksFor` accepts. */
  readonly flags: string;
  readonly errors: ErrorCode;
  readonly needs: keyof Services;
}

export type NeedsOf<D> = D extends { readonly needs: readonly (infer Name extends keyof Services)[] }
  ? Name
  : never;

type SignatureOf<R extends Route, D extends Definition> = {
  readonly method: R extends `${infer M extends Method} ${string}` ? M : never;
  readonly door: D["door"]["kind"];
  readonly params: StaticsOf<ParamsOf<R, D>>;
  readonly query: QueryOf<SchemasOf<D, "query">>;
  readonly body: D["body"] extends TSchema ? BodyOf<D["body"]> : undefined;
  readonly flags: D extends { readonly flags: infer Flags } ? keyof Flags & string : never;
  readonly errors: D extends { readonly errors: readonly (infer Code extends ErrorCode)[] } ? Code : never;
  readonly needs: NeedsOf<D>;
};

/** The services of every server. */
export interface OwnServices {
  readonly endpointSets: readonly EndpointSet[];
  /** The clock by which command lines end; in a rehearsal it is not `now`. */
  readonly tokenTime: () => Instant;
  readonly session: SessionProof;
  /** The ids of organizations that are hidden from a sign-in without a second factor. */
  readonly withheld: readonly string[];
  readonly policy: Policy;
  readonly forbidding: Forbidding;
  /** True if this server sends or captures messages. */
  readonly sendsMail: boolean;
  readonly issue: Issue;
  /** The sender of a request from a page. */
  readonly browser: Browser;
  /**
   * Finds the API key whose public and private parts the request names, in addition to its caller; undefined if they do not
   * match. Refuses, as the pipeline does for a caller, a key that may not be used from the request's address.
   */
  readonly prove: (named: {
    readonly publicKey: string;
    readonly privateKey: string;
  }) => Promise<{ readonly id: string; readonly orgId: string } | undefined>;
}

/**
 * The services that handlers get if their operations ask for them (`needs`). Each part of Atlas adds its own to this interface.
 */
export interface Services extends OwnServices {}

/** The context of a handler. `now`, the ids of `newId` and what `issue` issues stay the same if the unit of work runs again. */
export type Context<S extends Signature, Prepared> = {
  readonly tx: S["method"] extends "GET" ? Reads : Writes;
  readonly params: S["params"];
  /** The query without `envelope` and `pretty`, which only shape the answer. */
  readonly query: S["query"];
  readonly body: S["body"];
  readonly caller: S["door"] extends "open" ? undefined : Caller;
  readonly now: Instant;
  readonly prepared: Prepared;
  readonly newId: () => string;
  readonly held: Changing["held"];
  readonly isRecent: Changing["isRecent"];
  /** Reports whether the header with this name is sent and true. */
  readonly asksFor: (flag: S["flags"]) => boolean;
  readonly fault: FaultMaker<S["errors"]>;
  readonly record: Changing["record"];
  readonly mail: Changing["mail"];
} & Pick<Services, S["needs"]> &
  ScopeOf<S["door"]>;

/** The context of `prepare`, before the unit of work. The caller's roles are not checked yet. */
export type Preparing<S extends Signature> = Pick<
  Context<S, never>,
  "params" | "query" | "body" | "caller" | "now" | "fault"
> & {
  readonly policy: Policy;
  readonly remoteAddress: RemoteAddress;
  /** Reports whether the client has closed its connection; absent for a call from a page. */
  readonly isGone: (() => boolean) | undefined;
  readonly issue: Omit<Issue, "apiKey" | "clientSecret" | "token">;
  readonly passwords: Passwords;
  /** Asks Cedar about texts of policies; undefined if it is not installed, which the answer then says. */
  readonly judge: (bodies: readonly string[]) => Promise<readonly (Judgement | undefined)[]>;
  /** Reads the store; rows may have changed when the unit of work begins. */
  readonly read: <T>(work: (tx: Reads) => Promise<T>) => Promise<T>;
  /** Takes one request from the bucket of a key; refuses if it is empty. */
  readonly spend: (set: LimitSet, key: string) => Promise<void>;
  /** Charges the caller's network, and the wider one around it; separately for each `about`. */
  readonly spendFrom: (set: LimitSet, about?: string) => Promise<void>;
};

/** The answers of each version; never if none has a body. */
type ReplyOf<V extends Versions> = {
  readonly [Name in keyof V]: V[Name] extends { reply: infer Reply extends TSchema } ? Static<Reply> : never;
};
/** A view; one that has nothing to show answers 204. */
type View<Value, Reply> = (value: Value, showing: Showing) => Reply | undefined;
type ReplyOfEach<Replies> = {
  [Name in keyof Replies]: (reply: Replies[Name]) => void;
}[keyof Replies] extends (reply: infer Reply) => void
  ? Reply
  : never;
type Views<Value, Replies> =
  | View<Value, ReplyOfEach<Replies>>
  | { readonly [Name in keyof Replies]: View<Value, Replies[Name]> };
type Headers<Value> = (value: Value, showing: Showing) => Readonly<Record<string, string>>;

/** A kind whose resources are bodies of requests. */
export interface KeptBodies {
  readonly kind: string;
  /** The path parameter that has the id of one. */
  readonly by: string;
  /** The member of answers that has the id. */
  readonly id: string;
  /** The members that name one in a comparison of two worlds. */
  readonly title: readonly string[];
  /** The names in answers of members that requests name differently. */
  readonly renamed?: Readonly<Record<string, string>>;
}

/** A row of the table: the definition, its handler, a view for each version, and extra headers of success. */
export interface Operation extends Omit<Definition, "without"> {
  /** The name that it is declared by, which `tableOf` sets. */
  readonly id: string;
  readonly method: Method;
  readonly path: string;
  readonly status: number;
  readonly params: Schemas;
  readonly query: Schemas;
  readonly errors: readonly ErrorCode[];
  readonly prepare?: (context: never) => Promise<unknown>;
  readonly handle: (context: never) => Promise<unknown>;
  readonly views: Readonly<Record<string, View<never, unknown> | null>>;
  readonly headers?: Headers<never>;
  /** The functions, by version, that convert an older body to the newest form. */
  readonly reads?: Readonly<Record<string, ((body: never) => unknown) | undefined>>;
  /** The kind whose resources are the bodies that it is sent. Seeds, copies and comparisons are derived from it. */
  readonly keeps?: KeptBodies;
  /** The name of the version 1.0 call that it answers, for counts and logs. */
  readonly version1?: string;
}

export interface Declared<Value> extends Operation {
  /** The type alone: never set. */
  readonly valueType?: Value;
}

/**
 * Declares an operation. The second call, `.handle`, takes the handler, which does not depend on versions and only changes
 * things through `tx`, and the view of its value, unless no version answers with a body; there are two calls so that the types
 * of the second follow from the first. Between them, `.prepare` may be called for work that takes too long inside a unit of
 * work, such as hashing a password.
 */
export function operation<const R extends Route, const D extends Definition>(
  route: R,
  given: D & Declaring<R>,
) {
  const definition = complete(route, given);
  assertSound(route, given);
  type Replies = ReplyOf<D["versions"]>;
  return handling<SignatureOf<R, D>, Replies>(definition);
}

/** Makes the second call: it takes the handler and the views of a declaration, and before it `prepare`. */
export function handling<S extends Signature, Replies>(definition: Completed) {
  const taking = <Prepared>(prepare?: (context: Preparing<S>) => Promise<Prepared>) => ({
    handle<Value>(
      handle: (context: Context<S, Prepared>) => Promise<Value>,
      ...[views, headers]: [Replies[keyof Replies]] extends [never]
        ? []
        : [views: Views<Value, Replies>, headers?: Headers<Value>]
    ): Declared<Value> {
      return Object.assign(copyOf(definition), {
        ...(prepare && { prepare }),
        handle,
        views: Object.fromEntries(
          Object.keys(definition.versions).map((name) => [
            name,
            typeof views === "function" ? views : (views?.[name as keyof Replies] ?? null),
          ]),
        ),
        ...(headers && { headers }),
      });
    },
  });
  return {
    ...taking<undefined>(),
    prepare: <Prepared>(prepare: (context: Preparing<S>) => Promise<Prepared>) => taking(prepare),
  };
}

/** Returns the operations by their ids, which are the names that they are declared by. */
export function tableOf<Table extends Readonly<Record<string, Operation>>>(declared: Table): Table {
  for (const [id, each] of Object.entries(declared)) {
    Object.assign(each, { id });
    // Stack traces and profiles show this name.
    Object.defineProperty(each.handle, "name", { value: id });
  }
  return { ...declared };
}

/** A row of the table before it has a handler and views. */
type Completed = Omit<Operation, "handle" | "views">;

function complete(route: Route, { without = [], errors = [], ...rest }: Definition): Completed {
  const [method, path = ""] = route.split(" ");
  const inPath = namesIn(path);
  const usual = rest.surface === "console" ? [] : Object.keys(format);
  const hasReply = Object.values(rest.versions).some(({ reply }) => reply !== undefined);
  return {
    id: "",
    method: method as Method,
    path,
    status: hasReply ? 200 : 204,
    ...rest,
    errors,
    params: fill(inPath, pathParams, rest.params),
    query: fill(
      usual.filter((name) => !without.some((each) => each === name)),
      format,
      rest.query,
    ),
  };
}

/** Returns schemas by name: first the known ones of the names that are not given, then the given ones. */
function fill(names: readonly string[], known: Schemas, given: Schemas = {}): Schemas {
  const missing = names.flatMap((name) => {
    const schema = known[name];
    return schema === undefined || name in given ? [] : [[name, schema] as const];
  });
  return { ...Object.fromEntries(missing), ...given };
}

/** Checks two rules that types cannot: the path names the scope of the door, and a sunset has a successor. */
function assertSound(route: Route, { door, versions, successor }: Definition): void {
  if ((door.kind === "group" || door.kind === "org") && !route.includes(`{${door.kind}Id}`)) {
    throw new Error(`${route}: its door needs {${door.kind}Id} in the path`);
  }
  const misnamed = Object.keys(versions).find((name) => !isVersionName(name));
  if (misnamed !== undefined) throw new Error(`${route}: '${misnamed}' is no version`);
  const ends = Object.values(versions).some((version) => version.sunset !== undefined);
  if (ends && successor === undefined) throw new Error(`${route}: it has a sunset but names no successor`);
}

// Defines `operation`: one declaration of an API operation, and the types that its handler and views get from it.
import type { Static, TSchema } from "typebox";
import type { Changing } from "../changes/changing.ts";
import type { ErrorCode, FaultMaker } from "../contract/errors.ts";
import type { LimitSet } from "../contract/limits.ts";
import { format } from "../contract/schemas/common.ts";
import { pathParams } from "../contract/schemas/params.ts";
import type { SecurityEvent } from "../contract/security-events.ts";
import { isVersionName, type Lifetime } from "../contract/versions.ts";
import type { Caller, Door } from "../domain/access.ts";
import type { EnteredGroup } from "../domain/group.ts";
import type { Instant } from "../domain/instant.ts";
import type { Org } from "../domain/org.ts";
import type { Policy } from "../domain/policy.ts";
import type { Browser } from "../domain/session.ts";
import type { Issue } from "../secrets/issue.ts";
import type { Passwords } from "../secrets/passwords.ts";
import type { Reads, Writes } from "../store/store.ts";

export type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type Schemas = Readonly<Record<string, TSchema>>;

type PathParams = typeof pathParams;
type Format = typeof format;

interface Version extends Lifetime {
  /** Absent where the version answers without a body. */
  readonly reply?: TSchema;
  /** Query parameters that this version has fixed, such as an older one that only ever saw active users. */
  readonly query?: Readonly<Record<string, unknown>>;
}

/** By version name: a date, or `preview`. */
type Versions = Readonly<Record<string, Version>>;

export interface Repeating {
  readonly tx: Reads;
  readonly params: Readonly<Record<string, string>>;
  readonly caller: Caller;
  readonly now: Instant;
}

interface Definition<Path extends string = string> {
  readonly id: string;
  readonly method: Method;
  /** As in the official document, with `{name}` for each parameter. */
  readonly path: Path;
  readonly tag: string;
  /** One line: what it does. */
  readonly summary: string;
  /** The rest a caller should know. */
  readonly description: string;
  readonly door: Door;
  readonly limit: LimitSet;
  /** Whether the request repeats one in progress, which is answered like that one, without the door and the handler. */
  readonly repeats?: (context: Repeating) => Promise<boolean>;
  /**
   * Rows to lock; by default the organization in the path or of the project in the path, and without either everything.
   * `group`: only the project. `person`: the caller's account. `itself`: the handler locks, or needs no lock.
   */
  readonly holds?: "everything" | "group" | "person" | "itself";
  /** Status of success, as real Atlas answers it; 200 if absent. */
  readonly status?: number;
  /** Whether success shows a secret that is shown once, so that nothing on the way may keep the answer. */
  readonly showsSecret?: true;
  /** Whether a view may have nothing to show, which answers 204 instead. */
  readonly mayShowNothing?: boolean;
  /** Of the path; those of `pathParams` may be left out, and then come before the others in the document. */
  readonly params?: { readonly [Name in NamesIn<Path>]?: TSchema };
  /** Beside `envelope` and `pretty`, which come before the others in the document unless they are written here. */
  readonly query?: Schemas;
  /** What real Atlas does not have here, though nearly everywhere else. */
  readonly without?: readonly (keyof Format)[];
  readonly body?: TSchema;
  /** `console`: called by the console's pages only, on no path of the API. `none`: stands in for an unknown operation. */
  readonly surface?: "console" | "none";
  /**
   * Outside of the access plane, but called by its tools. Served, documented and in the client like the others; not counted
   * in coverage, compared with the official document, or listed among the rate limits.
   */
  readonly neighbour?: true;
  /** What to call instead, where the operation is to be removed. */
  readonly successor?: string;
  readonly versions: Versions;
  /** Name of an attempt in the security log, whether it succeeds or is refused; absent if it is not logged. */
  readonly securityEvent?: SecurityEvent;
  /** Codes the handler may refuse with; the pipeline's own are not listed. */
  readonly errors?: readonly ErrorCode[];
}

/** Path parameters that are not known by their name must have a schema. */
type UnknownParams<Path extends string> = Exclude<NamesIn<Path>, keyof PathParams>;
type Declaring<Path extends string> = [UnknownParams<Path>] extends [never]
  ? unknown
  : { readonly params: { readonly [Name in UnknownParams<Path>]: TSchema } };

type SchemasOf<D extends Definition, Member extends "params" | "query"> = D extends {
  readonly [M in Member]: infer S extends Schemas;
}
  ? S
  : Record<never, never>;

type ParamsOf<D extends Definition> = {
  readonly [Name in NamesIn<D["path"]>]: Name extends keyof SchemasOf<D, "params">
    ? SchemasOf<D, "params">[Name]
    : PathParams[Name & keyof PathParams];
};
type FormatOf<D extends Definition> = D extends { readonly without: readonly (infer Name)[] }
  ? Omit<Format, Name & string>
  : Format;

/** A definition with all that it left out. */
type CompleteDefinition<D extends Definition> = Omit<D, "params" | "query"> & {
  readonly params: ParamsOf<D>;
  readonly query: (D extends { readonly surface: "console" } ? unknown : FormatOf<D>) & SchemasOf<D, "query">;
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

/** A body: what an answer of the same schema always has, a request may leave out. */
type BodyOf<S extends TSchema> = S extends { readonly properties: infer P }
  ? Omit<Static<S>, AlwaysIn<P> & string> & Partial<Pick<Static<S>, AlwaysIn<P> & keyof Static<S>>>
  : Static<S>;

/** The table's rate limits as callers may inspect them: an endpoint set and the endpoints it counts. */
export interface EndpointSet extends LimitSet {
  readonly endpoints: readonly { readonly method: Method; readonly path: string }[];
}

type ScopeOf<D extends Door> = D extends { kind: "group" }
  ? { readonly group: EnteredGroup }
  : D extends { kind: "org" }
    ? { readonly org: Org }
    : unknown;

/** What a handler is given. `now`, the ids of `newId` and what `issue` issues stay the same when the unit of work has to run again. */
export type Context<D extends Definition, Prepared> = {
  readonly tx: D["method"] extends "GET" ? Reads : Writes;
  readonly params: StaticsOf<ParamsOf<D>>;
  /** Without `envelope` and `pretty`: they shape the answer, which is not the handler's. */
  readonly query: QueryOf<SchemasOf<D, "query">>;
  readonly body: D["body"] extends TSchema ? BodyOf<D["body"]> : undefined;
  readonly caller: D["door"] extends { kind: "open" } ? undefined : Caller;
  readonly now: Instant;
  readonly endpointSets: readonly EndpointSet[];
  /** What `prepare` made. */
  readonly prepared: Prepared;
  readonly newId: () => string;
  readonly held: Changing["held"];
  readonly isRecent: Changing["isRecent"];
  /** Who can sign up, and create organizations. */
  readonly policy: Policy;
  readonly issue: Issue;
  /** Who sends the request, where a page does. */
  readonly browser: Browser;
  /**
   * The API key whose public and private part the request names, beside its caller; nothing when they do not belong
   * together. Refuses, as the pipeline does for a caller, a key that may not be used from the request's address.
   */
  readonly prove: (named: {
    readonly publicKey: string;
    readonly privateKey: string;
  }) => Promise<{ readonly id: string; readonly orgId: string } | undefined>;
  readonly fault: FaultMaker<
    D extends { readonly errors: readonly (infer Code extends ErrorCode)[] } ? Code : never
  >;
  /** Writes an audit event of the caller into the same unit of work; GET has nothing to record. */
  readonly record: Changing["record"];
  /** Queues a message in the same unit of work. */
  readonly mail: Changing["mail"];
} & ScopeOf<D["door"]>;

/** Context of `prepare`, before the unit of work. The caller's rights are not checked yet. */
export type Preparing<D extends Definition> = Pick<
  Context<D, never>,
  "params" | "query" | "body" | "caller" | "now" | "policy" | "fault"
> & {
  readonly remoteAddress: string;
  readonly issue: Pick<Issue, "hashOf" | "hashOfCode" | "device" | "ownerOf">;
  readonly passwords: Passwords;
  /** Reads the store; rows may have changed when the unit of work begins. */
  readonly read: <T>(work: (tx: Reads) => Promise<T>) => Promise<T>;
  /** Takes one out of the bucket of a key; refuses when it is empty. */
  readonly spend: (set: LimitSet, key: string) => Promise<void>;
};

/** What a view knows of the request it answers. */
export interface Showing {
  /** Scheme and authority that links start with, without a slash at the end. */
  readonly origin: string;
  /** Path of the request. */
  readonly path: string;
  /** Query of the request as sent, without the question mark. */
  readonly search: string;
}

type Views<V extends Versions, Value> = {
  readonly [Name in keyof V]: V[Name] extends { reply: infer Reply extends TSchema }
    ? // A view that has nothing to show answers 204.
      (value: Value, showing: Showing) => Static<Reply> | undefined
    : null;
};

/** One row of the table: the definition, its handler, a view for each version, and extra headers of success. */
export interface Operation extends Omit<Definition, "params" | "without"> {
  readonly status: number;
  readonly params: Schemas;
  readonly query: Schemas;
  readonly errors: readonly ErrorCode[];
  readonly prepare?: (context: never) => Promise<unknown>;
  readonly handle: (context: never) => Promise<unknown>;
  readonly views: Readonly<Record<string, ((value: never, showing: Showing) => unknown) | null>>;
  readonly headers?: (value: never, showing: Showing) => Readonly<Record<string, string>>;
}

/** An operation with its types: the complete definition, and the value of its handler. */
export interface Declared<D extends Definition, Value> extends Operation {
  readonly definition: CompleteDefinition<D>;
  /** Never set; carries the type. */
  readonly valueType?: Value;
}

/**
 * Declares an operation. The second call, `.handle`, takes the handler, which knows nothing of versions and changes nothing but by `tx`,
 * and the views, which shape its value for each dated version; two calls, so that the types of the second follow from the first. Between
 * them `.prepare` may be called, for what takes too long to be done inside a unit of work, such as hashing a password.
 */
export function operation<const Path extends string, const D extends Definition<Path>>(
  given: D & { readonly path: Path } & Declaring<Path>,
) {
  const definition = complete(given);
  assertSound(definition);
  const handling = <Prepared>(prepare?: (context: Preparing<D>) => Promise<Prepared>) => ({
    handle<Value>(
      handle: (context: Context<D, Prepared>) => Promise<Value>,
      views: Views<D["versions"], Value>,
      headers?: (value: Value, showing: Showing) => Readonly<Record<string, string>>,
    ): Declared<D, Value> {
      return {
        ...definition,
        definition: definition as unknown as CompleteDefinition<D>,
        ...(prepare && { prepare: prepare as NonNullable<Operation["prepare"]> }),
        // Stack traces and profiles name it.
        handle: Object.defineProperty(handle as Operation["handle"], "name", { value: definition.id }),
        views: views as Operation["views"],
        ...(headers && { headers: headers as NonNullable<Operation["headers"]> }),
      };
    },
  });
  return {
    ...handling<undefined>(),
    prepare: <Prepared>(prepare: (context: Preparing<D>) => Promise<Prepared>) => handling(prepare),
  };
}

/** Adds what a definition may leave out. */
function complete({ without = [], status = 200, errors = [], ...rest }: Definition) {
  const inPath = [...rest.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const usual = rest.surface === "console" ? [] : Object.keys(format);
  return {
    ...rest,
    status,
    errors,
    params: fill(inPath, pathParams, rest.params),
    query: fill(
      usual.filter((name) => !without.some((each) => each === name)),
      format,
      rest.query,
    ),
  };
}

/** Schemas by name: the known ones of those names that are not given, then the given ones. */
function fill(names: readonly string[], known: Schemas, given: Schemas = {}): Schemas {
  const missing = names.flatMap((name) => {
    const schema = known[name];
    return schema === undefined || name in given ? [] : [[name, schema] as const];
  });
  return { ...Object.fromEntries(missing), ...given };
}

/** Checks what types cannot: the path names the scope of the door, and a sunset comes with a successor. */
function assertSound({ id, door, path, versions, successor }: Definition): void {
  if ((door.kind === "group" || door.kind === "org") && !path.includes(`{${door.kind}Id}`)) {
    throw new Error(`${id}: its door needs {${door.kind}Id} in the path`);
  }
  const misnamed = Object.keys(versions).find((name) => !isVersionName(name));
  if (misnamed !== undefined) throw new Error(`${id}: '${misnamed}' is no version`);
  const ends = Object.values(versions).some((version) => version.sunset !== undefined);
  if (ends && successor === undefined) throw new Error(`${id}: it has a sunset but names no successor`);
}

// What each call takes and gives, derived from the table of operations. Types only: nothing of the server is loaded.
import type { Static, TSchema } from "typebox";
import type { OperationId, operations } from "../operations/index.ts";
import type { manifest } from "./manifest.ts";

export type { OperationId };

type Definitions = { readonly [Id in OperationId]: (typeof operations)[Id]["definition"] };

type PathParameters<Id extends OperationId> = {
  readonly [Name in keyof Definitions[Id]["params"]]: Definitions[Id]["params"][Name] extends TSchema
    ? Static<Definitions[Id]["params"][Name]>
    : never;
};

/** All but `envelope`, which would put the answer into another shape and serves clients that cannot read a status. */
type QueryParameters<Id extends OperationId> = {
  readonly [Name in Exclude<keyof Definitions[Id]["query"], "envelope">]?:
    | Static<Definitions[Id]["query"][Name] & TSchema>
    | undefined;
};

type Body<Id extends OperationId> = Definitions[Id] extends { readonly body: infer B extends TSchema }
  ? { readonly body: Static<B> }
  : unknown;

type Flat<T> = { [K in keyof T]: T[K] } & {};

/** Path parameters, query parameters and `body` of an operation, in one object. */
export type Input<Id extends OperationId> = Flat<PathParameters<Id> & QueryParameters<Id> & Body<Id>>;

type Newest<Id extends OperationId> = Definitions[Id]["versions"][(typeof manifest)[Id]["version"] &
  keyof Definitions[Id]["versions"]];

/** What an operation answers in its newest resource version; undefined where it answers without a body. */
export type Reply<Id extends OperationId> =
  Newest<Id> extends { readonly reply: infer R extends TSchema } ? Static<R> : undefined;

/** What concerns one call only. */
export interface CallOptions {
  /** Ends the call early, such as `AbortSignal.timeout(5_000)`; the call then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** The call of one operation; the input may be left out where nothing in it is required. */
export type Call<Id extends OperationId> =
  Record<never, never> extends Input<Id>
    ? (input?: Input<Id>, options?: CallOptions) => Promise<Reply<Id>>
    : (input: Input<Id>, options?: CallOptions) => Promise<Reply<Id>>;

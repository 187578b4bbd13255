// The result of a client method: a promise of the reply, with access to the whole answer and further pages.
import type { Answer } from "./answer.ts";

/** The options of a single call. */
export interface CallOptions<Version extends string = string> {
  /** The resource version to be asked for; the newest that is not a preview if absent. */
  readonly version?: Version | undefined;
  /** Ends the call early, such as when a user gives up; the call then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds until the call rejects with an {@link AtlasUnreachable}, in place of the client's own. Each page has as much. */
  readonly timeoutMs?: number | undefined;
  /** The number of times the call is repeated if repeating changes nothing twice; overrides the client's own. */
  readonly retries?: number | undefined;
}

type QueryValue = string | number | boolean;

/** The options of `request`, beyond method and path. */
export interface RequestOptions extends CallOptions {
  /** A value for each `{name}` in the path; it is encoded. */
  readonly params?: Readonly<Record<string, string | number>> | undefined;
  /** An array is one parameter several times. */
  readonly query?: Readonly<Record<string, QueryValue | readonly QueryValue[] | undefined>> | undefined;
  /** The body, which is sent as JSON. */
  readonly body?: object | undefined;
  /** The headers added to those of the client, or in place of them; credentials are the client's. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The media type of an answer that is not the JSON of a version, such as `application/vnd.atlas.2023-02-01+gzip`. */
  readonly accept?: string | undefined;
}

/** The type of a reply's items: those of a page, or of an array. */
export type ItemOf<Reply> = Reply extends
  | { readonly results: readonly (infer Item)[] }
  | readonly (infer Item)[]
  ? Item
  : unknown;

/** The options of a call that asks for a version with a reply of its own. */
export interface VersionOptions<Version extends string> extends CallOptions<Version> {
  readonly version: Version;
}

/** The body and the rest of an answer. */
export interface Answered<Reply> {
  readonly reply: Reply;
  readonly answer: Answer;
}

/** A call that was sent: a promise of the reply, which is the body of the answer. */
export interface Call<Reply> extends Promise<Reply> {
  /** Resolves to the reply together with the rest of the answer: headers, what is left of the rate limit. */
  withAnswer(): Promise<Answered<Reply>>;
}

/** A call that lists: awaited it gives one page; `for await` gives each item of that page and of all that follow. */
export interface ListCall<Reply, Item> extends Call<Reply>, AsyncIterable<Item> {
  /** Resolves to the items of that page and of all that follow, in one array. */
  all(): Promise<Item[]>;
}

/** `itemsAfter` gives the items of a reply and of what follows it. */
export function createCall(
  answered: Promise<Answered<unknown>>,
  itemsAfter: (first: Answered<unknown>) => AsyncIterable<unknown>,
): ListCall<unknown, unknown> {
  const replied = answered.then(({ reply }) => reply);
  async function* items() {
    // Not of `answered` alone: otherwise a rejection would count as unhandled.
    await replied;
    yield* itemsAfter(await answered);
  }
  return Object.assign(replied, {
    // Derived from the promise itself: otherwise a rejection would count as unhandled.
    withAnswer: () => replied.then(() => answered),
    [Symbol.asyncIterator]: items,
    async all() {
      const found: unknown[] = [];
      for await (const item of items()) found.push(item);
      return found;
    },
  });
}

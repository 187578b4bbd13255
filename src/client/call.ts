// The result of a client method: a promise of the reply, with access to the whole answer and further pages.
import type { Answer } from "./answer.ts";

/** The options of a single call. */
export interface CallOptions<Version extends string = string> {
  /** The resource version to request; the newest that is not a preview if absent. */
  readonly version?: Version | undefined;
  /** Ends the call early, for example when a user cancels; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /**
   * The milliseconds until the call rejects with an {@link AtlasUnreachable}, instead of the client's own. Each page has as
   * many.
   */
  readonly timeoutMs?: number | undefined;
  /** The number of retries, if repeating the call is safe; overrides the client's own. */
  readonly retries?: number | undefined;
}

type QueryValue = string | number | boolean;

/** The options of `request`, beyond method and path. */
export interface RequestOptions extends CallOptions {
  /** The values of `{name}` in the path, which are encoded. */
  readonly params?: Readonly<Record<string, string | number>> | undefined;
  /** The query; an array is a repeated parameter. */
  readonly query?: Readonly<Record<string, QueryValue | readonly QueryValue[] | undefined>> | undefined;
  /** The body, which is sent as JSON. */
  readonly body?: object | undefined;
  /** The headers that are added to those of the client, or replace them, except credentials. */
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

/** The options of a call to a version with its own reply. */
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
  /** Resolves to the reply with the rest of the answer: headers, and the remaining rate limit. */
  withAnswer(): Promise<Answered<Reply>>;
}

/** A call that lists: awaited, it returns one page; `for await` returns each item of that page and of all that follow. */
export interface ListCall<Reply, Item> extends Call<Reply>, AsyncIterable<Item> {
  /** Resolves to the items of that page and of all that follow, in one array. */
  all(): Promise<Item[]>;
}

/** Creates a call. `itemsAfter` returns the items of a reply and of the pages after it. */
export function createCall(
  answered: Promise<Answered<unknown>>,
  itemsAfter: (first: Answered<unknown>) => AsyncIterable<unknown>,
): ListCall<unknown, unknown> {
  const replied = answered.then(({ reply }) => reply);
  async function* items() {
    // The chain goes on from this promise, not from `answered`: otherwise a rejection would count as unhandled.
    await replied;
    yield* itemsAfter(await answered);
  }
  return Object.assign(replied, {
    // It is derived from the promise itself: otherwise a rejection would count as unhandled.
    withAnswer: () => replied.then(() => answered),
    [Symbol.asyncIterator]: items,
    async all() {
      const found: unknown[] = [];
      for await (const item of items()) found.push(item);
      return found;
    },
  });
}

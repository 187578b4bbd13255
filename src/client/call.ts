// The result of a client method: a promise of the reply, with access to the whole answer and further pages.
import type { Answer } from "./answer.ts";

/** What concerns one call only. */
export interface CallOptions<Version extends string = string> {
  /** The resource version to be asked for; the newest that is not a preview if absent. */
  readonly version?: Version | undefined;
  /** Ends the call early, such as when a user gives up; the call then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Milliseconds after which the call rejects with an {@link AtlasUnreachable}, whatever it waits for; in place of the
   * client's own. Each page has as much.
   */
  readonly timeoutMs?: number | undefined;
  /** How often the call is repeated where that is safe; in place of the client's own. */
  readonly retries?: number | undefined;
}

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
  itemsAfter: (reply: unknown) => AsyncIterable<unknown>,
): ListCall<unknown, unknown> {
  const replied = answered.then(({ reply }) => reply);
  async function* items() {
    yield* itemsAfter(await replied);
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

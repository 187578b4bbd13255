// The result of a client method: a promise of the reply, with access to the whole answer and further pages.
import type { Answer } from "./answer.ts";
import type { Described, Parameters } from "./request.ts";

/** What concerns one call only. */
export interface CallOptions<Version extends string = string> {
  /** The resource version to be asked for; the newest that is not a preview if absent. */
  readonly version?: Version | undefined;
  /** Ends the call early, such as when a user gives up; the call then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds until the call rejects with an {@link AtlasUnreachable}, in place of the client's own. Each page has as much. */
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

interface Page {
  readonly results: readonly unknown[];
  readonly links?: readonly { readonly rel?: string }[];
  readonly totalCount?: number;
}

interface Listing {
  readonly id: string;
  readonly operation: Described;
  readonly input: Parameters;
  readonly askFor: (input: Parameters) => Promise<unknown>;
}

/** The items of a reply and of the pages after it. Throws a TypeError for no list, an Error where one page comes again and again. */
export async function* itemsOf({ id, operation, input, askFor }: Listing, first: unknown) {
  if (operation.method !== "GET") throw new TypeError(`${id} does not list: await it`);
  // Some lists are answered whole, as a bare array.
  if (Array.isArray(first)) return yield* first;
  let page = asPage(id, first);
  let count = 0;
  let held = "";
  for (let pageNum = Number(input.pageNum ?? 1); ; pageNum++) {
    const holds = JSON.stringify(page.results);
    if (holds === held) {
      throw new Error(`${id}: page ${pageNum} holds what the one before held; the server ignores pageNum`);
    }
    held = holds;
    yield* page.results;
    count += page.results.length;
    if (!hasNext(page, count, input)) return;
    page = asPage(id, await askFor({ ...input, pageNum: pageNum + 1 }));
  }
}

function asPage(id: string, reply: unknown): Page {
  const page = Object(reply) as Page;
  if (!Array.isArray(page.results)) throw new TypeError(`${id} answered no list`);
  return page;
}

/** Without a count a page has no link to the next: it is the last one if it is not full. */
function hasNext({ results, links, totalCount = 0 }: Page, count: number, input: Parameters): boolean {
  const { itemsPerPage = 100, includeCount } = input;
  if (results.length === 0) return false;
  if (includeCount === false) return results.length >= Number(itemsPerPage);
  return links?.some(({ rel }) => rel === "next") === true && !(totalCount > 0 && count >= totalCount);
}

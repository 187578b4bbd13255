// The items of a list, from page to page.
import type { Answered } from "./call.ts";
import { AtlasError } from "./errors.ts";
import type { Parameters } from "./request.ts";

interface Page {
  readonly results: readonly unknown[];
  readonly links?: readonly ({ readonly rel?: string } | null)[];
  readonly totalCount?: number;
}

interface Listing {
  readonly id: string;
  readonly method: string;
  /** The query parameters, and perhaps others. */
  readonly input: Parameters;
  readonly ask: (input: Parameters) => Promise<Answered<unknown>>;
}

/** Yields the items of a reply and of the pages after it. Throws an AtlasError if it is not a list, or if a page repeats. */
export async function* itemsOf({ id, method, input, ask }: Listing, first: Answered<unknown>) {
  if (method !== "GET") throw new TypeError(`${id} does not list: await it`);
  // Some lists are answered as a whole, as a bare array.
  if (Array.isArray(first.reply)) return yield* first.reply;
  let answered = first;
  let count = 0;
  let held = "";
  for (let pageNum = Number(input.pageNum ?? 1); ; pageNum++) {
    const page = Object(answered.reply) as Page;
    const unusable = (why: string) => new AtlasError(id, { ...answered.answer, text: "" }, why);
    if (!Array.isArray(page.results)) throw unusable("The answer is no list.");
    const holds = JSON.stringify(page.results);
    // A page may equal the one before it, for example if an item was added before it; two later ones may not.
    if (holds === held && holds === (await heldBy(ask({ ...input, pageNum: pageNum + 1000 })))) {
      throw unusable("The server ignores pageNum.");
    }
    held = holds;
    yield* page.results;
    count += page.results.length;
    if (!hasNext(page, count, input)) return;
    answered = await ask({ ...input, pageNum: pageNum + 1 });
  }
}

const heldBy = async (asked: Promise<Answered<unknown>>) =>
  JSON.stringify(Object((await asked).reply).results);

/** Reports whether a page has a next one. Without a count a page has no link to it: it is the last one if it is not full. */
function hasNext({ results, links, totalCount = 0 }: Page, count: number, input: Parameters): boolean {
  const { itemsPerPage = 100, includeCount } = input;
  if (results.length === 0) return false;
  if (String(includeCount) === "false") return results.length >= Number(itemsPerPage);
  return links?.some?.((each) => each?.rel === "next") === true && !(totalCount > 0 && count >= totalCount);
}

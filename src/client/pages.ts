// Iterates over the pages of a list, in either of its two forms.
import type { Described, Parameters } from "./request.ts";

interface Page {
  readonly results: readonly unknown[];
  readonly links?: readonly { readonly rel?: string }[];
  readonly totalCount?: number;
}

interface Listing {
  readonly id: string;
  readonly operation: Described;
  /** What the first page was asked for with. */
  readonly input: Parameters;
  readonly askFor: (input: Parameters) => Promise<unknown>;
}

/**
 * The items of a reply, and of the pages that follow it. Throws a TypeError for what is no list, and an Error where the
 * server answers one page again and again.
 */
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

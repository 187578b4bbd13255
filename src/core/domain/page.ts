// Pages of results: the rows of a page, and the links between pages.

export interface PageRequest {
  readonly includeCount: boolean;
  readonly itemsPerPage: number;
  /** The number of the page, from 1. */
  readonly pageNum: number;
}

export interface Paged<Item> extends PageRequest {
  readonly results: readonly Item[];
  readonly total: number;
}

export const skipped = ({ itemsPerPage, pageNum }: Omit<PageRequest, "includeCount">): number =>
  (pageNum - 1) * itemsPerPage;

export function pageOf<Item>(all: readonly Item[], request: PageRequest): Paged<Item> {
  const { includeCount, itemsPerPage, pageNum } = request;
  const results = all.slice(skipped(request), skipped(request) + itemsPerPage);
  return { includeCount, itemsPerPage, pageNum, results, total: all.length };
}

export interface Showing {
  /** The scheme and authority of links, without a slash at the end. */
  readonly origin: string;
  readonly path: string;
  /** The query as sent, without the question mark. */
  readonly search: string;
}

/**
 * Shows a page with the links as recorded: other parameters are sorted, and empty ones kept; only `self` begins with pageNum;
 * `next` needs a count.
 */
export function showPage<Item, Shown>(paged: Paged<Item>, at: Showing, show: (item: Item) => Shown) {
  const { itemsPerPage, pageNum, total, includeCount } = paged;
  const others = new URLSearchParams(at.search);
  for (const name of ["pageNum", "itemsPerPage"]) others.delete(name);
  others.sort();
  const link = (rel: string, ...position: [string, number][]) => {
    const query = [...others, ...position.map(([name, value]) => [name, String(value)])];
    return { href: `${at.origin}${at.path}?${new URLSearchParams(query as [string, string][])}`, rel };
  };
  const links = [link("self", ["pageNum", pageNum], ["itemsPerPage", itemsPerPage])];
  if (includeCount && pageNum * itemsPerPage < total) {
    links.push(link("next", ["itemsPerPage", itemsPerPage], ["pageNum", pageNum + 1]));
  }
  if (pageNum > 1) links.push(link("previous", ["itemsPerPage", itemsPerPage], ["pageNum", pageNum - 1]));
  return { links, results: paged.results.map(show), totalCount: includeCount ? total : 0 };
}

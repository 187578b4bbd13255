// Makes a page of a list that was read whole, since the API keeps it to some hundreds: it searches, sorts and begins at a
// cursor.
import { perLanguage } from "../../core/contract/languages.ts";
import { hasWords, wordsOf } from "../../core/domain/directory.ts";
import type { Visit } from "../page.ts";
import { sizeOf, sortOf } from "./list.tsx";

export interface Browsing<Row> {
  readonly idOf: (row: Row) => string;
  readonly texts: (row: Row) => readonly string[];
  readonly columns: readonly { readonly by?: string; readonly value?: (row: Row) => string | number }[];
  readonly filters?: readonly { readonly name: string; readonly has: (row: Row, value: string) => boolean }[];
}

export interface Browsed<Row> {
  readonly rows: readonly Row[];
  /** The number of rows that match the search and the filters. */
  readonly total: number;
  /** The cursor of the next page, and of the previous one; null if there is none. */
  readonly next: string | null;
  readonly previous: string | null;
}

type Place = readonly [value: string | number, id: string];

/** Reads a cursor of an address. Its row may no longer exist; the page then begins at the same place in the order. */
const placeIn = (text: string | null): Place | undefined => {
  try {
    const [value, id] = JSON.parse(text ?? "") as unknown[];
    if (typeof id === "string" && (typeof value === "string" || typeof value === "number")) {
      return [value, id];
    }
  } catch {
    // The cursor did not come from one of our pages.
  }
  return undefined;
};

const collator = perLanguage((language) => new Intl.Collator(language, { numeric: true }));

export function browse<Row>(
  { query, language }: Pick<Visit, "query" | "language">,
  all: readonly Row[],
  { idOf, texts, columns, filters = [] }: Browsing<Row>,
): Browsed<Row> {
  const words = wordsOf(query.get("q") ?? "");
  const asked = filters.filter(({ name }) => query.get(name));
  const found = all.filter(
    (row) =>
      hasWords(words, ...texts(row)) && asked.every(({ name, has }) => has(row, query.get(name) ?? "")),
  );
  const orders = columns.flatMap(({ by, value }) => (by === undefined ? [] : [{ by, value }]));
  const { by, isReversed } = sortOf(
    query,
    orders.map((each) => each.by),
  );
  const sortedBy = orders.find((each) => each.by === by)?.value ?? idOf;
  const { compare } = collator(language);
  const order = ([a, one]: Place, [b, other]: Place): number => {
    const difference = typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b));
    const first = difference || (one < other ? -1 : one > other ? 1 : 0);
    return isReversed ? -first : first;
  };
  const placed = found
    .map((row): Placed<Row> => ({ row, place: [sortedBy(row), idOf(row)] }))
    .sort((a, b) => order(a.place, b.place));
  return pageOf(query, placed, order);
}

interface Placed<Row> {
  readonly row: Row;
  readonly place: Place;
}

/** Returns the rows from the cursor of the address on. */
function pageOf<Row>(
  query: URLSearchParams,
  placed: readonly Placed<Row>[],
  order: (a: Place, b: Place) => number,
): Browsed<Row> {
  const size = sizeOf(query);
  const [after, before] = [placeIn(query.get("after")), placeIn(query.get("before"))];
  const beyond = (isBeyond: (difference: number) => boolean, place: Place) => {
    const nth = placed.findIndex((each) => isBeyond(order(each.place, place)));
    return nth === -1 ? placed.length : nth;
  };
  const end = before === undefined ? undefined : beyond((difference) => difference >= 0, before);
  const start =
    end !== undefined ? Math.max(0, end - size) : after === undefined ? 0 : beyond((d) => d > 0, after);
  const shown = placed.slice(start, end ?? start + size);
  const rest = start + shown.length;
  const textOf = (each: Placed<Row> | undefined) => JSON.stringify(each?.place ?? []);
  return {
    rows: shown.map(({ row }) => row),
    total: placed.length,
    next: rest < placed.length ? textOf(placed[rest - 1]) : null,
    previous: start > 0 ? textOf(shown[0] ?? placed.at(-1)) : null,
  };
}

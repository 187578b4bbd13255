// The CSV and JSON files of many items, written in parts while the items are read.
import { csvLine } from "../code/csv.ts";

type Parts<Item> = AsyncIterable<readonly Item[]>;

/** Yields a line with the names of the columns, and one for each item. */
export async function* csvFile<Item, Column>(
  columns: Readonly<Record<string, Column>>,
  parts: Parts<Item>,
  read: (column: Column, item: Item) => string,
): AsyncGenerator<string> {
  const rowOf = (item: Item) => Object.values(columns).map((column) => read(column, item));
  yield csvLine(Object.keys(columns));
  for await (const items of parts) yield items.map((item) => csvLine(rowOf(item))).join("");
}

export async function* jsonFile<Item>(
  parts: Parts<Item>,
  show: (item: Item) => object,
): AsyncGenerator<string> {
  let before = "[";
  for await (const items of parts) {
    if (items.length === 0) continue;
    yield `${before}\n${items.map((item) => JSON.stringify(show(item))).join(",\n")}`;
    before = ",";
  }
  yield before === "[" ? "[]\n" : "\n]\n";
}

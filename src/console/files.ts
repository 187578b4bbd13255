// Files of many items, written a part at a time while these are read.
import { csvLine } from "../report/write-csv.ts";

type Parts<Item> = AsyncIterable<readonly Item[]>;

export async function* csvFile<Item>(
  heads: readonly string[],
  parts: Parts<Item>,
  rowOf: (item: Item) => readonly string[],
): AsyncGenerator<string> {
  yield csvLine(heads);
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

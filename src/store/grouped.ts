// Rows that belong to others, by whom they belong to: in one pass, where a search for each would be a pass for each.

/** What is made of the rows of each key, in the order of the rows. */
export function grouped<Row, Item>(
  rows: readonly Row[],
  key: (row: Row) => string,
  item: (row: Row) => Item,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const row of rows) {
    const of = groups.get(key(row));
    if (of === undefined) groups.set(key(row), [item(row)]);
    else of.push(item(row));
  }
  return groups;
}

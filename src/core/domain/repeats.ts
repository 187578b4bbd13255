// Lists that are sets: the document declares them with uniqueItems.

/** Returns the items without those that repeat an earlier one. Objects must have their members in one order. */
export const withoutRepeats = <Item>(items: readonly Item[]): Item[] => [
  ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
];

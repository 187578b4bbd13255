// Makes the values of worlds that follow from counting.

/** The id of this number among those of a kind. */
export const idOf = (kind: string, number: number) =>
  kind + number.toString(16).padStart(24 - kind.length, "0");

/** Picks from a list that goes round. */
export const pick = <T>(list: readonly T[], number: number): T => list[number % list.length] as T;

/** A list of `count` items. */
export const many = <T>(count: number, item: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => item(index));

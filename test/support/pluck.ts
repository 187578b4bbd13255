/** Plucks one member of each row, `pluck(mails, "to")`; of several members, a list for each row. */
// biome-ignore lint/suspicious/noExplicitAny: rows of an answer are of any type
export function pluck<Row = any, Name extends keyof Row = keyof Row>(
  rows: Iterable<Row>,
  name: Name,
): Row[Name][];
// biome-ignore lint/suspicious/noExplicitAny: rows of an answer are of any type
export function pluck<Row = any, Name extends keyof Row = keyof Row>(
  rows: Iterable<Row>,
  ...names: readonly Name[]
): Row[Name][][];
export function pluck<Row>(rows: Iterable<Row>, ...names: readonly (keyof Row)[]): unknown[] {
  const [only] = names;
  return Array.from(rows, (row) =>
    only !== undefined && names.length === 1 ? row[only] : names.map((name) => row[name]),
  );
}

/** One member of each row: `pluck(mails, "to")`. */
// biome-ignore lint/suspicious/noExplicitAny: rows of an answer are of any type
export const pluck = <Row = any, Name extends keyof Row = keyof Row>(
  rows: Iterable<Row>,
  name: Name,
): Row[Name][] => Array.from(rows, (row) => row[name]);

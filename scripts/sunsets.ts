// Writes the end of docs/guides/july-2027.md, the list of all that ends, from the table of what ends.
import { operations } from "../src/operations/index.ts";
import { calendar, type Ending, endings, figuresInWords, lastDay } from "../src/report/endings.ts";
import { replaceSection } from "./format.ts";

/** The names of operations in a sentence, as code. */
const markOperations = (sentence: string): string =>
  sentence.replace(/\b[a-z]+(?:[A-Z]\w*)+/g, (word) => `\`${word}\``);

const rowOf = ({ operation, version, sunset }: Ending): Record<string, string> => ({
  Day: sunset,
  Operation: `\`${operation.id}\`${operation.id in operations ? "" : " *"}`,
  "Request below /api/atlas/v2": `\`${operation.method} ${operation.path.replace("/api/atlas/v2", "")}\``,
  Version: version,
  Instead: markOperations(operation.successor ?? ""),
});

function table(rows: readonly Record<string, string>[], columns: readonly string[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(columns),
    `|${"---|".repeat(columns.length)}`,
    ...rows.map((row) => line(columns.map((name) => row[name] ?? ""))),
  ].join("\n");
}

const onOneDay = ["Operation", "Request below /api/atlas/v2", "Version", "Instead"];

const byName = ({ operation: a }: Ending, { operation: b }: Ending): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** One row for each operation, with all its versions that end that day. */
function tableOfDay(listed: readonly Ending[]): string {
  const byId = new Map<string, Record<string, string>>();
  for (const row of [...listed].sort(byName).map(rowOf)) {
    const before = byId.get(row.Operation ?? "");
    byId.set(row.Operation ?? "", before ? { ...before, Version: `${before.Version}, ${row.Version}` } : row);
  }
  return table([...byId.values()], onOneDay);
}

function renderSection(): string {
  const onTheDay = endings.filter(({ sunset }) => sunset === lastDay);
  const removed = onTheDay.filter(({ goesOn }) => !goesOn);
  const older = onTheDay.filter(({ goesOn }) => goesOn);
  const others = endings.filter(({ sunset }) => sunset !== lastDay);
  const days = calendar.map(({ date, ...counts }) => ({
    Day: date,
    "Versions that end": String(counts.versions),
    "of operations": String(counts.operations),
    "of them removed altogether": String(counts.removed),
  }));
  const inOrder = [...others]
    .sort(byName)
    .sort((a, b) => (a.sunset < b.sunset ? -1 : a.sunset > b.sunset ? 1 : 0))
    .map(rowOf);
  return `## All that ends

Written by \`scripts/sunsets.ts\` from the sunsets of Atlas's document (\`src/contract/endings.ts\`); a test compares it. Anteroom does not
have the operations with an asterisk: it answers 501 or, once their day has come, 410, and counts calls of them like any other.

${figuresInWords}

${table(days, Object.keys(days[0] ?? {}))}

These operations are removed on ${lastDay}, with their only version:

${tableOfDay(removed)}

These go on in a newer version. Clients that ask for the older one get 410 from ${lastDay} on:

${tableOfDay(older)}

These versions end on other days:

${table(inOrder, ["Day", ...onOneDay])}
`;
}

export const renderJulyGuide = (): string => replaceSection("docs/guides/july-2027.md", renderSection());

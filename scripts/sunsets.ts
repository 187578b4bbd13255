// Writes the end of docs/guides/july-2027.md, the list of all that ends, from the table of what ends.

import { calendar, type Ending, endings, figuresInWords, lastDay } from "../src/atlas/endings.ts";
import { operations } from "../src/atlas/index.ts";
import { grouped } from "../src/core/domain/grouped.ts";
import { code, table } from "./cells.ts";
import { replaceSection } from "./format.ts";

/** The names of operations in a sentence, as code. */
const markOperations = (sentence: string): string => sentence.replace(/\b[a-z]+(?:[A-Z]\w*)+/g, code);

const columns = ["Operation", "Request below /api/atlas/v2", "Version", "Instead"];

/** A row of an operation, with the versions of it that end. */
const rowOf = ({ id, method, path, successor = "" }: Ending["operation"], versions: readonly string[]) => [
  `${code(id)}${id in operations ? "" : " *"}`,
  code(`${method} ${path.replace("/api/atlas/v2", "")}`),
  versions.join(", "),
  markOperations(successor),
];

const byName = ({ operation: a }: Ending, { operation: b }: Ending): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** Writes one row for each operation, with all its versions that end that day. */
function tableOfDay(listed: readonly Ending[]): string {
  const byId = grouped([...listed].sort(byName), ({ operation }) => operation.id);
  const rows = [...byId.values()].flatMap((ofOne) => {
    const versions = ofOne.map(({ version }) => version);
    return ofOne.slice(0, 1).map(({ operation }) => rowOf(operation, versions));
  });
  return table(columns, rows);
}

function renderSection(): string {
  const onTheDay = endings.filter(({ sunset }) => sunset === lastDay);
  const removed = onTheDay.filter(({ goesOn }) => !goesOn);
  const older = onTheDay.filter(({ goesOn }) => goesOn);
  const others = endings.filter(({ sunset }) => sunset !== lastDay);
  const days = calendar.map(({ date, versions, operations, removed }) =>
    [date, versions, operations, removed].map(String),
  );
  const inOrder = [...others]
    .sort(byName)
    .sort((a, b) => (a.sunset < b.sunset ? -1 : a.sunset > b.sunset ? 1 : 0))
    .map(({ sunset, operation, version }) => [sunset, ...rowOf(operation, [version])]);
  return `## All that ends

Written by \`scripts/sunsets.ts\` from the sunsets of Atlas's document (\`spec/atlas.json\`); a test compares it. Anteroom does not
have the operations with an asterisk: it answers 501 or, once their day has come, 410, and counts calls of them like any other.

${figuresInWords}

${table(["Day", "Versions that end", "of operations", "of them removed altogether"], days)}

These operations are removed on ${lastDay}, with their only version:

${tableOfDay(removed)}

These go on in a newer version. Clients that ask for the older one get 410 from ${lastDay} on:

${tableOfDay(older)}

These versions end on other days:

${table(["Day", ...columns], inOrder)}
`;
}

export const renderJulyGuide = (): string => replaceSection("docs/guides/july-2027.md", renderSection());

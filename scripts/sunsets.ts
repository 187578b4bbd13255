// Writes the end of docs/guides/july-2027.md, the list of all that ends, from the table of operations.
// Usage: node --import tsx scripts/sunsets.ts
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { operations } from "../src/operations/index.ts";
import { type Ending, endingsOfPlane, figuresInWords, lastDay } from "../src/report/endings.ts";

const target = new URL("../docs/guides/july-2027.md", import.meta.url);
const heading = "## All that ends";

/** The names of operations in a sentence, as code. */
const markOperations = (sentence: string): string =>
  sentence.replace(/\w+/g, (word) => (word in operations ? `\`${word}\`` : word));

const row = ({ operation: { id, method, path, successor = "" }, version }: Ending): string =>
  `| \`${id}\` | \`${method} ${path.replace("/api/atlas/v2", "")}\` | ${version} | ${markOperations(successor)} |`;

const table = (
  listed: readonly Ending[],
): string => `| Operation | Request below /api/atlas/v2 | Version | Instead |
|---|---|---|---|
${listed.map(row).join("\n")}
`;

function renderSection(): string {
  const onTheDay = endingsOfPlane.filter(({ sunset }) => sunset === lastDay);
  const removed = onTheDay.filter(({ goesOn }) => !goesOn);
  const older = onTheDay.filter(({ goesOn }) => goesOn);
  const others = endingsOfPlane.filter(({ sunset }) => sunset !== lastDay);
  const days = [...new Set(others.map(({ sunset }) => sunset))].join(", ");
  return `${heading}

Written by \`scripts/sunsets.ts\` from the table of operations; a test compares it.

${figuresInWords}

${removed.length} operations are removed on 2027-07-01, with their only version:

${table(removed)}
${older.length} operations go on in a newer version. Clients that ask for the older one get 410 from 2027-07-01 on:

${table(older)}
${others.length} versions on trial ended earlier, on ${days}:

${table(others)}`;
}

/** The guide as it is, and as the table of operations makes it. */
export function readGuide(): { readonly is: string; readonly shouldBe: string } {
  const is = readFileSync(target, "utf8");
  const start = is.indexOf(heading);
  return { is, shouldBe: `${start < 0 ? `${is}\n` : is.slice(0, start)}${renderSection()}` };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, readGuide().shouldBe);

// Writes the end of docs/guides/july-2027.md, the list of all that ends, from the table of operations.
// Usage: node --import tsx scripts/sunsets.ts
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { versionsInOrder } from "../src/contract/versions.ts";
import { operations } from "../src/operations/index.ts";
import type { Operation } from "../src/operations/operation.ts";

const target = new URL("../docs/guides/july-2027.md", import.meta.url);
const heading = "## All that ends";

/** A version of an operation that is removed on a day. */
interface Ending {
  readonly operation: Operation;
  readonly version: string;
  readonly sunset: string;
  /** Whether the operation has a newer version that stays. */
  readonly goesOn: boolean;
}

/** All that ends, in the order of the table. */
export const endings = (): Ending[] =>
  Object.values<Operation>(operations).flatMap((operation) => {
    const { versions } = operation;
    const names = versionsInOrder(versions);
    const goesOn = names.some((name) => versions[name]?.sunset === undefined);
    return names.flatMap((version) => {
      const sunset = versions[version]?.sunset;
      return sunset === undefined ? [] : [{ operation, version, sunset, goesOn }];
    });
  });

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
  const all = endings();
  const onTheDay = all.filter(({ sunset }) => sunset === "2027-07-01");
  const removed = onTheDay.filter(({ goesOn }) => !goesOn);
  const older = onTheDay.filter(({ goesOn }) => goesOn);
  const others = all.filter(({ sunset }) => sunset !== "2027-07-01");
  const days = [...new Set(others.map(({ sunset }) => sunset))].join(", ");
  return `${heading}

Written by \`scripts/sunsets.ts\` from the table of operations; a test compares it.

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

// Writes docs/coverage.md from the table of operations: versions, statuses and error codes of each.
// Usage: node --import tsx scripts/coverage.ts
import { readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { operations } from "../src/operations/index.ts";
import type { Operation } from "../src/operations/operation.ts";
import { readProofs } from "../test/support/proofs.ts";

const root = new URL("../", import.meta.url);
const target = new URL("docs/coverage.md", root);

/** How many operations each tag of the official document has on the access plane. */
export const official: Readonly<Record<string, number>> = {
  Projects: 23,
  Organizations: 20,
  "MongoDB Cloud Users": 19,
  Teams: 13,
  "Programmatic API Keys": 14,
  "Service Accounts": 22,
  Events: 5,
  "Activity Feed": 2,
  "Rate Limiting": 2,
  Root: 2,
};

function fileOf(id: string): string {
  const folder = readdirSync(new URL("src/operations", root), { withFileTypes: true }).find(
    (entry) =>
      entry.isDirectory() && readdirSync(new URL(`src/operations/${entry.name}`, root)).includes(`${id}.ts`),
  );
  return `src/operations/${folder?.name}/${id}.ts`;
}

const codesOf = (codes: readonly string[]): string =>
  [...codes]
    .sort()
    .map((code) => `\`${code}\``)
    .join(", ");

function row({ id, method, path, versions, errors, status }: Operation): string {
  const dates = Object.entries(versions)
    .map(([name, { sunset }]) => (sunset === undefined ? name : `${name} (until ${sunset})`))
    .join(", ");
  const codes = errors.length === 0 ? "" : `; ${codesOf(errors)}`;
  const request = `${method} ${path.replace("/api/atlas/v2", "") || "/"}`;
  return `| [\`${id}\`](../${fileOf(id)}) | \`${request}\` | ${dates} | ${status}${codes} |`;
}

const renderSection = (heading: string, listed: readonly Operation[]): string => `${heading}

| Operation | Request | Versions | Success; own error codes |
|---|---|---|---|
${listed.map(row).join("\n")}
`;

export function renderCoverage(): string {
  const table = Object.values<Operation>(operations);
  const all = table.filter(({ neighbour, tag }) => !neighbour && tag in official);
  const doors = table.filter(({ neighbour, tag }) => !neighbour && !(tag in official));
  const ofDoors = [...new Set(doors.map(({ tag }) => tag))].map((tag) =>
    renderSection(
      `## ${tag}`,
      doors.filter((each) => each.tag === tag),
    ),
  );
  const total = Object.values(official).reduce((sum, count) => sum + count, 0);
  const sections = Object.keys(official).map((tag) => {
    const offered = all.filter((operation) => operation.tag === tag);
    const heading = `## ${tag}: ${offered.length} of ${official[tag]}`;
    return offered.length === 0 ? `${heading}\n` : renderSection(heading, offered);
  });
  const neighbours = table.filter(({ neighbour }) => neighbour);
  return `# Coverage

**${all.length} of ${total}** operations of the access plane, and ${doors.length} of the doors to the data. Paths are below \`/api/atlas/v2\`; each operation links to its declaration.
Written by \`scripts/coverage.ts\`; a test compares it. \`test/proofs.json\` names, for every code of every operation, a test that
meets it; a full test run fails if one is missing or wrong.

Every operation can also answer: ${codesOf(Object.keys(readProofs().pipeline))}, and \`SERVICE_UNAVAILABLE\` when the database fails.

${[...sections, ...ofDoors].join("\n")}
${renderSection("## Neighbours\n\nNot counted: operations outside the access plane that its tools call on their way.", neighbours)}`;
}

export const writeCoverage = (): void => writeFileSync(target, renderCoverage());

if (process.argv[1] === fileURLToPath(import.meta.url)) writeCoverage();

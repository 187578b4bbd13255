// Writes docs/coverage.md from the table of operations: what is offered, in which versions, with which errors, proven where.
// Usage: node --import tsx scripts/coverage.ts
import { readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { operations } from "../src/operations/index.ts";
import type { Operation } from "../src/operations/operation.ts";

const root = new URL("../", import.meta.url);
const target = new URL("docs/coverage.md", root);

/** How many operations each tag of the official document has on the access plane. */
const official: Readonly<Record<string, number>> = {
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

/** Where the test of an operation lies, relative to the repository. */
function testOf(id: string): string {
  const folder = readdirSync(new URL("src/operations", root), { withFileTypes: true }).find(
    (entry) =>
      entry.isDirectory() &&
      readdirSync(new URL(`src/operations/${entry.name}`, root)).includes(`${id}.test.ts`),
  );
  return `src/operations/${folder?.name}/${id}.test.ts`;
}

function row(operation: Operation): string {
  const { id, method, path, versions, errors, status } = operation;
  const shown = Object.entries(versions)
    .map(([name, { sunset }]) => (sunset === undefined ? name : `${name} (until ${sunset})`))
    .join(", ");
  const codes = errors.length === 0 ? "" : errors.map((code) => `\`${code}\``).join(", ");
  return `| [\`${id}\`](../${testOf(id)}) | \`${method} ${path.replace("/api/atlas/v2", "") || "/"}\` | ${shown} | ${status} | ${codes} |`;
}

/** The whole document. */
export function renderCoverage(): string {
  const all = Object.values<Operation>(operations);
  const tags = Object.keys(official);
  const total = Object.values(official).reduce((sum, count) => sum + count, 0);
  const sections = tags.map((tag) => {
    const offered = all.filter((operation) => operation.tag === tag);
    const heading = `## ${tag}: ${offered.length} of ${official[tag]}`;
    if (offered.length === 0) return `${heading}\n`;
    return `${heading}

| Operation, with its test | Request below /api/atlas/v2 | Versions | Success | Refusals of its own |
|---|---|---|---|---|
${offered.map(row).join("\n")}
`;
  });
  return `# Coverage

Written by \`scripts/coverage.ts\` from the table of operations; a test compares it. Refusals of the corridor
(credentials, address, version, limit, form) are proven for all operations together in \`test/\`.

**${all.length} of ${total}** operations of the access plane.

${sections.join("\n")}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, renderCoverage());

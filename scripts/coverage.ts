// Writes docs/coverage.md from the table of operations: what is offered, in which versions, with which errors, proven where.
// Usage: node --import tsx scripts/coverage.ts
import { readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { operations } from "../src/operations/index.ts";
import type { Operation } from "../src/operations/operation.ts";
import { type Place, type Proofs, readProofs } from "../test/support/proofs.ts";

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

/** The code, with a link to the test that meets it, whose title is the link's. */
function proven(code: string, place: Place | undefined): string {
  if (place === undefined) return `\`${code}\``;
  return `[\`${code}\`](../${place.file} "${place.test.replace(/["\\|]/g, "\\$&")}")`;
}

function row(operation: Operation, { operations: proofs }: Proofs): string {
  const { id, method, path, versions, errors, status } = operation;
  const shown = Object.entries(versions)
    .map(([name, { sunset }]) => (sunset === undefined ? name : `${name} (until ${sunset})`))
    .join(", ");
  const codes = [...errors].sort().map((code) => proven(code, proofs[id]?.[code]));
  return `| [\`${id}\`](../${testOf(id)}) | \`${method} ${path.replace("/api/atlas/v2", "") || "/"}\` | ${shown} | ${status} | ${codes.join(", ")} |`;
}

const renderSection = (heading: string, listed: readonly Operation[], proofs: Proofs): string => `${heading}

| Operation, with its test | Request below /api/atlas/v2 | Versions | Success | Refusals of its own |
|---|---|---|---|---|
${listed.map((operation) => row(operation, proofs)).join("\n")}
`;

/** The whole document. */
export function renderCoverage(): string {
  const table = Object.values<Operation>(operations);
  const all = table.filter(({ neighbour }) => !neighbour);
  const proofs = readProofs();
  const tags = Object.keys(official);
  const total = Object.values(official).reduce((sum, count) => sum + count, 0);
  const sections = tags.map((tag) => {
    const offered = all.filter((operation) => operation.tag === tag);
    const heading = `## ${tag}: ${offered.length} of ${official[tag]}`;
    if (offered.length === 0) return `${heading}\n`;
    return renderSection(heading, offered, proofs);
  });
  const pipeline = Object.entries(proofs.pipeline).map(([code, place]) => proven(code, place));
  const neighbours = renderSection(
    `## Neighbours

Not of the access plane and not counted, but asked for by its tools on their way.`,
    table.filter(({ neighbour }) => neighbour),
    proofs,
  );
  return `# Coverage

Written by \`scripts/coverage.ts\` from the table of operations and \`test/proofs.json\`; a test compares it. Each code
leads to a test that meets it, and has the test's title. A run of all tests fails when a declared code is met by none,
when an answer is not as the OpenAPI document declares it, and when a proof is no longer true; \`npm test -- --prove\`
writes both anew. \`SERVICE_UNAVAILABLE\` is of a storage that fails, not of an operation:
\`test/sqlite-faults.test.ts\` and \`test/database-faults.test.ts\` meet it, on either engine.

**${all.length} of ${total}** operations of the access plane.

Refusals of the pipeline, the same for all operations: ${pipeline.join(", ")}.

${sections.join("\n")}
${neighbours}`;
}

/** Writes docs/coverage.md. */
export const writeCoverage = (): void => writeFileSync(target, renderCoverage());

if (process.argv[1] === fileURLToPath(import.meta.url)) writeCoverage();

// Writes docs/coverage.md from the table of operations: versions, statuses and error codes of each.
import { readdirSync } from "node:fs";
import { grouped } from "../src/domain/grouped.ts";
import { operations } from "../src/operations/index.ts";
import type { Operation } from "../src/operations/operation.ts";
import { readProofs } from "../test/support/proofs.ts";

const root = new URL("../", import.meta.url);

type Counts = Readonly<Record<string, number>>;

/** How many operations each tag of the official document has: on the access plane, and for access to data. */
export const accessPlane: Counts = {
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
const doors: Counts = {
  "Project IP Access List": 5,
  "Database Users": 5,
  "Custom Database Roles": 5,
  "X.509 Authentication": 3,
  "LDAP Configuration": 5,
  "Federated Authentication": 18,
  "Resource Policies": 7,
  "Cloud Provider Access": 5,
  "Third-Party Integrations": 5,
  Alerts: 4,
  "Alert Configurations": 8,
  Auditing: 2,
  "Maintenance Windows": 5,
  "AWS Clusters DNS": 2,
  "Access Tracking": 2,
  "Remote MCP Configurations": 18,
  "Network Peering": 13,
  "Private Endpoint Services": 10,
  "Encryption at Rest using Customer Key Management": 6,
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
  const all = table.filter(({ neighbour }) => !neighbour);
  const byTag = grouped(all, ({ tag }) => tag);
  const unknown = [...byTag.keys()].filter((tag) => !(tag in accessPlane || tag in doors));
  if (unknown.length > 0) throw new Error(`say how many operations there are of ${unknown.join(", ")}`);
  const sectionsOf = (counts: Counts) =>
    Object.entries(counts).flatMap(([tag, count]) => {
      const offered = byTag.get(tag) ?? [];
      return offered.length === 0 ? [] : [renderSection(`## ${tag}: ${offered.length} of ${count}`, offered)];
    });
  const offeredOf = (counts: Counts) => all.filter(({ tag }) => tag in counts).length;
  const total = Object.values(accessPlane).reduce((sum, count) => sum + count, 0);
  const neighbours = table.filter(({ neighbour }) => neighbour);
  return `# Coverage

**${offeredOf(accessPlane)} of ${total}** operations of the access plane, and **${offeredOf(doors)}** more for access to data. Paths are below \`/api/atlas/v2\`; each operation links to its declaration.
Written by \`scripts/coverage.ts\`; a test compares it. \`test/proofs.json\` names, for every code of every operation, a test that
meets it; a full test run fails if one is missing or wrong.

Every operation can also answer: ${codesOf(Object.keys(readProofs().pipeline))}, and \`SERVICE_UNAVAILABLE\` when the database fails.

${[...sectionsOf(accessPlane), ...sectionsOf(doors)].join("\n")}
${renderSection("## Neighbours\n\nNot counted: operations outside the access plane that its tools call on their way.", neighbours)}`;
}

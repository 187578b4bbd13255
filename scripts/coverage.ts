// Writes docs/coverage.md from the table of operations: versions, statuses and error codes of each, and the operations that are not
// here.
import { readdirSync, readFileSync } from "node:fs";
import { operations } from "../src/atlas/index.ts";
import type { Operation } from "../src/core/operations/operation.ts";
import { readSpec } from "../src/core/spec/files.ts";
import { readProofs } from "../test/support/proofs.ts";
import { code, table } from "./cells.ts";

const root = new URL("../", import.meta.url);

/** Tags of the official document: on the access plane, and for access to data. */
const accessPlane = [
  "Projects",
  "Organizations",
  "MongoDB Cloud Users",
  "Teams",
  "Programmatic API Keys",
  "Service Accounts",
  "Events",
  "Activity Feed",
  "Rate Limiting",
  "Root",
];
const dataAccess = [
  "Project IP Access List",
  "Database Users",
  "Custom Database Roles",
  "X.509 Authentication",
  "LDAP Configuration",
  "Federated Authentication",
  "Resource Policies",
  "Cloud Provider Access",
  "Third-Party Integrations",
  "Alerts",
  "Alert Configurations",
  "Auditing",
  "Maintenance Windows",
  "AWS Clusters DNS",
  "Access Tracking",
  "Remote MCP Configurations",
  "Network Peering",
  "Private Endpoint Services",
  "Encryption at Rest using Customer Key Management",
];

const published = Object.values(readSpec("atlas").operations);
const countOf = (tag: string): number => published.filter((each) => each.tag === tag).length;

const isOf = (tags: readonly string[]) => (each: Operation) => !each.neighbour && tags.includes(each.tag);

/** The operations of the access plane that are here, and the number that Atlas publishes. */
export const offeredOfAccessPlane = Object.values<Operation>(operations).filter(isOf(accessPlane));
export const totalOfAccessPlane = published.filter(({ tag }) => accessPlane.includes(tag)).length;

/** The file that declares each operation. */
const files = new Map(
  readdirSync(new URL("src/atlas", root), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("operations.ts"))
    .sort()
    .flatMap((path) => {
      const text = readFileSync(new URL(`src/atlas/${path}`, root), "utf8");
      return [...text.matchAll(/^export const (\w+) = /gm)].map(
        ([, id = ""]) => [id, `src/atlas/${path}`] as const,
      );
    }),
);

const fileOf = (id: string): string => files.get(id) ?? "";

const codesOf = (codes: readonly string[]): string => [...codes].sort().map(code).join(", ");

function row({ id, method, path, versions, errors, status }: Operation): string[] {
  const dates = Object.entries(versions)
    .map(([name, { sunset }]) => (sunset === undefined ? name : `${name} (until ${sunset})`))
    .join(", ");
  const codes = errors.length === 0 ? "" : `; ${codesOf(errors)}`;
  const request = `${method} ${path.replace("/api/atlas/v2", "") || "/"}`;
  return [`[${code(id)}](../${fileOf(id)})`, code(request), dates, `${status}${codes}`];
}

const head = ["Operation", "Request", "Versions", "Success; own error codes"];

const renderSection = (heading: string, listed: readonly Operation[]): string =>
  `${heading}\n\n${table(head, listed.map(row))}\n`;

/** Lists the published operations that are not here, by tag and path. */
function renderMissing(): string {
  const words = readSpec("words").operations;
  const missing = Object.entries(readSpec("atlas").operations)
    .filter(([id]) => !(id in operations))
    .map(([id, { tag, call }]) => {
      const [method = "", path = ""] = call.split(" ");
      return { id, tag, method, path: path.replace("/api/atlas/v2", "") };
    })
    .sort((a, b) => a.tag.localeCompare(b.tag) || a.path.localeCompare(b.path));
  const rows = missing.map(({ id, tag, method, path }) => {
    return [tag, code(id), code(`${method} ${path}`), words[id]?.summary ?? ""];
  });
  const heading = `## Not implemented: ${missing.length} of ${published.length}`;
  return `${heading}\n\nCalls of these are answered 501 with \`NOT_IMPLEMENTED_BY_ANTEROOM\` and the operation's id.\n\n${table(["Tag", "Operation", "Request", "Summary"], rows)}\n`;
}

export function renderCoverage(): string {
  const all = Object.values<Operation>(operations);
  const unknown = all.filter((each) => !each.neighbour && !isOf([...accessPlane, ...dataAccess])(each));
  if (unknown.length > 0) throw new Error(`say what ${unknown[0]?.tag} is for`);
  const sections = [...accessPlane, ...dataAccess].flatMap((tag) => {
    const offered = all.filter(isOf([tag]));
    return offered.length === 0
      ? []
      : [renderSection(`## ${tag}: ${offered.length} of ${countOf(tag)}`, offered)];
  });
  const neighbours = all.filter(({ neighbour }) => neighbour);
  return `# Coverage

**${offeredOfAccessPlane.length} of ${totalOfAccessPlane}** operations of the access plane, and **${all.filter(isOf(dataAccess)).length}** more for access to data. Paths are below \`/api/atlas/v2\`; each operation links to its declaration.
Written by \`scripts/coverage.ts\`; a test compares it. \`test/proofs.json\` names, for every code of every operation, a test that
meets it; a full test run fails if one is missing or wrong.

Every operation can also answer: ${codesOf(Object.keys(readProofs().pipeline))}, and \`SERVICE_UNAVAILABLE\` when the database fails.

${sections.join("\n")}
${renderSection("## Neighbours\n\nNot counted: operations outside the access plane that its tools call on their way.", neighbours)}
${renderMissing()}`;
}

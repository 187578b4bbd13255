// Writes docs/coverage.md from the table of operations: versions, statuses and error codes of each, and the operations that are not
// here.
import { readdirSync, readFileSync } from "node:fs";
import { operations } from "../src/atlas/index.ts";
import { type Grade, grades } from "../src/core/contract/grade.ts";
import type { Operation } from "../src/core/operations/operation.ts";
import { endingRowOf } from "../src/core/spec/endings.ts";
import { readSpec } from "../src/core/spec/files.ts";
import { readProofs } from "../test/support/proofs.ts";
import { code, table } from "./cells.ts";

const root = new URL("../", import.meta.url);

/** Tags of the official document on the access plane, which come first. */
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

export const published = Object.values(readSpec("atlas").operations);
const countOf = (tag: string): number => published.filter((each) => each.tag === tag).length;

const isOf = (tags: readonly string[]) => (each: Operation) => tags.includes(each.tag);

/** The operations of the access plane that are here, and the number that Atlas publishes. */
const offeredOfAccessPlane = Object.values<Operation>(operations).filter(isOf(accessPlane));
const totalOfAccessPlane = published.filter(({ tag }) => accessPlane.includes(tag)).length;

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

function row({ id, method, path, versions, errors, status, grade }: Operation): string[] {
  const dates = Object.entries(versions)
    .map(([name, { sunset }]) => (sunset === undefined ? name : `${name} (until ${sunset})`))
    .join(", ");
  const codes = errors.length === 0 ? "" : `; ${codesOf(errors)}`;
  const request = `${method} ${path.replace("/api/atlas/v2", "") || "/"}`;
  return [`[${code(id)}](../${fileOf(id)})`, code(request), grade ?? "", dates, `${status}${codes}`];
}

const head = ["Operation", "Request", "Grade", "Versions", "Success; own error codes"];

const renderSection = (heading: string, listed: readonly Operation[]): string =>
  `${heading}\n\n${table(head, listed.map(row))}\n`;

const { month, operations: forms } = readSpec("atlas");
const monthBegins = new Date(`1 ${month} UTC`).toISOString();

/** Returns the day on which the last version of an operation ended, before the month of the document. */
function endOf(id: string): string | undefined {
  const sunsets = Object.values(endingRowOf(id)?.versions ?? {}).map((each) => each?.sunset ?? monthBegins);
  const last = sunsets.sort().at(-1);
  return last !== undefined && last < monthBegins ? last : undefined;
}

/** Lists the published operations that are not here, by tag and path: those that have ended, and the others. */
function listMissing() {
  const words = readSpec("words").operations;
  const missing = Object.entries(forms)
    .filter(([id]) => !(id in operations))
    .map(([id, { tag, call }]) => {
      const [method = "", path = ""] = call.split(" ");
      return { id, tag, method, path: path.replace("/api/atlas/v2", "") };
    })
    .sort((a, b) => a.tag.localeCompare(b.tag) || a.path.localeCompare(b.path));
  const rows = missing.map(({ id, tag, method, path }) => {
    return { ended: endOf(id), cells: [tag, code(id), code(`${method} ${path}`), words[id]?.summary ?? ""] };
  });
  return {
    ended: rows.flatMap(({ ended, cells }) => (ended === undefined ? [] : [[...cells, ended]])),
    notHere: rows.filter(({ ended }) => ended === undefined).map(({ cells }) => cells),
  };
}

const { ended, notHere } = listMissing();

export { notHere };

const columns = ["Tag", "Operation", "Request", "Summary"];

const renderEnded = (): string =>
  `## Ended: ${ended.length} of ${published.length}\n\nAll versions of these have ended. Calls are answered 410 with \`VERSION_GONE\`, as those of any version from its end on.\n\n${table([...columns, "Ended"], ended)}\n`;

function renderMissing(): string {
  if (notHere.length === 0) return "";
  const heading = `## Not implemented: ${notHere.length} of ${published.length}`;
  return `${heading}\n\nCalls of these are answered 501 with \`NOT_IMPLEMENTED_BY_ANTEROOM\` and the operation's id.\n\n${table(columns, notHere)}\n`;
}

/** The sentences that say what each grade means, with the number of its operations. */
function renderGrades(all: readonly Operation[]): string {
  const meanings: Readonly<Record<Grade, string>> = {
    recorded: "answers are held against recorded answers of real Atlas",
    declared: "behaviour is written from what Atlas publishes and what its clients rely on",
    kept: "stored and shown by structure alone; nothing else follows from it",
  };
  const rows = grades
    .toReversed()
    .map((grade) => [grade, String(all.filter((each) => each.grade === grade).length), meanings[grade]]);
  return table(["Grade", "Operations", "Meaning"], rows);
}

export function renderCoverage(): string {
  const here = Object.values<Operation>(operations);
  const ofAtlas = here.filter(({ grade }) => grade !== undefined);
  const others = [...new Set(ofAtlas.map(({ tag }) => tag))]
    .filter((tag) => !accessPlane.includes(tag))
    .sort();
  const sections = [...accessPlane, ...others].map((tag) => {
    const offered = ofAtlas.filter(isOf([tag]));
    return renderSection(`## ${tag}: ${offered.length} of ${countOf(tag)}`, offered);
  });
  const own = here.filter(({ grade }) => grade === undefined);
  return `# Coverage

**${ofAtlas.length} of ${published.length}** operations that Atlas publishes, among them **${offeredOfAccessPlane.length} of ${totalOfAccessPlane}** of the access plane; **${ended.length}** others have ended. Paths are below \`/api/atlas/v2\`; each operation links to its declaration.
Written by \`scripts/coverage.ts\`; a test compares it. \`test/proofs.json\` names, for every code of every operation, a test that
meets it; a full test run fails if one is missing or wrong.

${renderGrades(ofAtlas)}

\`--least-grade declared\` or \`recorded\` answers 501 to operations below it, and the API's document has the grade as \`x-anteroom-grade\`.

Every operation can also answer: ${codesOf(Object.keys(readProofs().pipeline))}, and \`SERVICE_UNAVAILABLE\` when the database fails.

${sections.join("\n")}
${renderSection("## Own\n\nOperations that Atlas does not publish.", own)}
${[renderEnded(), renderMissing()].join("\n").trimEnd()}
`;
}

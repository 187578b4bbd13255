// Holds the derived OpenAPI document against the official one: every difference has its reason, and every reason its difference.
// As a program: node --import tsx test/conformance/document.ts [--write] [OFFICIAL.json]; with --write it writes the reasons into docs/fidelity.md.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describeApi } from "../../src/openapi/document.ts";
import { operations } from "../../src/operations/index.ts";
import type { Operation } from "../../src/operations/operation.ts";
import { type Explanation, explanations, ofThePipeline } from "./differences.ts";
import { compareDocuments } from "./structure.ts";

/** The official document is not ours to pass on: it is named to us, or lies beside a checkout. */
export const officialPath =
  process.env.ANTEROOM_OFFICIAL ??
  fileURLToPath(new URL("../../../shared/atlas/atlas.openapi.json", import.meta.url));

export const haveOfficial = process.env.ANTEROOM_OFFICIAL !== undefined || existsSync(officialPath);

export interface Comparison {
  readonly operations: number;
  /** How many differ in nothing but refusals of the pipeline. */
  readonly equal: number;
  /** How many differences each explanation has met, by what it explains. */
  readonly explained: readonly { readonly what: string; readonly count: number }[];
  /** Such as `getOrg: status -409`. */
  readonly unexplained: readonly string[];
  /** What an explanation lists and nothing differs by any more. */
  readonly outdated: readonly string[];
}

const isListed = (listed: string, difference: string): boolean =>
  listed.endsWith("*") ? difference.startsWith(listed.slice(0, -1)) : listed === difference;

const explains = (explanation: Explanation, id: string, difference: string): boolean =>
  explanation.differences.some((listed) => isListed(listed, difference)) &&
  (explanation.operations === "all" || explanation.operations.some((each) => each === id));

const isOfThePipeline = (difference: string): boolean =>
  ofThePipeline.some(({ differences }) => differences.includes(difference));

/** What is listed and was not met: differences, then operations. */
function unmet(
  { what, ...listed }: Explanation,
  met: readonly { id: string; difference: string }[],
): string[] {
  const named = listed.operations === "all" ? [] : listed.operations;
  return [
    ...listed.differences.filter((each) => !met.some(({ difference }) => isListed(each, difference))),
    ...named.filter((each) => !met.some(({ id }) => id === each)),
  ].map((each) => `${what}: ${each}`);
}

export function sortOut(found: ReadonlyMap<string, readonly string[]>): Comparison {
  const all = [...found].flatMap(([id, differences]) =>
    differences.map((difference) => ({ id, difference })),
  );
  const met = explanations.map((explanation) => ({
    explanation,
    met: all.filter(({ id, difference }) => explains(explanation, id, difference)),
  }));
  return {
    operations: found.size,
    equal: [...found.values()].filter((differences) => differences.every(isOfThePipeline)).length,
    explained: met.map(({ explanation: { what }, met: { length: count } }) => ({ what, count })),
    unexplained: all
      .filter(({ id, difference }) => !explanations.some((each) => explains(each, id, difference)))
      .map(({ id, difference }) => `${id}: ${difference}`),
    outdated: met.flatMap(({ explanation, met }) => unmet(explanation, met)),
  };
}

/** Operations of the public API: the private ones are in no official document. */
const isPublic = ({ neighbour, path }: Operation): boolean =>
  neighbour !== true || path.startsWith("/api/atlas/v2/");

export const compared = Object.values<Operation>(operations).filter(isPublic);

let described: string | undefined;

/** Returns our document of them, a copy each time; it takes a second to describe. */
export function ownDocument(): ReturnType<typeof JSON.parse> {
  described ??= JSON.stringify(describeApi(compared, "https://cloud.mongodb.com"));
  return JSON.parse(described);
}

/** How they differ from an official document. */
export const compareWith = (theirs: unknown): ReturnType<typeof compareDocuments> =>
  compareDocuments({ ours: ownDocument(), theirs });

/** Compares with the official document at `path`: of its operations, those that are here. docs/coverage.md lists the others. */
export function compareWithOfficial(path: string): Comparison {
  const here = new Set(compared.map(({ id }) => id));
  const found = compareWith(JSON.parse(readFileSync(path, "utf8")));
  return sortOut(new Map([...found].filter(([id]) => here.has(id))));
}

function describe({ explained, unexplained, outdated, operations: total, equal }: Comparison): string {
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ["", `${title} (${lines.length}):`, ...lines.map((line) => `  ${line}`)];
  return [
    "explained:",
    ...explained.map(({ what, count }) => `  ${String(count).padStart(4)}  ${what}`),
    ...list("NOT EXPLAINED", unexplained),
    ...list("EXPLAINED IN VAIN", outdated),
    "",
    `${total} operations, ${equal} equal but for refusals of the pipeline; ${unexplained.length} differences without a reason`,
  ].join("\n");
}

const fidelity = new URL("../../docs/fidelity.md", import.meta.url);
const heading = "### Where the derived document differs from the official one";

const renderOperations = (listed: Explanation["operations"]): string =>
  listed === "all" ? "all that differ so" : listed.map((id) => `\`${id}\``).join(", ");

/** The section of docs/fidelity.md that these reasons make. */
function renderSection(): string {
  const rows = explanations.map(
    ({ what, operations, reason }) => `| ${what} | ${renderOperations(operations)} | ${reason} |`,
  );
  return `${heading}

Names, required members, enums, alternatives, discriminators, parameters, roles, statuses, headers, versions and sunset dates
are those of the official document, except for this. \`test/conformance/document.ts\` compares them and writes this table.

| What differs | Operations | Reason |
|---|---|---|
${rows.join("\n")}
`;
}

/** docs/fidelity.md as it is, and as it should be: the section is at the end of what was decided. */
export function readFidelity(): { readonly is: string; readonly shouldBe: string } {
  const is = readFileSync(fidelity, "utf8");
  const end = is.indexOf("\n## Known and not mended");
  const start = is.indexOf(heading);
  const before = is.slice(0, start < 0 ? end + 1 : start);
  return { is, shouldBe: `${before}${renderSection()}${is.slice(end)}` };
}

function run(args: readonly string[]): void {
  if (args.includes("--write")) writeFileSync(fidelity, readFidelity().shouldBe);
  const path = args.find((each) => !each.startsWith("--")) ?? officialPath;
  if (existsSync(path)) {
    const comparison = compareWithOfficial(path);
    console.log(describe(comparison));
    if (comparison.unexplained.length + comparison.outdated.length > 0) process.exitCode = 1;
  } else {
    console.error(
      `There is no file ${path}; name the official document as an argument or in ANTEROOM_OFFICIAL.`,
    );
    process.exitCode = 2;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) run(process.argv.slice(2));

// Writes the section of docs/fidelity.md that spec/patches.json makes.
import { readSpec } from "../src/spec/files.ts";
import type { Patches, TypePatch } from "../src/spec/patch.ts";
import { replaceSection } from "./format.ts";

/** Marks that say how a member is used here; they are counted, not listed. */
const marks = ["always", "checkedByRule", "demanded", "isSecret"] as const;
const wordsOfMarks = {
  always: "are always answered, though the document leaves them open",
  checkedByRule:
    "are checked by a rule, with a code of its own, in place of the form that the document gives",
  demanded: "are demanded by a rule, though the document leaves them open",
  isSecret: "are struck out of logs and lists of requests",
};

/** The members that a patch is about, without those that it only marks. */
function membersOf({
  optional = [],
  required = [],
  without = [],
  set = {},
  members = {},
  merged,
}: TypePatch): string[] {
  return [
    ...optional.map((name) => `${name} optional`),
    ...required.map((name) => `${name} required`),
    ...without.map((name) => `no ${name}`),
    ...Object.keys(set).filter((name) => name !== ""),
    ...Object.keys(members),
    ...(merged ? ["all cases"] : []),
  ];
}

interface Row {
  readonly because: string;
  readonly source: string;
  readonly places: string[];
}

function rowsOf({ types, operations, parameters }: Patches): Row[] {
  const rows = new Map<string, Row>();
  const add = (because: string, source: string, place: string) => {
    const row = rows.get(because) ?? { because, source, places: [] };
    rows.set(because, row);
    if (!row.places.includes(place)) row.places.push(place);
  };
  for (const [id, all] of Object.entries(operations)) {
    for (const { because, source } of all) add(because, source, `\`${id}\``);
  }
  for (const [name, all] of Object.entries(parameters)) {
    for (const { because, source } of all) add(because, source, `parameter \`${name}\``);
  }
  for (const [name, all] of Object.entries(types)) {
    for (const patch of all) {
      const members = membersOf(patch);
      if (members.length > 0) add(patch.because, patch.source, `\`${name}\` (${members.join(", ")})`);
    }
  }
  return [...rows.values()];
}

function renderSection(patches: Patches): string {
  const all = Object.values(patches.types).flat();
  const counted = marks.map((mark) => {
    const count = all.reduce((sum, patch) => sum + (patch[mark]?.length ?? 0), 0);
    return `* ${count} members ${wordsOfMarks[mark]}.`;
  });
  const rows = rowsOf(patches).map(
    ({ because, source, places }) => `| ${because} | ${source} | ${places.join(", ")} |`,
  );
  return `### Where Anteroom differs from the official document

What Anteroom takes and answers is what the official document states (\`spec/atlas.json\`), except for this: \`spec/patches.json\` has it, and
\`scripts/fidelity.ts\` writes this section.

${counted.join("\n")}

| Reason | Known from | Where |
|---|---|---|
${rows.join("\n")}
`;
}

export const renderFidelity = (): string =>
  replaceSection("docs/fidelity.md", renderSection(readSpec("patches")), "## Known and not mended");

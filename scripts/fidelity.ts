// Writes the section of docs/fidelity.md that spec/patches.json makes.
import { grouped } from "../src/core/domain/grouped.ts";
import { readSpec } from "../src/core/spec/files.ts";
import type { Patches, TypePatch } from "../src/core/spec/patch.ts";
import { code, table } from "./cells.ts";
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

interface Difference {
  readonly because: string;
  readonly source: string;
  readonly place: string;
}

/** Lists the patches, each with the operation, parameter or type that it changes. */
function differencesOf({ types, operations, parameters }: Patches): Difference[] {
  return [
    ...Object.entries(operations).flatMap(([id, all]) => all.map((patch) => ({ ...patch, place: code(id) }))),
    ...Object.entries(parameters).flatMap(([name, all]) =>
      all.map((patch) => ({ ...patch, place: `parameter ${code(name)}` })),
    ),
    ...Object.entries(types).flatMap(([name, all]) =>
      all
        .map((patch) => ({ ...patch, named: membersOf(patch) }))
        .filter(({ named }) => named.length > 0)
        .map(({ named, ...patch }) => ({ ...patch, place: `${code(name)} (${named.join(", ")})` })),
    ),
  ];
}

/** A row for each reason, with all places that have it. */
const rowsOf = (patches: Patches): string[][] =>
  [...grouped(differencesOf(patches), ({ because }) => because).values()].map((all) => {
    const places = new Set(all.map(({ place }) => place));
    return [all[0]?.because ?? "", all[0]?.source ?? "", [...places].join(", ")];
  });

function renderSection(patches: Patches): string {
  const all = Object.values(patches.types).flat();
  const counted = marks.map((mark) => {
    const count = all.reduce((sum, patch) => sum + (patch[mark]?.length ?? 0), 0);
    return `* ${count} members ${wordsOfMarks[mark]}.`;
  });
  return `### Where Anteroom differs from the official document

What Anteroom takes and answers is what the official document states (\`spec/atlas.json\`), except for this: \`spec/patches.json\` has it, and
\`scripts/fidelity.ts\` writes this section.

${counted.join("\n")}

${table(["Reason", "Known from", "Where"], rowsOf(patches))}
`;
}

export const renderFidelity = (): string =>
  replaceSection("docs/fidelity.md", renderSection(readSpec("patches")), "## Known and not mended");

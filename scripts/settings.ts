// Writes what follows from the table of settings: docs/settings.md, docs/options.md, and the type of the options of createAnteroom.
import { packageName } from "../src/core/contract/release.ts";
import {
  flagOf,
  libraryOptions,
  placesOf,
  rows,
  type Setting,
  type SettingName,
  variableOf,
} from "../src/core/settings/table.ts";
import { code, sentence, table } from "./cells.ts";
import { readTypes } from "./declared-types.ts";
import { format } from "./format.ts";
import { examples } from "./option-examples.ts";

/** Headings, each with the first setting below it. */
const headings: Partial<Record<SettingName, string>> = {
  host: "Address",
  data: "Store",
  tls: "HTTPS",
  seed: "First content",
  now: "Clock, faults and rules of the API",
  mailUrl: "Mail",
  oidcIssuer: "Sign-in with a provider",
  strictRoles: "People and roles",
  keepEvents: "How long records are kept",
  logLevel: "Log and secrets",
};

interface Chapter<Row> {
  readonly heading: string;
  readonly rows: Row[];
}

/** The rows below each heading that has any. */
function inChapters<Row>(cellsOf: (name: SettingName, setting: Setting) => Row | undefined): Chapter<Row>[] {
  const chapters: Chapter<Row>[] = [];
  for (const [name, setting] of rows) {
    const heading = headings[name];
    if (heading !== undefined) chapters.push({ heading, rows: [] });
    const row = cellsOf(name, setting);
    if (row !== undefined) chapters.at(-1)?.rows.push(row);
  }
  return chapters.filter((chapter) => chapter.rows.length > 0);
}

function linked(text: string, see: string | undefined): string {
  return see === undefined
    ? sentence(text)
    : `${sentence(text)} ${see.replace(/^\[./, (letters) => letters.toUpperCase())}.`;
}

function placeOf(setting: Setting): string {
  const [only, ...others] = placesOf(setting);
  return others.length === 0 ? ` ${code(`${only}`)} only.` : "";
}

const defaultOf = ({ otherwise, default: value, takes }: Setting): string =>
  otherwise ?? (value === undefined ? "" : takes === undefined ? value : code(value));

const settingRow = (name: SettingName, setting: Setting): string[] => [
  setting.hasNoFlag ? "" : code([flagOf(name), setting.takes].filter(Boolean).join(" ")),
  code(variableOf(name)),
  defaultOf(setting),
  `${linked(setting.text, setting.see)}${placeOf(setting)}`,
];

const inFiles = rows.flatMap(([name, { mayBeInFile }]) => (mayBeInFile ? [variableOf(name)] : []));

const written = "Written by `scripts/settings.ts` from `src/core/settings/table.ts`; a test compares them.";

export const renderSettings = (): string => `# Settings

${written}

\`anteroom dev\` and \`anteroom serve\` take these flags, and other commands [some of them](cli.md). In a program they are
[options](options.md). A flag takes precedence over its variable. A variable of a flag without a value switches it on, unless it is
empty, \`0\`, \`false\`, \`no\` or \`off\`. Settings without a flag are secret, or too long for one.

${inChapters(settingRow)
  .map(({ heading, rows }) => `## ${heading}\n\n${table(["Flag", "Variable", "Default", "Meaning"], rows)}\n`)
  .join("\n")}
## Secrets in files

What is secret can be in a file instead, which the variable with \`_FILE\` at its end names; line breaks at the end of the file
do not count: ${inFiles.map((name) => code(`${name}_FILE`)).join(", ")}. Flags stand in the list of processes, and variables in
that of a container: prefer files for what has a password in it.
`;

interface Option {
  readonly name: string;
  readonly type: string;
  readonly text: string;
  readonly default?: string | undefined;
  readonly see?: string | undefined;
}

function optionOf(name: SettingName, { option, ...row }: Setting): Option | undefined {
  if (option === undefined) return undefined;
  return { name, default: row.otherwise ?? row.default, text: row.text, see: row.see, ...option };
}

const ofLibrary: readonly Option[] = Object.entries(libraryOptions).map(([name, row]) => ({ name, ...row }));

/** Returns a value as it is written in a program: `{ orgs: [] }`. */
const inProgram = (value: unknown): string =>
  JSON.stringify(value, null, 1)
    .replace(/\s*\n\s*/g, " ")
    .replace(/"(\w+)":/g, "$1:")
    .replace(/\[ /g, "[")
    .replace(/ \]/g, "]");

const optionRow = ({ name, type, text, default: value, see }: Option): string[] => [
  code(name),
  code(type),
  value ?? "",
  linked(text, see),
  code(`${name}: ${inProgram(examples[name as keyof typeof examples])}`),
];

const optionTable = (options: readonly Option[]): string =>
  table(["Option", "Type", "Default", "Meaning", "Example"], options.map(optionRow));

const policyRows = (readTypes("src/core/domain/policy.ts").get("Policy")?.members ?? []).map((each) => [
  code(each.name),
  code(each.type === "Audience" ? '"nobody" | "invited" | "everybody"' : each.type),
  each.text,
]);

export const renderOptionsPage = (): string => `# Options of createAnteroom

${written}

\`createAnteroom({ port: 0, limits: "atlas" })\` of \`${packageName}\` starts a server [in a program](guides/testing.md). All options may be left
out: then it is in memory, begins with the demonstration, and opens no socket until \`url\` is read. An unknown option is refused with the
one that was probably meant. Most are [settings](settings.md) of \`anteroom dev\` too, some with another default.

${inChapters(optionOf)
  .map(({ heading, rows }) => `## ${heading}\n\n${optionTable(rows)}\n`)
  .join("\n")}
## Of a program alone

${optionTable(ofLibrary)}

## policy

\`invited\` are people with a pending invitation, and members of an organization.

${table(["Member", "Type", "Meaning"], policyRows)}
`;

const member = ({ name, type, text, default: value }: Option): string =>
  `/** ${sentence(text)}${value === undefined ? "" : ` Default: ${value}.`} */\nreadonly ${name}?: ${type};`;

export const renderOptions = (): string =>
  format(
    "src/testing/options.ts",
    `// Written by scripts/settings.ts from src/core/settings/table.ts: the options of an Anteroom inside a program.
import type { Policy } from "../core/domain/policy.ts";
import type { SeedDocument } from "./seed/types.ts";

export interface AnteroomOptions {
${[...rows.flatMap(([name, setting]) => optionOf(name, setting) ?? []), ...ofLibrary].map(member).join("\n")}
}
`,
  );

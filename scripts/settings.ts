// Writes what follows from the table of settings: docs/settings.md, and the type of the options of createAnteroom.
// Usage: node --import tsx scripts/settings.ts
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { flagOf, libraryOptions, placesOf, rows, type Setting, variableOf } from "../src/settings/table.ts";
import { format } from "./format.ts";

const code = (text: string) => `\`${text}\``;

function placeOf(setting: Setting): string {
  const [only, ...others] = placesOf(setting);
  return others.length === 0 ? `${only} only: ` : "";
}

function defaultOf({ otherwise, default: value, takes }: Setting): string {
  if (otherwise !== undefined) return otherwise;
  return value === undefined ? "" : takes === undefined ? value : code(value);
}

const line = ([name, setting]: (typeof rows)[number]): string => {
  const flag = setting.hasNoFlag ? "" : code(flagOf(name));
  const option = setting.option === undefined ? "" : code(name);
  const link = setting.see === undefined ? "" : ` (${setting.see})`;
  const meaning = `${placeOf(setting)}${setting.text}${link}`.replaceAll("|", "\\|");
  return `| ${flag} | ${code(variableOf(name))} | ${option} | ${defaultOf(setting)} | ${meaning} |`;
};

const inFiles = rows.flatMap(([name, { mayBeInFile }]) => (mayBeInFile ? [variableOf(name)] : []));

export const renderSettings = (): string => `# Settings

Written by \`scripts/settings.ts\` from \`src/settings/table.ts\`; a test compares them.

\`anteroom dev\` and \`anteroom serve\` take these flags; \`anteroom migrate\`, \`seed FILE\`, \`backup FILE\`, \`restore FILE\`,
\`rotate-secret\`, \`audit verify\` and \`sign-in-link EMAIL\` take those of the store. A flag takes precedence over its variable. A
variable of a flag without a value switches it on, unless it is empty, \`0\`, \`false\`, \`no\` or \`off\`. *Option* is what
\`createAnteroom\` takes; [in TypeScript](guides/testing.md) it has ${Object.keys(libraryOptions).map(code).join(" and ")} as well.

| Flag | Variable | Option | Default | Meaning |
|---|---|---|---|---|
${rows.map(line).join("\n")}

What is secret can be in a file instead, which the variable with \`_FILE\` at its end names; line breaks at the end of the file
do not count: ${inFiles.map((name) => code(`${name}_FILE`)).join(", ")}. Flags stand in the list of processes, and variables in
that of a container: prefer files for what has a password in it.
`;

interface Option {
  readonly type: string;
  readonly text: string;
  readonly default?: string | undefined;
}

const optionsOfRows: (readonly [string, Option])[] = rows.flatMap(([name, { option, ...row }]) =>
  option === undefined ? [] : [[name, { default: row.otherwise ?? row.default, text: row.text, ...option }]],
);

const member = ([name, { type, text, default: value }]: readonly [string, Option]): string => {
  const sentence = `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  return `/** ${sentence}${value === undefined ? "" : ` Default: ${value}.`} */\nreadonly ${name}?: ${type};`;
};

export const renderOptions = (): string =>
  format(
    "src/settings/options.ts",
    `// Written by scripts/settings.ts from src/settings/table.ts: the options of an Anteroom inside a program.
import type { Policy } from "../domain/policy.ts";
import type { SeedDocument } from "../seed/types.ts";

export interface AnteroomOptions {
${[...optionsOfRows, ...Object.entries(libraryOptions)].map(member).join("\n")}
}
`,
  );

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL("../docs/settings.md", import.meta.url), renderSettings());
  writeFileSync(new URL("../src/settings/options.ts", import.meta.url), renderOptions());
}

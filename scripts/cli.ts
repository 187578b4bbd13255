// Writes docs/cli.md from the declarations of the commands, from which --help comes as well.
import type { Argument, Command, Option } from "commander";
import { createApiProgram } from "../src/cli/api.ts";
import { createProgram } from "../src/cli/program.ts";
import { packageName } from "../src/core/contract/release.ts";
import { code, sentence, table } from "./cells.ts";

/** The guide that explains the purpose of a command. */
const guides: Readonly<Record<string, string>> = {
  dev: "[first calls](guides/first-calls.md)",
  serve: "[host it](guides/production.md)",
  migrate: "[upgrade](guides/operations.md#upgrade)",
  backup: "[backup](guides/operations.md#sqlite-backup)",
  restore: "[backup](guides/operations.md#sqlite-backup)",
  "rotate-secret": "[a new secret](guides/operations.md#a-new-secret)",
  "audit verify": "[seals](security.md#seals-of-events)",
  seed: "[seed](guides/seed.md)",
  "release-second-factor": "[security](security.md#the-second-factor)",
  "release-identity": "[production](guides/production.md#install-and-first-start)",
  "sign-in-link": "[production](guides/production.md#install-and-first-start)",
  init: "[seed](guides/seed.md)",
  report: "[July 2027](guides/july-2027.md#who-still-calls-it)",
  record: "[July 2027](guides/july-2027.md#from-logs)",
  convert: "[July 2027](guides/july-2027.md#rewrite-the-configuration)",
  "convert-invites": "[July 2027](guides/july-2027.md#move-pending-invitations)",
  explain: "[who is let in](guides/controls.md#who-is-let-in)",
  "who-can": "[who is let in](guides/controls.md#who-is-let-in)",
  snapshot: "[copies](guides/mirror.md)",
  diff: "[copies](guides/mirror.md)",
  api: "[first calls](guides/first-calls.md#anteroom-api)",
};

interface Listed {
  /** The name, with that of the command above it: `audit verify`. */
  readonly name: string;
  readonly command: Command;
}

function listCommands(program: Command, above = ""): Listed[] {
  return program
    .createHelp()
    .visibleCommands(program)
    .filter((command) => command.name() !== "help")
    .flatMap((command) => {
      const name = `${above}${command.name()}`;
      return command.commands.length === 0 ? [{ name, command }] : listCommands(command, `${name} `);
    });
}

/** Returns what --help prints after the flags. */
function helpAfter(command: Command): string {
  const printed: string[] = [];
  command.configureOutput({ writeOut: (text) => void printed.push(text) }).outputHelp();
  return printed.join("").slice(command.helpInformation().length).trim();
}

const shown = (value: unknown): string => (value === undefined ? "" : code(String(value)));

function argumentRow(argument: Argument): string[] {
  const { description, argChoices = [], defaultValue } = argument;
  const word = `${argument.name()}${argument.variadic ? "..." : ""}`;
  const meaning = description === "" ? `One of ${argChoices.map(code).join(", ")}.` : sentence(description);
  return [code(argument.required ? `<${word}>` : `[${word}]`), "", shown(defaultValue), meaning];
}

function optionRow(option: Option): string[] {
  const { flags, envVar, description, argChoices, mandatory } = option;
  const { defaultValue, defaultValueDescription = defaultValue } = option;
  // In --help the default is part of the text where it is no value.
  const [, text = description, inWords] = /^(.*) \(default: (.*)\)$/s.exec(description) ?? [];
  const choices = argChoices === undefined ? "" : ` One of ${argChoices.map(code).join(", ")}.`;
  const meaning = `${sentence(text)}${text.includes(argChoices?.[0] ?? "\0") ? "" : choices}${mandatory ? " Must be given." : ""}`;
  return [code(flags), shown(envVar), inWords ?? shown(defaultValueDescription), meaning];
}

const head = ["Argument or flag", "Variable", "Default", "Meaning"];

/** The flags that every operation has, as one with a body and one version shows them. */
function flagsOfApi(): string[][] {
  const tag = createApiProgram({}).commands.find((each) => each.name() === "projects");
  const command = tag?.commands.find((each) => each.name() === "createGroup");
  const shared = command?.options.slice(command.options.findIndex(({ long }) => long === "--file")) ?? [];
  return shared
    .map(optionRow)
    .map(([flag = "", variable = "", value = "", meaning = ""]) =>
      flag.includes("--version") ? [flag, variable, "the newest", meaning] : [flag, variable, value, meaning],
    );
}

function rowsOf({ name, command }: Listed): string[][] {
  if (name === "api") return flagsOfApi();
  const options = command
    .createHelp()
    .visibleOptions(command)
    .filter(({ long }) => long !== "--help");
  return [...command.registeredArguments.map(argumentRow), ...options.map(optionRow)];
}

function renderFlags(listed: Listed): string {
  const { name } = listed;
  if (name === "dev" || name === "serve") {
    const other = name === "dev" ? "serve" : "dev";
    return `Its flags are the [settings](settings.md), but for those of ${code(other)} only.`;
  }
  return table(head, rowsOf(listed));
}

/** Blocks that are indented in --help are commands. */
function renderHelp(text: string): string[] {
  return text
    .split("\n\n")
    .filter(Boolean)
    .map((block) => {
      const [, lines] = /^Examples?:\n([\s\S]*)$/.exec(block) ?? [];
      return lines === undefined ? block : `\`\`\`text\n${lines.replace(/^ {2}/gm, "")}\n\`\`\``;
    });
}

function renderCommand(listed: Listed): string {
  const { name, command } = listed;
  const source = name === "api" ? createApiProgram({}) : command;
  const usage = name === "api" ? "<tag> <operation> [flags...]" : command.usage();
  const guide = guides[name] === undefined ? "" : ` More: ${guides[name]}.`;
  const parts = [
    `## ${name}`,
    code(`anteroom ${name} ${usage}`),
    `${sentence(command.description())}${guide}`,
    renderFlags(listed),
    ...renderHelp(helpAfter(source)),
  ];
  return `${parts.join("\n\n")}\n`;
}

export async function renderCli(): Promise<string> {
  const commands = listCommands(await createProgram({}));
  const index = commands.map(({ name, command }) => [
    `[${code(name)}](#${name.replaceAll(" ", "-")})`,
    sentence(command.description()),
  ]);
  return `# Command line

Written by \`scripts/cli.ts\` from \`src/cli\`; a test compares them. The command \`anteroom\` comes with the package
\`${packageName}\`: [install](guides/README.md#install). \`anteroom COMMAND --help\` says the same as this page. Exit code 2 means that a flag, a
variable or an argument is wrong as written, 1 any other failure; commands with other codes say so.

${table(["Command", ""], index)}

${commands.map(renderCommand).join("\n")}`;
}

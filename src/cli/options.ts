// Options of commands: those of settings, from their table, and those that several commands share.
import { type Command, InvalidArgumentError, Option } from "commander";
import { readSettings, type Settings } from "../core/settings/settings.ts";
import {
  flagOf,
  type GivenSettings,
  placesOf,
  rows,
  type Setting,
  variableOf,
} from "../core/settings/table.ts";
import { type Environment, exposingFlags, type Masters, readMasters, withSecrets } from "./secrets.ts";

/** A command: its help, and its action. */
interface CommandWords<Flags, Args extends readonly unknown[]> {
  readonly name: string;
  readonly text: string;
  readonly args?: Readonly<Record<string, string>>;
  readonly options?: readonly Option[];
  readonly help: string;
  /** Runs the command; resolves with the exit code, if there is more than one. */
  readonly run: (typed: Typed<Flags>, ...args: Args) => Promise<unknown>;
}

/** The flags that were typed, and the command. */
export interface Typed<Flags> {
  readonly flags: Flags;
  readonly command: Command;
  readonly environment: Environment;
  readonly masters: () => Masters;
}

/** Returns a function that adds a command to a program. */
export const command =
  <Flags, Args extends readonly unknown[]>(words: CommandWords<Flags, Args>) =>
  (program: Command, environment: Environment): Command => {
    const { name, text, args = {}, options = [], help, run } = words;
    const added = program.command(name).description(text).addHelpText("after", `\n${help}`);
    for (const [each, meaning] of Object.entries(args)) added.argument(each, meaning);
    for (const each of options) added.addOption(each);
    const masters = () => readMasters(environment);
    return added.action(async () => {
      const typed = { flags: added.opts() as Flags, command: added, environment, masters };
      const code = await run(typed, ...(added.processedArgs as unknown as Args));
      if (typeof code === "number") process.exitCode = code;
    });
  };

/** Makes a command about a store, which its settings name. */
export const storeCommand = <Flags extends object, Args extends readonly unknown[]>({
  options = [],
  run,
  ...words
}: Omit<CommandWords<Flags, Args>, "run"> & {
  readonly run: (settings: Settings, typed: Typed<Flags>, ...args: Args) => Promise<unknown>;
}) =>
  command<GivenSettings & Flags, Args>({
    ...words,
    options: [...settingOptions("store"), ...options],
    run: (typed, ...args) => run(settingsOf(typed.flags, typed.environment), typed, ...args),
  });

export const option = (flags: string, text: string, variable: string): Option =>
  new Option(flags, text).env(variable);

/** Makes the flags of the settings that a command accepts: `store` for those that only open a store. */
export const settingOptions = (place: "dev" | "serve" | "store"): Option[] =>
  rows
    .filter(([, row]) => !row.hasNoFlag && placesOf(row).includes(place))
    .map(([name, row]) => settingOption(name, row));

function settingOption(name: string, { takes, text, default: value, otherwise, several }: Setting): Option {
  const flags = takes === undefined ? flagOf(name) : `${flagOf(name)} ${takes}`;
  const flag = option(
    flags,
    otherwise === undefined ? text : `${text} (default: ${otherwise})`,
    variableOf(name),
  );
  if (takes === undefined) return flag;
  flag.argParser((one: string, before?: string) => {
    if (one.startsWith("--")) throw new InvalidArgumentError(`It is the next flag: ${takes} is missing.`);
    return several ? [before, one].filter(Boolean).join("\n") : one;
  });
  return value !== undefined && otherwise === undefined ? flag.default(value) : flag;
}

/** Removes variables that switch something off: Commander takes the variable of a switch for yes, whatever its value. */
export function unsetSwitchedOff(environment: Environment): void {
  for (const [name, { takes, hasNoFlag }] of rows) {
    const variable = variableOf(name);
    if (!takes && !hasNoFlag && /^(0|false|no|off|)$/i.test(environment[variable] ?? "x")) {
      delete environment[variable];
    }
  }
}

/** Reads the settings of a command, and warns of flags that show a password. */
export function settingsOf(
  given: GivenSettings,
  environment: Environment,
  ...defaults: [Parameters<typeof readSettings>[1]?, Parameters<typeof readSettings>[2]?]
): Settings {
  for (const name of exposingFlags(given, environment)) {
    process.stderr.write(
      `anteroom: ${flagOf(name)} shows its password in the list of processes; name a file with it in ${variableOf(name)}_FILE instead\n`,
    );
  }
  return readSettings(withSecrets(given, environment), ...defaults);
}

/** The flag of a running server. Its variable is that of clients, not of the server. */
export const serverOption = (flag: string, text: string): Option =>
  option(`--${flag} <url>`, text, "ANTEROOM_URL").default("http://127.0.0.1:8080");

export interface SourceFlags {
  readonly baseUrl: string;
  readonly data?: string;
  readonly databaseUrl?: string;
}

export const sourceOptions = (server: string, folder: string, database: string): Option[] => [
  serverOption("base-url", server),
  option("--data <dir>", folder, "ANTEROOM_DATA"),
  option("--database-url <url>", database, "ANTEROOM_DATABASE_URL"),
];

/** Reports whether the command reads a store: a named store is used instead of a server that is only the default. */
export const readsStore = ({ command, flags: { data, databaseUrl } }: Typed<SourceFlags>): boolean =>
  (data !== undefined || databaseUrl !== undefined) && command.getOptionValueSource("baseUrl") !== "cli";

export interface OrgFlags {
  readonly orgId?: string;
  readonly data: string;
  readonly parallel: number;
  readonly quiet?: boolean;
}

export const orgOptions = (): Option[] => [
  option(
    "--org, --orgId <id>",
    "the organization; may be left out where the credential sees one alone",
    "MONGODB_ATLAS_ORG_ID",
  ),
  option(
    "--data <dir>",
    "folder whose credentials.json serves when MONGODB_ATLAS_PUBLIC_API_KEY and _PRIVATE_API_KEY, or MONGODB_ATLAS_CLIENT_ID and _CLIENT_SECRET, are not set",
    "ANTEROOM_DATA",
  ).default("data"),
  new Option("--parallel <number>", "requests at a time, 1 to 16").argParser(readParallel).default(4),
  new Option("-q, --quiet", "say nothing but what went wrong"),
];

function readParallel(text: string): number {
  if (/^([1-9]|1[0-6])$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Give a number from 1 to 16.");
}

export const askingOf = ({ orgId, ...rest }: OrgFlags, environment: Environment) => ({
  ...rest,
  environment,
  org: orgId === "" ? undefined : orgId,
});

/** The exit code of a misuse, as in shells; 1 is a failure. */
export const misuseCode = 2;

/** Makes a command exit with the code of a misuse where commander would exit with 1, after an action for refusals. */
export const endingWithCode = (command: Command, refuse = () => {}): Command =>
  command.exitOverride(({ exitCode }) => {
    if (exitCode !== 0) refuse();
    process.exit(exitCode === 0 ? 0 : misuseCode);
  });

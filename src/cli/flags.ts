// The flags of `anteroom api <tag> <operation>`, made from the parameters of the operation.
import { InvalidArgumentError, Option } from "commander";
import type { TSchema } from "typebox";
import { describeValue } from "../core/contract/attributes.ts";
import { flagAliases, idVariables } from "../core/contract/command-names.ts";
import { typeOf } from "../core/contract/schema-words.ts";
import { isVersionName, versionsInOrder } from "../core/contract/versions.ts";
import { isId } from "../core/domain/choosing.ts";
import type { Operation } from "../core/operations/operation.ts";
import { readBaseUrl } from "../core/settings/readers.ts";
import type { Environment } from "./caller.ts";

/** The flags of a call: those of its operation, by the names of the parameters, and those of every call. */
export interface Flags extends Readonly<Record<string, unknown>> {
  readonly version: string;
  readonly file?: string;
  readonly output: string;
  readonly outputFile?: string;
  readonly baseUrl: string;
  readonly data: string;
}

/** The parameters that accept a name instead of an id; those that others are looked up in come first. */
export const namedParams = ["orgId", "groupId", "teamId", "userId"] as const;

export const hasNames = ({ params }: Operation, flags: Flags): boolean =>
  namedParams.some((param) => param in params && !isId(flags[param]));

export const flagsOf = (operation: Operation, environment: Environment): Option[] => [
  ...Object.entries(operation.params).map(([param, schema]) => idFlagOf(param, schema, environment)),
  ...Object.entries(operation.query).map(([param, schema]) => flagOf(param, schema)),
  ...commonFlags(operation),
];

function commonFlags({ body, versions: ofOperation }: Operation): Option[] {
  const versions = versionsInOrder(ofOperation);
  const newest = versions.at(-1) ?? "";
  const others = versions.length > 1 ? ` It has ${versions.join(", ")}.` : "";
  return [
    ...(body === undefined
      ? []
      : [new Option("--file <path>", "File with the body; - or none at all reads standard input.")]),
    new Option("--version <date>", `Resource version to ask for.${others}`)
      .argParser(readVersion)
      .default(newest),
    new Option(
      "-o, --output <format>",
      "Format of the answer: json and no other. When it is given, a refusal goes to standard output as JSON, too.",
    )
      .choices(["json"])
      .default("json"),
    new Option("--outputFile, --output-file <path>", "File for the answer, instead of standard output."),
    new Option("--base-url <url>", "Server to ask; https://cloud.mongodb.com is Atlas itself.")
      .env("ANTEROOM_URL")
      .argParser(readUrl)
      .default("http://127.0.0.1:8080"),
    new Option(
      "--data <dir>",
      "Folder whose credentials.json serves when MONGODB_ATLAS_PUBLIC_API_KEY and _PRIVATE_API_KEY, or MONGODB_ATLAS_CLIENT_ID and _CLIENT_SECRET, are not set.",
    )
      .env("ANTEROOM_DATA")
      .default("data"),
  ];
}

/** Makes the flag of a path parameter: it is required, as a flag or in its variable. */
function idFlagOf(name: string, schema: TSchema, environment: Environment): Option {
  const flag = flagOf(name, schema).makeOptionMandatory();
  if (namedParams.some((each) => each === name)) flag.description += " A name is looked up.";
  const variable = idVariables[name];
  if (variable === undefined) return flag;
  flag.description += ` Variable: ${variable}.`;
  // An empty variable counts as missing; commander would take it for an id.
  return environment[variable] ? flag.default(environment[variable]) : flag;
}

function flagOf(name: string, schema: TSchema): Option {
  const { items } = schema as { items?: TSchema };
  const type = typeOf(items ?? schema);
  // The flag shows `integer` of `integer, 1 to 500`, and its help the rest; all of `one of A, B` goes into the help.
  const [, word = "value", typeText = word === "value" ? type : ""] =
    /^([a-z]+)(?:, (.+))?$/.exec(type) ?? [];
  const meaning = describeValue(schema, typeText);
  const alias = flagAliases[name];
  const flag = alias === undefined ? `--${name}` : `--${alias}, --${name}`;
  if (type === "boolean") return new Option(`${flag} [true|false]`, meaning).argParser(readBoolean);
  if (items === undefined) return new Option(`${flag} <${word}>`, meaning);
  const collect = (value: string, before: string[] | undefined) => [...(before ?? []), value];
  return new Option(`${flag} <${word}>`, `${meaning} Can be given several times.`).argParser(collect);
}

function readBoolean(text: string): string {
  if (text === "true" || text === "false") return text;
  throw new InvalidArgumentError("Give true or false, or nothing, which means true.");
}

function readVersion(text: string): string {
  if (isVersionName(text)) return text;
  throw new InvalidArgumentError("A version is a date such as 2023-01-01, or preview.");
}

function readUrl(text: string): string {
  try {
    return readBaseUrl(text);
  } catch (reason) {
    throw new InvalidArgumentError((reason as Error).message);
  }
}

// `anteroom api <tag> <operationId>`: every operation of the table as a command, in the shape of the atlas CLI's.
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { Command, InvalidArgumentError, Option } from "commander";
import type { TSchema } from "typebox";
import { sendWithToken, TokenRefused } from "../client/bearer.ts";
import { sendWithDigest } from "../client/digest.ts";
import { AtlasError, AtlasUnreachable } from "../client/errors.ts";
import type { Received, Send } from "../client/exchange.ts";
import { targetOf } from "../client/request.ts";
import { sendOver } from "../client/transport.ts";
import { readBaseUrl, SettingsError } from "../config.ts";
import { version as release } from "../contract/build.ts";
import { typeOf } from "../contract/schema-words.ts";
import { mediaType, versionsInOrder } from "../contract/versions.ts";
import { operations } from "../operations/index.ts";
import type { Operation } from "../operations/operation.ts";
import { adviceFor } from "./advice.ts";
import { describeValue } from "./attributes.ts";
import { type AskedAs, type Environment, findCaller } from "./caller.ts";
import { describeOperation } from "./operation-help.ts";
import { byTagName } from "./tags.ts";

/** The flags of a call: those of its operation by the names of the parameters, and those that every call has. */
interface Flags extends Readonly<Record<string, unknown>> {
  readonly version: string;
  readonly file?: string;
  readonly baseUrl: string;
  readonly data: string;
}

/** Runs one command line, without the words `anteroom api`, and sets the exit code of the process. */
export async function api(words: readonly string[], environment: Environment): Promise<void> {
  const program = new Command("anteroom api")
    .description("Call any operation of the API, on Anteroom or on Atlas.")
    .showHelpAfterError("(--help lists what there is)")
    .addHelpText("after", "\nExample:\n  anteroom api projects listGroups --pretty");
  for (const [tag, ofTag] of byTagName(Object.values(operations))) {
    const one = ofTag.length === 1 ? "1 operation" : `${ofTag.length} operations`;
    const command = program
      .command(tag)
      .description(`${ofTag[0]?.tag}: ${one}${ofTag[0]?.neighbour ? " beside the access plane" : ""}`)
      .addHelpText("after", `\nWhat an operation takes: anteroom api ${tag} <operationId> --help`);
    for (const operation of ofTag) command.addCommand(commandOf(operation, environment));
  }
  await program.parseAsync(words, { from: "user" });
}

function commandOf(operation: Operation, environment: Environment): Command {
  const versions = versionsInOrder(operation.versions);
  const deprecated = versions.every((date) => operation.versions[date]?.deprecated !== undefined);
  const command = new Command(operation.id)
    .summary(`${operation.summary}${deprecated ? " (deprecated)" : ""}`)
    .configureHelp({
      formatHelp(it, helper) {
        const name = `${it.parent?.parent?.name()} ${it.parent?.name()} ${it.name()}`;
        const flags = it.options.map((option) => [option.flags, meaningOf(option)] as const);
        return describeOperation(operation, { name, flags }, helper);
      },
    })
    .showHelpAfterError("(--help shows what can be given)");
  const own = [
    ...Object.entries(operation.params).map(([name, schema]) => flagOf(name, schema).makeOptionMandatory()),
    ...Object.entries(operation.query).map(([name, schema]) => flagOf(name, schema)),
  ];
  for (const each of [...own, ...commonFlags(operation, versions)]) command.addOption(each);
  return command.action(async (flags: Flags) => {
    process.exitCode = await call(operation, flags, environment);
  });
}

const meaningOf = ({ description, defaultValue, envVar }: Option): string =>
  [
    description,
    ...(defaultValue === undefined ? [] : [`Default: ${defaultValue}.`]),
    ...(envVar === undefined ? [] : [`Variable: ${envVar}.`]),
  ].join(" ");

function commonFlags({ body }: Operation, versions: readonly string[]): Option[] {
  const newest = versions.at(-1) ?? "";
  const others = versions.length > 1 ? ` It has ${versions.join(", ")}.` : "";
  return [
    ...(body === undefined
      ? []
      : [new Option("--file <path>", "File with the body; - or none at all reads standard input.")]),
    new Option("--version <date>", `Resource version to ask for.${others}`)
      .argParser(readVersion)
      .default(newest),
    new Option("-o, --output <format>", "Format of the answer: json and no other.")
      .choices(["json"])
      .default("json"),
    new Option("--base-url <url>", "Server to ask; https://cloud.mongodb.com is Atlas itself.")
      .env("ANTEROOM_URL")
      .argParser(readUrl)
      .default("http://127.0.0.1:8080"),
    new Option(
      "--data <dir>",
      "Folder whose credentials.json serves when MONGODB_ATLAS_PUBLIC_KEY and _PRIVATE_KEY, or MONGODB_ATLAS_CLIENT_ID and _CLIENT_SECRET, are not set.",
    )
      .env("ANTEROOM_DATA")
      .default("data"),
  ];
}

function flagOf(name: string, schema: TSchema): Option {
  const { items } = schema as { items?: TSchema };
  const type = typeOf(items ?? schema);
  // `integer, 1 to 500`: the flag shows `integer`, its meaning the rest; `one of A, B` goes into the meaning whole.
  const [, word = "value", typeText = word === "value" ? type : ""] =
    /^([a-z]+)(?:, (.+))?$/.exec(type) ?? [];
  const meaning = describeValue(schema, typeText);
  if (type === "boolean") return new Option(`--${name} [true|false]`, meaning).argParser(readBoolean);
  if (items === undefined) return new Option(`--${name} <${word}>`, meaning);
  const collect = (value: string, before: string[] | undefined) => [...(before ?? []), value];
  return new Option(`--${name} <${word}>`, `${meaning} Can be given several times.`).argParser(collect);
}

function readBoolean(text: string): string {
  if (text === "true" || text === "false") return text;
  throw new InvalidArgumentError("Give true or false, or nothing, which means true.");
}

function readVersion(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  throw new InvalidArgumentError("A version is a date such as 2023-01-01.");
}

function readUrl(text: string): string {
  try {
    return readBaseUrl(text);
  } catch (reason) {
    throw new InvalidArgumentError((reason as Error).message);
  }
}

/** Performs the call, prints its answer, and returns the exit code. */
async function call(operation: Operation, flags: Flags, environment: Environment): Promise<number> {
  const target = readTarget(operation, flags);
  const body = operation.body === undefined ? undefined : await readBody(flags.file, operation);
  const caller = await findCaller(environment, flags.data);
  const type = mediaType(flags.version);
  const received = await senderOf(
    caller,
    flags.baseUrl,
  )({
    method: operation.method,
    url: `${flags.baseUrl}${target}`,
    headers: {
      accept: type,
      "user-agent": `anteroom-cli/${release}`,
      ...(body !== undefined && { "content-type": type }),
    },
    body,
  }).catch((reason: unknown): Received => {
    if (reason instanceof TokenRefused) return reason.received;
    if (!(reason instanceof AtlasUnreachable)) throw reason;
    throw new SettingsError(
      `${reason.message}. Start a server there with \`anteroom dev\`, or name another one with --base-url or ANTEROOM_URL`,
    );
  });
  if (received.status >= 200 && received.status <= 299) {
    if (received.text !== "") process.stdout.write(`${received.text}\n`);
    return 0;
  }
  const error = new AtlasError(operation.id, received);
  const { status, errorCode, detail, badRequestDetail } = error;
  say(`anteroom: ${status}${errorCode === undefined ? "" : ` ${errorCode}`}: ${detail}`);
  for (const { field, description } of badRequestDetail?.fields ?? []) say(`  ${field}: ${description}`);
  say(adviceFor({ error, operation, given: flags, source: caller.source }));
  return 1;
}

function readTarget({ path, query }: Operation, flags: Flags): string {
  try {
    return targetOf({ path, query: Object.keys(query) }, flags);
  } catch (reason) {
    throw new SettingsError((reason as TypeError).message);
  }
}

function senderOf({ credentials }: AskedAs, baseUrl: string): Send {
  const send = sendOver(fetch);
  return "publicKey" in credentials
    ? sendWithDigest(credentials, send)
    : sendWithToken(credentials, baseUrl, send);
}

async function readBody(file: string | undefined, { id }: Operation): Promise<string> {
  if (file !== undefined && file !== "-") {
    return readFile(file, "utf8").catch((reason: Error) => {
      throw new SettingsError(`--file ${file} cannot be read: ${reason.message}`);
    });
  }
  const missing = new SettingsError(
    `${id} needs a body: give a JSON file with --file, or JSON on standard input; --help shows an example`,
  );
  if (file === undefined && process.stdin.isTTY) throw missing;
  const body = await text(process.stdin);
  if (body.trim() === "") throw missing;
  return body;
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

// `anteroom api <tag> <operation>`: every operation of the table as a command, in the form of the atlas CLI.
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { Command, type Option } from "commander";
import { operations } from "../atlas/index.ts";
import type { Received, Send } from "../client/answer.ts";
import { sendWithToken, TokenRefused } from "../client/bearer.ts";
import { sendWithDigest } from "../client/digest.ts";
import { AtlasError, AtlasUnreachable } from "../client/errors.ts";
import { targetOf } from "../client/request.ts";
import { sendOver } from "../client/sending.ts";
import { commandName } from "../core/contract/command-names.ts";
import { agent } from "../core/contract/release.ts";
import { mediaType, type VersionName, versionsInOrder } from "../core/contract/versions.ts";
import type { Operation } from "../core/operations/operation.ts";
import { Misuse, unreadable } from "../core/settings/error.ts";
import { type AskedAs, type Environment, findCaller } from "./caller.ts";
import { type Flags, flagsOf, hasNames } from "./flags.ts";
import {
  adviceFor,
  adviceForUnreachable,
  byTagName,
  describeEnd,
  describeOperation,
} from "./operation-help.ts";
import { endingWithCode } from "./options.ts";
import { say, writeAnswer, writeRefusal } from "./output.ts";

/** Runs one command line, without the words `anteroom api`, and sets the exit code of the process. */
export async function api(words: readonly string[], environment: Environment): Promise<void> {
  const program = createApiProgram(environment);
  await program.parseAsync(isKnown(program, words) ? words : words.filter((word) => !isHelp(word)), {
    from: "user",
  });
}

/** Reports whether a command exists. The help for a missing one would be that of the command above it. */
function isKnown(program: Command, words: readonly string[]): boolean {
  let command = program;
  for (const word of words.slice(0, 2)) {
    if (word.startsWith("-") || word === "help") return true;
    const next = command.commands.find((each) => each.name() === word || each.aliases().includes(word));
    if (next === undefined) return false;
    command = next;
  }
  return true;
}

const isHelp = (word: string): boolean => word === "--help" || word === "-h";

export function createApiProgram(environment: Environment): Command {
  const program = endingWithCode(new Command("anteroom api"))
    .description("Call any operation of the API, on Anteroom or on Atlas.")
    .showHelpAfterError("(--help lists what there is)")
    .addHelpText("after", examples);
  for (const [tag, ofTag] of byTagName(Object.values(operations))) {
    const one = ofTag.length === 1 ? "1 operation" : `${ofTag.length} operations`;
    const command = program
      .command(tag)
      .description(`${ofTag[0]?.tag}: ${one}${ofTag[0]?.neighbour ? " beside the access plane" : ""}`)
      .addHelpText("after", `\nWhat an operation takes: anteroom api ${tag} <operation> --help`);
    for (const operation of ofTag) command.addCommand(commandOf(operation, environment));
  }
  return program;
}

const examples = `
Examples:
  anteroom api projects listGroups
  anteroom api projects getGroup --projectId payments --outputFile project.json
  echo '{"username": "hello@example.com", "roles": ["GROUP_OWNER"]}' |
    MONGODB_ATLAS_PROJECT_ID=payments anteroom api projects updateGroupInvites

Organizations, projects, teams and people may be given by their exact names, which are looked up; 24 hexadecimal digits are an id.

Exit codes: 0 when it is done, 1 when it is refused, 2 when the command line is wrong.`;

function commandOf(operation: Operation, environment: Environment): Command {
  const versions = versionsInOrder(operation.versions);
  const deprecated = versions.every((date) => operation.versions[date]?.deprecated !== undefined);
  const name = commandName(operation);
  const command = endingWithCode(new Command(name))
    .summary(`${operation.summary}${deprecated ? " (deprecated)" : ""}`)
    .configureHelp({
      formatHelp(it, helper) {
        const name = `${it.parent?.parent?.name()} ${it.parent?.name()} ${it.name()}`;
        const flags = it.options.map((option) => [option.flags, meaningOf(option)] as const);
        return describeOperation(operation, { name, flags }, helper);
      },
    })
    .showHelpAfterError("(--help shows what can be given)");
  if (name !== operation.id) command.alias(operation.id);
  for (const each of flagsOf(operation, environment)) command.addOption(each);
  return command.action(async (flags: Flags) => {
    const wantsJson = command.getOptionValueSource("output") === "cli";
    process.exitCode = await call(operation, flags, environment, wantsJson);
  });
}

const meaningOf = ({ description, defaultValue, envVar }: Option): string =>
  [
    description,
    ...(defaultValue === undefined ? [] : [`Default: ${defaultValue}.`]),
    ...(envVar === undefined ? [] : [`Variable: ${envVar}.`]),
  ].join(" ");

/** Calls an operation. `wantsJson`: a program reads standard output, whatever the answer. */
async function call(operation: Operation, given: Flags, environment: Environment, wantsJson: boolean) {
  const body = operation.body === undefined ? undefined : await readBody(given.file, operation);
  const caller = await findCaller(environment, given.data);
  const naming = hasNames(operation, given) ? await import("./named-ids.ts") : undefined;
  const flags = naming === undefined ? given : await naming.withIds(operation, given, caller);
  const target = readTarget(operation, flags);
  const json = mediaType(flags.version);
  const { type = json } = operation.versions[flags.version as VersionName] ?? {};
  const end = describeEnd(operation, flags.version);
  if (end !== undefined) {
    const which = versionsInOrder(operation.versions).length === 1 ? "" : `in version ${flags.version} `;
    say(`warning: ${commandName(operation)} ${which}${end.text}`);
  }
  const send = senderOf(caller, flags.baseUrl);
  const received = await send({
    method: operation.method,
    url: `${flags.baseUrl}${target}`,
    headers: {
      accept: type,
      "user-agent": agent,
      ...(body !== undefined && { "content-type": json }),
    },
    body,
    wantsBytes: type !== json,
  }).catch((reason: unknown): Received | AtlasUnreachable => {
    if (reason instanceof TokenRefused) return reason.received;
    if (reason instanceof AtlasUnreachable) return reason;
    throw reason;
  });
  const forPerson = process.stdout.isTTY && flags.pretty === undefined;
  if (received instanceof AtlasUnreachable) {
    const { code, detail } = received;
    if (wantsJson) writeRefusal("", { errorCode: code, detail }, forPerson);
    say(`anteroom: ${detail}. ${adviceForUnreachable(code, flags.data)}`);
    return 1;
  }
  if (received.status >= 200 && received.status <= 299) {
    return writeAnswer(received.bytes ?? received.text, { file: flags.outputFile, forPerson });
  }
  const error = new AtlasError(operation.id, received);
  if (wantsJson) writeRefusal(received.text, error, forPerson);
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
    throw new Misuse((reason as TypeError).message);
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
    return readFile(file, "utf8").catch(unreadable(`--file ${file}`));
  }
  const missing = new Misuse(
    `${id} needs a body: give a JSON file with --file, or JSON on standard input; --help shows an example`,
  );
  if (file === undefined && process.stdin.isTTY) throw missing;
  const body = await text(process.stdin);
  if (body.trim() === "") throw missing;
  return body;
}

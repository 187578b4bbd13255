// Shows operations in a terminal: their names by tag, the help of one, and advice about a refusal.
import type { Help } from "commander";
import type { TSchema } from "typebox";
import { operations } from "../atlas/index.ts";
import type { AtlasError } from "../client/errors.ts";
import { type Attribute, attributesOf, exampleBody, rolesAccepted } from "../core/contract/attributes.ts";
import { commandName, tagName } from "../core/contract/command-names.ts";
import { catalogue } from "../core/contract/errors.ts";
import type { Grade } from "../core/contract/grade.ts";
import { codesOf } from "../core/contract/pipeline-codes.ts";
import { roleTitles } from "../core/contract/role-titles-en.ts";
import { orgRoleNames } from "../core/contract/roles.ts";
import { versionsInOrder } from "../core/contract/versions.ts";
import { type Door, effectiveRoles } from "../core/domain/access.ts";
import { grouped } from "../core/domain/grouped.ts";
import type { Operation } from "../core/operations/operation.ts";
import { mintedFiles } from "../core/tls/open.ts";

/** Groups operations by the name of their tag, both in alphabetical order of their commands. */
export function byTagName(operations: Iterable<Operation>): [string, Operation[]][] {
  const tags = grouped([...operations], ({ tag }) => tagName(tag));
  for (const each of tags.values()) each.sort((a, b) => (commandName(a) < commandName(b) ? -1 : 1));
  return [...tags].sort(([a], [b]) => (a < b ? -1 : 1));
}

type Row = readonly [term: string, meaning: string];

/** The widest term in the help: it leaves the second column of 80 columns the 40 without which it would not be wrapped. */
const widestTerm = 36;

interface Command {
  /** The name, such as `anteroom api projects getGroup`. */
  readonly name: string;
  readonly flags: readonly Row[];
}

export function describeOperation(operation: Operation, { name, flags }: Command, helper: Help): string {
  const width = helper.helpWidth ?? 80;
  const paragraph = (text: string) => helper.boxWrap(text, width);
  const section = (title: string, rows: readonly Row[]) => {
    if (rows.length === 0) return undefined;
    const termWidth = Math.min(widestTerm, Math.max(...rows.map(([term]) => term.length)));
    return [
      title,
      ...rows.map(([term, meaning]) => helper.formatItem(term, termWidth, meaning, helper)),
    ].join("\n");
  };
  const { method, path, summary, description, grade, door, body } = operation;
  const mandatory = Object.keys(operation.params).map((param) => ` --${param} <${param}>`);
  return `${[
    `Usage: ${name}${mandatory.join("")} [flags]`,
    paragraph(`${summary}.`),
    `${method} ${path}`,
    paragraph(description),
    ...describeLifetime(operation).map(paragraph),
    ...(commandName(operation) === operation.id ? [] : [paragraph(`Also called ${operation.id}.`)]),
    ...(grade === undefined ? [] : [paragraph(gradeInWords[grade])]),
    paragraph(describeDoor(door)),
    section("Flags:", flags),
    ...(body === undefined ? [] : describeBody(body, operation, section)),
    describeReply(operation, section),
    section("Refusals:", codesOf(operation).map(refusalRow).sort(byTerm)),
    `Example:\n${exampleOf(operation, name)}`,
  ]
    .filter((part) => part !== undefined)
    .join("\n\n")}\n`;
}

const gradeInWords: Readonly<Record<Grade, string>> = {
  recorded: "Grade: recorded; its answers are held against recorded answers of Atlas.",
  declared: "Grade: declared; its behaviour is written from what Atlas publishes and what clients rely on.",
  kept: "Grade: kept; it is stored and shown, and nothing else follows from it.",
};

const describeLifetime = (operation: Operation): string[] =>
  versionsInOrder(operation.versions).flatMap((name) => {
    const end = describeEnd(operation, name);
    return end === undefined ? [] : [`${end.what} ${end.text}`];
  });

/**
 * Describes since when a version is deprecated, until when it answers, and what to call instead; undefined for one that stays.
 */
export function describeEnd(operation: Operation, name: string): { what: string; text: string } | undefined {
  const names = versionsInOrder(operation.versions);
  const { deprecated, sunset } = operation.versions[name] ?? {};
  if (deprecated === undefined && sunset === undefined) return undefined;
  const since = deprecated === undefined ? "is deprecated" : `is deprecated since ${deprecated}`;
  const removed = sunset === undefined ? "" : ` and removed on ${sunset}: from that day on it answers 410`;
  const isLast = name === names.at(-1);
  const instead = isLast ? operation.successor : `version ${names.at(-1)}`;
  const what = names.length === 1 ? "This operation" : `Version ${name}`;
  return { what, text: `${since}${removed}.${instead === undefined ? "" : ` Use ${instead} instead.`}` };
}

/** Describes a door, such as `Project Owner (GROUP_OWNER)`, with the organization roles that include it. */
export function describeDoor(door: Door): string {
  if (door.kind === "open") return "Role: none; no credentials are needed.";
  if (door.kind === "signedIn") {
    return "Role: any; what the caller holds decides what it may see or do.";
  }
  const above = orgRoleNames.filter((role) => role !== door.role && effectiveRoles([role]).has(door.role));
  const or = above.length === 0 ? "" : ` Also through: ${above.map((role) => roleTitles[role]).join(", ")}.`;
  const where = door.role.startsWith("GROUP_") ? "in the project" : "in the organization";
  return `Role: ${roleTitles[door.role]} (${door.role}) ${where}.${or}`;
}

const attributeRow = ({ path, type, description, required }: Attribute): Row => [
  path,
  `${type}${required ? " (required)" : ""}${description === "" ? "" : `. ${description}`}`,
];

type Section = (title: string, rows: readonly Row[]) => string | undefined;

function describeBody(body: TSchema, { path }: Operation, section: Section) {
  const attributes = attributesOf(body, { operationPath: path, sent: true });
  // An object that is named like a role has its roles further inside.
  const holders = grouped(
    attributes.filter(({ type }) => type !== "object"),
    (attribute) => rolesAccepted(attribute.path, path),
    (attribute) => attribute.path,
  );
  return [
    section("Body, as JSON in --file or on standard input:", attributes.map(attributeRow)),
    ...[...holders].map(([roles = [], paths]) =>
      section(
        `Accepted in ${paths.join(", ")}:`,
        roles.map((role): Row => [role, roleTitles[role]]),
      ),
    ),
  ];
}

function describeReply(operation: Operation, section: Section) {
  const newest = versionsInOrder(operation.versions).at(-1);
  const reply = newest && operation.versions[newest]?.reply;
  const place = { operationPath: operation.path, sent: false };
  const rows = reply === undefined ? [] : attributesOf(reply, place).map(attributeRow);
  return (
    section(`Answer, with status ${operation.status}:`, rows) ??
    `Answer: status ${operation.status}, nothing in it.`
  );
}

const refusalRow = (code: ReturnType<typeof codesOf>[number]): Row => [
  `${catalogue[code].status} ${code}`,
  catalogue[code].detail,
];

const byTerm = ([a]: Row, [b]: Row): number => (a < b ? -1 : 1);

function exampleOf({ params, path, body }: Operation, name: string): string {
  const flags = Object.entries(params).map(([param, schema]) => {
    const { example = `my-${param}` } = schema as { example?: string };
    return ` --${param} ${example}`;
  });
  if (body === undefined) return `  ${name}${flags.join("")}`;
  const sent = JSON.stringify(exampleBody(body, path)).replaceAll("'", "'\\''");
  return `  echo '${sent}' | \\\n    ${name}${flags.join("")}`;
}

interface Refusal {
  readonly error: AtlasError;
  readonly operation: Operation;
  readonly given: Readonly<Record<string, unknown>>;
  readonly source: string;
}

const nameOf = (operation: Operation) => `anteroom api ${tagName(operation.tag)} ${commandName(operation)}`;

const listings: Readonly<Record<string, Operation>> = {
  GROUP_NOT_FOUND: operations.listGroups,
  INVALID_GROUP_ID: operations.listGroups,
  INVALID_ORG_ID: operations.listOrgs,
  NOT_IN_GROUP: operations.listGroups,
  ORG_NOT_FOUND: operations.listOrgs,
};

export function adviceFor({ error, operation, given, source }: Refusal): string {
  const { status, errorCode } = error;
  if (errorCode === "invalid_client" || (status === 401 && isUnidentified(error))) {
    return `The credentials come from ${source}; they must be of the server that --base-url names.`;
  }
  const named = errorCode === undefined ? undefined : listings[errorCode];
  const listing = named ?? (status === 404 ? listingAbove(operation) : undefined);
  if (listing !== undefined) return `What there is: ${call(listing, given)}`;
  switch (status) {
    case 400:
    case 415:
      return `What the operation takes: ${nameOf(operation)} --help`;
    case 401:
      return `${describeDoor(operation.door)} The credentials come from ${source}.`;
    case 403:
      return "Put the address this request came from on the access list of the credentials, or ask from one that is on it.";
    case 404:
      return "Check the values of the flags.";
    case 406:
      return `Give one of its versions with --version: ${versionsInOrder(operation.versions).join(", ")}`;
    case 409:
      return "Somebody was there before: look at what exists, and change or remove that.";
    case 410:
      return "Call that one, or set the clock of the rehearsal back.";
    case 429:
      return "Wait as long as that, then ask again.";
    default:
      return status >= 500 ? "The log of the server says more." : "The server's documentation may say more.";
  }
}

/** Advises what to do if no answer came; `dev --tls` keeps its certificate in the data folder. */
export function adviceForUnreachable(code: string | undefined, dataFolder: string): string {
  if (/SELF_SIGNED|UNABLE_TO_(GET_ISSUER|VERIFY)/.test(code ?? "")) {
    const { cert } = mintedFiles(dataFolder);
    return `Its certificate is not trusted here: set NODE_EXTRA_CA_CERTS to the file of it, or of its authority; that of \`anteroom dev --tls\` is ${cert}.`;
  }
  if (/CERT/.test(code ?? "")) return "Its certificate must be in date and name the host of --base-url.";
  return "Start a server there with `anteroom dev`, or name another one with --base-url or ANTEROOM_URL.";
}

/** Reports whether the caller is unknown, and not only refused: the answer is the body of a challenge, or has none. */
const isUnidentified = ({ errorCode }: AtlasError): boolean =>
  errorCode === undefined || errorCode === "UNEXPECTED_ERROR";

/** Finds the operation that lists the candidates of this one: on the same path, or the nearest above it. */
function listingAbove({ path }: Operation): Operation | undefined {
  for (let above = path; above !== ""; above = above.slice(0, above.lastIndexOf("/"))) {
    const found = Object.values<Operation>(operations).find(
      (each) => each.method === "GET" && each.path === above && each.id.startsWith("list"),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

function call(listing: Operation, given: Refusal["given"]): string {
  const flags = Object.keys(listing.params).map((name) => ` --${name} ${given[name] ?? `<${name}>`}`);
  return `${nameOf(listing)}${flags.join("")}`;
}

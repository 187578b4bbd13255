// The Terraform provider's block for each operation: its resource or data source, and the names of its arguments. An operation's
// method and the noun in its id say most of it; `terraform-blocks.json` has what differs, and `terraform-arguments.json` the
// provider's own names, which `scripts/terraform-arguments.ts` writes.
import { operations } from "../atlas/index.ts";
import type { Call } from "./steps.ts";
import written from "./terraform-arguments.json" with { type: "json" };
import table from "./terraform-blocks.json" with { type: "json" };

/** An argument: its form is the mark after its name, of a map (`=`), an object, a list of objects or a block (`(`). */
export interface Argument {
  readonly isRequired: boolean;
  readonly form: string;
  readonly holds: Arguments;
}

export type Arguments = ReadonlyMap<string, Argument>;

type Rows<Row> = Readonly<Record<string, Row>>;

/** Looks a row up by a name that may be anybody's. */
const rowOf = <Row>(rows: Rows<Row>, name: string): Row | undefined =>
  Object.hasOwn(rows, name) ? rows[name] : undefined;

export interface Block {
  readonly kind: "resource" | "data" | "removal";
  readonly type: string;
  readonly known: Arguments;
  /** The argument that the body becomes, or that is removed. */
  readonly into: string | undefined;
  /** The values that the call itself says. */
  readonly given: Rows<string | boolean>;
  /** A comment on how to find in its attributes what is asked for; empty if there is no need. */
  readonly hint: string;
}

function argumentsOf(kind: Block["kind"], type: string): Arguments | undefined {
  const text = rowOf<string>(kind === "data" ? written.dataSources : written.resources, type);
  if (text === undefined) return undefined;
  const open: Map<string, Argument>[] = [new Map()];
  for (const [, name, star, form = ""] of text.matchAll(/(\w+)(\*?)([=({[]?)|[)}\]]/g)) {
    const holds = new Map<string, Argument>();
    if (name === undefined) open.pop();
    else open.at(-1)?.set(name, { isRequired: star === "*", form, holds });
    if (/[({[]/.test(form)) open.push(holds);
  }
  return open[0];
}

const plural = (word: string) => `${word.replace(/(?<!e)y$/, "ie").replace(/x$/, "xe")}s`;
const singular = (word: string) => word.replace(/ies$/, "y").replace(/(?<=x)es$|s$/, "");

/** Converts `orgId` to `org_id`. */
export const snake = (name: string): string =>
  name.replace(/(?<!^)([A-Z]+(?![a-z])|[A-Z])/g, "_$1").toLowerCase();

/** Returns the types that a noun may have, such as `GroupServiceAccount`. */
function typesOf(noun: string): string[] {
  const row = rowOf<string>(table.types, noun);
  if (row !== undefined) return [row];
  return [
    noun.replace(/^Group/, "Project"),
    ...[/^(Group|Org)/, /^GroupCluster/].map((each) => noun.replace(each, "")),
  ].map(snake);
}

function kindOf(verb: string, method: string): Block["kind"] {
  if (method === "GET") return "data";
  return method === "DELETE" || /^(remove|reset|revoke|unpin)$/.test(verb) ? "removal" : "resource";
}

/** Finds the block for a call; a list by an address has the data source of one person, others the attribute users. */
export function findBlock({ operationId, query }: Call): Block | undefined {
  const [verb = "", noun = ""] = operationId.replace(/ByName$/, "").split(/(?<=^[a-z]+)(?=[A-Z])/);
  const kind = kindOf(verb, operations[operationId].method);
  const ofOne = query?.username === undefined ? undefined : rowOf<string>(table.ofOnePerson, operationId);
  const row = ofOne ?? rowOf<string>(table.operations, operationId);
  const several = [noun, singular(noun)].flatMap(typesOf).map(plural);
  const own = { resource: [noun, singular(noun)], data: verb === "list" ? [] : [noun], removal: [noun] };
  const types = row === undefined ? own[kind].flatMap(typesOf) : [row];
  if (table.without.includes(operationId)) return undefined;
  for (const each of [...types, ...(kind === "data" && row === undefined ? several : [])]) {
    const [type = "", into] = each.split(".");
    const known = argumentsOf(kind, type);
    const given = rowOf<Block["given"]>(table.given, operationId) ?? {};
    const hint = ofOne === undefined ? (rowOf<string>(table.hints, operationId) ?? "") : "";
    if (known !== undefined) return { kind, type, known, into, given, hint };
  }
  return undefined;
}

/**
 * Returns the argument for a member or a parameter, as the type has it: a name; a path into an object or a block; one with a
 * place in braces for a member of each item of a list, or for the value itself; `roles[]` for a list of the one value; empty for
 * an object whose members stand in its place. Undefined if there is none.
 */
export function argumentFor(
  type: string,
  known: Pick<ReadonlySet<string>, "has">,
  member: string,
  prefix: string,
): string | undefined {
  const plain = snake(member);
  const own = rowOf<string>(rowOf<Rows<string>>(table.as, type) ?? {}, member);
  const names = rowOf<readonly string[]>(table.names, member) ?? [];
  const choices = [plain, ...names, singular(plain), `${plain}_config`];
  // A path that begins with the place in braces, or is empty, has no name to look for yet.
  const isKnown = (path: string) => /^\w*\{|^$/.test(path) || known.has(path.replace(/\W.*$/, ""));
  if (prefix !== "") return [`${prefix}${plain}`].find(isKnown);
  return (own === undefined ? choices : [own, ...choices]).find(isKnown);
}

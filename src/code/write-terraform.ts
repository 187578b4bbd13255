// Writes a call as a block of the Terraform provider: its resource or data source.
import { quoteProgram } from "../core/domain/quoting.ts";
import { type Body, type Call, isBlank, type Successor, userId, type Value } from "./steps.ts";
import {
  type Argument,
  type Arguments,
  argumentFor,
  type Block,
  findBlock,
  snake,
} from "./terraform-blocks.ts";

/** Quotes a text of HCL: `${` and `%{` would begin an expression. */
export const quoteHcl = (text: string): string => quoteProgram(text).replace(/[$%](?=\{)/g, "$&$&");

const variable = (blank: string): string => `var.${blank.toLowerCase()}`;

type Members = Readonly<Record<string, Body>>;

const isObject = (value: Body | undefined): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isBlank(value);

const listOf = (value: Body | undefined): readonly Body[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value as Body];

/** Writes an object whose names are no arguments, with its brackets. */
function writeMap(entries: readonly (readonly [string, Body])[], indent: string): string {
  const all = entries.map(([name, each]) => [quoteHcl(name), write(each, `${indent}  `)]);
  return brace(writeArguments(Object.fromEntries(all), `${indent}  `), indent);
}

const brace = (inside: string, indent: string): string => `{${inside && `\n${inside}\n${indent}`}}`;

type WriteEach = (value: Body, indent: string) => string;

/** Writes a list as `terraform fmt` does: several objects are on lines of their own. */
function writeList(items: readonly Body[], one: WriteEach, indent: string): string {
  const several = items.length > 1 && items.some(isObject);
  const inner = several ? `${indent}  ` : indent;
  const all = items.map((each) => one(each, inner));
  return several ? `[${all.map((each) => `\n${inner}${each},`).join("")}\n${indent}]` : `[${all.join(", ")}]`;
}

/** Writes a value that holds no arguments. */
function write(value: Body | undefined, indent = "  "): string {
  if (typeof value === "string") return quoteHcl(value);
  if (isBlank(value)) return variable(value.blank);
  if (isObject(value)) return writeMap(Object.entries(value), indent);
  if (!Array.isArray(value)) return String(value);
  return writeList(value, write, indent);
}

/** Writes the value of an argument. */
function writeValue(value: Body, { form, holds }: Argument, type: string, indent: string): string {
  const inside: WriteEach = (each, at) =>
    isObject(each) ? brace(writeInside(each, holds, type, `${at}  `), at) : write(each, at);
  if (form === "{") return inside(value, indent);
  if (form === "[" && !isBlank(value)) return writeList(listOf(value), inside, indent);
  if (form === "=" && Array.isArray(value)) {
    const tags = value.filter((each) => isObject(each) && "key" in each && "value" in each);
    return writeMap(
      tags.map(({ key, value: text }) => [String(key), text]),
      indent,
    );
  }
  const isJson = form === "" && listOf(value).some(isObject);
  return isJson ? `jsonencode(${write(value, indent)})` : write(value, indent);
}

/** Writes what stands in a block or an object: the arguments for its members, a variable for each missing one, and its blocks. */
function writeInside(members: Members, known: Arguments, type: string, indent = "  "): string {
  const given = arrange(members, known, type);
  const needed = [...known].filter(([, { isRequired }]) => isRequired);
  for (const [name, { form }] of needed) given[name] ??= form === "(" ? {} : { blank: name.toUpperCase() };
  const args: Record<string, string> = {};
  const blocks: string[] = [];
  // Required arguments come first.
  const isOptional = ([name]: readonly [string, Body]) => Number(known.get(name)?.isRequired !== true);
  for (const [name, value] of Object.entries(given).sort((a, b) => isOptional(a) - isOptional(b))) {
    const argument = known.get(name);
    if (argument?.form === "(") {
      const each = listOf(value).filter(isObject);
      const inside = each.map((one) => writeInside(one, argument.holds, type, `${indent}  `));
      blocks.push(...inside.map((text) => `${indent}${name} ${brace(text, indent)}`));
    } else if (argument !== undefined) args[name] = writeValue(value, argument, type, indent);
  }
  return [writeArguments(args, indent), ...blocks].filter(Boolean).join("\n\n");
}

/** Returns the values by the arguments that they are for; nothing for a member that has none. */
function arrange(members: Members, known: Arguments, type: string, prefix = ""): Record<string, Body> {
  const args: Record<string, Body> = {};
  const put = (path: string, value: Body) => {
    const [, name = "", inner, isList] = /^(\w+)(?:\.(\w+))?(\[\])?$/.exec(path) ?? [];
    const held = args[name];
    const given = inner === undefined ? (isList ? [value] : value) : { [inner]: value };
    args[name] = isObject(held) && isObject(given) ? { ...held, ...given } : given;
  };
  for (const [member, value] of Object.entries(members)) {
    const path = argumentFor(type, known, member, prefix);
    const named = /\{(\w+)\}/.exec(path ?? "");
    // Settings of an object may be flat there: `compute.enabled` is `compute_enabled`.
    if (path === undefined || path === "") {
      const inside = path === "" ? "" : `${snake(member)}_`;
      const within = listOf(value).filter(isObject);
      Object.assign(args, ...within.map((each) => arrange(each, known, type, inside)));
    } else if (named === null) put(path, value);
    else {
      for (const each of listOf(value)) {
        const name = isObject(each) ? each[named[1] as string] : each;
        const full = path.replace(named[0], snake(String(name)));
        if (!isObject(each)) put(full, true);
        else args[full] = [...listOf(args[full]), each];
      }
    }
  }
  return args;
}

/** Writes arguments in the form of `terraform fmt`: those of several lines are not aligned, so they come last. */
export function writeArguments(given: Readonly<Record<string, string>>, indent = "  "): string {
  const isLong = (value: string) => value.includes("\n");
  const all = Object.entries(given).sort(([, a], [, b]) => Number(isLong(a)) - Number(isLong(b)));
  const lengthOf = (name: string) => [...name].length;
  const width = Math.max(...all.map(([name, value]) => (isLong(value) ? 0 : lengthOf(name))));
  return all
    .map(([name, value]) => {
      const gap = isLong(value) ? "" : " ".repeat(width - lengthOf(name));
      return `${indent}${name}${gap} = ${value}`;
    })
    .join("\n");
}

const above = (...lines: readonly string[]): string => lines.filter(Boolean).join("\n");

/** Returns a comment that a type ends, and what to do; empty for one that stays. */
type EndingNote = (type: string) => string;

function blockOf(call: Call, endingNote: EndingNote, roles?: readonly Value[]): string | undefined {
  const block = findBlock(call);
  if (block === undefined) return undefined;
  const { kind, known, into, hint } = block;
  const type = `mongodbatlas_${block.type}`;
  const note = endingNote(kind === "data" ? `data.${type}` : type);
  if (kind === "removal") {
    const what = into === undefined ? "" : `${into} from `;
    return above(note, `# Remove ${what}the block of resource "${type}" and apply.`);
  }
  const members = membersOf(call, block);
  // The provider finds people by their address, without an id from a look-up.
  if (/_cloud_user_/.test(type) && kind === "data" && !("userId" in members)) {
    members.username ??= { blank: "USERNAME" };
  }
  const inside = writeInside({ ...members, ...(roles && { roles }) }, known, block.type);
  return above(note, hint, `${kind} "${type}" "this" ${brace(inside, "")}`);
}

/** Returns all values of a call by their names. A list becomes a resource for each item; one shows the form. */
function membersOf({ params, query, body }: Call, { into, given }: Block): Record<string, Body> {
  const sent = Array.isArray(body) ? body[0] : body;
  const members: Record<string, Body> = { ...params, ...query, ...given };
  const { entryValue, userId: user } = params;
  // The value of an access-list entry tells its kind.
  if (entryValue !== undefined) {
    members[String(entryValue).includes("/") ? "cidrBlock" : "ipAddress"] = entryValue;
  }
  if (isBlank(user) && user.blank === userId.blank) delete members.userId;
  if (!isObject(sent)) return members;
  return into === undefined ? { ...members, ...sent } : { ...members, [into]: sent };
}

/**
 * Splits a call: the resource of a person in an organization has neither roles in projects nor teams, which are resources of
 * their own.
 */
function partsOfPerson(call: Call): Call[] {
  const body = (call.body ?? {}) as Record<string, Body>;
  const { roles = {}, teamIds = [], username = { blank: "USERNAME" } } = body;
  const { groupRoleAssignments = [], ...own } = roles as Record<string, Body>;
  if (!/^(create|update)OrgUser$/.test(call.operationId)) return [call];
  return [
    { ...call, body: { ...body, ...("roles" in body && { roles: { orgRoles: [], ...own } }) } },
    ...(groupRoleAssignments as Record<"groupId" | "groupRoles", Value>[]).map(
      ({ groupId, groupRoles }): Call => ({
        operationId: "addGroupUsers",
        params: { groupId },
        body: { username, roles: groupRoles },
      }),
    ),
    ...(teamIds as Value[]).map(
      (teamId): Call => ({
        operationId: "addOrgTeamUser",
        params: { ...call.params, teamId },
        body: { id: userId },
      }),
    ),
  ];
}

/**
 * Writes one block for each thing that the calls create or read; look-ups are not needed, since the provider finds people
 * itself.
 */
export function writeTerraform({ steps }: Successor, endingNote: EndingNote): string {
  const written = steps.flatMap((step) => {
    if (step.kind === "find") return [];
    if (step.kind === "roles") return blockOf(step.add, endingNote, step.wanted) ?? [];
    return partsOfPerson(step.call).flatMap((call) => blockOf(call, endingNote) ?? []);
  });
  if (written.length === 0) {
    return "# Nothing is written for Terraform here: look for it in the provider's documentation.";
  }
  return written
    .map((block, index) => (index === 0 ? block : block.replace('"this"', `"this_${index + 1}"`)))
    .join("\n\n");
}

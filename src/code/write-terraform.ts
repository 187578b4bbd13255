// Writes a call as a block of the Terraform provider: its resource or data source.
import { quoteProgram } from "../core/domain/quoting.ts";
import { type Body, type Call, isBlank, type Successor, userId, type Value } from "./steps.ts";
import {
  argumentOf,
  type Block,
  dataSources,
  hints,
  ofOnePerson,
  removals,
  resources,
} from "./terraform-blocks.ts";

/** Quotes a text of HCL: `${` and `%{` would begin an expression. */
export const quoteHcl = (text: string): string => quoteProgram(text).replace(/[$%](?=\{)/g, "$&$&");

const variable = (blank: string): string => `var.${blank.toLowerCase()}`;

type Members = Readonly<Record<string, Body>>;

const isObject = (value: Body | undefined): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isBlank(value);

function write(value: Body | undefined, indent = "  "): string {
  if (typeof value === "string") return quoteHcl(value);
  if (isBlank(value)) return variable(value.blank);
  if (isObject(value)) return `{\n${writeMembers(value, `${indent}  `)}\n${indent}}`;
  if (!Array.isArray(value)) return String(value);
  const tags = value.filter((each) => isObject(each) && "key" in each && "value" in each);
  if (tags.length === 0) return `[${value.map((each) => write(each, indent)).join(", ")}]`;
  const all = tags.map((each) => [quoteHcl(each.key), write(each.value)]);
  return `{\n${writeArguments(Object.fromEntries(all), `${indent}  `)}\n${indent}}`;
}

/** Writes the members of an object, or of a block, in which lists of objects are blocks too. */
function writeMembers(members: Members, indent: string, isBlock = false): string {
  const args: Record<string, string> = {};
  const blocks: string[] = [];
  for (const [name, value] of Object.entries(members)) {
    // Other members are not arguments.
    if (!/^[a-z]\w*$/i.test(name)) continue;
    const argument = argumentOf(name);
    if (isBlock && Array.isArray(value) && value.some(isObject)) {
      blocks.push(writeBlocks(argument, value, indent));
    }
    // Settings of scaling are flat there: `compute.enabled` is `compute_enabled`.
    else if (isObject(value) && /^(compute|diskGB)$/.test(name)) {
      for (const [inner, held] of Object.entries(value)) {
        args[`${argument}_${argumentOf(inner)}`] = write(held);
      }
    } else {
      args[argument] = write(value, indent);
    }
  }
  return [writeArguments(args, indent), ...blocks].filter(Boolean).join("\n\n");
}

/** Writes a block, or one for each item of a list. */
const writeBlocks = (name: string, value: Body, indent = "  "): string =>
  ((Array.isArray(value) ? value : [value]) as Members[])
    .map((each) => `${indent}${name} {\n${writeMembers(each, `${indent}  `, true)}\n${indent}}`)
    .join("\n\n");

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
  const { operationId, query } = call;
  const removed = removals[operationId];
  if (removed !== undefined) {
    const type = `mongodbatlas_${removed}`;
    return above(endingNote(type), `# Remove the block of resource "${type}" and apply.`);
  }
  const isResource = operationId in resources;
  const block = resources[operationId] ?? dataSources[operationId];
  if (block === undefined) return undefined;
  const ofOne = query?.username === undefined ? undefined : ofOnePerson[operationId];
  const type = `mongodbatlas_${ofOne ?? block.type}`;
  const { args, blocks } = argumentsOf(call, block, ofOne !== undefined);
  if (roles !== undefined) args.roles = write(roles);
  // The provider finds people by their address, without an id from a look-up.
  if (!isResource && /_cloud_user_/.test(type) && !("user_id" in args)) {
    args.username ??= variable("USERNAME");
  }
  const hint = ofOne === undefined ? (hints[operationId] ?? "") : "";
  const inside = [writeArguments(args), ...blocks].filter(Boolean).join("\n\n");
  const note = endingNote(isResource ? type : `data.${type}`);
  return above(
    note,
    hint,
    `${isResource ? "resource" : "data"} "${type}" "this" {${inside && `\n${inside}\n`}}`,
  );
}

function argumentsOf({ params, query, body }: Call, block: Block, isOfOne: boolean) {
  const { takes = [], as = {}, needs = [], without = [] } = block;
  const args: Record<string, string> = {};
  const nameOf = (member: string) => as[member] ?? argumentOf(member);
  for (const [name, value] of Object.entries({ ...params, ...(isOfOne && { username: query?.username }) })) {
    const isLookedUp = isBlank(value) && value.blank === userId.blank;
    // The value of an access-list entry tells its kind.
    const entry = String(value).includes("/") ? "cidr_block" : "ip_address";
    const argument = name === "entryValue" ? entry : nameOf(name);
    if (!isLookedUp && !without.includes(name)) args[argument] = write(value);
  }
  // A list becomes a resource for each item; one shows the form.
  const first = ((Array.isArray(body) ? body[0] : body) ?? {}) as Record<string, Body>;
  const sent = isObject(first.ldap) ? first.ldap : first;
  const given = takes.filter((member) => sent[member] !== undefined);
  const isGiven = (name: string) => takes.some((member) => nameOf(member) === name);
  const fillIn = (names: readonly string[]) => {
    for (const name of names) args[name] ??= variable(name);
  };
  fillIn(needs.filter((name) => !isGiven(name)));
  for (const member of given) args[nameOf(member)] = write(sent[member]);
  fillIn(needs);
  const blocks = (block.blocks ?? []).flatMap((member) => {
    const value = sent[member];
    return value === undefined ? [] : [writeBlocks(nameOf(member), value)];
  });
  return { args, blocks };
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

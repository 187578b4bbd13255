// What the form of seeds is written with: JSON Schema, and the bodies of operations brought into it.
import { groupRoleNames } from "../contract/roles.ts";
import type { Schema } from "../contract/schema-words.ts";
import { versionsInOrder } from "../contract/versions.ts";
import { definitionOf } from "../spec/definition.ts";
import { noNul, timestamp } from "./patterns.ts";

export type Json = Readonly<Record<string, unknown>>;
type Writable = Record<string, unknown>;

export const text = (description?: string, more: Json = {}) => ({
  type: "string",
  ...more,
  ...said(description),
});
export const flag = (description: string) => ({ type: "boolean", description });
export const whole = (description: string, more: Json = {}) => ({ type: "integer", ...more, description });
const said = (description: string | undefined) => description !== undefined && { description };

/** Read-only, so that a seed may be declared `as const`. */
export const array = (items: Json, description: string, more: Json = {}) => ({
  type: "array",
  items,
  ...more,
  description,
  "~immutable": true,
});

/** Members with a star have to be there. */
export function object(members: Json, description?: string, more: Json = {}) {
  const required = Object.keys(members).filter((name) => name.startsWith("*"));
  return {
    type: "object",
    ...(required.length > 0 && { required: required.map((name) => name.slice(1)) }),
    properties: Object.fromEntries(
      Object.entries(members).map(([name, member]) => [name.replace("*", ""), member]),
    ),
    additionalProperties: false,
    ...more,
    ...said(description),
  };
}

/** Something that one of the members names, or several. `also` is what only the document of the form says. */
export const eitherOf = (names: readonly string[], schema: Json) => ({
  ...schema,
  also: { anyOf: names.map((name) => ({ properties: { [name]: {} }, required: [name] })) },
});

/** What a seed has beside the body of an operation; members by their paths, such as `roles.roleName`. */
export interface Beside {
  readonly without?: readonly string[];
  readonly optional?: readonly string[];
  readonly required?: readonly string[];
  /** Values of any size and form, as seeds may have them that were written before the operation refused them. */
  readonly looser?: readonly string[];
  /** Members that may be null, as answers show them. */
  readonly nullable?: readonly string[];
  /** Words of JSON Schema that are others here. */
  readonly set?: Readonly<Record<string, Json>>;
  /** Descriptions that are others here. */
  readonly says?: Readonly<Record<string, string>>;
  /** Members that the body does not have, or that have another form here. */
  readonly members?: Json;
  /** Members of which one has to be there at least. */
  readonly either?: readonly string[];
}

function newestBody(operationId: string): Schema {
  const { versions } = definitionOf(operationId);
  const body = versions[versionsInOrder(versions).at(-1) ?? ""]?.body as Schema | undefined;
  if (body === undefined) throw new Error(`${operationId} takes no body`);
  return body;
}

/** Returns the newest body of an operation as seeds have it: closed, and without what only answers have. */
export function bodyOf(operationId: string, { either, ...beside }: Beside = {}): Json {
  const body = newestBody(operationId);
  const form = asSeed(body.items ?? body) as Writable;
  amend(form, beside);
  return either === undefined ? form : eitherOf(either, form);
}

/** Returns what each item of a list in such a body is; items are named by their places, not by ids. */
export function itemOf(operationId: string, path: string, beside: Beside = {}): Json {
  const item = memberAt(asSeed(newestBody(operationId)) as Writable, path).items as Holder;
  delete item.properties.id;
  amend(item, beside);
  return item;
}

/** Words for the pipeline and for answers, and those that are set for seeds. */
const leftOut = [
  "$id",
  "always",
  "checkedByRule",
  "demanded",
  "deprecated",
  "description",
  "example",
  "format",
  "isSecret",
  "names",
  "readOnly",
  "uniqueItems",
  "writeOnly",
];
const bounds = ["maxItems", "maxLength", "maximum", "minItems", "minLength", "minimum", "pattern"];

function asSeed(schema: Schema): Json {
  // A seed leaves out what is null.
  const [only, other] = (schema.anyOf ?? []).filter(({ type }) => type !== "null");
  if (other !== undefined) throw new Error(`A body has several forms: ${JSON.stringify(schema.anyOf)}`);
  if (only !== undefined) return { ...asSeed(only), ...said(schema.description ?? only.description) };
  const { description, enum: values, items, properties } = schema;
  const dropped = new Set([
    ...leftOut,
    ...(schema.checkedByRule ? bounds : []),
    ...(values === undefined ? [] : ["type"]),
  ]);
  const kept = Object.fromEntries(Object.entries(schema).filter(([word]) => !dropped.has(word)));
  return {
    ...kept,
    ...textOf(schema),
    ...(items && { items: asSeed(items), "~immutable": true }),
    ...(properties && membersOf(schema)),
    ...said(description),
  };
}

/** A text is free of NUL where nothing else is asked of it. */
function textOf({ type, enum: values, format, names, pattern, checkedByRule }: Schema): Json {
  if (type !== "string" || values !== undefined) return {};
  if (names === "GroupRoleName") return { enum: groupRoleNames };
  if (format === "date-time") return { format, pattern: timestamp };
  return pattern === undefined || checkedByRule ? { pattern: noNul } : {};
}

function membersOf({ properties = {}, required = [] }: Schema): Json {
  const members = Object.entries(properties).filter(([, member]) => member.readOnly !== true);
  const needed = members
    .filter(([name, member]) => required.includes(name) || member.demanded)
    .map(([name]) => name);
  return {
    required: needed,
    properties: Object.fromEntries(members.map(([name, member]) => [name, asSeed(member)])),
    additionalProperties: false,
  };
}

function amend(form: Writable, { without = [], optional = [], required = [], ...more }: Beside): void {
  const { set = {}, says = {}, members = {}, looser = [], nullable = [] } = more;
  for (const path of [...without, ...optional]) {
    const { holder, name } = find(form, path);
    holder.required = needsOf(holder).filter((each) => each !== name);
  }
  for (const path of without) {
    const { holder, name } = find(form, path);
    delete holder.properties[name];
  }
  for (const [path, member] of Object.entries(members)) {
    const { holder, name } = find(form, path);
    holder.properties[name] = member as Writable;
  }
  for (const path of required) {
    const { holder, name } = find(form, path);
    holder.required = [...new Set([...needsOf(holder), name])];
  }
  for (const path of looser) loosen(memberAt(form, path));
  for (const [path, words] of Object.entries(set)) Object.assign(memberAt(form, path), words);
  for (const [path, description] of Object.entries(says)) {
    Object.assign(memberAt(form, path), { description });
  }
  for (const path of nullable) {
    const { holder, name } = find(form, path);
    const { description, ...value } = memberAt(form, path);
    holder.properties[name] = { anyOf: [value, { type: "null" }], description };
  }
}

function loosen(member: Writable): void {
  if (member.enum !== undefined) member.type = "string";
  for (const word of [...bounds, "enum"]) delete member[word];
  if (member.type === "string") member.pattern = noNul;
  if (member.items !== undefined) loosen(member.items as Writable);
}

const needsOf = ({ required = [] }: Writable) => required as readonly string[];

interface Holder extends Writable {
  readonly properties: Record<string, Writable>;
}

/** Returns the object that has the member at a path, and the name of the member. */
function find(form: Writable, path: string): { readonly holder: Holder; readonly name: string } {
  const names = path.split(".");
  const name = names.pop() ?? "";
  const holder = names.reduce((at, each) => {
    const member = memberAt(at, each);
    return (member.items ?? member) as Writable;
  }, form);
  return { holder: holder as Holder, name };
}

function memberAt(form: Writable, path: string): Writable {
  const { holder, name } = find(form, path);
  const member = holder.properties[name];
  if (member === undefined) throw new Error(`There is no member ${path}`);
  return member;
}

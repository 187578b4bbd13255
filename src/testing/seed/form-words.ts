// The words in which the form of seeds is written: JSON Schema, and the bodies of operations.
import { groupRoleNames } from "../../core/contract/roles.ts";
import type { Schema } from "../../core/contract/schema-words.ts";
import { versionsInOrder } from "../../core/contract/versions.ts";
import { definitionOf } from "../../core/spec/definition.ts";
import { noNul, timestamp } from "./patterns.ts";

export type Json = Readonly<Record<string, unknown>>;

export const text = (description?: string, more: Json = {}) => ({
  type: "string",
  ...more,
  ...said(description),
});
export const flag = (description: string) => ({ type: "boolean", description });
export const whole = (description: string, more: Json = {}) => ({ type: "integer", ...more, description });
export const number = (description: string, more: Json = {}) => ({ type: "number", ...more, description });
const said = (description: string | undefined) => description !== undefined && { description };

/** Marks a secret, which copies leave out. */
export const secret = { "~secret": true };

/** Makes a list that is typed as read-only, so that a seed may be declared `as const`. */
export const array = (items: Json, description: string, more: Json = {}) => ({
  type: "array",
  items,
  ...more,
  description,
  "~immutable": true,
});

/** Makes a closed object; members with a star are required. */
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

/** Requires at least one of the members, which types do not express: `also` has what only the document of the form says. */
export const eitherOf = (names: readonly string[], schema: Json) => ({
  ...schema,
  also: { anyOf: names.map((name) => ({ properties: { [name]: {} }, required: [name] })) },
});

/** A change of a member: null removes it, a text is its description, an object is the whole member. */
type Change = null | string | Json | ((member: Json) => Json);

/**
 * The differences between a seed and the body of an operation: members by their paths, such as `roles.roleName`. A star marks a
 * required one, a question mark an optional one.
 */
export type Beside = Readonly<Record<string, Change>>;

/** Changes words of JSON Schema in a member. */
export const words =
  (more: Json): Change =>
  (member) => ({ ...member, ...more });

/** Keeps a member as in the body. */
export const unchanged = (member: Json): Json => member;

/** Makes a member that may be null, as answers show it. */
export const nullable = ({ description, ...value }: Json): Json => ({
  anyOf: [value, { type: "null" }],
  description,
});

const bounds = ["maxItems", "maxLength", "maximum", "minItems", "minLength", "minimum", "pattern"];

const without = (value: Json, names: readonly string[]): Json =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));

/** Makes a member of any size and form, as seeds may have it that were written before the operation refused it. */
export const loose = ({ items, ...member }: Json): Json => ({
  ...without(member, [...bounds, "enum"]),
  ...((member.enum !== undefined || member.type === "string") && { type: "string", pattern: noNul }),
  ...(items !== undefined && { items: loose(items as Json) }),
});

function newestBody(operationId: string): Schema {
  const { versions } = definitionOf(operationId);
  const body = versions[versionsInOrder(versions).at(-1) ?? ""]?.body as Schema | undefined;
  if (body === undefined) throw new Error(`${operationId} takes no body`);
  return body;
}

/** Returns the newest body of an operation in the form of seeds: closed, and without members that only answers have. */
export function bodyOf(operationId: string, beside: Beside = {}): Json {
  const body = newestBody(operationId);
  return amend(asSeed(body.items ?? body), beside);
}

/** Returns the members of the newest answer of an operation, of each case, with those that only answers have. */
export function answerOf(operationId: string): Json {
  const { versions } = definitionOf(operationId);
  const reply = versions[versionsInOrder(versions).at(-1) ?? ""]?.reply;
  const schema: Schema = JSON.parse(
    JSON.stringify(reply ?? {}, (name, value) => (name === "readOnly" ? undefined : value)),
  );
  const { properties = {} } = asSeed(schema) as { readonly properties?: Json };
  return properties;
}

/** Returns the form of the items of a list in such a body; items are named by their places, not by ids. */
export function itemOf(operationId: string, path: string, beside: Beside = {}): Json {
  const { holder, name } = find(asSeed(newestBody(operationId)), path);
  const { id: _, ...properties } = holder.properties[name]?.items?.properties ?? {};
  return amend({ ...holder.properties[name]?.items, properties }, beside);
}

/** The words that are left out: those for the pipeline and for answers, and those that seeds have themselves. */
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
function asSeed(schema: Schema): Json {
  if (schema.discriminator !== undefined) return asSeed(mergedOf(schema));
  // A seed leaves out null members.
  const [only, other] = (schema.anyOf ?? []).filter(({ type }) => type !== "null");
  if (other !== undefined) throw new Error(`A body has several forms: ${JSON.stringify(schema.anyOf)}`);
  if (only !== undefined) return { ...asSeed(only), ...said(schema.description ?? only.description) };
  const { description, enum: values, items, properties, isSecret } = schema;
  const kept = without({ ...schema }, [
    ...leftOut,
    ...(schema.checkedByRule ? bounds : []),
    ...(values === undefined ? [] : ["type"]),
  ]);
  return {
    ...kept,
    ...textOf(schema),
    ...(isSecret && secret),
    ...(items && { items: asSeed(items), "~immutable": true }),
    ...(properties && membersOf(schema)),
    ...said(description),
  };
}

/** Merges cases into one object, which requires what all of them do; the handler's operation checks the others. */
function mergedOf({ anyOf = [], discriminator, description }: Schema): Schema {
  const cases = anyOf.map(({ properties = {}, required = [] }) => ({ properties, required }));
  const [first, ...others] = cases.map(({ required }) => required);
  const { propertyName = "", mapping = {} } = discriminator ?? {};
  const properties: Record<string, Schema> = Object.assign({}, ...cases.map((each) => each.properties));
  const ofCase = { ...properties[propertyName], enum: Object.keys(mapping) };
  return {
    type: "object",
    required: first?.filter((name) => others.every((each) => each.includes(name))) ?? [],
    properties: { ...properties, [propertyName]: ofCase },
    ...said(description),
  };
}

/** Returns the words of a text, which must not have NUL if it has no other form. */
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

function amend(form: Json, beside: Beside): Json {
  for (const [marked, change] of Object.entries(beside)) {
    const { holder, name } = find(form, marked.replace(/[*?]/, ""));
    const member = holder.properties[name];
    const others = (holder.required ?? []).filter((each) => each !== name);
    if (change === null || marked.startsWith("?")) holder.required = others;
    if (marked.startsWith("*")) holder.required = [...others, name];
    if (change === null) delete holder.properties[name];
    else holder.properties[name] = changed(member, change, marked);
  }
  return form;
}

function changed(member: Json | undefined, change: Exclude<Change, null>, path: string): Json {
  if (typeof change === "object") return change;
  if (member === undefined) throw new Error(`There is no member ${path}`);
  return typeof change === "string" ? { ...member, description: change } : change(member);
}

interface Holder {
  readonly properties: Record<string, Json & { readonly items?: Holder }>;
  required?: readonly string[];
}

/** Returns the object with the member at a path, and the name of the member. */
function find(form: Json, path: string): { readonly holder: Holder; readonly name: string } {
  const names = path.split(".");
  const name = names.pop() ?? "";
  const holder = names.reduce(
    (at, each) => {
      const member = at.properties[each];
      return member?.items ?? (member as unknown as Holder);
    },
    form as unknown as Holder,
  );
  return { holder, name };
}

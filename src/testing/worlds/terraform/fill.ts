// Reads the attributes of a Terraform resource into the form of a seed: the inverse of a block that is written for a call.
import { argumentFor, snake } from "../../../code/terraform-blocks.ts";
import { type Form, isEmpty } from "../form.ts";

export type Attributes = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Attributes =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Returns the only object of a block, which states keep as a list of one, or as itself. */
export function onlyOf(value: unknown): Attributes {
  const one = Array.isArray(value) ? value[0] : value;
  return isObject(one) ? one : {};
}

export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : isEmpty(value) ? [] : [value];

export const textsOf = (value: unknown): string[] => listOf(value).map(String);

/** Returns the member `tags`, which is a map in states. */
export const tagsOf = (tags: unknown) => {
  const list = Object.entries(onlyOf(tags)).map(([key, value]) => ({ key, value }));
  return list.length > 0 && { tags: list };
};

/** Returns the values of the members of a form. `prefix` begins the names of settings that the provider keeps flat. */
export function fill(form: Form, attributes: Attributes, type: string, prefix = ""): Record<string, unknown> {
  const filled: Record<string, unknown> = {};
  for (const [member, of] of Object.entries(form.properties ?? {})) {
    const value = memberIn(member, of, attributes, type, prefix);
    const isNeeded = form.required?.includes(member) && value !== null && value !== undefined;
    if (isNeeded || !isEmpty(value)) filled[member] = value;
  }
  return filled;
}

function memberIn(member: string, of: Form, attributes: Attributes, type: string, prefix: string): unknown {
  const path = argumentFor(type, new Set(Object.keys(attributes)), member, prefix);
  if (path === undefined || path === "") {
    if (of.properties === undefined) return undefined;
    return fill(of, attributes, type, path === "" ? "" : `${snake(member)}_`);
  }
  const place = /\{\w+\}/.exec(path)?.[0];
  if (place !== undefined) return gathered(path.split(place), of, attributes, type);
  const [, name = "", inner, isList] = /^(\w+)(?:\.(\w+))?(\[\])?$/.exec(path) ?? [];
  const held = attributes[name];
  if (inner !== undefined) return converted(onlyOf(held)[inner], of, type);
  return converted(isList ? listOf(held)[0] : held, of, type);
}

/** Gathers what stands under several names, such as `policy_item_daily`; of flags, the name of the one that is set. */
function gathered([before = "", after = ""]: string[], of: Form, attributes: Attributes, type: string) {
  const inside = before.split(".");
  const start = inside.pop() ?? "";
  const from = inside.length === 0 ? attributes : onlyOf(attributes[inside[0] as string]);
  const found = Object.entries(from).filter(([name]) => name.startsWith(start) && name.endsWith(after));
  if (of.items !== undefined) return found.flatMap(([, value]) => listOf(converted(value, of, type)));
  return found.find(([, value]) => value === true)?.[0].slice(start.length);
}

/** The instant that the provider keeps where there is none. */
const never = "0001-01-01T00:00:00Z";

/** Converts a value to the form of a member: blocks, maps of tags, and text that is JSON. */
export function converted(value: unknown, of: Form, type: string): unknown {
  if (value === null || value === undefined || value === "" || value === never) return undefined;
  if (of.items !== undefined) return itemsIn(value, of.items, type);
  if (of.properties !== undefined) {
    const one = onlyOf(jsonIn(value));
    return Object.keys(one).length === 0 ? undefined : fill(of, one, type);
  }
  // The provider keeps zero for what is not set.
  if (value === 0 && (of.minimum ?? 0) > 0) return undefined;
  if (of.type === "string" && typeof value === "number") return String(value);
  if ((of.type === "integer" || of.type === "number") && typeof value === "string") return Number(value);
  return of.type === "object" ? jsonIn(value) : value;
}

function itemsIn(value: unknown, form: Form, type: string): unknown[] {
  if (isObject(value) && form.properties?.key && form.properties.value) {
    return Object.entries(value).map(([key, text]) => ({ key, value: text }));
  }
  // A list of lists is kept as blocks with a list each.
  const [[name = "", only] = [], ...others] = isObject(value) ? Object.entries(value) : [];
  const isBlock = others.length === 0 && Array.isArray(only) && form.properties?.[name] === undefined;
  const list = isBlock ? only : value;
  return listOf(jsonIn(list)).map((each) => converted(each, form, type));
}

/** Parses a text that is JSON; returns any other value as it is. */
export function jsonIn(value: unknown): unknown {
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

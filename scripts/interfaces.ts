// Schemas as TypeScript that people read: an interface with a name for each schema that has one, a line of documentation for each
// member, and no type to be computed.
import type { TSchema } from "typebox";
import { actionNames } from "../src/atlas/custom-roles/rules/database-actions.ts";
import { groupRoleNames, orgRoleNames } from "../src/core/contract/roles.ts";
import type { Schema } from "../src/core/contract/schema-words.ts";
import type { Interface, Member } from "./shared-members.ts";

/** A body is written by the caller: it may hold what is constant or undefined, and nothing that only answers have. */
type Use = "body" | "reply";

const textOf = (members: readonly Member[]): string => members.map(({ text }) => text).join("");

export const literals = (values: readonly unknown[]): string =>
  values.map((each) => JSON.stringify(each)).join(" | ");

/** A comment above what it is about. */
export function document(text: string | undefined, deprecated?: string): string {
  const lines = [...(text ? [text] : []), ...(deprecated === undefined ? [] : [`@deprecated ${deprecated}`])];
  if (lines.length === 0) return "";
  const safe = lines.map((line) =>
    line
      .replace(groupRoleNames.join(", "), "{@link GroupRoleName}")
      .replaceAll("*/", "*\\/")
      .replace(/\s+/g, " ")
      .trim(),
  );
  return safe.length === 1
    ? `/** ${safe[0]} */\n`
    : `/**\n${safe.map((line) => ` * ${line}\n`).join("")} */\n`;
}

/**
 * Gathers named types. Bodies have a name of their own where an answer of the same schema looks different; the name of a schema
 * that is `taken` by the request of a call ends in Body instead.
 */
export function createTypes(taken: ReadonlySet<string> = new Set()) {
  const seen = { body: new Map<string, Schema>(), reply: new Map<string, Schema>() };

  /** Notes the types that a schema uses. Call it for all schemas before any is written. */
  function note(schema: TSchema, use: Use): void {
    visit(schema as Schema, use);
  }

  function visit(schema: Schema, use: Use): void {
    const id = schema.$id;
    if (id !== undefined) {
      if (seen[use].has(id)) return;
      seen[use].set(id, schema);
    }
    for (const each of schema.anyOf ?? []) visit(each, use);
    if (schema.items) visit(schema.items, use);
    if (schema.additionalProperties) visit(schema.additionalProperties, use);
    for (const each of Object.values(schema.properties ?? {})) {
      if (use === "reply" ? each.writeOnly !== true : each.readOnly !== true) visit(each, use);
    }
  }

  const nameOf = (id: string, use: Use): string => {
    if (taken.has(id)) return id.replace(/Request$/, "Body");
    const [body, reply] = [seen.body.get(id), seen.reply.get(id)];
    if (use === "reply" || body === undefined || reply === undefined) return id;
    return define(body, "body") === define(reply, "reply") ? id : `${id}Request`;
  };

  const typeOf = (schema: TSchema, use: Use): string => write(schema as Schema, use);

  function write(schema: Schema, use: Use): string {
    const id = schema.$id;
    return id === undefined ? define(schema, use) : nameOf(id, use);
  }

  function define(schema: Schema, use: Use): string {
    const { const: only, enum: values, anyOf, items, properties, additionalProperties } = schema;
    if (schema.names !== undefined) return schema.names;
    if (only !== undefined) return literals([only]);
    if (values !== undefined) return unionOf(values);
    if (anyOf !== undefined) return [...new Set(anyOf.map((each) => write(each, use)))].join(" | ");
    if (items !== undefined) {
      const item = write(items, use);
      const array = /[|&{]|^readonly /.test(item) && !item.startsWith("{") ? `(${item})[]` : `${item}[]`;
      return use === "body" || schema["~immutable"] === true ? `readonly ${array}` : array;
    }
    if (properties !== undefined && Object.keys(properties).length === 0) return "Record<string, never>";
    if (properties !== undefined) return `{\n${textOf(membersOf(schema, use))}}`;
    if (additionalProperties) return `Record<string, ${write(additionalProperties, use)}>`;
    if (schema.format === "binary") return "Uint8Array";
    if (schema.type === "integer") return "number";
    if (schema.type === "object") return "Record<string, unknown>";
    return schema.type ?? "unknown";
  }

  function membersOf({ properties = {}, required = [] }: Schema, use: Use): Member[] {
    return Object.entries(properties)
      .filter(([, each]) => (use === "reply" ? each.writeOnly !== true : each.readOnly !== true))
      .map(([name, each]) => {
        const isThere =
          required.includes(name) || (use === "reply" ? each.always === true : each.demanded === true);
        const type = write(each, use);
        const value = isThere || use === "reply" ? type : `${type} | undefined`;
        // A value that may be null is described beside that.
        const description = [each, ...(each.anyOf ?? [])].find((part) => part.description)?.description;
        const doc = document(description, each.deprecated ? "" : undefined);
        const written = /^[A-Za-z_$]/.test(name) ? name : JSON.stringify(name);
        return { name, text: `${doc}${written}${isThere ? "" : "?"}: ${value};\n` };
      });
  }

  /** Returns the declarations of all types that were noted: those of answers first, from which requests take members. */
  function declarations(): { readonly interfaces: Interface[]; readonly others: string } {
    const written = new Map<string, string>();
    const interfaces: Interface[] = [];
    const others: string[] = [];
    for (const use of ["reply", "body"] as const) {
      for (const [id, schema] of [...seen[use]].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const name = nameOf(id, use);
        const text = define(schema, use);
        if (written.has(name) && written.get(name) !== text) throw new Error(`${name} names two schemas`);
        if (written.has(name)) continue;
        written.set(name, text);
        const doc = document((seen.reply.get(name) ?? seen.body.get(name))?.description);
        if (text.startsWith("{") && text.endsWith("}")) {
          interfaces.push({ name, doc, bases: [], members: membersOf(schema, use) });
        } else {
          others.push(`${doc}export type ${name} = ${text};\n`);
        }
      }
    }
    return { interfaces, others: others.join("\n") };
  }

  return { note, typeOf, declarations };
}

const namedLists = {
  OrgRoleName: orgRoleNames,
  GroupRoleName: groupRoleNames,
  DatabaseActionName: actionNames,
};
const sorted = (values: readonly unknown[]): string => [...values].sort().join();

const unionOf = (values: readonly unknown[]): string => {
  const named = Object.entries(namedLists).find(([, names]) => sorted(names) === sorted(values));
  return named === undefined ? literals(values) : named[0];
};

export const listNames = [...Object.keys(namedLists), "RoleName"].sort();

/** Long lists of words, each a type of its own. */
export const wordLists = `/** Roles in an organization. */
export type OrgRoleName = ${literals(orgRoleNames)};

/** Roles in a project. */
export type GroupRoleName = ${literals(groupRoleNames)};

/** Roles in an organization or a project. */
export type RoleName = OrgRoleName | GroupRoleName;

/** Actions that a project's own roles can allow on its databases. */
export type DatabaseActionName = ${literals(actionNames)};
`;

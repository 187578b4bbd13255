// Writes what follows from the form of seeds: seed.schema.json, which the package has for editors, and the table at the end of
// docs/guides/seed.md.
import { groupRoleNames, orgRoleNames } from "../src/core/contract/roles.ts";
import type { Schema } from "../src/core/contract/schema-words.ts";
import { seedForm } from "../src/testing/seed/form.ts";
import { schemaFile } from "../src/testing/seed/schema.ts";
import { code, table } from "./cells.ts";
import { format, replaceSection } from "./format.ts";

export const renderSeedSchema = (): string => format(schemaFile, JSON.stringify(asDocument()));

/** The form as a document of JSON Schema (2020-12), with each part that has a name among `$defs`. */
function asDocument() {
  const definitions: Record<string, unknown> = {};
  const write = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(write);
    if (typeof value !== "object" || value === null) return value;
    const {
      $id,
      also,
      "~immutable": _,
      "~secret": writeOnly,
      ...rest
    } = value as Readonly<Record<string, unknown>>;
    const written = () =>
      Object.fromEntries(
        Object.entries({ ...rest, ...(also as object), ...(writeOnly !== undefined && { writeOnly }) }).map(
          ([key, each]) => [key, write(each)],
        ),
      );
    if (typeof $id !== "string") return written();
    definitions[$id] ??= written();
    return { $ref: `#/$defs/${$id}` };
  };
  const { $id: _, ...document } = seedForm as typeof seedForm & { readonly $id?: string };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Seed of Anteroom",
    ...(write(document) as object),
    $defs: definitions,
  };
}

export function renderSeedGuide(): string {
  const rows = membersOf(seedForm as unknown as Schema, "");
  const members = table(["Member", "Value", ""], rows);
  const section = `## Every member\n\nWhat is not marked may be left out.\n\n${members}\n`;
  return replaceSection("docs/guides/seed.md", section);
}

/** Returns one row per member; members that another list of the same name has too are written once, where they come first. */
function membersOf(
  { properties = {}, required = [] }: Schema,
  place: string,
  seen = new Map<string, { readonly place: string; readonly members: ReadonlySet<string> }>(),
): string[][] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const { description } = schema;
    if (description === undefined) {
      throw new Error(
        `${place}${name} has no description: write it under "types" in spec/words.json, as "TYPE.${name}".`,
      );
    }
    const isNeeded = required.includes(name);
    const needed = isNeeded ? ", **needed**" : "";
    const row = (text: string) => [code(`${place}${name}`), `${wordsFor(schema)}${needed}`, text];
    const inside = schema.items ?? schema;
    const here = `${place}${name}${schema.items === undefined ? "" : "[]"}`;
    const first = seen.get(name);
    const further = Object.entries(inside.properties ?? {}).filter(([each]) => !first?.members.has(each));
    const shared = Object.keys(inside.properties ?? {}).length - further.length;
    if (first !== undefined && shared === first.members.size) {
      return [
        row(
          `${description} Members as in \`${first.place}\`, with project roles${further.length > 0 ? ", and these" : ""}.`,
        ),
        ...membersOf({ ...inside, properties: Object.fromEntries(further) }, `${here}.`, seen),
      ];
    }
    if (schema.items !== undefined && inside.properties !== undefined && first === undefined) {
      seen.set(name, { place: here, members: new Set(Object.keys(inside.properties)) });
    }
    return [row(description), ...membersOf(inside, `${here}.`, seen)];
  });
}

function wordsFor(schema: Schema): string {
  const { type = "", enum: values, items } = schema;
  if (items !== undefined) return `list of ${plural(items)}`;
  return values === undefined ? (words[type] ?? type) : plural(schema);
}

const words: Readonly<Record<string, string>> = { string: "text", boolean: "true or false" };

function plural({ type, enum: values }: Schema): string {
  if (String(values) === String(orgRoleNames)) return "organization roles";
  if (String(values) === String(groupRoleNames)) return "project roles";
  return type === "object" ? "objects" : "texts";
}

// Writes src/code/terraform-arguments.json, the arguments of each resource and data source of the Terraform provider, from what
// `terraform providers schema -json` prints: node --import tsx scripts/terraform-arguments.ts SCHEMA.json
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, root } from "./format.ts";

interface Attribute {
  readonly type?: unknown;
  readonly nested_type?: Block & { readonly nesting_mode: string };
  readonly required?: true;
  readonly optional?: true;
}

interface Block {
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly block_types?: Readonly<Record<string, { readonly min_items?: number; readonly block: Block }>>;
}

type Blocks = Readonly<Record<string, { readonly block: Block }>>;

/** Blocks that the provider demands without saying so in its schema. */
const demanded = new Set(["notification"]);

/** Terraform's own arguments, which no operation has. */
const isOwn = (name: string, { optional }: Attribute) =>
  name === "timeouts" || (name === "id" && optional === true);

function writeAttribute(name: string, { type, nested_type: nested, required }: Attribute): string {
  const mark = required ? `${name}*` : name;
  if (nested === undefined) return Array.isArray(type) && type[0] === "map" ? `${mark}=` : mark;
  return nested.nesting_mode === "single" ? `${mark}{${write(nested)}}` : `${mark}[${write(nested)}]`;
}

/**
 * Writes the names: `*` after one that is required, `=` after a map, and what it holds in braces for an object, in brackets for
 * a list of objects and in parentheses for a block.
 */
function write({ attributes = {}, block_types: blocks = {} }: Block): string {
  const given = Object.entries(attributes).filter(
    ([name, each]) => (each.required || each.optional) && !isOwn(name, each),
  );
  return [
    ...given.map(([name, each]) => writeAttribute(name, each)),
    ...Object.entries(blocks)
      .filter(([name]) => name !== "timeouts")
      .map(([name, { min_items: least = 0, block }]) => {
        const mark = least > 0 || demanded.has(name) ? "*" : "";
        return `${name}${mark}(${write(block)})`;
      }),
  ].join(" ");
}

const { provider_schemas: providers } = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
const { resource_schemas: resources, data_source_schemas: dataSources } = Object.values(
  providers as Readonly<Record<string, Readonly<Record<string, Blocks>>>>,
)[0] as { readonly resource_schemas: Blocks; readonly data_source_schemas: Blocks };

const writeAll = (blocks: Blocks) =>
  Object.fromEntries(
    Object.entries(blocks).map(([type, { block }]) => [type.replace("mongodbatlas_", ""), write(block)]),
  );
const file = join(root, "src/code/terraform-arguments.json");
const all = { resources: writeAll(resources), dataSources: writeAll(dataSources) };
writeFileSync(file, format(file, JSON.stringify(all)));

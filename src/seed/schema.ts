// The form of a seed as a JSON Schema, which editors take to complete and check one as it is written, and which seeds are checked against.
import type { Schema } from "../contract/schema-words.ts";
import { schemaText } from "./schema-text.ts";

/** Where a server has it, and the package. */
export const schemaFile = "seed.schema.json";

let form: Readonly<Record<string, unknown>> | undefined;

/** Says nothing of what takes more than the form, such as whether an id is that of a team. */
export const describeSeeds = (): Readonly<Record<string, unknown>> => (form ??= JSON.parse(schemaText()));

/** The names of the members that a part of a project has, such as those of `alertConfigs` and `notifications`. */
export function membersInGroup(...path: readonly string[]): string[] {
  const { $defs } = describeSeeds() as { $defs: { SeedGroup: Schema } };
  const found = path.reduce<Schema>((at, name) => {
    const member = (at.properties?.[name] ?? {}) as Schema;
    return member.items ?? member;
  }, $defs.SeedGroup);
  return Object.keys(found.properties ?? {});
}

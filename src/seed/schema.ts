// The form of a seed as a JSON Schema, which editors take to complete and check one as it is written.
import { SeedDocument } from "./document.ts";

type Json = Readonly<Record<string, unknown>>;

/** Where a server has it, and the package. */
export const schemaFile = "seed.schema.json";

/**
 * What the reader of seeds checks, in the words of JSON Schema (2020-12), with each part that has a name among `$defs`. It says
 * nothing of what takes more than the form: whether an id is that of a team, or a day one of the calendar.
 */
export function describeSeeds(): Json {
  const definitions: Record<string, unknown> = {};

  /** `also` says what the checks of a refinement are; marks of other readers of schemas are left out. */
  const write = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(write);
    if (typeof value !== "object" || value === null) return value;
    const { $id, also, always, checkedByRule, example, isSecret, "~refine": _, ...rest } = value as Json;
    const written = () =>
      Object.fromEntries(
        Object.entries({ ...rest, ...(also as Json) }).map(([key, each]) => [key, write(each)]),
      );
    if (typeof $id !== "string") return written();
    definitions[$id] ??= written();
    return { $ref: `#/$defs/${$id}` };
  };

  const { $id, ...document } = SeedDocument as typeof SeedDocument & { readonly $id?: string };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Seed of Anteroom",
    ...(write(document) as Json),
    $defs: definitions,
  };
}

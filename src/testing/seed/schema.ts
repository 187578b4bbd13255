// The form of a seed as a JSON Schema, which editors use to complete and check one, and which seeds are checked against.
import { schemaText } from "./schema-text.ts";

/** The file in the package, and the path of a server. */
export const schemaFile = "seed.schema.json";

let form: Readonly<Record<string, unknown>> | undefined;

/** Returns the form. It does not check what goes beyond the form, such as whether an id is that of a team. */
export const describeSeeds = (): Readonly<Record<string, unknown>> => (form ??= JSON.parse(schemaText()));

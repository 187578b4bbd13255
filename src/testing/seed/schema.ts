// The form of a seed as a JSON Schema, which editors take to complete and check one as it is written, and which seeds are checked against.
import { schemaText } from "./schema-text.ts";

/** The file that the package has, and the path of a server. */
export const schemaFile = "seed.schema.json";

let form: Readonly<Record<string, unknown>> | undefined;

/** Returns the form. It does not say what takes more than the form, such as whether an id is that of a team. */
export const describeSeeds = (): Readonly<Record<string, unknown>> => (form ??= JSON.parse(schemaText()));

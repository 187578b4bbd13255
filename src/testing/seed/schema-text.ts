// Reads seed.schema.json. The bundle has a module with its text instead.
import { readFileSync } from "node:fs";

export const schemaText = (): string =>
  readFileSync(new URL("../../../seed.schema.json", import.meta.url), "utf8");

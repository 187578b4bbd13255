// What `import { createAnteroom } from "anteroom"` gets: the bundle, without Node first looking through it for names.
import { createRequire } from "node:module";
import type * as program from "./program.ts";

const bundle: typeof program = createRequire(import.meta.url)("./program.cjs");
export const { createAnteroom } = bundle;

export type { Anteroom, AnteroomOptions, Instant, SeedDocument, SeenMail } from "./server.ts";

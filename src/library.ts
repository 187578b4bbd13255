// What `import { createAnteroom } from "anteroom"` gets: the bundle, without Node first looking through it for names.
import { createRequire } from "node:module";
import type { Anteroom, AnteroomOptions } from "./anteroom.ts";

/** Starts an Anteroom with its test controls, by default in memory and on a free port of the loopback interface. */
export const createAnteroom: (options?: AnteroomOptions) => Promise<Anteroom> = createRequire(
  import.meta.url,
)("./program.cjs").createAnteroom;

export type * from "./anteroom.ts";

// What `import { createAnteroom } from "anteroom"` gets: the bundle, without Node first looking through it for names.
import { createRequire } from "node:module";
import type { Anteroom, AnteroomOptions } from "./anteroom.ts";

/**
 * Starts an Anteroom with its test controls, by default in memory and with the demonstration as its world. Rejects with a
 * TypeError for an option that does not exist.
 *
 * @example
 * await using anteroom = await createAnteroom();
 * const { results } = await anteroom.atlas.listGroups();
 */
export const createAnteroom: (options?: AnteroomOptions) => Promise<Anteroom> = createRequire(
  import.meta.url,
)("./program.cjs").createAnteroom;

export type * from "./anteroom.ts";

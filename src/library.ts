// What `import { createAnteroom } from "atlas-anteroom"` gets, and who requires it.
import type { Anteroom, AnteroomOptions } from "./anteroom.ts";
import { load } from "./load.ts";

/**
 * Starts an Anteroom with its test controls, by default in memory with the demonstration. A TypeError says which option does not exist.
 *
 * @example
 * const anteroom = await createAnteroom();
 * const { results } = await anteroom.atlas.listGroups();
 * await anteroom.close();
 */
export const createAnteroom: (options?: AnteroomOptions) => Promise<Anteroom> =
  load("library").createAnteroom;

export type * from "./anteroom.ts";

// The module of `import { createAnteroom } from "atlas-anteroom"`, and of `require`.
import type { Anteroom, GivenPlace, GivenSeed, OptionsWith, SeedOf } from "../anteroom.ts";
import { load } from "../start/load.ts";

/**
 * Starts an Anteroom with its test controls, by default in memory with the demonstration. A TypeError says which option does not exist.
 *
 * @example
 * const anteroom = await createAnteroom();
 * await anteroom.atlas.getGroup({ groupId: anteroom.world.groups.payments.id });
 * await anteroom.close();
 */
export const createAnteroom = load("library").createAnteroom as <
  const Seed extends GivenSeed = undefined,
  Place extends GivenPlace = undefined,
>(
  options?: OptionsWith<Seed, Place>,
) => Promise<Anteroom<SeedOf<Seed, Place>>>;

export type * from "../anteroom.ts";

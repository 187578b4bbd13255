// The people of the seed, each with a password.
import type { SeedDocument } from "../../src/anteroom.ts";
import { seed } from "./world.ts";

/** The password of the people of the seed below. */
export const password = "a staple of horses";

/** The world of the other tests, in which everybody can sign in. */
export const peopledSeed: SeedDocument = {
  ...seed,
  orgs: seed.orgs.map((org) => ({
    ...org,
    users: (org.users ?? []).map((user) => ({ ...user, password })),
  })),
};

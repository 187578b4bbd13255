// The seed of random cases. `npm test` loads this file before all tests: no run then fails by cases that the run before did not try.
// `.ci/nightly` tries others; CONTRIBUTING.md says where a case that fails is kept.
import fc from "fast-check";

export const randomSeed = Number(process.env.ANTEROOM_RANDOM_SEED ?? 20_261_201);

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: randomSeed });

// Draws the mutants of a sample (MUTATION_SAMPLE): a checker of Stryker, which refuses all others, so that they count for nothing.
import { createHash } from "node:crypto";

const size = Number(process.env.MUTATION_SAMPLE);
const seed = process.env.ANTEROOM_RANDOM_SEED ?? "1";

/** @typedef {{ id: string }} Mutant */

class Sample {
  /** @type {Set<string>} */
  #drawn = new Set();

  async init() {}

  /** Stryker calls it once, with all mutants. @param {readonly Mutant[]} mutants */
  async group(mutants) {
    const ids = mutants.map(({ id }) => id);
    const order = (/** @type {string} */ id) => createHash("sha256").update(`${seed} ${id}`).digest("hex");
    this.#drawn = new Set(ids.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)).slice(0, size));
    return [ids];
  }

  /** @param {readonly Mutant[]} mutants */
  async check(mutants) {
    const refused = { status: "compileError", reason: "It was not drawn." };
    return Object.fromEntries(
      mutants.map(({ id }) => [id, this.#drawn.has(id) ? { status: "passed" } : refused]),
    );
  }
}

export const strykerPlugins = [{ kind: "Checker", name: "sample", injectableClass: Sample }];

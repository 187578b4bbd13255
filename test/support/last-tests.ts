// The last tests of a run: whether every answer was as declared and, of a whole run, whether every refusal was proven.
import { fail } from "node:assert/strict";
import { test } from "node:test";
import { operations } from "../../src/operations/index.ts";
import type { Operation } from "../../src/operations/operation.ts";
import { chooseProofs, outdated, readProofs, unproven, writeProofs } from "./proofs.ts";
import { findings, refusals } from "./witness.ts";

/** Fails with all that is wrong, where a comparison would cut the list short. */
function none(wrong: readonly string[]): void {
  if (wrong.length > 0) fail(`${wrong.length}:\n${wrong.join("\n")}`);
}

/** Declares the last tests of a run. `whole`: all files run. `rewrite`: what was met is written down, not compared. */
export function declareLastTests({ whole, rewrite }: { whole: boolean; rewrite: boolean }): void {
  const table = Object.values<Operation>(operations);

  test("every answer met is as the OpenAPI document declares it", () => {
    none(findings().map(({ file, test, answer, what }) => `${answer}: ${what} (${file}: ${test})`));
  });

  if (!whole) return;

  test("every declared refusal is met by a test", () => {
    none(unproven(table, refusals()));
  });

  test("test/proofs.json names a test for each; `npm test -- --prove` writes it, with docs/coverage.md", async () => {
    if (rewrite) {
      writeProofs(chooseProofs(table, refusals()));
      const { writeCoverage } = await import("../../scripts/coverage.ts");
      writeCoverage();
    }
    none(outdated(table, refusals(), readProofs()));
  });
}

// The last tests of a run: whether every answer was as declared and, of a whole run, whether every refusal was proven.
import { fail } from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { after, test } from "node:test";
import { operations } from "../../src/operations/index.ts";
import type { Operation } from "../../src/operations/operation.ts";
import { chooseProofs, outdated, type Place, readProofs, unproven, writeProofs } from "./proofs.ts";
import { findings, refusals } from "./witness.ts";

/** Fails with all that is wrong, where a comparison would cut the list short. */
function none(wrong: readonly string[]): void {
  if (wrong.length > 0) fail(`${wrong.length}:\n${wrong.join("\n")}`);
}

/** Declares the test that is the last of every process: whether what its servers answered was as declared. */
export function declareSeen(): void {
  test("every answer met is as the OpenAPI document declares it", () => {
    none(findings().map(({ file, test, answer, what }) => `${answer}: ${what} (${file}: ${test})`));
  });
}

/** The same of a part of a whole run, which keeps in a file which refusals it met. */
export function keepSeen(file: string): void {
  declareSeen();
  after(() => {
    writeFileSync(file, JSON.stringify([...refusals()].map(([id, codes]) => [id, [...codes]])));
  });
}

/** Declares the last tests of a whole run. `seen`: files of its parts. `rewrite`: what was met is written down, not compared. */
export function declareLastTests({ seen, rewrite }: { seen: readonly string[]; rewrite: boolean }): void {
  const table = Object.values<Operation>(operations);
  const met = new Map<string, Map<string, Place[]>>();
  for (const file of seen) {
    const part = JSON.parse(readFileSync(file, "utf8")) as [string, [string, Place[]][]][];
    for (const [id, codes] of part) {
      const known = met.get(id) ?? new Map<string, Place[]>();
      met.set(id, known);
      for (const [code, places] of codes) known.set(code, [...(known.get(code) ?? []), ...places]);
    }
  }

  test("every declared refusal is met by a test", () => {
    none(unproven(table, met));
  });

  test("test/proofs.json names a test for each; `npm test -- --prove` writes it, with docs/coverage.md", async () => {
    if (rewrite) {
      writeProofs(chooseProofs(table, met));
      const { writeCoverage } = await import("../../scripts/coverage.ts");
      writeCoverage();
    }
    none(outdated(table, met, readProofs()));
  });
}

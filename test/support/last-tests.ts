// The last tests of each file and of a run: whether every answer was as declared and, of a whole run, whether every refusal was proven.
import { fail } from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { operations } from "../../src/atlas/index.ts";
import type { Operation } from "../../src/core/operations/operation.ts";
import { chooseProofs, outdated, type Place, readProofs, unproven, writeProofs } from "./proofs.ts";
import { beginFile, refusals, takeFindings } from "./witness.ts";

/** Fails with all that is wrong, where a comparison would cut the list short. */
function none(wrong: readonly string[]): void {
  if (wrong.length > 0) fail(`${wrong.length}:\n${wrong.join("\n")}`);
}

/** Declares the test that is the last of a file: whether its servers answered as declared. */
async function declareSeen(file: string): Promise<void> {
  await test(`${file}: every answer met is as the OpenAPI document declares it`, () => {
    none(takeFindings().map(({ file, test, answer, what }) => `${answer}: ${what} (${file}: ${test})`));
  });
}

/** A folder of a run that shares its files among processes; the file in which this process keeps which refusals it met. */
interface Shared {
  readonly folder: string;
  readonly seen: string;
}

/** Runs files one after another; of a shared run those that no other process took before, since how long each takes is not known. */
export async function runFiles(files: readonly string[], shared?: Shared): Promise<void> {
  for (const file of files) {
    if (shared !== undefined && !take(file, shared)) continue;
    try {
      beginFile(file);
      await import(pathToFileURL(resolve(file)).href);
    } catch (error) {
      // Else this process would end without a failed test, and the files after it would go to others unseen.
      await test(`${file}: can be loaded`, () => {
        throw error;
      });
    }
    // Tests run one after another: when this one has ended, those of the file have.
    await declareSeen(file);
  }
  endLater();
  if (shared === undefined) return;
  after(() => {
    writeFileSync(shared.seen, JSON.stringify([...refusals()].map(([id, codes]) => [id, [...codes]])));
  });
}

/** Ends the process in a while if something keeps it alive after its tests, such as a server that a failed test did not stop. */
function endLater(): void {
  const end = () => {
    console.error(`✖ a process stayed after its tests: ${process.getActiveResourcesInfo().join(", ")}`);
    process.exit(1);
  };
  setTimeout(end, 10_000).unref();
}

/** False if another process has it. */
function take(file: string, { folder }: Shared): boolean {
  const taken = join(folder, encodeURIComponent(file));
  try {
    mkdirSync(taken);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
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
      const { renderCoverage } = await import("../../scripts/coverage.ts");
      writeFileSync(new URL("../../docs/coverage.md", import.meta.url), renderCoverage());
    }
    none(outdated(table, met, readProofs()));
  });
}

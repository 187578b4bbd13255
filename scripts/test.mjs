// Runs the tests, all of them or those whose path contains one of the words given: `npm test -- invites crash`.
// They share a process, since each starts servers of its own and loading the code anew for every file costs ten times as much.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const words = process.argv.slice(2);
const files = ["src", "test"]
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((path) => join(folder, String(path))))
  .filter((path) => path.endsWith(".test.ts"))
  .filter((path) => words.length === 0 || words.some((word) => path.includes(word)))
  .sort();
if (files.length === 0) {
  console.error(`no test file has ${words.join(" or ")} in its path`);
  process.exit(1);
}
const imports = files.map((path) => `await import(${JSON.stringify(pathToFileURL(resolve(path)).href)});`);
const { status } = spawnSync(
  process.execPath,
  ["--import", "tsx", "--test-reporter=spec", "--input-type=module", "--eval", imports.join("\n")],
  { stdio: "inherit" },
);
process.exit(status ?? 1);

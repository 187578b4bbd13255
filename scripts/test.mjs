// Runs the tests, all of them or those whose path contains one of the words given: `npm test -- invites crash`.
// They share a process, since each starts servers of its own and loading the code anew for every file costs ten times as much.
// What those servers answer is witnessed; `npm test -- --prove` writes down which tests prove the declared refusals.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const words = process.argv.slice(2).filter((word) => word !== "--prove");
const rewrite = process.argv.includes("--prove");
const whole = words.length === 0;
const files = ["src", "test", "bench"]
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((path) => join(folder, String(path))))
  .filter((path) => /\.test\.(ts|mjs)$/.test(path) && !path.includes("node_modules"))
  .filter((path) => whole || words.some((word) => path.includes(word)))
  .sort();
if (files.length === 0 || (rewrite && !whole)) {
  console.error(rewrite ? "--prove is for all tests" : `no test file has ${words.join(" or ")} in its path`);
  process.exit(1);
}
/** Tests of these folders start no server (test/architecture.test.ts), so there is nothing to watch, which needs the whole table. */
const isWatched = files.some((path) => !/^src.(contract|domain|secrets)\b/.test(path));
/** @param {string} path */
const urlOf = (path) => JSON.stringify(pathToFileURL(resolve(path)).href);
const watched = [
  `const { loadTests } = await import(${urlOf("test/support/witness.ts")});`,
  ...files.map((path) => `await loadTests(${JSON.stringify(path)}, () => import(${urlOf(path)}));`),
  `const { declareLastTests } = await import(${urlOf("test/support/last-tests.ts")});`,
  `declareLastTests(${JSON.stringify({ whole, rewrite })});`,
];
/** `node:sqlite` in place of better-sqlite3, for Node 22 and newer. */
const driver = process.env.ANTEROOM_TEST_SQLITE;
const chosen = `(await import(${urlOf("src/store/driver.ts")})).chooseDriver(${JSON.stringify(driver)});`;
const lines = isWatched ? watched : files.map((path) => `await import(${urlOf(path)});`);
const { status } = spawnSync(
  process.execPath,
  [
    "--import",
    "tsx",
    "--test-reporter=spec",
    "--input-type=module",
    "--eval",
    [...(driver === undefined ? [] : [chosen]), ...lines].join("\n"),
  ],
  { stdio: "inherit" },
);
process.exit(status ?? 1);

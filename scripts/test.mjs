// Runs the tests, all of them or those whose path contains one of the words given: `npm test -- invites crash`.
// Files share a process, since each starts servers of its own and loading the code anew for every file costs ten times as much;
// all of them are dealt out to several, of which one more runs at once than there are processors: many a test waits.
// Options of Node's runner are passed on: `npm test -- --test-name-pattern=mirror test/mirror`.
// What those servers answer is witnessed; `npm test -- --prove` writes down which tests prove the declared refusals.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const given = process.argv.slice(2);
const rewrite = given.includes("--prove");
/** Those of Node, such as --test-name-pattern. */
const flags = given.filter((word) => word.startsWith("--test-"));
const words = given.filter((word) => !word.startsWith("--"));
const whole = words.length === 0 && flags.length === 0;
const files = ["src", "test", "bench"]
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((path) => join(folder, String(path))))
  .filter((path) => /\.test\.(ts|mjs)$/.test(path) && !path.includes("node_modules"))
  .filter((path) => words.length === 0 || words.some((word) => path.includes(word)))
  .sort();
if (files.length === 0 || (rewrite && !whole)) {
  console.error(rewrite ? "--prove is for all tests" : `no test file has ${words.join(" or ")} in its path`);
  process.exit(1);
}

/** @param {string} path */
const urlOf = (path) => JSON.stringify(pathToFileURL(resolve(path)).href);
/** `node:sqlite` in place of better-sqlite3, for Node 22 and newer. */
const driver = process.env.ANTEROOM_TEST_SQLITE;
const choosing =
  driver === undefined
    ? []
    : [`(await import(${urlOf("src/store/driver.ts")})).chooseDriver(${JSON.stringify(driver)});`];

/** Code that loads test files, and watches what their servers answer. `after`: what is called in last-tests.ts then. @param {readonly string[]} files @param {string} after */
const watched = (files, after) => [
  `const { loadTests } = await import(${urlOf("test/support/witness.ts")});`,
  ...files.map((path) => `await loadTests(${JSON.stringify(path)}, () => import(${urlOf(path)}));`),
  `(await import(${urlOf("test/support/last-tests.ts")})).${after};`,
];

/** Runs code in a process of its own, which takes over the terminal, or gives what it prints to a reader. @param {readonly string[]} lines @param {(text: string) => void} [read] @returns {Promise<number>} */
function run(lines, read) {
  const options = ["--import", "tsx", "--test-reporter=spec", ...flags, "--input-type=module", "--eval"];
  const env = process.stdout.isTTY ? { FORCE_COLOR: "1", ...process.env } : process.env;
  const child = spawn(process.execPath, [...options, [...choosing, ...lines].join("\n")], {
    env,
    stdio: read === undefined ? "inherit" : ["ignore", "pipe", "pipe"],
  });
  for (const output of [child.stdout, child.stderr])
    output?.setEncoding("utf8").on("data", read ?? (() => {}));
  return new Promise((resolve) => child.once("close", (code) => resolve(code ?? 1)));
}

/** Of what a run prints, which is a report with its failures, and counts, at its end. */
const failures = /^.*failing tests:$/m;
const counts = /^\W*ℹ (tests|pass|fail|skipped) (\d+)/gm;

/** Deals all files out. What a part prints comes whole, in the order of the parts; what failed once more at the end. @param {string} folder */
async function runWhole(folder) {
  // So many that no processor waits long for the last one, and loading costs little.
  const parts = Array.from({ length: 8 }, (_, part) => ({
    files: files.filter((_, index) => index % 8 === part),
    seen: join(folder, `${part}.json`),
    text: "",
    hasEnded: false,
  }));
  let shown = 0;
  let written = 0;
  const show = () => {
    for (let part = parts[shown]; part !== undefined; part = parts[shown]) {
      process.stdout.write(part.text.slice(written));
      written = part.text.length;
      if (!part.hasEnded) return;
      shown++;
      written = 0;
    }
  };
  let status = 0;
  const waiting = [...parts];
  const worker = async () => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
      const { files, seen } = part;
      const code = await run(watched(files, `keepSeen(${JSON.stringify(seen)})`), (text) => {
        part.text += text;
        show();
      });
      status ||= code;
      part.hasEnded = true;
      show();
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() + 1 }, worker));

  const known = JSON.stringify({ seen: parts.map(({ seen }) => seen), rewrite });
  let last = "";
  const code = await run(
    [`(await import(${urlOf("test/support/last-tests.ts")})).declareLastTests(${known});`],
    (text) => {
      last += text;
    },
  );
  for (const { text } of parts) process.stdout.write(text.slice(failures.exec(text)?.index ?? text.length));
  process.stdout.write(last);
  const texts = [...parts.map(({ text }) => text), last];
  const sums = new Map([["tests", 0]]);
  for (const [, name = "", count] of texts.flatMap((text) => [...text.matchAll(counts)]))
    sums.set(name, (sums.get(name) ?? 0) + Number(count));
  console.log(`\nof all:${[...sums].map(([name, count]) => `\nℹ ${name} ${count}`).join("")}`);
  return status || code;
}

if (whole) {
  // Tests that start the program start what is built of it, as people do.
  const built = spawnSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" });
  if (built.status !== 0) process.exit(1);
  process.env.ANTEROOM_TEST_BUILT = "1";
  const folder = mkdtempSync(join(tmpdir(), "anteroom-tests-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  process.exitCode = await runWhole(folder);
} else {
  /** Tests of these folders start no server (test/architecture.test.ts), so there is nothing to watch, which needs the whole table. */
  const isWatched = files.some((path) => !/^src.(contract|domain|secrets)\b/.test(path));
  process.exitCode = await run(
    isWatched ? watched(files, "declareSeen()") : files.map((path) => `await import(${urlOf(path)});`),
  );
}

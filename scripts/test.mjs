// Runs tests. `npm test` runs the suite for every change, `--suite=slow` and `--suite=nightly` what test/suites.mjs lists,
// `--suite=postgres` what `npm test` can run on that engine, `--suite=random` what has random cases. With words, `npm test -- invites crash` runs every file whose path
// contains one. Options of Node's runner are passed on: `npm test -- --test-name-pattern=mirror test/mirror`. `npm test -- --prove`
// records which tests prove the declared refusals. Files share a few processes: loading the code takes longer than most files run.
import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { placeOf, suiteOf } from "../test/suites.mjs";
import { temporaryFolder } from "./shared.mjs";

const given = process.argv.slice(2);
const rewrite = given.includes("--prove");
/** Options for Node, such as --test-name-pattern. */
const flags = given.filter((word) => word.startsWith("--test-"));
const words = given.filter((word) => !word.startsWith("--"));
const isWhole = words.length === 0 && flags.length === 0;
const suite = given.find((word) => word.startsWith("--suite="))?.slice("--suite=".length) ?? "fast";

/** @param {string} path */
const isChosen = (path) => {
  if (!isWhole) return words.length === 0 || words.some((word) => path.includes(word));
  if (suite !== "postgres" && suite !== "random") return suiteOf(path) === suite;
  const text = readFileSync(path, "utf8");
  if (suite === "random") return /from "fast-check"|fuzz\(/.test(text);
  return suiteOf(path) === "fast" && /^(import .*\bskipReason\b|\s+skipReason,)/m.test(text);
};
const files = ["src", "test", "bench"]
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((path) => join(folder, String(path))))
  .filter((path) => /\.test\.(ts|mjs)$/.test(path) && !path.includes("node_modules") && isChosen(path))
  .sort()
  .sort((a, b) => placeOf(a) - placeOf(b));
if (files.length === 0 || (rewrite && !isWhole)) {
  console.error(rewrite ? "--prove is for all tests" : `no test file for ${given.join(" ")}`);
  process.exit(1);
}

/** @param {string} path */
const urlOf = (path) => JSON.stringify(pathToFileURL(resolve(path)).href);
/** `node:sqlite` in place of better-sqlite3, for Node 22 and newer. */
const driver = process.env.ANTEROOM_TEST_SQLITE;
const choosing =
  driver === undefined
    ? []
    : [`(await import(${urlOf("src/core/store/driver.ts")})).chooseDriver(${JSON.stringify(driver)});`];

/** Options that load what comes before all tests. */
const before = ["untracked-promises", "random-seed", "plain-ok"].flatMap((name) => [
  "--import",
  pathToFileURL(resolve(`test/support/${name}.ts`)).href,
]);

/** Code that calls a function of last-tests.ts. @param {string} name @param {readonly unknown[]} values */
const calling = (name, ...values) =>
  `await (await import(${urlOf("test/support/last-tests.ts")})).${name}(${values.map((value) => JSON.stringify(value)).join(", ")});`;

/** Runs code in a process of its own: its exit code, and what it wrote to standard output. @param {readonly string[]} lines @param {(text: string) => void} [read] Is given all that it writes. @returns {Promise<{ code: number, report: string }>} */
function run(lines, read) {
  const options = [
    "--import",
    "tsx",
    ...before,
    "--test-reporter=spec",
    ...flags,
    "--input-type=module",
    "--eval",
  ];
  const env = process.stdout.isTTY ? { FORCE_COLOR: "1", ...process.env } : process.env;
  const child = spawn(process.execPath, [...options, [...choosing, ...lines].join("\n")], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let report = "";
  child.stdout.setEncoding("utf8").on("data", (text) => (report += text));
  for (const output of [child.stdout, child.stderr]) {
    output.setEncoding("utf8").on("data", read ?? ((text) => process.stdout.write(text)));
  }
  return new Promise((resolve) => child.once("close", (code) => resolve({ code: code ?? 1, report })));
}

/** The lines of a report where its failures begin, and its counts. */
const failures = /^.*failing tests:$/m;
const counts = /^\W*ℹ (tests|pass|fail|skipped) (\d+)/gm;
/** The line of a test in a report, and that of the last test of a file (test/support/last-tests.ts). */
const anyTest = /^\P{L}*[▶✔✖﹣] /mu;
const fileEnd = /(\S+): every answer met is as /g;

/**
 * Returns what did not run although its process may have ended well: a process left early, or declared no test.
 * @param {readonly string[]} reports @param {boolean} isWatched
 */
function whatDidNotRun(reports, isWatched) {
  const missed = reports
    .filter((report) => !report.match(counts))
    .map(() => "a process ended before its tests");
  if (!isWatched) return missed;
  const ended = new Set();
  for (const report of reports) {
    let from = 0;
    for (const end of report.matchAll(fileEnd)) {
      const before = report.slice(from, report.lastIndexOf("\n", end.index) + 1);
      // A pattern may leave nothing of a file; one that failed is named once more at the end.
      if (flags.length === 0 && !ended.has(end[1]) && !anyTest.test(before)) {
        missed.push(`${end[1]} declares no test`);
      }
      from = report.indexOf("\n", end.index);
      ended.add(end[1]);
    }
  }
  return [
    ...missed,
    ...files.filter((path) => !ended.has(path)).map((path) => `${path} was not run to its end`),
  ];
}

/** Says what did not run. @param {readonly string[]} missed @returns {number} An exit code. */
function complain(missed) {
  for (const each of missed) console.error(`✖ ${each}`);
  return missed.length === 0 ? 0 : 1;
}

/** Shares a suite among processes. One prints as it goes, the others after it; failures are printed once more at the end. @param {string} folder */
async function runSuite(folder) {
  // One more than there are processors, since tests also wait.
  const count = availableParallelism() + 1;
  let printed = Promise.resolve();
  const running = Array.from({ length: count }, (_, part) => {
    let text = "";
    let isPrinting = false;
    const before = printed;
    void before.then(() => {
      isPrinting = true;
      process.stdout.write(text);
    });
    const seen = join(folder, `${part}.json`);
    const ended = run([calling("runFiles", files, { folder, seen })], (more) => {
      text += more;
      if (isPrinting) process.stdout.write(more);
    });
    printed = Promise.all([before, ended]).then(() => {});
    return { seen, ended };
  });
  const all = await Promise.all(running.map(({ ended }) => ended));
  await printed;
  const missed = whatDidNotRun(pluckReports(all), true);
  if (suite === "fast") {
    const known = { seen: running.map(({ seen }) => seen), rewrite };
    all.push(await run([calling("declareLastTests", known)], () => {}));
  }
  const reports = pluckReports(all);
  for (const text of reports) process.stdout.write(text.slice(failures.exec(text)?.index ?? text.length));
  const sums = new Map([["tests", 0]]);
  for (const [, name = "", many] of reports.flatMap((text) => [...text.matchAll(counts)])) {
    sums.set(name, (sums.get(name) ?? 0) + Number(many));
  }
  console.log(`\nof all:${[...sums].map(([name, sum]) => `\nℹ ${name} ${sum}`).join("")}`);
  return all.find(({ code }) => code !== 0)?.code ?? complain(missed);
}

/** @param {readonly { report: string }[]} all */
const pluckReports = (all) => all.map(({ report }) => report);

if (isWhole) {
  if (suite === "postgres" && process.env.ANTEROOM_TEST_POSTGRES === undefined) {
    process.exit(complain(["--suite=postgres needs ANTEROOM_TEST_POSTGRES: every test would be skipped"]));
  }
  // Tests that start the program start the build, as people do.
  if (process.env.ANTEROOM_TEST_BUILT !== "1") {
    const built = spawnSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" });
    if (built.status !== 0) process.exit(1);
    process.env.ANTEROOM_TEST_BUILT = "1";
  }
  process.exitCode = await runSuite(temporaryFolder("tests"));
} else {
  /** Tests of these folders start no server (test/architecture.test.ts), so that loading all that checks answers would be in vain. */
  const isWatched = files.some((path) => !/^src.core.(contract|domain|secrets)\b/.test(path));
  const loading = files.map((path) => `await import(${urlOf(path)});`);
  const { code, report } = await run(isWatched ? [calling("runFiles", files)] : loading);
  process.exitCode = code || complain(whatDidNotRun([report], isWatched));
}

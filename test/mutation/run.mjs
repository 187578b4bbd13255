// Mutation score: `npm run mutation`, or with names of folders and files of src, such as `npm run mutation -- domain http/parse`;
// `npm run mutation -- asvs` tries the controls of docs/security.md (asvs.mjs). MUTATION_SAMPLE=30 draws so many mutants of each
// (sample.mjs), by the seed in ANTEROOM_RANDOM_SEED.
// Stryker changes the code in one place after another, and the tests beside it have to notice each. It is installed at first use.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { folders, targetOf } from "./targets.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const installed = resolve(".clients", "mutation");
const reports = resolve(".tmp", "mutation-reports");
/** The score below which the command fails. */
const leastScore = 85;

if (process.argv[2] === "asvs") {
  const { runAsvs } = await import("./run-asvs.mjs");
  runAsvs(process.argv.slice(3));
  process.exit();
}

if (!existsSync(join(installed, "node_modules"))) {
  mkdirSync(installed, { recursive: true });
  for (const name of ["package.json", "package-lock.json"]) {
    copyFileSync(join(here, name), join(installed, name));
  }
  run("npm", [
    "ci",
    "--prefix",
    installed,
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ]);
}
const { Stryker } = await import(
  pathToFileURL(join(installed, "node_modules/@stryker-mutator/core/dist/src/index.js")).href
);

/** @typedef {{ folder: string, noticed: number, all: number }} Count */
/** @type {Count[]} */
const counts = [];
const isSample = process.env.MUTATION_SAMPLE !== undefined;
const chosen = process.argv.length > 2 ? process.argv.slice(2) : folders;
for (const name of chosen) {
  const { mutate, patienceMs } = targetOf(name);
  process.env.MUTATION_TARGET = name;
  const file = join(reports, `${name.replaceAll("/", "-")}.json`);
  rmSync(file, { force: true });
  await new Stryker({
    mutate: [...mutate, "!**/*.test.ts"],
    plugins: [
      pathToFileURL(join(installed, "node_modules/@stryker-mutator/tap-runner/dist/src/index.js")).href,
      pathToFileURL(join(here, "sample.mjs")).href,
    ],
    checkers: isSample ? ["sample"] : [],
    testRunner: "tap",
    buildCommand: "node test/mutation/build.mjs",
    tap: {
      testFiles: ["built/**/*.test.js"],
      nodeArgs: ["--test-reporter=tap", "-r", "{{hookFile}}", "{{testFile}}"],
    },
    coverageAnalysis: "perTest",
    concurrency: Number(process.env.MUTATION_CONCURRENCY ?? 2),
    ignorePatterns: [
      "/biome.json",
      "/docs",
      "/bench",
      "/dist",
      "/data",
      "/.clients",
      "/.tmp",
      "/test/clients",
    ],
    // It would rewrite the settings of the compiler, which nothing here reads.
    tsconfigFile: "none.json",
    tempDirName: ".tmp/mutation",
    reporters: ["progress-append-only", "clear-text", "json"],
    clearTextReporter: { logTests: false, reportTests: false },
    jsonReporter: { fileName: file },
    timeoutMS: patienceMs,
  }).runMutationTest();
  counts.push(...countsOf(file));
}
const sums = new Map();
for (const { folder, noticed, all } of counts) {
  const sum = sums.get(folder) ?? { noticed: 0, all: 0 };
  sums.set(folder, { noticed: sum.noticed + noticed, all: sum.all + all });
}
for (const [folder, { noticed, all }] of sums) {
  const score = (100 * noticed) / all;
  console.log(`${folder}: ${score.toFixed(1)} % of ${all} mutants are noticed`);
  if (score < leastScore) process.exitCode = 1;
}

/** @param {string} file @returns {Count[]} */
function countsOf(file) {
  /** @type {{ files: Record<string, { mutants: { status: string }[] }> }} */
  const { files } = JSON.parse(readFileSync(file, "utf8"));
  return Object.entries(files).map(([path, { mutants }]) => {
    const count = (/** @type {string[]} */ ...statuses) =>
      mutants.filter(({ status }) => statuses.includes(status)).length;
    const noticed = count("Killed", "Timeout");
    return {
      folder: path.slice(0, path.lastIndexOf("/")),
      noticed,
      all: noticed + count("Survived", "NoCoverage"),
    };
  });
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

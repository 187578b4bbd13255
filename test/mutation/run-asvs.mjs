// Takes away the control of each requirement that is met, one after the other, in a copy of the files, and has the named test run.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { mutants } from "./asvs.mjs";
import { rowsOf } from "./asvs-table.mjs";

const patienceMs = 600_000;
const copy = resolve(".tmp", `asvs-${process.pid}`);

function makeCopy() {
  const { stdout } = spawnSync("git", ["ls-files", "-z"], { encoding: "utf8", maxBuffer: 2 ** 26 });
  for (const path of stdout.split("\0").filter((each) => each !== "")) {
    mkdirSync(join(copy, dirname(path)), { recursive: true });
    cpSync(path, join(copy, path), { recursive: true });
  }
  symlinkSync(resolve("node_modules"), join(copy, "node_modules"));
}

/** @param {import("./asvs.mjs").Mutant} mutant @returns {boolean} Whether every test passed, and there was one. */
function passes({ test, named }) {
  const options = ["--import", "tsx", "--import", "./test/support/plain-ok.ts", "--test-reporter=tap"];
  if (named !== undefined) options.push(`--test-name-pattern=${named}`);
  const { status, stdout } = spawnSync(process.execPath, [...options, test], {
    cwd: copy,
    encoding: "utf8",
    timeout: patienceMs,
    maxBuffer: 2 ** 26,
    env: { ...process.env, ANTEROOM_TEST_BUILT: "", ANTEROOM_TEST_POSTGRES: undefined },
  });
  return status === 0 && /^# pass [1-9]/m.test(stdout);
}

/** The tests that pass without a mutant, by file and name. @type {Map<string, boolean>} */
const sound = new Map();

/** @param {import("./asvs.mjs").Mutant} mutant */
function judge(mutant) {
  const { file, from, to, test, named } = mutant;
  const key = `${test} ${named}`;
  if (!sound.has(key)) sound.set(key, passes(mutant));
  if (!sound.get(key)) return "its test fails without it";
  const path = join(copy, file);
  const text = readFileSync(path, "utf8");
  if (text.split(from).length !== 2) return "its text is not there once";
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
  try {
    return passes(mutant) ? "SURVIVED" : "killed";
  } finally {
    writeFileSync(path, text);
  }
}

/** @param {readonly string[]} chosen Requirements, or chapters such as V7; none for all. */
export function runAsvs(chosen) {
  const isChosen = (/** @type {string} */ number) =>
    chosen.length === 0 ||
    chosen.some((each) => each === number || number.startsWith(`${each.replace(/^V/, "")}.`));
  const rows = rowsOf(readFileSync("docs/security.md", "utf8")).filter(
    ({ number, state }) => state === "met" && isChosen(number),
  );
  /** @type {Map<string, number>} */
  const counts = new Map();
  makeCopy();
  try {
    for (const { number, where } of rows) {
      const mutant = mutants[number];
      const isRead = where.startsWith("by reading");
      const verdict = mutant !== undefined ? judge(mutant) : isRead ? "by reading" : "HAS NO MUTANT";
      counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
      if (!isRead) console.log(`${number}: ${verdict}${mutant ? ` by ${mutant.test}` : ""}`);
      if (verdict !== "killed" && verdict !== "by reading") process.exitCode = 1;
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
  console.log([...counts].map(([verdict, count]) => `${count} ${verdict}`).join(", "));
}

// The runner of the tests does not report success where tests did not run.
import { deepEqual, equal, match } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type TestContext, test } from "node:test";
import { root } from "./support/command.ts";
import { createFolder } from "./support/storage.ts";

/** Runs files in a folder with the support of this one. */
function run(t: TestContext, files: Readonly<Record<string, string>>, ...args: string[]) {
  const folder = createFolder(t);
  for (const path of ["bench", "src", "test"]) mkdirSync(join(folder, path));
  for (const path of ["node_modules", "test/support"]) symlinkSync(join(root, path), join(folder, path));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), `import { test } from "node:test";\n${text}\n`);
  }
  // A test runner in a test runner would report to the outer one.
  const { NODE_TEST_CONTEXT: _, ANTEROOM_TEST_POSTGRES: __, ...env } = process.env;
  const script = join(root, "scripts/test.mjs");
  return spawnSync(process.execPath, [script, ...args], {
    cwd: folder,
    env,
    encoding: "utf8",
    timeout: 60_000,
  });
}

const succeeds = ({ status, stderr }: ReturnType<typeof run>) =>
  deepEqual({ status, stderr }, { status: 0, stderr: "" });

const passing = 'test("passes", () => {});';

test("the runner succeeds where every file was run to its end", (t) => {
  succeeds(run(t, { "test/a.test.ts": passing }, "test/"));
});

test("the runner fails where a file declares no test", (t) => {
  const { status, stderr } = run(t, { "test/a.test.ts": "", "test/b.test.ts": passing }, "test/");
  deepEqual({ status, stderr }, { status: 1, stderr: "✖ test/a.test.ts declares no test\n" });
});

test("the runner fails where a test ends its process with 0", (t) => {
  const leaving = `${passing}\ntest("leaves", async () => process.exit(0));`;
  const { status, stderr } = run(t, { "test/a.test.ts": leaving, "test/b.test.ts": passing }, "test/");
  equal(status, 1);
  match(stderr, /^✖ a process ended before its tests$/m);
  match(stderr, /^✖ test\/b\.test\.ts was not run to its end$/m);
  equal(run(t, { "src/domain/a.test.ts": leaving }, "domain").status, 1);
});

test("the runner ends, and fails, where something stays after the tests", (t) => {
  const staying = `${passing}\ntest("starts", () => void setInterval(() => {}, 1_000));`;
  const { status, stdout } = run(t, { "test/a.test.ts": staying }, "test/");
  equal(status, 1);
  match(stdout, /^✖ a process stayed after its tests: .*Timeout/m);
});

test("the runner names the test whose error nothing caught, and knows what a suite declares as a part of it", (t) => {
  const throwing = (how: string) => `test("outer", async (t) => {
    await t.test("inner", async () => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      ${how};
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
  });`;
  const { status, stdout } = run(
    t,
    {
      "test/a.test.ts": throwing('setTimeout(() => { throw new Error("late"); })'),
      "test/b.test.ts": throwing('void Promise.reject(new Error("unheard"))'),
      "test/c.test.ts": `import { before, suite } from "node:test";
        suite("whole", () => { before(() => {}); test("part", () => {}); });`,
    },
    "test/",
  );
  equal(status, 1);
  for (const name of ["a", "b"]) {
    match(stdout, new RegExp(`^an error that nothing caught, in test/${name}.test.ts: outer > inner$`, "m"));
  }
  match(stdout, /^▶ whole\n {2}✔ part /m);
});

test("random cases begin at the seed of the repository", (t) => {
  const asking = `import fc from "fast-check";
    test("is seeded", () => { if (fc.readConfigureGlobal()?.seed === undefined) throw new Error("no seed"); });`;
  succeeds(run(t, { "src/domain/a.test.mjs": asking }, "domain"));
  succeeds(run(t, { "test/a.test.mjs": asking }, "test/"));
});

test("a claim without a message fails at once, in a long file too", (t) => {
  const lines = Array.from(
    { length: 400 },
    (_, i) => `export const row${i} = { at: ${i}, of: "a row among others" };`,
  );
  const claiming = `import { ok } from "node:assert/strict";
    ${lines.join("\n")}
    test("claims", () => ok([].length > 0));`;
  const { status, stdout } = run(t, { "src/domain/a.test.ts": claiming }, "domain");
  equal(status, 1);
  match(stdout, /AssertionError \[ERR_ASSERTION\]: false is not truthy/);
});

test("the runner refuses PostgreSQL's suite without PostgreSQL", (t) => {
  const { status, stderr } = run(
    t,
    { "test/a.test.ts": `import { skipReason } from "./support/engines.ts";\n${passing}` },
    "--suite=postgres",
  );
  equal(status, 1);
  match(stderr, /needs ANTEROOM_TEST_POSTGRES/);
});

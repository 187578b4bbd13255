// The examples and what `anteroom init` writes, run by the test runners they are for, in projects in which the package is installed as
// people have it; and the types of the fixtures beside those of the runners.
import { deepEqual, equal } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { after, before, type TestContext, test } from "node:test";
import { misspelt, typed } from "../../scripts/check-fixtures.mjs";
import { browserSkipReason, executablePath } from "../support/chromium.ts";
import { plainEnvironment, root } from "../support/command.ts";
import { installed, notInstalled } from "../support/installed.ts";

const place = mkdtempSync(join(tmpdir(), "anteroom-examples-"));
after(() => rmSync(place, { recursive: true, force: true }));

before(() => {
  for (const each of ["src", "scripts", "node_modules", "package.json", "package-lock.json", "LICENSE"]) {
    symlinkSync(join(root, each), join(place, each));
  }
  const built = spawnSync(process.execPath, ["scripts/build.mjs"], { cwd: place, encoding: "utf8" });
  equal(built.status, 0, built.stderr);
});

/** Links the packages that npm would install: those of the runners, and those that Anteroom needs. */
function install(project: string): void {
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const runners = installed(".clients/runners/node_modules");
  const names = !existsSync(runners)
    ? []
    : readdirSync(runners).flatMap((name) =>
        name.startsWith("@") ? readdirSync(join(runners, name)).map((each) => `${name}/${each}`) : [name],
      );
  const own = [...Object.keys(dependencies), "better-sqlite3"];
  for (const [from, some] of [
    [runners, names.filter((name) => !name.startsWith(".") && !own.includes(name))],
    [join(root, "node_modules"), own],
  ] as const) {
    for (const name of some) {
      const to = join(project, "node_modules", name);
      mkdirSync(dirname(to), { recursive: true });
      symlinkSync(join(from, name), to);
    }
  }
  const anteroom = join(project, "node_modules/atlas-anteroom");
  cpSync(join(place, "dist"), join(anteroom, "dist"), { recursive: true });
  for (const each of ["package.json", "seed.schema.json"]) cpSync(join(root, each), join(anteroom, each));
}

interface Run {
  readonly program: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** The line with which the runner reports that all of its tests passed. */
  readonly says: RegExp;
}

function runExample(t: TestContext, name: string, how: Run): void {
  const project = join(place, name);
  cpSync(join(root, "examples", name), project, { recursive: true });
  install(project);
  runIn(t, project, how);
}

function runIn(t: TestContext, project: string, { program, environment, says }: Run): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, program, {
    cwd: project,
    // The runner of these tests would have one that it starts report to it.
    env: { ...plainEnvironment, NODE_TEST_CONTEXT: undefined, ...environment },
    encoding: "utf8",
    timeout: 120_000,
  });
  t.diagnostic(`${basename(project)}: ${says.exec(stdout + stderr)?.[0]}`);
  equal(status, 0, stdout + stderr);
  equal(says.test(stdout + stderr), true, stdout + stderr);
}

const skip = notInstalled("runners");

test("node:test", (t) => runExample(t, "node-test", { program: ["--test"], says: /pass 3\b/ }));

test("vitest", { skip }, (t) =>
  runExample(t, "vitest", {
    program: ["node_modules/vitest/vitest.mjs", "run"],
    says: /5 passed/,
  }),
);

test("jest with modules", { skip }, (t) =>
  runExample(t, "jest-esm", {
    program: ["--experimental-vm-modules", "node_modules/jest/bin/jest.js"],
    says: /6 passed, 6 total/,
  }),
);

test("jest with CommonJS", { skip }, (t) =>
  runExample(t, "jest-commonjs", { program: ["node_modules/jest/bin/jest.js"], says: /6 passed, 6 total/ }),
);

test("playwright", { skip: skip || browserSkipReason }, (t) =>
  runExample(t, "playwright", {
    program: ["node_modules/@playwright/test/cli.js", "test"],
    environment: { CHROMIUM: executablePath ?? "" },
    says: /1 passed/,
  }),
);

/** A project with one file. */
function write(name: string, file: string, text: string): string {
  const project = join(place, name);
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), "{}");
  writeFileSync(join(project, file), text);
  install(project);
  return project;
}

test("what jest's `test` has beside gives worlds, too", { skip }, (t) => {
  const text = `
    const { anteroomTest } = require("atlas-anteroom/jest");
    const test = anteroomTest();
    const { failing, skip, concurrent, todo } = test;
    const look = ({ anteroom }, ...row) => expect([anteroom.world.orgs.Acme.name, ...row]).toEqual(["Acme", 1, { b: 2 }]);
    const fail = ({ anteroom }) => expect(anteroom.world.orgs.Acme.name).toBe("Acne");
    test.each([[1, { b: 2 }], [1, { b: 2 }]])("a row", look);
    test.each\`
      a    | b
      \${1} | \${2}
    \`("a template: $a", ({ anteroom }, row) => look({ anteroom }, row.a, { b: row.b }));
    concurrent.each([[1, { b: 2 }]])("at once", look);
    failing("fails", fail);
    failing.each([1, 2])("fails, %i", fail);
    skip("skipped", fail);
    skip.each([1])("skipped, %i", fail);
    concurrent.skip("skipped", fail);
    todo("later");`;
  const program = ["node_modules/jest/bin/jest.js"];
  runIn(t, write("jest-variants", "variants.test.js", text), {
    program,
    says: /3 skipped, 1 todo, 7 passed, 11 total/,
  });
  const only = text.replace('skip("skipped", fail);', 'test.only.each([[1, { b: 2 }]])("alone", look);');
  runIn(t, write("jest-only", "only.test.js", only), {
    program,
    says: /9 skipped, 1 todo, 1 passed, 11 total/,
  });
});

test("what node:test's `test` has beside gives worlds, too, and a failure is reported at its line", () => {
  const project = write(
    "node-test-variants",
    "variants.test.mjs",
    `import assert from "node:assert/strict";
import { anteroomTest } from "atlas-anteroom/node-test";
const test = anteroomTest();
const seen = [];
test.before(() => seen.push("before"));
test.beforeEach(() => seen.push("each"));
test(async function unnamed({ anteroom }) { assert.equal((await anteroom.atlas.listOrgs()).totalCount, 1); });
test({ timeout: 60_000 }, ({ anteroom }) => assert.ok(anteroom.world.orgs.Acme));
test.describe("a group", () => {
  test("fails", ({ anteroom }) => assert.fail(anteroom.world.orgs.Acme.name));
});
test("hooks ran", () => assert.deepEqual(seen.slice(0, 2), ["before", "each"]));
test.todo("later");
test.skip("skipped", () => assert.fail());
const answers = [];
await test("asks behind itself", async (t) => {
  t.after(async () => answers.push((await t.anteroom.atlas.listOrgs()).totalCount));
  await t.test("within", async (within) => {
    assert.equal(within.anteroom, t.anteroom);
    await within.test("deeper", ({ anteroom }) => assert.fail(anteroom.world.orgs.Acme.name));
  });
});
await test("was awaited", ({ anteroom }, done) => done(answers[0] === 1 ? undefined : new Error("no answer")));
test("calls back", (t, done) => setImmediate(done, new Error("on purpose")));
`,
  );
  const { stdout } = spawnSync(process.execPath, ["--test", "--test-reporter=tap"], {
    cwd: project,
    env: { ...plainEnvironment, NODE_TEST_CONTEXT: undefined },
    encoding: "utf8",
  });
  const lines = stdout.match(/^ *(not )?ok \d+.*|(?<=^ *location: ').*variants.*(?=')/gm) ?? [];
  deepEqual(
    lines.map((line) => line.trim().replace(/^.*\//, "")),
    [
      "ok 1 - unnamed",
      "ok 2 - <anonymous>",
      "not ok 1 - fails",
      "variants.test.mjs:10:3",
      "not ok 3 - a group",
      "variants.test.mjs:9:6",
      "ok 4 - hooks ran",
      "ok 5 - later # TODO",
      "ok 6 - skipped # SKIP",
      "not ok 1 - deeper",
      "variants.test.mjs:20:18",
      "not ok 1 - within",
      "variants.test.mjs:18:11",
      "not ok 7 - asks behind itself",
      "variants.test.mjs:16:7",
      "ok 8 - was awaited",
      "not ok 9 - calls back",
      "variants.test.mjs:24:1",
    ],
    stdout,
  );
});

/** A project in which `anteroom init` wrote the first test. */
function begin(name: string, manifest: object): string {
  const project = join(place, name);
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), JSON.stringify(manifest));
  install(project);
  const { status, stderr } = spawnSync(process.execPath, [join(place, "dist/main.js"), "init", project], {
    env: plainEnvironment,
    encoding: "utf8",
  });
  equal(status, 0, stderr);
  return project;
}

test("what `anteroom init` writes for node:test", (t) =>
  runIn(t, begin("init-node-test", {}), { program: ["--test"], says: /pass 1\b/ }));

test("what `anteroom init` writes for vitest", { skip }, (t) =>
  runIn(t, begin("init-vitest", { devDependencies: { vitest: "4" } }), {
    program: ["node_modules/vitest/vitest.mjs", "run"],
    says: /1 passed/,
  }),
);

test("the types of the fixtures know the names of a seed, beside the types of the runners", { skip }, () => {
  for (const each of ["tsconfig.json", "tsconfig.types.json"]) {
    symlinkSync(join(root, each), join(place, each));
  }
  const made = spawnSync(process.execPath, ["scripts/declarations.mjs"], { cwd: place, encoding: "utf8" });
  equal(made.status, 0, made.stdout + made.stderr);
  const project = join(place, "types");
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), JSON.stringify({ type: "module" }));
  install(project);
  const strict =
    "--ignoreConfig --noEmit --strict --skipLibCheck --target es2022 --lib es2023,esnext.disposable,dom --module nodenext --types node --typeRoots";
  const check = (text: string) => {
    writeFileSync(join(project, "check.ts"), text);
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const args = [tsc, ...strict.split(" "), join(root, "node_modules/@types"), "check.ts"];
    return spawnSync(process.execPath, args, { cwd: project, encoding: "utf8" }).stdout;
  };
  equal(check(typed), "");
  const errors = check(misspelt);
  equal(errors.match(/Property 'paymnts' does not exist/g)?.length, 8, errors);
});

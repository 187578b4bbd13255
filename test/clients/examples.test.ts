// The examples and what `anteroom init` writes, run by the test runners they are for, in projects in which the package is installed as
// people have it; and the types of the fixtures beside those of the runners.
import { equal } from "node:assert/strict";
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
import { browserSkipReason, executablePath } from "../support/browser.ts";
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

/** What npm would put there: packages of the runners, and those that Anteroom needs. */
function install(project: string): void {
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const runners = installed(".clients/runners/node_modules");
  const names = !existsSync(runners)
    ? []
    : readdirSync(runners).flatMap((name) =>
        name.startsWith("@") ? readdirSync(join(runners, name)).map((each) => `${name}/${each}`) : [name],
      );
  const own = Object.keys({ ...dependencies, ...optionalDependencies });
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
  cpSync(join(root, "package.json"), join(anteroom, "package.json"));
}

interface Run {
  readonly program: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** How it says that all of so many tests passed. */
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
    says: /4 passed, 4 total/,
  }),
);

test("jest with CommonJS", { skip }, (t) =>
  runExample(t, "jest-commonjs", { program: ["node_modules/jest/bin/jest.js"], says: /4 passed, 4 total/ }),
);

test("playwright", { skip: skip || browserSkipReason }, (t) =>
  runExample(t, "playwright", {
    program: ["node_modules/@playwright/test/cli.js", "test"],
    environment: { CHROMIUM: executablePath ?? "" },
    says: /1 passed/,
  }),
);

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
  for (const each of ["tsconfig.json", "tsconfig.types.json"])
    symlinkSync(join(root, each), join(place, each));
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

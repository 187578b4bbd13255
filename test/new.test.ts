// `npm run new`: what it writes fits into the table, passes the type check, and fails its own test until it is written.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { root } from "./support/command.ts";

/** A copy of what the scaffolder and the type check need. The tests follow each other in it. */
let copy: string;

/** What the guide's example begins. */
const begun = "groups/listDefaultGroupLimits";

const read = (path: string): Promise<string> => readFile(join(copy, path), "utf8");
const registry = (): Promise<string> => read("src/operations/table.ts");

function run(...args: string[]) {
  // A test runner in a test runner would report to the outer one.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, env, encoding: "utf8" });
  return { status, said: `${stdout}${stderr}` };
}

const begin = (...args: string[]) => run("--import", "tsx", "scripts/new.ts", ...args);

function assertDone({ status, said }: ReturnType<typeof run>): void {
  assert.equal(status, 0, said);
}

suite("npm run new", () => {
  before(async () => {
    copy = await mkdtemp(join(tmpdir(), "anteroom-new-"));
    for (const each of [
      "src",
      "spec",
      "scripts",
      "test/support",
      "test/refusals.json",
      "test/suites.mjs",
      "package.json",
      "tsconfig.json",
      "biome.json",
    ]) {
      await cp(join(root, each), join(copy, each), { recursive: true });
    }
    // They have a call of every operation, which nobody has written yet for those that are begun here.
    await rm(join(copy, "scripts", "lost-answers.ts"));
    await rm(join(copy, "src/report/terraform-endings.test.ts"));
    await symlink(join(root, "node_modules"), join(copy, "node_modules"));
  });

  after(() => rm(copy, { recursive: true, force: true }));

  test("refusals write nothing", async () => {
    const old = await registry();
    for (const [args, said] of [
      [["listGroups"], "listGroups is in the table already"],
      [["listGroupNotes"], "Atlas publishes no operation listGroupNotes"],
      [
        ["listGroupClusterViews", "--folder", "../views"],
        "Atlas publishes no operation listGroupClusterViews",
      ],
      [["listDefaultGroupLimits", "--folder", "../limits"], "--folder ../limits: a name in kebab-case"],
      [["listDefaultGroupLimits", "--tag", "Projects"], "Unknown option '--tag'"],
      [[], "name one operation"],
    ] as const) {
      const refused = begin(...args);
      assert.equal(refused.status, 1, refused.said);
      assert.ok(refused.said.startsWith(`new: ${said}`), refused.said);
    }
    assert.equal(await registry(), old);
  });

  test("the command of CONTRIBUTING.md begins an operation, once", async () => {
    const guide = await readFile(join(root, "CONTRIBUTING.md"), "utf8");
    const command = (/^ *npm run new -- (.+)$/m.exec(guide)?.[1] ?? "").split(" ");
    const done = begin(...command);
    assertDone(done);
    const next = done.said.slice(done.said.indexOf("Next"));
    const named = [...next.matchAll(/test\/[\w/]+\.ts|spec\/\w+\.json|[A-Z]+\.md/g)].map(([path]) => path);
    assert.deepEqual(named, [
      "CONTRIBUTING.md",
      "spec/words.json",
      "test/tables/calls.ts",
      "test/tables/doors.ts",
      "CHANGELOG.md",
    ]);
    for (const path of named) assert.ok(existsSync(join(root, path)), path);
    for (const [step] of next.matchAll(/npm (run \w+|test -- --\w+)/g)) {
      assert.ok(guide.includes(step), `${step} is not what CONTRIBUTING.md says`);
    }
    assert.match(
      await read(`src/operations/${begun}.ts`),
      /= atlas\("listDefaultGroupLimits", \{\}\)\.handle\(/,
    );
    assert.deepEqual(begin(...command), {
      status: 1,
      said: "new: listDefaultGroupLimits is in the table already\n",
    });
  });

  test("what was begun fits into the table", async () => {
    const text = await registry();
    const entries = [...text.matchAll(/^export \* from "\.\/([a-z-]+\/\w+)\.ts";$/gm)].map(
      ([, name]) => name,
    );
    assert.ok(entries.includes(begun));
    assertDone(run("node_modules/typescript/bin/tsc", "--singleThreaded"));
    assertDone(
      run(
        "node_modules/@biomejs/biome/bin/biome",
        "check",
        `src/operations/${begun}.ts`,
        "src/operations/table.ts",
      ),
    );
  });

  test("its test fails, because the handler is not written", () => {
    const { status, said } = run("--import", "tsx", "--test", `src/operations/${begun}.test.ts`);
    assert.notEqual(status, 0, said);
    assert.match(said, /UNEXPECTED_ERROR/);
  });
});

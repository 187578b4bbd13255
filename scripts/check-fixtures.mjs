// Checks the fixtures of the packed package as people use them: with each runner, from either kind of module, and their types.
import { cpSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { say, sayOf } from "./say.mjs";
import { quietly, run } from "./shared.mjs";

const options = `{ seed: { orgs: [{ name: "Acme", apiKeys: [{ roles: ["ORG_OWNER"] }], groups: [{ name: "payments" }] }] } }`;

/** Tests that would see what one another does if they shared a world. @param {string} test */
const bodyOf = (test) =>
  ["one", "two"]
    .map(
      (name) => `${test}("${name}", async ({ anteroom: { atlas, insert, world } }) => {
  await atlas.getGroup({ groupId: world.groups.payments.id });
  const { groups } = await insert({ orgs: [{ name: "Acme", groups: [{ name: "ledger" }] }] });
  await atlas.getGroup({ groupId: groups.ledger.id });
});
`,
    )
    .join("");

/** @param {string} runner */
const imported = (runner) =>
  `import { anteroomTest } from "atlas-anteroom/${runner}";\nconst test = anteroomTest(${options});\n${bodyOf("test")}`;
/** @param {string} runner */
const required = (runner) =>
  `const { anteroomTest } = require("atlas-anteroom/${runner}");\nconst test = anteroomTest(${options});\n${bodyOf("test")}`;

const names = { vitest: "vitest", jest: "jest", playwright: "playwright", nodeTest: "node-test" };
/** Uses each of them, for the compiler. */
export const typed = `${Object.entries(names)
  .map(([name, path]) => `import { anteroomTest as ${name} } from "atlas-anteroom/${path}";`)
  .join("\n")}
${Object.keys(names)
  .map((name) => `const ${name}Test = ${name}(${options});\n${bodyOf(`${name}Test`)}`)
  .join("")}`;
export const misspelt = typed.replaceAll("world.groups.payments", "world.groups.paymnts");

const files = {
  "node.test.mjs": imported("node-test"),
  "required.test.cjs": required("node-test"),
  "runner.vitest.mjs": imported("vitest"),
  "vitest.config.mjs": `export default { test: { include: ["*.vitest.mjs"] } };`,
  "runner.jest.js": imported("jest"),
  "runner.jest.cjs": required("jest"),
  "jest.config.json": JSON.stringify({ testMatch: ["**/*.jest.{js,cjs}"], transform: {} }),
  "runner.playwright.mjs": imported("playwright"),
  "runner.playwright.cjs": required("playwright"),
  "playwright.config.mjs": `export default { reporter: "line", testMatch: "*.playwright.*" };`,
  "types.ts": typed,
  "misspelt.ts": misspelt,
};

/**
 * @param {object} given
 * @param {string} given.tarball
 * @param {(name: string, files: Record<string, string>) => string} given.project
 * @param {string} given.binary Of better-sqlite3, where this clone's Node needs it.
 * @param {(readonly [string, string])[]} given.nodes
 * @param {Readonly<Record<string, string>>} given.compilers
 */
export function checkFixtures({ tarball, binary, project, nodes, compilers }) {
  const folder = project("fixtures", files);
  const isNeeded = existsSync(binary);
  const wanted = ["vitest@4", "jest@30", "@playwright/test@1", "@types/node@20"];
  if (isNeeded) wanted.push("better-sqlite3@12");
  sayOf(
    "the runners are installed beside it",
    run(folder, "npm", [...quietly, "--ignore-scripts", tarball, ...wanted]),
  );
  if (isNeeded) {
    mkdirSync(dirname(join(folder, binary)), { recursive: true });
    cpSync(resolve(binary), join(folder, binary));
  }
  for (const [major, node] of nodes) {
    for (const file of ["node.test.mjs", "required.test.cjs"]) {
      sayOf(`Node ${major}: fixture of node:test, ${file}`, run(folder, node, ["--test", file]));
    }
  }
  const modules = { NODE_OPTIONS: "--experimental-vm-modules" };
  for (const [what, file, ...args] of [
    ["vitest", "vitest/vitest.mjs", "run"],
    ["jest, modules and CommonJS", "jest/bin/jest.js"],
    ["Playwright, modules and CommonJS", "@playwright/test/cli.js", "test"],
  ]) {
    const used = run(folder, process.execPath, [`node_modules/${file}`, ...args], modules);
    sayOf(`fixture of ${what}`, used);
  }
  const strict =
    "--noEmit --strict --skipLibCheck --target es2022 --lib es2023,esnext.disposable,dom --types node --module nodenext";
  for (const [name, compiler] of Object.entries(compilers)) {
    const check = (/** @type {string} */ file) =>
      run(folder, process.execPath, [resolve(compiler), ...strict.split(" "), file]);
    sayOf(`${name} takes the types of the fixtures`, check("types.ts"));
    const errors = check("misspelt.ts").said.match(/Property 'paymnts' does not exist/g)?.length ?? 0;
    say(`${name} refuses a name that the seed does not have`, errors === 8, errors);
  }
}

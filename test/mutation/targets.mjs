// The files that are mutated, with the tests that are to notice it: those beside the code, which are fast. A mutant that only a
// test of the whole server would notice counts as not noticed.
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** @param {string} folder Of src. */
const foldersIn = (folder) =>
  readdirSync(`src/${folder}`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${folder}/${name}`);

export const folders = [
  "core/domain",
  "core/changes",
  "core/operations",
  "core/http",
  ...foldersIn("core/http"),
  ...foldersIn("atlas").flatMap((part) => [part, ...foldersIn(part)]),
  "console/operations",
  "databases/deployments",
  "databases/gate",
];

/** Tests beside other code that are about a folder. @type {Record<string, string[]>} */
const further = {
  "core/domain": [
    "src/core/contract/roles.test.ts",
    "src/atlas/access-lists/rules/network-entry.test.ts",
    "src/atlas/database-users/rules/database-user.test.ts",
  ],
  "core/operations": [
    "src/atlas/custom-roles/customRoles.test.ts",
    "src/atlas/integrations/integrations.test.ts",
    "src/atlas/project-settings/projectSettings.test.ts",
    "src/atlas/provider-access/providerAccess.test.ts",
  ],
  "core/changes": [
    "src/testing/explain/explain.test.ts",
    "src/atlas/users/accounts.test.ts",
    ...["changePassword", "resetPassword", "signIn"].map((id) => `src/console/operations/${id}.test.ts`),
  ],
};

/** @param {string} folder Of src. @param {RegExp} ending */
const filesIn = (folder, ending) => readdirSync(`src/${folder}`).filter((name) => ending.test(name));

/** Tests of a folder; with those of the folder above where a file of it has no test of its own. @param {string} folder */
function testsOf(folder) {
  const tests = filesIn(folder, /\.test\.ts$/);
  const above = dirname(folder);
  const isTested = (/** @type {string} */ name) => tests.includes(name.replace(/\.ts$/, ".test.ts"));
  const needsAbove = above !== "." && !filesIn(folder, /(?<!\.test)\.ts$/).every(isTested);
  const beside = tests.length === 0 ? [] : [`src/${folder}/*.test.ts`];
  return needsAbove && filesIn(above, /\.test\.ts$/).length > 0
    ? [...beside, `src/${above}/*.test.ts`]
    : beside;
}

/** @param {string} name Of a folder or a file of src, such as `core/domain` or `core/http/parse-values`. */
export function targetOf(name) {
  const isFolder = existsSync(`src/${name}`) && statSync(`src/${name}`).isDirectory();
  if (!isFolder && !existsSync(`src/${name}.ts`)) {
    throw new Error(`There is no src/${name}, and no src/${name}.ts.`);
  }
  // What a room of Atlas changes, the tests of its operations notice.
  const own = isFolder || name.startsWith("atlas/") ? undefined : `src/${name}.test.ts`;
  const tests = own !== undefined && existsSync(own) ? [own] : testsOf(isFolder ? name : dirname(name));
  return {
    mutate: [isFolder ? `src/${name}/*.ts` : `src/${name}.ts`],
    tests: [...tests, ...(further[name] ?? [])],
    // A mutant of http may leave a request without an answer: it is not waited for as long as one that may only be slow.
    patienceMs: name.startsWith("core/http") ? 5_000 : 60_000,
  };
}

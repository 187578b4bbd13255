// The guard of a release: what it refuses, and that it prints the text of the release.
import { deepEqual, equal, match } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { root } from "./support/command.ts";
import { createFolder } from "./support/storage.ts";

const whole = {
  "package.json": '{"version":"1.2.3"}',
  "package-lock.json": '{"version":"1.2.3"}',
  "src/contract/release.ts": 'export const version = "1.2.3";',
  "compose.yaml": `image: ghcr.io/x/anteroom:\${ANTEROOM_VERSION:-1.2.3}`,
  "CHANGELOG.md":
    "# Changelog\n\n## [Unreleased]\n\n## [1.2.3] - 2026-12-31\n\n### Added\n\n- Something.\n\n## [1.2.2] - 2026-12-01\n\nOld.\n",
};

for (const [what, changed, tag, complaints] of [
  ["lets a release pass that is of one piece", {}, "v1.2.3", []],
  ["refuses a tag of another form", {}, "1.2", [/the tag "1\.2" is not of the form v1\.2\.3/]],
  [
    "refuses a tag of another version than that of each file",
    {},
    "v1.3.0",
    [
      /^not released: package\.json has version 1\.2\.3/m,
      /package-lock\.json/,
      /release\.ts/,
      /compose\.yaml/,
      /no section "## \[1\.3\.0\]"/,
    ],
  ],
  [
    "refuses a section without its day",
    { "CHANGELOG.md": "## [1.2.3]\n\nText.\n" },
    "v1.2.3",
    [/has no day/],
  ],
  ["refuses an empty section", { "CHANGELOG.md": "## [1.2.3] - 2026-12-31\n" }, "v1.2.3", [/is empty/]],
  [
    "refuses while changes wait under [Unreleased]",
    { "CHANGELOG.md": whole["CHANGELOG.md"].replace("## [1.2.3]", "- New.\n\n## [1.2.3]") },
    "v1.2.3",
    [/changes under \[Unreleased\]/],
  ],
] as const) {
  test(`the guard of a release ${what}`, (t) => {
    const folder = createFolder(t);
    mkdirSync(join(folder, "src/contract"), { recursive: true });
    for (const [path, text] of Object.entries({ ...whole, ...changed }))
      writeFileSync(join(folder, path), text);
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "scripts/release.mjs"), tag], {
      cwd: folder,
      encoding: "utf8",
    });
    deepEqual([status, stdout], complaints.length === 0 ? [0, "### Added\n\n- Something.\n"] : [1, ""]);
    for (const complaint of complaints) match(stderr, complaint);
    if (complaints.length === 0) equal(stderr, "");
  });
}

test("the workflow of a release asks the guard first, and each job has no more rights than it needs", () => {
  const { permissions, jobs } = parse(readFileSync(join(root, ".github/workflows/release.yml"), "utf8"));
  deepEqual(permissions, {});
  const rights = Object.entries<{ permissions: object }>(jobs).map(([name, job]) => [name, job.permissions]);
  deepEqual(Object.fromEntries(rights), {
    check: { contents: "read" },
    npm: { contents: "read", "id-token": "write" },
    image: { contents: "read", packages: "write", "id-token": "write", attestations: "write" },
    release: { contents: "write" },
  });
  const runs = (job: string) => jobs[job].steps.map(({ run = "" }) => run).join("\n");
  match(runs("check"), /node scripts\/release\.mjs "\$GITHUB_REF_NAME"\nbash \.ci\/run/);
  match(runs("npm"), /npm publish --provenance/);
  deepEqual([jobs.npm.needs, jobs.image.needs, jobs.release.needs], ["check", "check", ["npm", "image"]]);
});

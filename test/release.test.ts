// The guard of a release: what it refuses, and that it prints the text of the release.
import { deepEqual, equal, match } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { parse } from "yaml";
import { root } from "./support/command.ts";
import { createFolder } from "./support/storage.ts";

const whole = {
  "package.json":
    '{"name":"atlas-anteroom","version":"1.2.3","repository":{"url":"git+https://example.com/we/anteroom.git"}}',
  "package-lock.json": '{"version":"1.2.3"}',
  "src/core/contract/release.ts": 'export const version = "1.2.3";',
  "compose.yaml": `image: ghcr.io/x/anteroom:\${ANTEROOM_VERSION:-1.2.3}`,
  "CHANGELOG.md":
    "# Changelog\n\n## [Unreleased]\n\n## [1.2.3] - 2026-12-31\n\n### Added\n\n- Something.\n\n## [1.2.2] - 2026-12-01\n\nOld.\n",
};

function createRepository(t: TestContext, changed: Readonly<Record<string, string>> = {}): string {
  const folder = createFolder(t);
  mkdirSync(join(folder, "src/core/contract"), { recursive: true });
  for (const [path, text] of Object.entries({ ...whole, ...changed })) {
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const askGuard = (cwd: string, args: readonly string[], env = process.env) =>
  spawnSync(process.execPath, [join(root, "scripts/release.mjs"), ...args], { cwd, env, encoding: "utf8" });

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
    const { status, stdout, stderr } = askGuard(createRepository(t, changed), [tag]);
    deepEqual([status, stdout], complaints.length === 0 ? [0, "### Added\n\n- Something.\n"] : [1, ""]);
    for (const complaint of complaints) match(stderr, complaint);
    if (complaints.length === 0) equal(stderr, "");
  });
}

for (const [what, answer, complaint] of [
  ["is free", { error: { code: "E404" } }, undefined],
  ["is ours", { url: "git+https://example.com/we/anteroom.git" }, undefined],
  ["is ours, written otherwise", { url: "https://example.com/we/anteroom" }, undefined],
  [
    "is another's",
    { url: "git+https://example.com/they/games.git" },
    "atlas-anteroom on npm is published from https://example.com/they/games, not from https://example.com/we/anteroom: ask its owner, or choose another name",
  ],
  [
    "is that of a package without a repository",
    null,
    "atlas-anteroom on npm is published from no repository, not from https://example.com/we/anteroom: ask its owner, or choose another name",
  ],
  [
    "cannot be asked for",
    { error: { code: "ENOTFOUND" } },
    'npm cannot be asked for atlas-anteroom: {"error":{"code":"ENOTFOUND"}}',
  ],
] as const) {
  test(`asked whether the name on npm is ours: it ${what}`, (t) => {
    const folder = createRepository(t);
    const said = answer === null ? "" : JSON.stringify(answer);
    writeFileSync(
      join(folder, "npm"),
      `#!/bin/sh\n[ "$*" = "view atlas-anteroom repository --json" ] && echo '${said}'\n`,
    );
    chmodSync(join(folder, "npm"), 0o755);
    const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
    const ask = (own: object) => askGuard(folder, ["v1.2.3", "--ask-npm"], { ...env, ...own });
    const expected = complaint === undefined ? [0, ""] : [1, `not released: ${complaint}\n`];
    const asked = ask({ GITHUB_SERVER_URL: "https://example.com", GITHUB_REPOSITORY: "we/anteroom" });
    deepEqual([asked.status, asked.stderr], expected);
  });
}

test("asked whether the name on npm is ours, it does not take package.json's word for who we are", (t) => {
  const folder = createRepository(t);
  const ask = (GITHUB_SERVER_URL = "", GITHUB_REPOSITORY = "") =>
    askGuard(folder, ["v1.2.3", "--ask-npm"], { ...process.env, GITHUB_SERVER_URL, GITHUB_REPOSITORY });
  const refusal = (own: string) =>
    `not released: package.json names the repository https://example.com/we/anteroom, and this is a clone of ${own}: let it name this one\n`;
  equal(ask("https://example.com", "they/games").stderr, refusal("https://example.com/they/games"));
  spawnSync("git", ["init", "--quiet"], { cwd: folder });
  equal(ask().stderr, refusal("none"));
  spawnSync("git", ["remote", "add", "origin", "git@example.com:they/games.git"], { cwd: folder });
  equal(ask().stderr, refusal("https://example.com/they/games"));
});

test("the workflow of a release asks the guard first, and each job has no more rights than it needs", () => {
  const { permissions, jobs } = parse(readFileSync(join(root, ".github/workflows/release.yml"), "utf8"));
  deepEqual(permissions, {});
  const rights = Object.entries<{ permissions: object }>(jobs).map(([name, job]) => [name, job.permissions]);
  deepEqual(Object.fromEntries(rights), {
    check: { contents: "read" },
    pack: { contents: "read" },
    npm: { "id-token": "write" },
    image: { contents: "read", packages: "write", "id-token": "write", attestations: "write" },
    release: { contents: "write" },
  });
  const runs = (job: string) => jobs[job].steps.map(({ run = "" }) => run).join("\n");
  match(runs("check"), /node scripts\/release\.mjs "\$GITHUB_REF_NAME" --ask-npm\nbash \.ci\/run/);
  const needs = ["pack", "npm", "image", "release"].map((name) => jobs[name].needs);
  deepEqual(needs, ["check", "pack", "npm", "image"]);
});

test("what may publish to npm runs nothing but npm, on the file that was packed once", () => {
  const { jobs } = parse(readFileSync(join(root, ".github/workflows/release.yml"), "utf8"));
  const linesOf = (job: string) => jobs[job].steps.flatMap(({ run }: { run?: string }) => run ?? []);
  deepEqual(linesOf("npm"), [
    "sha512sum --check *.sha512",
    'npm publish ./*.tgz --ignore-scripts --access public --tag "$TAG"',
  ]);
  deepEqual(linesOf("pack"), ["npm ci --ignore-scripts", "bash .ci/pack packed"]);
  const packing = Object.keys(jobs).filter((job) => /npm pack|\.ci\/pack/.test(linesOf(job).join("\n")));
  deepEqual(packing, ["pack"]);
  match(linesOf("release").join("\n"), /gh release create .* packed\/\*$/m);
});

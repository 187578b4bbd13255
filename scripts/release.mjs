// node scripts/release.mjs TAG [--ask-npm]: refuses a release that is not of one piece, and prints its section of CHANGELOG.md, which
// becomes the text of the release. The version is that of the tag, of package.json, of its lock file and of src/core/contract/release.ts.
// With --ask-npm it also refuses where package.json names another repository than this clone is of, and where the package's name
// on npm belongs to another one.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

const { positionals, values: asked } = parseArgs({
  allowPositionals: true,
  options: { "ask-npm": { type: "boolean" } },
});
const [tag = ""] = positionals;
const version = /^v(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)$/.exec(tag)?.[1];
/** @param {string} path */
const read = (path) => readFileSync(path, "utf8");
/** @type {string[]} */
const problems = [];

if (version === undefined) problems.push(`the tag "${tag}" is not of the form v1.2.3`);
const versions = {
  "package.json": JSON.parse(read("package.json")).version,
  "package-lock.json": JSON.parse(read("package-lock.json")).version,
  "src/core/contract/release.ts": /version = "([^"]+)"/.exec(read("src/core/contract/release.ts"))?.[1],
  "compose.yaml": /ANTEROOM_VERSION:-([^}]+)}/.exec(read("compose.yaml"))?.[1],
};
for (const [file, is] of Object.entries(versions)) {
  if (version !== undefined && is !== version) problems.push(`${file} has version ${is}, the tag is ${tag}`);
}

const sections = read("CHANGELOG.md")
  .split(/^## /m)
  .slice(1)
  .map((section) => {
    const [heading = "", ...lines] = section.split("\n");
    return { heading, text: lines.join("\n").trim() };
  });
const ours = sections.find(({ heading }) => heading.startsWith(`[${version}]`));
if (version !== undefined && ours === undefined) {
  problems.push(`CHANGELOG.md has no section "## [${version}]"`);
}
if (ours !== undefined) {
  if (!/^\[[^\]]+\] - \d{4}-\d{2}-\d{2}$/.test(ours.heading)) {
    problems.push(
      `the heading "## ${ours.heading}" of CHANGELOG.md has no day: "## [${version}] - 2026-12-31"`,
    );
  }
  if (ours.text === "") problems.push(`the section of ${version} in CHANGELOG.md is empty`);
}
const waiting = sections.find(({ heading }) => /^\[Unreleased\]/i.test(heading));
if (waiting !== undefined && waiting.text !== "") {
  problems.push("CHANGELOG.md has changes under [Unreleased]: they belong to this release, or to none yet");
}

if (asked["ask-npm"]) {
  const problem = askNpm(JSON.parse(read("package.json")));
  if (problem !== undefined) problems.push(problem);
}

for (const problem of problems) console.error(`not released: ${problem}`);
if (problems.length > 0) process.exitCode = 1;
else console.log(ours?.text);

/** @param {string} [address] Such as git+https://github.com/OWNER/NAME.git. */
function plain(address = "") {
  return address.replace(/^git\+|(?:\.git)?\/?$/g, "");
}

/** Returns the address of this clone's repository: that of the workflow, or git's origin. */
function ownAddress() {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = process.env;
  if (server && repository) return `${server}/${repository}`;
  const { stdout } = spawnSync("git", ["remote", "get-url", "origin"], { encoding: "utf8" });
  // git@github.com:OWNER/NAME.git
  return plain((stdout ?? "").trim().replace(/^(?:ssh:\/\/)?git@([^:/]+)[:/]/, "https://$1/"));
}

/**
 * Returns why the package name is not ours; undefined where it is free, or published from our repository.
 * @param {{ name: string, repository: { url: string } }} manifest
 */
function askNpm({ name, repository }) {
  const [ours, own] = [plain(repository.url), ownAddress()];
  if (ours !== own) {
    return `package.json names the repository ${ours}, and this is a clone of ${own || "none"}: let it name this one`;
  }
  const { stdout, stderr, error } = spawnSync("npm", ["view", name, "repository", "--json"], {
    encoding: "utf8",
    shell: process.platform === "win32",
    timeout: 60_000,
  });
  const unasked = `npm cannot be asked for ${name}: ${error?.message ?? (stderr.trim() || stdout.trim())}`;
  if (error !== undefined || (stdout.trim() === "" && stderr.trim() !== "")) return unasked;
  /** @type {{ url?: string, error?: { code: string } }} */
  const answer = stdout.trim() === "" ? {} : JSON.parse(stdout);
  if (answer.error?.code === "E404") return undefined;
  if (answer.error !== undefined) return unasked;
  const theirs = plain(answer.url);
  if (theirs === ours) return undefined;
  return `${name} on npm is published from ${theirs || "no repository"}, not from ${ours}: ask its owner, or choose another name`;
}

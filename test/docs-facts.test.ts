// Operations, flags, files, links and codes that the documents name exist.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { renderCoverage } from "../scripts/coverage.ts";
import { renderOptions, renderSettings } from "../scripts/settings.ts";
import { controls } from "../src/controls/list.ts";
import { operations } from "../src/operations/index.ts";
import type { Operation } from "../src/operations/operation.ts";
import { rows, variableOf } from "../src/settings/table.ts";
import { anteroom, root } from "./support/command.ts";
import { readDocuments } from "./support/documents.ts";

const documents = await readDocuments();
const textOf = (path: string): string => documents.find((each) => each.path === path)?.text ?? "";

/** Capital words with underscores: codes, roles, events, variables. */
const capitals = /[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+/g;

/** Codes of Atlas that Anteroom never answers. */
const notOurs = ["INVALID_ENUM_VALUE", "RATE_LIMITED_IP"];

/** Variables of other tools. */
const ofOthers = [
  "MCLI_OPS_MANAGER_URL",
  "MONGODB_ATLAS_ACCESS_TOKEN",
  "MONGODB_ATLAS_BASE_URL",
  "MONGODB_ATLAS_OPS_MANAGER_URL",
  "MONGODB_ATLAS_REFRESH_TOKEN",
  "MONGODB_ATLAS_URL",
  "NPM_TOKEN",
  "TF_CLI_CONFIG_FILE",
];

test("docs/coverage.md is what the table of operations says; `node --import tsx scripts/coverage.ts` writes it", async () => {
  assert.equal(await readFile(join(root, "docs/coverage.md"), "utf8"), renderCoverage());
});

test("the README counts the operations of the table", () => {
  const counted = Object.values<Operation>(operations).filter(({ neighbour }) => !neighbour);
  assert.ok(textOf("README.md").includes(`${counted.length} of the 122 operations`));
  assert.ok(textOf("README.ko.md").includes(`122개 중 ${counted.length}개`));
});

test("docs/settings.md lists the flags and variables of `anteroom dev` and `anteroom serve`", async () => {
  const helps = await Promise.all(["dev", "serve"].map((command) => anteroom([command, "--help"])));
  const help = helps.map(({ stdout }) => stdout.replace(/\s+/g, " ")).join(" ");
  const options = [...help.matchAll(/ (--[a-z-]+) (?:(?! --).)*?env: (ANTEROOM_\w+)\)/g)];
  const rows = [...textOf("docs/settings.md").matchAll(/^\| `(--[a-z-]+)` \| `(ANTEROOM_\w+)` \|/gm)];
  const pairs = (found: RegExpMatchArray[]) =>
    [...new Set(found.map(([, flag, variable]) => `${flag} ${variable}`))].sort();
  assert.deepEqual(pairs(rows), pairs(options));
});

test("docs/cli.md names every command, and test controls are all in their guide", async () => {
  const { stdout } = await anteroom(["--help"]);
  const [, listed = ""] = stdout.split("Commands:");
  const commands = [...listed.matchAll(/^ {2}([a-z][\w-]*) /gm)].map(([, name = ""]) => name);
  const named: readonly string[] = textOf("docs/cli.md").match(/`[a-z][\w-]*/g) ?? [];
  assert.deepEqual(
    commands.filter((name) => name !== "help" && !named.includes(`\`${name}`)),
    [],
  );
  const guide = textOf("docs/guides/controls.md");
  const paths = controls.map(({ path }) => path);
  assert.deepEqual(
    paths.filter((path) => !guide.includes(path.replace(/^.*:/, ":"))),
    [],
  );
});

test("docs/settings.md and src/settings/options.ts are what the table of settings says; `npm run derive` writes them", async () => {
  assert.equal(await readFile(join(root, "docs/settings.md"), "utf8"), renderSettings());
  assert.equal(await readFile(join(root, "src/settings/options.ts"), "utf8"), renderOptions());
});

test("both READMEs are one screen, with the same commands and the same links", () => {
  const [english, korean] = ["README.md", "README.ko.md"].map((path) =>
    documents.find((each) => each.path === path),
  );
  assert.ok((english?.text.split("\n").length ?? 0) <= 60);
  const linksOf = (text = "") =>
    [...text.matchAll(/\]\((?!README)([^)]+)\)/g)].map(([, link]) => link).sort();
  assert.deepEqual(linksOf(korean?.text), linksOf(english?.text));
  const textsOf = (document = english) => document?.blocks.map(({ text }) => text);
  assert.deepEqual(textsOf(korean), textsOf(english));
});

test("every document is reached from docs/README.md or from the list of guides", () => {
  const lists = ["docs/README.md", "docs/guides/README.md", "docs/decisions/README.md"];
  const reached = lists.flatMap((path) =>
    [...textOf(path).matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map(([, link = ""]) =>
      join(dirname(path), link),
    ),
  );
  const all = documents.map(({ path }) => path).filter((path) => path.startsWith("docs/"));
  const unreached = all.filter((path) => path !== "docs/README.md" && !reached.includes(path));
  assert.deepEqual(unreached, []);
});

const known = await readNamesInCode();

for (const { path, text } of documents) {
  test(`what ${path} names exists`, async () => {
    const prose = text.replace(/^( *)```[\s\S]*?^\1```$/gm, "");
    for (const [, link = ""] of prose.matchAll(/\]\((?!https?:)([^)#\s]+)/g)) {
      assert.ok(existsSync(join(root, dirname(path), link)), `the link ${link} leads nowhere`);
    }
    for (const [, link = "", anchor = ""] of prose.matchAll(/\]\((?!https?:)([^)#\s]*)#([^)\s]+)\)/g)) {
      const target = link === "" ? path : join(dirname(path), link);
      const headings = documents.find((each) => each.path === target)?.text.match(/^#+ .+$/gm) ?? [];
      assert.ok(headings.map(anchorOf).includes(anchor), `${target} has no heading #${anchor}`);
    }
    for (const [, file = ""] of prose.matchAll(/`((?:src|test|scripts|docs|bench)\/[\w./-]+)`/g)) {
      assert.ok(existsSync(join(root, file)), `${file} is missing`);
    }
    for (const [, span = ""] of prose.matchAll(/`([^`]+)`/g)) {
      const unknown = (span.match(capitals) ?? []).filter((name) => !known.has(name));
      assert.deepEqual(unknown, [], "the code does not have this name");
    }
  });
}

/** The anchor that GitHub gives a heading. */
const anchorOf = (heading: string): string =>
  heading
    .replace(/^#+ /, "")
    .toLowerCase()
    .replace(/[^\w\s-]/g, "")
    .replaceAll(" ", "-");

async function readNamesInCode(): Promise<Set<string>> {
  const variables = rows.map(([name]) => variableOf(name));
  const found = new Set([...notOurs, ...ofOthers, ...variables, ...variables.map((name) => `${name}_FILE`)]);
  for (const folder of ["src", "scripts", "test/support", "test/conformance"]) {
    for (const path of await readdir(join(root, folder), { recursive: true })) {
      if (!/\.(ts|mjs)$/.test(path)) continue;
      const text = await readFile(join(root, folder, path), "utf8");
      for (const [name] of text.matchAll(capitals)) found.add(name);
    }
  }
  return found;
}

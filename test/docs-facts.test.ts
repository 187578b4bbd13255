// Operations, flags, files, links and codes that the documents name exist.
import { deepEqual, match, ok } from "node:assert/strict";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { notHere, published } from "../scripts/coverage.ts";
import { examples } from "../scripts/option-examples.ts";
import { type AnteroomOptions, refuseUnknown } from "../src/anteroom.ts";
import { completionCommand } from "../src/cli/commands/shell.ts";
import { createProgram } from "../src/cli/program.ts";
import { readSettings } from "../src/core/settings/settings.ts";
import { rows, variableOf } from "../src/core/settings/table.ts";
import { controls } from "../src/testing/controls/list.ts";
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

test("all operations that Atlas publishes are here or have ended, as the README says", () => {
  deepEqual(notHere, []);
  ok(textOf("README.md").includes(`all ${published.length} operations`));
  ok(textOf("README.ko.md").includes(`작업 ${published.length}개 전부`));
});

test("docs/settings.md lists the flags and variables of `anteroom dev` and `anteroom serve`", async () => {
  const helps = await Promise.all(["dev", "serve"].map((command) => anteroom([command, "--help"])));
  const help = helps.map(({ stdout }) => stdout.replace(/\s+/g, " ")).join(" ");
  const options = [...help.matchAll(/ (--[a-z-]+) (?:(?! --).)*?env: (ANTEROOM_\w+)\)/g)];
  const rows = [...textOf("docs/settings.md").matchAll(/^\| `(--[a-z-]+)[^`]*` \| `(ANTEROOM_\w+)` \|/gm)];
  const pairs = (found: RegExpMatchArray[]) =>
    [...new Set(found.map(([, flag, variable]) => `${flag} ${variable}`))].sort();
  deepEqual(pairs(rows), pairs(options));
});

test("docs/cli.md has every command with an example, and every flag that its --help shows", async () => {
  const sections = textOf("docs/cli.md").split(/^## /m);
  const { commands } = await createProgram({});
  for (const above of commands.filter((each) => each.name() !== completionCommand)) {
    const [command = above] = above.commands;
    const name = command === above ? above.name() : `${above.name()} ${command.name()}`;
    const section = sections.find((each) => each.startsWith(`${name}\n`));
    match(section ?? "", new RegExp(`^\`\`\`text\n(?:.*\n)*?.*anteroom ${name} `, "m"));
    // Those of the two servers are in docs/settings.md, those of `api` belong to its operations.
    if (["dev", "serve", "api"].includes(name)) continue;
    const flags = command.helpInformation().match(/(?<=^ {2,}(?:-\w, )?)--[a-zA-Z-]+/gm) ?? [];
    deepEqual(
      flags.filter((flag) => flag !== "--help" && !section?.includes(flag)),
      [],
      name,
    );
  }
});

test("docs/controls.md has every control with its request, and each is found in a program by its name there", () => {
  const text = textOf("docs/controls.md");
  for (const { name, method, path } of controls) {
    const [, section = ""] = text.split(`\n## \`${name}(`);
    ok(section.includes(`\n\`${method} /_anteroom/v1${path}\`\n`), name);
  }
});

/** The options that an example needs beside its own. */
const beside: Readonly<Record<string, readonly (keyof typeof examples)[]>> = {
  mailUrl: ["mailFrom"],
  oidcIssuer: ["oidcClientId", "oidcClientSecret"],
  oidcClientId: ["oidcIssuer", "oidcClientSecret"],
  oidcClientSecret: ["oidcIssuer", "oidcClientId"],
  oidcName: ["oidcIssuer", "oidcClientId", "oidcClientSecret"],
  oidcTrustedDomains: ["oidcIssuer", "oidcClientId", "oidcClientSecret"],
};

for (const [name, value] of Object.entries(examples)) {
  test(`the example of the option ${name} is taken`, () => {
    const others = (beside[name] ?? []).map((each) => [each, examples[each]]);
    const options: AnteroomOptions = Object.fromEntries([[name, value], ...others]);
    refuseUnknown(options);
    const { seed: _, clock: __, policy, ...given } = options;
    readSettings(given, {}, policy);
  });
}

test("the READMEs and package.json begin with what it is, and name clusters and databases", async () => {
  const { description } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const [english = "", korean = ""] = ["README.md", "README.ko.md"].map((path) =>
    textOf(path).slice(0, textOf(path).indexOf("![")),
  );
  match(english, /^# Anteroom\n\n.*\n\nAnteroom is a local MongoDB Atlas: /);
  match(korean, /^# Anteroom\n\n.*\n\nAnteroom은 내 컴퓨터에서 실행하는 MongoDB Atlas입니다\. /);
  match(description, /^A local MongoDB Atlas /);
  for (const text of [english, description]) {
    match(text, /clusters/);
    match(text, /database/);
  }
  match(korean, /클러스터/);
  match(korean, /데이터베이스/);
});

test("both READMEs are one screen, with the same commands and the same links", () => {
  const [english, korean] = ["README.md", "README.ko.md"].map((path) =>
    documents.find((each) => each.path === path),
  );
  ok((english?.text.split("\n").length ?? 0) <= 60);
  const linksOf = (text = "") =>
    [...text.matchAll(/\]\((?!README)([^)]+)\)/g)].map(([, link]) => link).sort();
  deepEqual(linksOf(korean?.text), linksOf(english?.text));
  const textsOf = (document = english) => document?.blocks.map(({ text }) => text);
  deepEqual(textsOf(korean), textsOf(english));
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
  deepEqual(unreached, []);
});

const known = await readNamesInCode();

for (const { path, text } of documents) {
  test(`what ${path} names exists`, async () => {
    const prose = text.replace(/^( *)```[\s\S]*?^\1```$/gm, "");
    for (const [, link = ""] of prose.matchAll(/\]\((?!https?:)([^)#\s]+)/g)) {
      ok(existsSync(join(root, dirname(path), link)), `the link ${link} leads nowhere`);
    }
    for (const [, link = "", anchor = ""] of prose.matchAll(/\]\((?!https?:)([^)#\s]*)#([^)\s]+)\)/g)) {
      const target = link === "" ? path : join(dirname(path), link);
      const headings = documents.find((each) => each.path === target)?.text.match(/^#+ .+$/gm) ?? [];
      ok(headings.map(anchorOf).includes(anchor), `${target} has no heading #${anchor}`);
    }
    for (const [, file = ""] of prose.matchAll(/`((?:src|test|scripts|docs|bench)\/[\w./-]+)`/g)) {
      ok(existsSync(join(root, file)), `${file} is missing`);
    }
    for (const [, span = ""] of prose.matchAll(/`([^`]+)`/g)) {
      const unknown = (span.match(capitals) ?? []).filter((name) => !known.has(name));
      deepEqual(unknown, [], "the code does not have this name");
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

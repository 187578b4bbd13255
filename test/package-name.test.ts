// The package has one name, and the command another, which on npm is a stranger's package: nothing here installs or imports that.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { packageName, version } from "../src/core/contract/release.ts";
import { root } from "./support/command.ts";
import { readDocuments } from "./support/documents.ts";

/** The forms in which a package of the command's name would be imported, found, downloaded or installed. */
const ofStranger = [
  /(?:from|import|require|resolve)\s*\(?\s*["'`]anteroom["'`]/,
  /["'`]anteroom\//,
  /node_modules\/anteroom(?![\w-])/,
  /npm:\banteroom(?![\w-])/,
  // `npx --no` runs what is installed, and downloads nothing.
  /\b(?:npx|bunx|pnpx|(?:pnpm|yarn) dlx|bun x)(?: -(?!-no )\S+)* anteroom(?![\w-])/,
  /\b(?:npm|pnpm|yarn|bun|deno) (?:i|install|add|exec|x|view|info)\b[^`\n|;&"']*\santeroom(?:[@"'`\s]|$)/m,
];

const finds = (text: string): boolean => ofStranger.some((each) => each.test(text));

function filesOf(folder: string): string[] {
  const kept = readdirSync(join(root, folder), { withFileTypes: true, recursive: true });
  return kept
    .filter((each) => each.isFile() && !/\/(?:node_modules|\.tmp|dist)(?:\/|$)/.test(each.parentPath))
    .map((each) => join(each.parentPath, each.name));
}

test("no file of the repository asks for the package of a stranger", () => {
  const atRoot = readdirSync(root, { withFileTypes: true })
    .filter((each) => each.isFile() && each.name !== ".git")
    .map(({ name }) => join(root, name));
  const folders = ["src", "test", "scripts", "bench", "docs", "examples", ".github", ".ci"];
  const files = [...atRoot, ...folders.flatMap(filesOf)].filter(
    (path) => !/\.(?:webp|db|sqlite)$/.test(path),
  );
  ok(files.length > 1000);
  deepEqual(
    files.filter((path) => finds(readFileSync(path, "utf8"))),
    [],
  );
});

test("what it looks for is found", () => {
  const stranger = "anteroom";
  for (const text of [
    `import { createAnteroom } from "${stranger}";`,
    `require("${stranger}/client")`,
    `./node_modules/${stranger}/seed.schema.json`,
    `npx ${stranger} dev`,
    `npx --yes ${stranger}`,
    `npm i -D ${stranger}`,
    `npm install ${stranger}@1`,
    `bunx ${stranger}`,
    `deno add npm:${stranger}`,
  ]) {
    ok(finds(text), text);
  }
  for (const text of [
    `npx --no -- ${stranger} dev`,
    `npx --package ${packageName} ${stranger} dev`,
    `npm install --save-dev ${packageName}`,
    `node_modules/${packageName}/dist`,
  ]) {
    ok(!finds(text), text);
  }
});

test("package.json, its lock file and the source agree on name and version; the command keeps its own", () => {
  const read = (name: string) => JSON.parse(readFileSync(join(root, name), "utf8"));
  const [manifest, lock] = [read("package.json"), read("package-lock.json")];
  for (const each of [manifest, lock, lock.packages[""]]) {
    deepEqual([each.name, each.version], [packageName, version]);
  }
  deepEqual(manifest.bin, { anteroom: "dist/main.js" });
});

test("every guide says in its first line which package the command comes with", async () => {
  const documents = await readDocuments();
  const guides = documents.filter(({ path }) => /^docs\/guides\/(?!README)/.test(path));
  ok(guides.length > 10);
  const sentence = `The command \`anteroom\` comes with the package \`${packageName}\`: [install](README.md#install).`;
  for (const { path, text } of guides) equal(text.split("\n")[2], sentence, path);
  const textOf = (path: string) => documents.find((each) => each.path === path)?.text ?? "";
  match(textOf("docs/guides/README.md"), /^## Install$/m);
  for (const path of ["README.md", "README.ko.md"]) {
    const [before = ""] = textOf(path).split("\n| ");
    equal(before.includes(`npm install --save-dev ${packageName}`), true, path);
  }
});

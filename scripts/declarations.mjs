// Writes the declarations of the package beside what is bundled: those of the entries, and what they lead to. They must lead
// to no package that a project which compiles against Anteroom may lack. All are CommonJS, which either kind of module may import;
// those that ECMAScript modules find hand them on.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { commonjs, fixtures } from "./bundle.mjs";
import { temporaryFolder } from "./shared.mjs";

/** Each is for a runner, which is there where it is imported. */
const runners = ["vitest", "@playwright/test", "node:test"];

/** @param {string} file @param {string} text */
function write(file, text) {
  mkdirSync(dirname(join("dist", file)), { recursive: true });
  writeFileSync(join("dist", file), text);
}

/**
 * The declarations of an entry for ECMAScript modules. A runner has types of its own for either kind of module, so its fixture is
 * declared for both. @param {string} file @param {string} text
 */
function asModule(file, text) {
  const up = "../".repeat(file.split("/").length - 1);
  if (!runners.some((runner) => text.includes(`from "${runner}"`))) {
    return `export * from "${up}${commonjs}/${file.replace(/\.d\.ts$/, ".js")}";\n`;
  }
  return text.replace(
    /from "(\.[^"]+)"/g,
    (_, path) => `from "${up}${commonjs}/${posix.join(posix.dirname(file), path)}"`,
  );
}

const all = temporaryFolder("types");
const { status } = spawnSync(
  process.execPath,
  ["node_modules/typescript/bin/tsc", "-p", "tsconfig.types.json", "--outDir", all],
  { stdio: "inherit" },
);
if (status !== 0) process.exit(1);
const entries = [
  "testing/library.d.ts",
  "client/client.d.ts",
  "testing/controls/client.d.ts",
  "testing/intercept/intercept.d.ts",
  ...fixtures.map((name) => `testing/fixtures/${name}.d.ts`),
];
const reached = new Set(entries);
for (const file of reached) {
  const text = readFileSync(join(all, file), "utf8");
  for (const [, to = ""] of text.matchAll(/(?:from|import) ?\(?"([^"]+)"/g)) {
    if (file.startsWith("testing/fixtures/") && runners.includes(to)) continue;
    const found = join(dirname(file), to.replace(/\.(js|ts)$/, ".d.ts"));
    if (!to.startsWith(".") || !existsSync(join(all, found))) throw new Error(`${file} imports ${to}`);
    reached.add(found);
  }
  // TypeScript indents by four spaces, a sixteenth of all that it writes.
  const indented = text.replace(/^(?: {4})+/gm, (spaces) => "\t".repeat(spaces.length / 4));
  const written = indented.replace(/(from ".*)\.ts"/g, '$1.js"');
  write(join(commonjs, file), written);
  if (entries.includes(file)) write(file, asModule(file, written));
}

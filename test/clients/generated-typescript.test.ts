// TypeScript: the client that openapi-generator makes for fetch, and the types that openapi-typescript makes for openapi-fetch.
import { cpSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { openapiGenerator, openWorkshop, typescript } from "../support/generated.ts";
import { installed, notInstalled } from "../support/installed.ts";

const lacking = notInstalled("openapi-typescript");
const tool = (name: string): string => join(typescript, ".bin", name);
const strict = ["--strict", "--target", "es2022", "--lib", "es2022,dom,dom.iterable"];
const types = ["--types", "node", "--typeRoots", installed("node_modules", "@types")];

const copyProgram = (part: string, folder: string): void =>
  cpSync(installed("test", "clients", part, "program.ts"), join(folder, "program.ts"));

test("openapi-generator: typescript-fetch", {
  skip: lacking || notInstalled("openapi-generator"),
}, async (t) => {
  const { document, folder, make, assertReads } = await openWorkshop(t);
  const to = join(folder, "atlas");
  await make("java", [
    "-jar",
    openapiGenerator,
    "generate",
    "-g",
    "typescript-fetch",
    "-i",
    document.whole,
    "-o",
    to,
  ]);
  copyProgram("typescript-fetch", folder);
  const commonjs = ["--module", "commonjs", "--moduleResolution", "node10"];
  await make(tool("tsc"), [...strict, ...types, ...commonjs, join(folder, "program.ts")]);
  await assertReads(process.execPath, [join(folder, "program.js")]);
});

test("openapi-typescript, with openapi-fetch", { skip: lacking }, async (t) => {
  const { document, folder, make, assertReads } = await openWorkshop(t);
  for (const [name, address] of Object.entries(document)) {
    // What has a default may be left out of a body.
    const options = ["--default-non-nullable", "false", "--output", join(folder, `${name}.d.ts`)];
    await make(tool("openapi-typescript"), [address, ...options]);
  }
  copyProgram("openapi-typescript", folder);
  symlinkSync(typescript, join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  const modules = ["--module", "nodenext", "--noUncheckedIndexedAccess", "--skipLibCheck", "false"];
  await make(tool("tsc"), [
    ...strict,
    ...types,
    ...modules,
    join(folder, "program.ts"),
    join(folder, "whole.d.ts"),
  ]);
  await assertReads(process.execPath, [join(folder, "program.js")]);
});

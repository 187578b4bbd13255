#!/usr/bin/env node
// Begins the command line: from code that the build left for this very Node, or else from the text of the bundle.
import { readFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
import type * as program from "./program.ts";

const folder = dirname(fileURLToPath(import.meta.url));
const file = join(folder, "program.cjs");
const require = createRequire(file);

/** Written by scripts/code.mjs; V8 itself refuses what is of another build or was made with other flags. */
function readCode(): Buffer | undefined {
  const { version, platform, arch } = process;
  try {
    return readFileSync(join(folder, `program-${version}-${platform}-${arch}.code`));
  } catch {
    return undefined;
  }
}

function load(): typeof program {
  const cachedData = readCode();
  if (cachedData === undefined) {
    // Node 22 and newer keep code by themselves: in this folder, since code in one that is everybody's could be anybody's.
    (Module as { enableCompileCache?(folder: string): void }).enableCompileCache?.(join(folder, "code"));
    return require(file);
  }
  const script = new Script(readFileSync(file, "utf8"), { filename: file, cachedData });
  const module = { exports: {} as typeof program };
  script.runInThisContext()(module.exports, require, module, file);
  return module.exports;
}

void load().run();

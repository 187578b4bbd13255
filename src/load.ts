// Loads the bundle from code that V8 compiled before: at the build, or in an earlier process of an installed package.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { cachedDataVersionTag } from "node:v8";
import { Script } from "node:vm";
import { threadId } from "node:worker_threads";
import type * as program from "./program.ts";

const bundle = "./program.cjs";
/** Milliseconds after which a server has compiled what it needs. */
const settlingMs = 1000;

/** A test runner may give tests globals of their own; a script would run outside of them, with other classes of errors. */
const isInMainContext = (): boolean =>
  process.versions.deno === undefined && new Script("Object").runInThisContext() === Object;

function read(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Compiles with the first code that V8 accepts, or with none. */
function compile(filename: string, codes: readonly string[]): Script {
  // The file is ASCII: as latin1 it is neither decoded nor moved by the garbage collector.
  const source = readFileSync(filename, "latin1");
  let script: Script | undefined;
  for (const each of codes) {
    const cachedData = read(each);
    if (cachedData === undefined) continue;
    script = new Script(source, { filename, cachedData });
    if (script.cachedDataRejected === false) return script;
  }
  return script ?? new Script(source, { filename });
}

/** Loads the program for the command line ("main") or for worlds in another program ("library"): either needs other functions compiled. */
export function load(as: "main" | "library"): typeof program {
  const require = createRequire(import.meta.url);
  if (!isInMainContext()) return require(bundle);
  const file = require.resolve(bundle);
  const { version, platform, arch } = process;
  const folder = dirname(file);
  // V8 accepts no code of another version or of other flags; its tag stands for both.
  const kept = join(folder, "code", `${as}-${cachedDataVersionTag().toString(16)}`);
  // Of scripts/code.mjs. An earlier process kept its own because this one was refused.
  const built = join(folder, `program-${version}-${platform}-${arch}.code`);
  const script = compile(file, [kept, built]);
  if (script.cachedDataRejected !== false) keepLater(script, kept, as);
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module, file);
  return module.exports as typeof program;
}

/** Keeps the code in the folder of the package: in a shared folder for temporary files others could replace it. */
function keepLater(script: Script, file: string, as: "main" | "library"): void {
  const late = setTimeout(keep, settlingMs).unref();
  // Tests end sooner than that.
  if (as === "library") process.once("exit", keep);
  function keep() {
    clearTimeout(late);
    process.off("exit", keep);
    try {
      mkdirSync(dirname(file), { recursive: true });
      const own = `${file}-${process.pid}-${threadId}`;
      writeFileSync(own, script.createCachedData());
      renameSync(own, file);
    } catch {
      // A folder that cannot be written keeps no code, and the next start is slower.
    }
  }
}

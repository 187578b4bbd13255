// Begins the bundle from code that V8 compiled before: at the build, or in an earlier process of somebody who installed the package.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { cachedDataVersionTag } from "node:v8";
import { Script } from "node:vm";
import { threadId } from "node:worker_threads";
import type * as program from "./program.ts";

const bundle = "./program.cjs";

/** Milliseconds after which what a process needs has been compiled: a command line that is still there is a server. */
const settlingMs = 1000;

/** A test that has globals of its own has its own classes of errors, too, and a script would run outside of them. */
const isInMainContext = (): boolean =>
  process.versions.deno === undefined && new Script("Object").runInThisContext() === Object;

function read(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Begins with the first code that V8 takes, or with none. */
function begin(source: string, { filename, codes }: { filename: string; codes: readonly string[] }): Script {
  let script: Script | undefined;
  for (const each of codes) {
    const cachedData = read(each);
    if (cachedData === undefined) continue;
    script = new Script(source, { filename, cachedData });
    if (script.cachedDataRejected === false) return script;
  }
  return script ?? new Script(source, { filename });
}

/** `as` says who loads it, a program or one that has worlds in it: either needs other parts. */
export function load(as: "main" | "library"): typeof program {
  const require = createRequire(import.meta.url);
  const file = require.resolve(bundle);
  if (!isInMainContext()) return require(file);
  const { version, platform, arch } = process;
  const folder = dirname(file);
  // V8 takes none of another version, nor of one that was begun with other flags, which the tag tells too.
  const kept = join(folder, "code", `${as}-${cachedDataVersionTag().toString(16)}`);
  // It is ASCII, and read as this it is neither decoded nor moved about by whoever collects garbage.
  const source = readFileSync(file, "latin1");
  // Written by scripts/code.mjs. Where some is kept this one was refused before, and to refuse it again is to compile all.
  const built = join(folder, `program-${version}-${platform}-${arch}.code`);
  const script = begin(source, { filename: file, codes: [kept, built] });
  // Where all of it is of another program, or of another processor, what this Node makes takes its place.
  if (script.cachedDataRejected !== false) keepLater(script, kept, as);
  const module = { exports: {} as typeof program };
  script.runInThisContext()(module.exports, require, module, file);
  return module.exports;
}

/** In the folder of the package: code in one that is everybody's could be anybody's. */
function keepLater(script: Script, file: string, as: "main" | "library"): void {
  const late = setTimeout(keep, settlingMs).unref();
  // Tests end sooner, and a command line has not needed much then.
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
      // Whoever may not write there starts slower, as before.
    }
  }
}

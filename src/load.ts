// Begins the scripts of the bundle from code that V8 compiled before: at the build, or in an earlier process of somebody who installed
// the package.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { cachedDataVersionTag } from "node:v8";
import { Script } from "node:vm";
import { threadId } from "node:worker_threads";
import type * as program from "./program.ts";

const bundle = "./program.cjs";

/** The scripts, by what one requires another as. The client is none: whoever uses the package has it as well, and there is one. */
const ofScript = /^\.\/(?!leaked)\w+\.cjs$/;

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

/** Whose the process is, a command line's or that of a program with worlds in it: either needs other parts. */
type Owner = "main" | "library";

export function load(as: Owner): typeof program {
  const require = createRequire(import.meta.url);
  if (!isInMainContext()) return require(bundle);
  const begun = new Map<string, { readonly exports: unknown }>();
  function ofOne(path: string): unknown {
    if (!ofScript.test(path)) return require(path);
    const known = begun.get(path);
    if (known !== undefined) return known.exports;
    const file = require.resolve(path);
    const module = { exports: {} };
    begun.set(path, module);
    open(file, as).runInThisContext()(module.exports, ofOne, module, file);
    return module.exports;
  }
  return ofOne(bundle) as typeof program;
}

function open(file: string, as: Owner): Script {
  const { version, platform, arch } = process;
  const folder = dirname(file);
  const name = basename(file, ".cjs");
  // V8 takes none of another version, nor of one that was begun with other flags, which the tag tells too.
  const kept = join(folder, "code", `${as}-${name}-${cachedDataVersionTag().toString(16)}`);
  // It is ASCII, and read as this it is neither decoded nor moved about by whoever collects garbage.
  const source = readFileSync(file, "latin1");
  // Written by scripts/code.mjs. Where some is kept this one was refused before, and to refuse it again is to compile all.
  const built = join(folder, `${name}-${version}-${platform}-${arch}.code`);
  const script = begin(source, { filename: file, codes: [kept, built] });
  // Where all of it is of another program, or of another processor, what this Node makes takes its place.
  if (script.cachedDataRejected !== false) keepLater(script, kept, as);
  return script;
}

/** In the folder of the package: code in one that is everybody's could be anybody's. */
function keepLater(script: Script, file: string, as: Owner): void {
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

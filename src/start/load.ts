// Loads the bundle from code that V8 compiled before: at the build, or in an earlier process of an installed package.
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cachedDataVersionTag } from "node:v8";
import { Script } from "node:vm";
import { threadId } from "node:worker_threads";
import { bundle, readBundle, readIfThere } from "../core/bundle-text.ts";
import type * as program from "./program.ts";

/** The milliseconds after which a server has compiled what it needs. */
const settlingMs = 1000;

/**
 * Reports whether the code runs in the main context. A test runner may give tests their own globals; a script would run outside
 * of them, with other classes of errors.
 */
const isInMainContext = (): boolean =>
  process.versions.deno === undefined && new Script("Object").runInThisContext() === Object;

/** Compiles with the first cached code that V8 accepts, or without any. */
function compile(source: string, filename: string, codes: readonly string[]): Script {
  let script: Script | undefined;
  for (const each of codes) {
    const cachedData = readIfThere(each);
    if (cachedData === undefined) continue;
    script = new Script(source, { filename, cachedData });
    if (script.cachedDataRejected === false) return script;
  }
  return script ?? new Script(source, { filename });
}

/**
 * Loads the program for the command line ("main") or for worlds in another program ("library"), which compile different
 * functions.
 */
export function load(as: "main" | "library"): typeof program {
  const require = createRequire(import.meta.url);
  const module = { exports: {} };
  // In a CommonJS module this is not a URL.
  const here = import.meta.url.startsWith("file:") ? fileURLToPath(import.meta.url) : import.meta.url;
  const file = join(dirname(here), bundle);
  const source = readBundle(dirname(file));
  const begin = isInMainContext()
    ? compiled(source, file, as).runInThisContext()
    : // `eval` runs it in the context of this module, with the globals of a test.
      // biome-ignore lint/security/noGlobalEval: it is the program itself
      globalThis.eval(`${source}\n//# sourceURL=${file}`);
  begin(module.exports, require, module, file);
  return module.exports as typeof program;
}

function compiled(source: string, file: string, as: "main" | "library"): Script {
  const folder = dirname(file);
  const { version, platform, arch } = process;
  // V8 accepts no code of another version or with other flags; its tag stands for both.
  const kept = join(folder, "code", `${as}-${cachedDataVersionTag().toString(16)}`);
  // The file of scripts/code.mjs. An earlier process kept its own because this one was refused.
  const built = join(folder, `program-${version}-${platform}-${arch}.code`);
  const script = compile(source, file, [kept, built]);
  const files = {
    [kept]: () => script.createCachedData(),
    ...(!existsSync(file) && { [join(folder, "code", bundle)]: () => source }),
  };
  if (script.cachedDataRejected !== false) keepLater(files, as);
  return script;
}

/** Keeps files in the folder of the package, because others could replace them in a shared temporary folder. */
function keepLater(files: Readonly<Record<string, () => string | Buffer>>, as: "main" | "library"): void {
  const late = setTimeout(keep, settlingMs).unref();
  // Tests end sooner than that.
  if (as === "library") process.once("exit", keep);
  function keep() {
    clearTimeout(late);
    process.off("exit", keep);
    try {
      for (const [file, content] of Object.entries(files)) {
        mkdirSync(dirname(file), { recursive: true });
        const own = `${file}-${process.pid}-${threadId}`;
        writeFileSync(own, content());
        renameSync(own, file);
      }
    } catch {
      // A folder that cannot be written keeps no code, and the next start is slower.
    }
  }
}

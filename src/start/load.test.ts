import { deepEqual, equal, notDeepEqual } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { buildSync } from "esbuild";
import { createFolder } from "../../test/support/storage.ts";

/** Creates a package of one small program, and a process that loads it as a library and prints its value. */
function packageIn(t: TestContext) {
  const folder = createFolder(t);
  buildSync({
    entryPoints: [fileURLToPath(new URL("load.ts", import.meta.url))],
    outfile: join(folder, "load.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "warning",
  });
  const write = (script: string, body: string) =>
    writeFileSync(join(folder, `${script}.cjs`), `(function (exports, require) { ${body} })`);
  write("program", "exports.createAnteroom = () => 'made';");
  const main = 'import { load } from "./load.mjs"; console.log(load("library").createAnteroom());';
  writeFileSync(join(folder, "main.mjs"), main);
  const kept = join(folder, "code");
  return {
    folder,
    write,
    run: () => execFileSync(process.execPath, [join(folder, "main.mjs")], { encoding: "utf8" }),
    keep(bytes: Buffer) {
      for (const each of readdirSync(kept)) writeFileSync(join(kept, each), bytes);
    },
    kept: () => readdirSync(kept).map((each) => readFileSync(join(kept, each))),
  };
}

test("code that was compiled is kept, and taken by the next process", (t) => {
  const { run, kept } = packageIn(t);
  equal(run(), "made\n");
  const before = kept();
  equal(before.length, 1);
  equal(run(), "made\n");
  deepEqual(kept(), before);
});

test("a compressed program is kept as text by its first process", (t) => {
  const { folder, run } = packageIn(t);
  const plain = join(folder, "program.cjs");
  writeFileSync(`${plain}.br`, brotliCompressSync(readFileSync(plain)));
  rmSync(plain);
  equal(run(), "made\n");
  rmSync(`${plain}.br`);
  equal(run(), "made\n");
});

test("kept code that this Node refuses is replaced by what it makes", (t) => {
  const { run, kept, keep } = packageIn(t);
  run();
  const [good] = kept();
  for (const refused of [Buffer.from("of another program"), Buffer.alloc(0)]) {
    keep(refused);
    equal(run(), "made\n");
    notDeepEqual(kept(), [refused]);
    equal(kept()[0]?.length, good?.length);
  }
});

test("code of the build that this Node refuses leaves room for its own", (t) => {
  const { run, kept, folder } = packageIn(t);
  const { version, platform, arch } = process;
  mkdirSync(join(folder, "code"));
  writeFileSync(join(folder, `program-${version}-${platform}-${arch}.code`), "of another build");
  equal(run(), "made\n");
  equal(kept().length, 1);
});

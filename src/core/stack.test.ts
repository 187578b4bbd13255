import { equal, match } from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { lineMapOf } from "../../scripts/line-map.mjs";
import { createFolder } from "../../test/support/storage.ts";
import { sourceStack } from "./stack.ts";

test("a stack trace of the bundle names files and lines of the source", async (t) => {
  const folder = createFolder(t);
  mkdirSync(join(folder, "src"));
  writeFileSync(
    join(folder, "src/inner.ts"),
    "// Fails.\nexport function fail(): never {\n  throw new Error('x');\n}\n",
  );
  writeFileSync(
    join(folder, "src/program.ts"),
    "import { fail } from './inner.ts';\n\nexport function outer() {\n  const two = 1 + 1;\n  return two && fail();\n}\n",
  );
  const outfile = join(folder, "dist/program.cjs");
  const options = { bundle: true, minifyWhitespace: true, sourcemap: "external", write: false } as const;
  const entryPoints = [join(folder, "src/program.ts")];
  const { outputFiles } = await build({ ...options, entryPoints, outfile, platform: "node", format: "cjs" });
  mkdirSync(join(folder, "dist"));
  const bundle = outputFiles.find(({ path }) => path === outfile)?.text ?? "";
  writeFileSync(outfile, bundle);
  const map = outputFiles.find(({ path }) => path.endsWith(".map"))?.text ?? "";
  writeFileSync(join(folder, "dist/program.lines"), brotliCompressSync(lineMapOf(map, bundle)));
  const { outer } = createRequire(import.meta.url)(outfile);
  let stack = "";
  try {
    outer();
  } catch (reason) {
    stack = sourceStack((reason as Error).stack ?? "");
  }
  match(stack, /at fail \(src\/inner\.ts:3\)\n.* at outer \(src\/program\.ts:5\)\n/);
});

test("a stack trace of something else stays as it is", () => {
  const stack = "Error: x\n    at f (/a/dist/other.cjs:1:2)";
  equal(sourceStack(stack), stack);
});

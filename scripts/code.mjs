// scripts/code.mjs FOLDER: starts the bundled program, and keeps beside each script that it loaded what V8 made of it until whoever
// reads what it prints sends word that it is ready.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { Script } from "node:vm";

const folder = resolve(process.argv[2] ?? "");
const data = mkdtempSync(join(tmpdir(), "anteroom-code-"));
process.on("exit", () => rmSync(data, { recursive: true, force: true }));
process.argv = [process.execPath, join(folder, "main.js"), "dev", "--port", "0", "--data", data];

// As in src/load.ts: the code is of no use to another text.
const program = join(folder, "program.cjs");
const require = createRequire(program);
/** @type {Map<string, { script: Script, exports: object }>} */
const begun = new Map();
/** @param {string} path @returns {unknown} */
function begin(path) {
  if (!/^\.\/(program|commands)\.cjs$/.test(path)) return require(path);
  const known = begun.get(path);
  if (known !== undefined) return known.exports;
  const file = join(folder, path);
  const script = new Script(readFileSync(file, "latin1"), { filename: file });
  const module = { script, exports: {} };
  begun.set(path, module);
  script.runInThisContext()(module.exports, begin, module, file);
  return module.exports;
}
const { run } = /** @type {typeof import("../src/program.ts")} */ (begin("./program.cjs"));

process.once("message", () => {
  const { version, platform, arch } = process;
  for (const [path, { script }] of begun) {
    const code = `${basename(path, ".cjs")}-${version}-${platform}-${arch}.code`;
    writeFileSync(join(folder, code), script.createCachedData());
  }
  process.disconnect();
  process.kill(process.pid, "SIGTERM");
});
await run();

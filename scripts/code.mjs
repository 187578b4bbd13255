// scripts/code.mjs BUNDLE CODE: starts the bundled program, and keeps in a file what V8 made of it until whoever reads what it prints
// sends word that it is ready.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Script } from "node:vm";

const [file = "", code = ""] = process.argv.slice(2).map((path) => resolve(path));
const data = mkdtempSync(join(tmpdir(), "anteroom-code-"));
process.on("exit", () => rmSync(data, { recursive: true, force: true }));
process.argv = [process.execPath, file, "dev", "--port", "0", "--data", data];

// As in src/load.ts: the code is of no use to another text.
const script = new Script(readFileSync(file, "latin1"), { filename: file });
const module = { exports: /** @type {typeof import("../src/program.ts")} */ ({}) };
script.runInThisContext()(module.exports, createRequire(file), module, file);

process.once("message", () => {
  writeFileSync(code, script.createCachedData());
  process.disconnect();
  process.kill(process.pid, "SIGTERM");
});
await module.exports.run();

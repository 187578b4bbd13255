// scripts/code.mjs FOLDER: starts the bundled program, and keeps beside it the code that V8 compiled until the parent process, which
// reads what it prints, sends word that it is ready.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { Script } from "node:vm";
import { temporaryFolder } from "./shared.mjs";

const folder = resolve(process.argv[2] ?? "");
const data = temporaryFolder("code");
process.argv = [process.execPath, join(folder, "main.js"), "dev", "--port", "0", "--data", data];

// As in src/start/load.ts: V8 accepts the code for the same text only.
const file = join(folder, "program.cjs");
const script = new Script(readFileSync(file, "latin1"), { filename: file });
const module = { exports: {} };
script.runInThisContext()(module.exports, createRequire(file), module, file);
const { run } = /** @type {typeof import("../src/start/program.ts")} */ (module.exports);

process.once("message", () => {
  const { version, platform, arch } = process;
  writeFileSync(join(folder, `program-${version}-${platform}-${arch}.code`), script.createCachedData());
  process.disconnect();
  process.kill(process.pid, "SIGTERM");
});
await run();

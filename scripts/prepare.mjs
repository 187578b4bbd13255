// Writes all files of the package that are not in git. npm runs it before it packs (prepack), and in the clone that it makes of
// a git address (prepublish). It is not `prepare`: npm would warn people who install the packed file of a script to approve.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

const { npm_lifecycle_event, _PACOTE_NO_PREPARE_ } = process.env;
/** npm sets this variable while it installs from a git address. `npm ci` in a clone needs nothing of it: `npm start` builds. */
const isForGit = _PACOTE_NO_PREPARE_ !== undefined;

if (npm_lifecycle_event !== "prepublish" || isForGit) {
  for (const script of ["build", "declarations", "sbom"]) {
    const { status } = spawnSync(process.execPath, [`scripts/${script}.mjs`], { stdio: "inherit" });
    if (status !== 0) process.exit(1);
  }
  // A fifth less to download, for some 10 ms of each start; package.json leaves the plain program out.
  writeFileSync("dist/program.cjs.br", brotliCompressSync(readFileSync("dist/program.cjs")));
}

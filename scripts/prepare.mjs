// What npm runs before it packs or publishes, and when it installs from a git address: writes all that the package has beside its
// sources. `npm ci` in a clone needs none of it: `npm start` builds, and tests run the sources.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

const { npm_command, npm_package_resolved, _PACOTE_NO_PREPARE_ } = process.env;
/** From a git address npm installs the tools first, and runs this twice: of the second time alone it says what is prepared. */
const comesAgain = _PACOTE_NO_PREPARE_ !== undefined && npm_package_resolved === undefined;

if (npm_command !== "ci" && !comesAgain) {
  for (const script of ["build", "declarations", "sbom"]) {
    const { status } = spawnSync(process.execPath, [`scripts/${script}.mjs`], { stdio: "inherit" });
    if (status !== 0) process.exit(1);
  }
  // A fifth less to download, for some 10 ms of each start; package.json leaves the plain program out.
  writeFileSync("dist/program.cjs.br", brotliCompressSync(readFileSync("dist/program.cjs")));
}

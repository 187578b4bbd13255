// Finds the Action's program: in a folder, or in a package that is installed for this job after its digest is verified.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const longestDownloadMs = 120_000;

const { name, version, repository } = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
);

/** The package of this action's release. */
const released = `${repository.url.replace(/^git\+|\.git$/g, "")}/releases/download/v${version}/${name}-${version}.tgz`;

/** @param {string} address */
async function download(address) {
  const answer = await fetch(address, { signal: AbortSignal.timeout(longestDownloadMs) }).catch((reason) => {
    throw new Error(`${address} cannot be downloaded: ${reason.cause?.message ?? reason.message}`);
  });
  if (!answer.ok) throw new Error(`${address} cannot be downloaded: ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}

/** Hexadecimal sha512, alone or as a line of sha512sum. @param {string} text @param {string} source */
function readDigest(text, source) {
  const digest = /^\s*([0-9a-f]{128})(?:\s|$)/i.exec(text)?.[1]?.toLowerCase();
  if (digest === undefined) throw new Error(`${source} is not a sha512 of 128 hexadecimal digits`);
  return digest;
}

/** @param {Buffer} bytes @param {string} expected @param {string} source */
function assertDigest(bytes, expected, source) {
  const digest = createHash("sha512").update(bytes).digest("hex");
  if (digest !== expected) {
    throw new Error(`not installed: the sha512 of ${source} is ${digest}, expected ${expected}`);
  }
}

/**
 * The program to start. Nothing of a package runs before its digest was compared.
 *
 * @param {{ version: string, digest: string }} inputs @param {string} folder For what is downloaded and installed.
 */
export async function findProgram({ version: source = "", digest }, folder) {
  if (source !== "" && existsSync(join(source, "package.json"))) {
    if (digest !== "") throw new Error(`digest: ${source} is a folder, and a digest is that of a file`);
    return resolve(source, "dist/main.js");
  }
  const wanted = source === "" ? released : source;
  let file = resolve(wanted);
  if (/^https:\/\//.test(wanted)) {
    const expected =
      digest === ""
        ? readDigest(String(await download(`${wanted}.sha512`)), `${wanted}.sha512`)
        : readDigest(digest, "digest");
    const bytes = await download(wanted);
    assertDigest(bytes, expected, wanted);
    file = join(folder, "package.tgz");
    writeFileSync(file, bytes);
  } else {
    if (!existsSync(file)) throw new Error(`version: there is no file or folder ${wanted}`);
    if (digest !== "") assertDigest(readFileSync(file), readDigest(digest, "digest"), wanted);
  }
  // Without better-sqlite3: the Node that runs actions has SQLite itself.
  const args = ["install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", file];
  const { status, error, stdout, stderr } = spawnSync("npm", args, {
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`npm cannot install ${wanted}: ${error?.message ?? stdout + stderr}`);
  return join(folder, "node_modules", name, "dist/main.js");
}

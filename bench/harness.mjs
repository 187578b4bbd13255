// Runs the programs of the bench: gives them a folder, ends their processes, and checks that they measure the newest build.
import { existsSync, readdirSync, statSync } from "node:fs";
import { mkdir, mkdtemp, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { killStarted } from "./processes.mjs";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const ownMain = join(root, "dist/main.js");

/** An option that cannot be taken; its message is for the person who typed it. */
export class OptionError extends Error {}

/**
 * Works in a folder of the checkout, because the system's temporary folder may be memory, where a commit costs nothing; leaves
 * neither a process nor a file behind.
 * @template T @param {string} name @param {(tmp: string) => Promise<T>} work @returns {Promise<T>}
 */
export async function inScratch(name, work) {
  const scratch = join(root, "bench/.tmp");
  await mkdir(scratch, { recursive: true });
  const tmp = await mkdtemp(join(scratch, `${name}-`));
  try {
    return await work(tmp);
  } finally {
    killStarted();
    await rm(tmp, { recursive: true, force: true, maxRetries: 5 });
    // Another run may still be at work in it.
    await rmdir(scratch).catch(() => undefined);
  }
}

/** Runs a program, and sets the exit code: that of `run`, 2 for a wrong option, 130 after a signal. @param {() => Promise<number | void>} run */
export async function runProgram(run) {
  let interrupted = false;
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
    process.on(signal, () => {
      interrupted = true;
      // This fails what is awaited, so the run ends through its own `finally`.
      killStarted();
    });
  }
  process.exitCode = await run().then(
    (code) => code ?? 0,
    (error) => {
      const isOption = error instanceof OptionError;
      const said = isOption ? `${error.message}\nTry --help.` : `Failed: ${error.message}`;
      console.error(interrupted ? "Interrupted." : said);
      return interrupted ? 130 : isOption ? 2 : 1;
    },
  );
}

/** Measuring an old build misleads. @param {string} main the built entry, beside the source it was built from */
export function warnOfOldBuild(main) {
  if (!existsSync(main)) throw new Error(`${main} is not there; run npm run build first`);
  const source = join(dirname(dirname(main)), "src");
  if (!existsSync(source) || findNewest(source) <= findNewest(dirname(main))) return;
  console.error(
    "The source is newer than the build: npm run build, or what is measured is the older server.",
  );
}

/** @param {string} folder */
function findNewest(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const code = files.filter((file) => /\.[jt]sx?$/.test(file));
  return Math.max(0, ...code.map((file) => statSync(join(folder, file)).mtimeMs));
}

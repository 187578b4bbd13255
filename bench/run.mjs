// Runs the bench: reads the options, measures, prints the tables, and leaves neither a process nor a file behind.
import { mkdir, mkdtemp, rm, rmdir, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkBuild } from "./build.mjs";
import { measureDurableWrite } from "./disk.mjs";
import { help, OptionError, readOptions } from "./options.mjs";
import { killStarted } from "./processes.mjs";
import { measureRounds } from "./rounds.mjs";
import { measureStarts } from "./starts.mjs";
import { tableRounds, tableStarts } from "./table.mjs";
import { describeSeed, inventWorld } from "./world.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const scratch = join(here, ".tmp");

/** @param {import("./options.mjs").Options} options @param {string} tmp */
async function measure({ main, only, rounds, seconds, connections }, tmp) {
  const world = inventWorld(connections);
  const seed = join(tmp, "seed.json");
  await writeFile(seed, JSON.stringify(describeSeed(world)), { mode: 0o600 });
  const commands = {
    root,
    tmp,
    anteroom: (/** @type {string} */ data, command = "dev") => [main, command, "--port", "0", "--data", data],
    seed: ["--seed", seed],
    bare: [join(here, "bare.mjs")],
  };
  const { length: cores, 0: core } = cpus();
  const writeMs = measureDurableWrite(join(tmp, "page")).toFixed(2);
  console.log(
    `Node ${process.version}, ${cores} × ${core?.model ?? "unknown CPU"}, one durable write ${writeMs} ms`,
  );
  console.log(`${connections} connections, ${seconds} s per measurement, ${rounds} rounds\n`);
  const starts = only.has("start") ? await measureStarts(commands, console.log) : undefined;
  const kinds = /** @type {const} */ (["get", "patch", "digest"]).filter((kind) => only.has(kind));
  const pairs =
    kinds.length > 0
      ? await measureRounds(commands, world, { kinds, rounds, seconds }, console.log)
      : undefined;
  if (pairs !== undefined) console.log(`\n${tableRounds(pairs)}`);
  if (starts !== undefined) console.log(`${pairs === undefined ? "\n" : ""}${tableStarts(starts)}`);
}

/** @param {string[]} args @returns {Promise<number>} the exit code */
async function run(args) {
  const options = readOptions(args, root);
  if (options.help) {
    console.log(help);
    return 0;
  }
  const warning = checkBuild(options.main, join(dirname(dirname(options.main)), "src"));
  if (warning !== undefined) console.error(warning);
  // In the checkout and not in the system's temporary folder, which may be memory where a commit costs nothing.
  await mkdir(scratch, { recursive: true });
  const tmp = await mkdtemp(join(scratch, "run-"));
  try {
    await measure(options, tmp);
    return 0;
  } finally {
    killStarted();
    await rm(tmp, { recursive: true, force: true, maxRetries: 5 });
    // Another run may still be at work in it.
    await rmdir(scratch).catch(() => undefined);
  }
}

let interrupted = false;
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
  process.on(signal, () => {
    interrupted = true;
    // This fails what is awaited, so the run ends through its own `finally`.
    killStarted();
  });
}

process.exitCode = await run(process.argv.slice(2)).catch((error) => {
  if (interrupted) {
    console.error("Interrupted.");
    return 130;
  }
  console.error(error instanceof OptionError ? `${error.message}\nTry --help.` : `Failed: ${error.message}`);
  return error instanceof OptionError ? 2 : 1;
});

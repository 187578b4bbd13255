// Checks that the pages of an SQLite file are intact.
import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { driverInUse } from "./driver.ts";

/** The memory limits in MB, without SQLite's own memory. */
const limits = { maxOldGenerationSizeMb: 24, maxYoungGenerationSizeMb: 2 };

/**
 * Returns the damage of the file at `path`, in SQLite's words; it is checked in a thread, while others use the file. Rejects if
 * it cannot be read.
 */
export function checkFile(path: string): Promise<readonly string[]> {
  const file = import.meta.url.endsWith(".ts") ? "./check-thread.js" : "./check.js";
  const thread = new Worker(createRequire(import.meta.url).resolve(file), {
    workerData: { path, driver: driverInUse() },
    resourceLimits: limits,
    // The options of a TypeScript loader are not passed on; the thread does not need it.
    execArgv: ["--no-warnings"],
  });
  thread.unref();
  return new Promise((resolve, reject) => {
    thread.once("message", resolve);
    thread.once("error", reject);
    thread.once("exit", () => reject(new Error("the check of the file ended early")));
  });
}

// Checks that the pages of a SQLite file are whole.
import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { driverInUse } from "./driver.ts";

/** The limits in MB: SQLite's own memory is beside them. */
const limits = { maxOldGenerationSizeMb: 24, maxYoungGenerationSizeMb: 2 };

/**
 * Returns what is wrong with the file at `path`, in SQLite's words; checked in a thread, beside other users of the file.
 * Rejects if it cannot be read.
 */
export function checkFile(path: string): Promise<readonly string[]> {
  const file = import.meta.url.endsWith(".ts") ? "./check-thread.js" : "./check.js";
  const thread = new Worker(createRequire(import.meta.url).resolve(file), {
    workerData: { path, driver: driverInUse() },
    resourceLimits: limits,
    // Not those of a loader of TypeScript, which it does not need.
    execArgv: ["--no-warnings"],
  });
  thread.unref();
  return new Promise((resolve, reject) => {
    thread.once("message", resolve);
    thread.once("error", reject);
    thread.once("exit", () => reject(new Error("the check of the file ended early")));
  });
}

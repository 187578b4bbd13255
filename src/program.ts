// What is bundled, whole, into one file: the command line and the library. Each is loaded where it is asked for.
import type { Anteroom, AnteroomOptions } from "./anteroom.ts";
// At once: what is loaded later may be loaded when a test has replaced them.
import "./real-timers.ts";

/** Does what the command line of this process says. */
export async function run(): Promise<void> {
  await import("./main.ts");
}

export async function createAnteroom(options?: AnteroomOptions): Promise<Anteroom> {
  const embedded = await import("./embedded.ts");
  return embedded.createAnteroom(options);
}

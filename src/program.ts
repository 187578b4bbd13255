// What is bundled into one script: a server, whole, for the command line and for the library. What only some of them need is in scripts of
// its own (scripts/bundle.mjs).
// First: what is loaded later may be loaded when a test has replaced them.
import "./real-timers.ts";

export { createAnteroom } from "./embedded.ts";

/** Does what the command line of this process says. */
export async function run(): Promise<void> {
  await import("./main.ts");
}

// The bundle: a server, whole, for the command line and the library. What only some need is in scripts of its own (scripts/bundle.mjs).
// First: what is loaded later may be loaded when a test has replaced them.
import "../core/real-timers.ts";

export { createAnteroom } from "../testing/embedded.ts";

export async function run(): Promise<void> {
  await import("./main.ts");
}

// The bundle: the whole server, for the command line and the library. Parts that only some need are in separate scripts
// (scripts/bundle.mjs). The timers come first: what is loaded later may be loaded after a test has replaced them.
import "../core/real-timers.ts";

export { createAnteroom } from "../testing/embedded.ts";

export async function run(): Promise<void> {
  await import("./main.ts");
}

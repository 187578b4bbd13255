// Keeps Node's test runner from following every promise: it would name the test that an error belongs to which is thrown outside of
// all tests, and take a seventh of a run's CPU for it. Such an error still fails the run, and its stack is printed here.
import { createRequire } from "node:module";

const hooks = createRequire(import.meta.url)("node:async_hooks") as { createHook: unknown };
const { createHook } = hooks;

/** The first hook of the process is the runner's. */
hooks.createHook = () => {
  hooks.createHook = createHook;
  const hook = { enable: () => hook, disable: () => hook };
  return hook;
};

process.on("uncaughtExceptionMonitor", (error) => console.error(error));
process.on("unhandledRejection", (reason) => console.error(reason));

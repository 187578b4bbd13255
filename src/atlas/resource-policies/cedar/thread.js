// Calls Cedar's functions for the server, one after the other.
import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";

const cedar = createRequire(import.meta.url)(workerData);

parentPort?.on("message", ([name, argument]) => {
  // It is sent as text, because cloning a deeply nested value would fail.
  parentPort?.postMessage(JSON.stringify(cedar[name](argument)));
});
parentPort?.postMessage("loaded");

// `anteroom` as a process that may refuse to start.
import { spawn } from "node:child_process";
import type { TestContext } from "node:test";
import { mainArguments } from "./command.ts";

/** Starts the program and waits until it is ready or has ended; it is stopped when the test ends. */
export async function start(t: TestContext, args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [...mainArguments, ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "", err: "" };
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  const ready = new Promise<void>((resolve) => {
    child.stdout.on("data", (chunk) => {
      said.out += chunk;
      if (said.out.includes("anteroom ready")) resolve();
    });
  });
  child.stderr.on("data", (chunk) => {
    said.err += chunk;
  });
  const stop = async () => {
    child.kill("SIGTERM");
    return ended;
  };
  t.after(stop);
  const code = await Promise.race([ended, ready]);
  return { said, code, stop, url: /anteroom ready (\S+)/.exec(said.out)?.[1] ?? "" };
}

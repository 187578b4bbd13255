// The server as a process of its own, as the command line starts it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface ServerProcess {
  readonly url: string;
  /** Ends the process without warning, as a power cut would; returns when it is gone. */
  kill(): Promise<void>;
  /** Asks it to end, and returns when it has: all that it logged is written then, which a kill may cut off. */
  stop(): Promise<void>;
  /** What it printed before it was ready. */
  readonly before: string;
  /** What it has printed since it was ready, and complained since it was started. */
  output(): string;
}

/** Starts `anteroom` with these arguments and waits until it is ready; killed when the test ends. */
export async function startProcess(
  t: TestContext,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", "src/main.ts", ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // Closed, not only gone: what it wrote before has arrived then.
  const gone = once(child, "close");
  const kill = async () => {
    child.kill("SIGKILL");
    await gone;
  };
  const stop = async () => {
    child.kill("SIGTERM");
    await gone;
  };
  t.after(kill);
  let complaints = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaints += text;
  });
  let before = "";
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^anteroom ready (http\S+)$/.exec(line)?.[1];
    if (url === undefined) {
      before += `${line}\n`;
      continue;
    }
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    child.stdout.resume();
    return { url, kill, stop, before, output: () => output + complaints };
  }
  throw new Error(`anteroom ${args.join(" ")} ended before it was ready: ${complaints}`);
}

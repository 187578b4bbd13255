// The server as a process of its own, as the command line starts it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import type { TestContext } from "node:test";
import { mainArguments, root } from "./command.ts";
import { until } from "./until.ts";

export interface ServerProcess {
  readonly url: string;
  /** Milliseconds from its start until it said that it was ready. */
  readonly readyMs: number;
  /** Ends the process without warning, as a power cut would; returns when it is gone. */
  kill(): Promise<void>;
  /** Asks it to end, and returns its exit code: all that it logged is written then, which a kill may cut off. */
  stop(): Promise<number | null>;
  /** Sends it a signal, such as SIGSTOP. */
  signal(name: NodeJS.Signals): void;
  /** The output before it was ready. */
  readonly before: string;
  /** Returns its output since it was ready, and its errors since it was started. */
  output(): string;
}

/** Starts `anteroom` with these arguments and waits until it is ready; killed when the test ends. */
export async function startProcess(
  t: TestContext,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...mainArguments, ...args], {
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
    const [code] = await gone;
    return code;
  };
  t.after(kill);
  let complaints = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaints += text;
  });
  let output = "";
  let isReady = false;
  const ready = new Promise<RegExpExecArray | null>((resolve) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      // Looking into all that came would cost more with each line of a log.
      if (isReady) return;
      const found = /^anteroom ready (http\S+)\n/m.exec(output);
      isReady = found !== null;
      if (found !== null) resolve(found);
    });
    void gone.then(() => resolve(null));
  });
  const found = await ready;
  const readyMs = performance.now() - startedAt;
  if (found !== null) {
    const [line, url = ""] = found;
    const { index } = found;
    const before = output.slice(0, index);
    const signal = (name: NodeJS.Signals) => void child.kill(name);
    return {
      url,
      readyMs,
      kill,
      stop,
      signal,
      before,
      output: () => output.slice(index + line.length) + complaints,
    };
  }
  throw new Error(`anteroom ${args.join(" ")} ended before it was ready: ${complaints}`);
}

/** Returns where a server with `--metrics-port` answers for /metrics, /readyz and /livez, once it has printed that. */
export async function insideOf({ before, output }: ServerProcess): Promise<string> {
  const find = () => /livez are at (http:[^"]+)/.exec(before + output())?.[1];
  await until(() => find() !== undefined);
  return find() ?? "";
}

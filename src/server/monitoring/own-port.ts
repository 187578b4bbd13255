// A separate port for metrics, readiness and liveness, served by a thread: it answers while the loop of the server is busy.
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { Worker } from "node:worker_threads";
import { machineTime } from "../../core/clock.ts";
import type { Answer } from "../../core/http/answer.ts";
import { hostOf } from "../../core/http/web-server.ts";

/** The milliseconds between two signs of life. */
const beatMs = 250;
/** The time without an answer after which a server counts as hanging, so that it may be replaced. */
const hangingMs = 30_000;
/** The longest wait for an answer: monitoring gives up soon. */
const patienceMs = 1_800;
/** The time for which a server that was ready counts as ready without being asked. */
const freshMs = 10_000;
/** The memory limits in MB: it keeps a few texts. */
const limits = { maxOldGenerationSizeMb: 24, maxYoungGenerationSizeMb: 2 };

/** A message of the thread. */
type Said =
  | { readonly id: number; readonly method: string; readonly url: string }
  | { readonly listening: AddressInfo }
  | { readonly failed: { readonly message: string; readonly code: string; readonly syscall: string } };

interface OwnPortDeps {
  readonly answer: (method: string, url: string) => Promise<Answer>;
  /** Receives the reason why the thread ended by itself. */
  readonly report: (reason: unknown) => void;
  readonly stuckMs?: number;
}

export interface OwnPort {
  /** Listens, and returns the address, such as http://127.0.0.1:9090. */
  listen(at: { readonly host: string; readonly port: number }): Promise<string>;
  close(): Promise<void>;
}

export function createOwnPort({ answer, report, stuckMs = hangingMs }: OwnPortDeps): OwnPort {
  let thread: Worker | undefined;
  let heart: NodeJS.Timeout | undefined;
  const end = async () => {
    clearInterval(heart);
    await thread?.terminate();
  };
  return {
    async listen(at) {
      const beats = new BigInt64Array(new SharedArrayBuffer(16));
      heart = startBeating(beats);
      const file = import.meta.url.endsWith(".ts") ? "./thread.js" : "./monitoring.js";
      const worker = new Worker(createRequire(import.meta.url).resolve(file), {
        workerData: { ...at, beats, beatMs, stuckMs, patienceMs, freshMs },
        resourceLimits: limits,
        // The options of a TypeScript loader are not passed on; the thread does not need it.
        execArgv: [],
        stdout: true,
      });
      thread = worker;
      worker.unref();
      return new Promise((resolve, reject) => {
        worker.on("message", async (said: Said) => {
          if ("listening" in said) return resolve(`http://${hostOf(said.listening)}`);
          if ("failed" in said) {
            const { message, ...details } = said.failed;
            return reject(Object.assign(new Error(message), details));
          }
          const { status, headers, body } = await answer(said.method, said.url);
          worker.postMessage({ id: said.id, told: { status, headers, body: String(body) } });
        });
        worker.on("error", (reason) => {
          clearInterval(heart);
          report(reason);
          reject(reason);
        });
      });
    },
    close: end,
  };
}

/** Writes when the loop last came around, and how late it was at worst since that was read. */
function startBeating(beats: BigInt64Array): NodeJS.Timeout {
  let last = machineTime();
  Atomics.store(beats, 0, last);
  return setInterval(() => {
    const now = machineTime();
    const late = now - last - BigInt(beatMs) * 1_000_000n;
    if (late > Atomics.load(beats, 1)) Atomics.store(beats, 1, late);
    last = now;
    Atomics.store(beats, 0, now);
  }, beatMs).unref();
}

// Runs Cedar in its own thread: a text that breaks its WebAssembly, or takes too long, only costs that thread.
import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";

interface WorkerLimits {
  /** The milliseconds to load the package of 4 MB. */
  readonly loadMs: number;
  /** The milliseconds for one call. */
  readonly callMs: number;
}

/** Signals that the thread could not answer a call, and was ended. */
export class Broken extends Error {}

/** Resolves with the next message of the thread; rejects if the thread has ended or takes too long. */
function nextOf(worker: Worker, withinMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: unknown) => settle(() => reject(new Broken("Cedar did not answer", { cause: why })));
    const late = setTimeout(fail, withinMs, `nothing within ${withinMs} ms`);
    const heard = (text: string) => settle(() => resolve(text));
    function settle(then: () => void): void {
      clearTimeout(late);
      worker.off("message", heard).off("error", fail).off("messageerror", fail).off("exit", fail);
      then();
    }
    worker.once("message", heard).once("error", fail).once("messageerror", fail).once("exit", fail);
  });
}

/** Starts the thread with the first call, and again after a call broke it. Calls run one after the other. */
export function createCedarWorker(path: string, { loadMs, callMs }: WorkerLimits) {
  let loaded: Worker | undefined;
  let isClosed = false;

  async function end(worker: Worker): Promise<void> {
    loaded = undefined;
    // Without a listener, an error of the ending thread would end the process.
    worker.on("error", () => {});
    await worker.terminate();
  }

  async function load(): Promise<Worker> {
    const file = import.meta.url.endsWith(".ts") ? "./thread.js" : "./cedar.js";
    const worker = new Worker(createRequire(import.meta.url).resolve(file), {
      workerData: path,
      env: {},
      // The options of a TypeScript loader are not passed on; the thread does not need it.
      execArgv: ["--no-warnings"],
    });
    // The thread does not keep a finished process alive.
    worker.unref();
    loaded = worker;
    await nextOf(worker, loadMs);
    return worker;
  }

  return {
    async call(name: string, argument: unknown): Promise<unknown> {
      if (isClosed) throw new Broken("the server is ending");
      try {
        const worker = loaded ?? (await load());
        worker.postMessage([name, argument]);
        return JSON.parse(await nextOf(worker, callMs));
      } catch (reason) {
        if (loaded !== undefined) await end(loaded);
        throw reason;
      }
    },
    async close(): Promise<void> {
      isClosed = true;
      if (loaded !== undefined) await end(loaded);
    },
  };
}

// The log, and what a server prints: lines on standard output. A reader that stops must not stop the server or fill its memory,
// so lines without room are dropped and counted (pino's own destination loses pending lines when the process ends).
import { constants, fstatSync, openSync, writeSync } from "node:fs";
import { type Logger, pino } from "pino";
import { elapsed } from "./clock.ts";
import { sourceStack } from "./stack.ts";

/** The most characters that may wait for the reader: some four thousand lines. */
const room = 2 ** 20;
/** The milliseconds until the next try: while the reader is behind, and after an error such as a full disk. */
const slowPause = 50;
const failedPause = 1_000;
/** The milliseconds that an ending process waits for its reader. */
const mostFlushing = 1_000;

interface LinesDeps {
  /** Writes the beginning of some bytes and returns their number: 0 if there is no room. Throws if it cannot write. */
  readonly put: (bytes: Buffer) => number;
  /** Returns the line that says how many were dropped before it. */
  readonly tell: (count: number) => string;
}

const nothing = Buffer.alloc(0);
const lineBreak = Buffer.from("\n");

export class Lines {
  readonly #deps: LinesDeps;
  #waiting: string[] = [];
  #length = 0;
  #writing = { bytes: nothing, lines: 0, isBegun: false };
  #dropped = 0;
  /**
   * The number of dropped lines that were not reported yet: all new lines are dropped until the waiting ones are written, so
   * that the gap is in one place.
   */
  #untold = 0;
  #isDue = false;

  constructor(deps: LinesDeps) {
    this.#deps = deps;
  }

  get dropped(): number {
    return this.#dropped;
  }

  /** Keeps a line, which ends with a line break, until it can be written; drops it if too many wait already. */
  write(line: string): void {
    const hasRoom = this.#length + this.#writing.bytes.length + line.length <= room;
    if (this.#untold === 0 && hasRoom) this.keep(line);
    else this.#drop(1);
    this.#schedule();
  }

  /** Logs a line that is never dropped: where a server is ready. */
  keep(line: string): void {
    this.#waiting.push(line);
    this.#length += line.length;
    this.#schedule();
  }

  flush(): void {
    const sleeper = new Int32Array(new SharedArrayBuffer(4));
    const until = elapsed() + mostFlushing;
    while (this.#drain() === slowPause && elapsed() < until) Atomics.wait(sleeper, 0, 0, 5);
  }

  #drop(lines: number): void {
    this.#dropped += lines;
    this.#untold += lines;
  }

  #take(): void {
    if (this.#waiting.length === 0) {
      this.#waiting = [this.#deps.tell(this.#untold)];
      this.#untold = 0;
    }
    const bytes = Buffer.from(this.#waiting.join(""));
    this.#writing = { bytes, lines: this.#waiting.length, isBegun: false };
    this.#waiting = [];
    this.#length = 0;
  }

  /** Writes waiting lines; returns the milliseconds until the next try, 0 if all are written. */
  #drain(): number {
    while (this.#writing.bytes.length > 0 || this.#waiting.length > 0 || this.#untold > 0) {
      if (this.#writing.bytes.length === 0) this.#take();
      const { bytes, lines, isBegun } = this.#writing;
      try {
        const count = this.#deps.put(bytes);
        if (count === 0) return slowPause;
        this.#writing = { lines, bytes: bytes.subarray(count), isBegun: true };
      } catch {
        this.#drop(lines + this.#waiting.length);
        this.#waiting = [];
        this.#length = 0;
        // A line that was written in part ends here.
        this.#writing = { bytes: isBegun ? lineBreak : nothing, lines: 0, isBegun: false };
        return failedPause;
      }
    }
    return 0;
  }

  #attempt(): void {
    const pause = this.#drain();
    this.#isDue = pause > 0;
    if (this.#isDue) setTimeout(() => this.#attempt(), pause).unref();
  }

  /** Schedules the writing, so that lines of one turn of the event loop are written together. */
  #schedule(): void {
    if (!this.#isDue) setImmediate(() => this.#attempt());
    this.#isDue = true;
  }
}

let output: Lines | undefined;

/**
 * Opens standard output without blocking. A pipe is opened again if the system allows it, because all its users share whether
 * writes block.
 */
function openWithoutWaiting(): number {
  const fd = process.stdout.fd ?? 1;
  try {
    if (!fstatSync(fd).isFIFO()) return fd;
    return openSync(`/proc/self/fd/${fd}`, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch {
    return fd;
  }
}

function openOutput(): Lines {
  const fd = openWithoutWaiting();
  const opened = new Lines({
    put(bytes) {
      try {
        return writeSync(fd, bytes);
      } catch (reason) {
        if ((reason as NodeJS.ErrnoException).code === "EAGAIN") return 0;
        throw reason;
      }
    },
    tell: lineOfDropped,
  });
  process.once("exit", () => opened.flush());
  return opened;
}

function lineOfDropped(dropped: number): string {
  let line = "";
  const write = (written: string) => {
    line = written;
  };
  pino({}, { write }).warn({ dropped }, `${dropped} lines were dropped`);
  return line;
}

const toOutput = {
  write(line: string): void {
    output ??= openOutput();
    output.write(line);
  },
};

export const droppedLines = (): number => output?.dropped ?? 0;

/** Prints a line for the person who started the server, in its order among those of the log. */
export function print(text: string): void {
  output ??= openOutput();
  output.keep(`${text}\n`);
}

const describeError = (reason: Error) => {
  const described = pino.stdSerializers.err(reason);
  return described?.stack === undefined ? described : { ...described, stack: sourceStack(described.stack) };
};

const loggers = new Map<string, Logger>();

export function createLogger({ logLevel }: { readonly logLevel: string }): Logger {
  const options = { level: logLevel, redact: ["authorization"], serializers: { err: describeError } };
  const { stdout } = process;
  // If a test runner has replaced how standard output writes, the lines go through it.
  const isReplaced = stdout.write !== Object.getPrototypeOf(stdout).write;
  if (isReplaced && logLevel !== "silent") return pino(options);
  const logger = loggers.get(logLevel) ?? pino(options, toOutput);
  loggers.set(logLevel, logger);
  return logger;
}

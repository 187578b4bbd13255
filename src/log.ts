// The log, and what a server prints: lines on standard output. A reader that stops must not stop the server or fill its memory, so
// lines that find no room are dropped and counted (pino's own destination loses what is under way when the process ends).
import { constants, fstatSync, openSync, writeSync } from "node:fs";
import { type Logger, pino } from "pino";
import { elapsed } from "./clock.ts";
import { sourceStack } from "./stack.ts";

/** Characters that may wait for the reader: some four thousand lines. */
const room = 2 ** 20;

/** Milliseconds until the next try: while the reader is behind, and after an error such as a full disk. */
const slowPause = 50;
const failedPause = 1_000;

/** Milliseconds that a process which ends waits for its reader. */
const mostFlushing = 1_000;

export interface Lines {
  /** Keeps a line until it can be written; drops it where too many wait already. It ends with a line break. */
  write(line: string): void;
  /** Never drops the line: for those that say where a server is ready. */
  keep(line: string): void;
  /** Writes what waits before the process ends. */
  flush(): void;
  /** How many lines were dropped, ever. */
  dropped(): number;
}

interface LinesDeps {
  /** Writes the beginning of some bytes and returns how many: 0 where there is no room. Throws where it cannot write. */
  readonly put: (bytes: Buffer) => number;
  /** The line that says how many were dropped before it. */
  readonly tell: (count: number) => string;
}

const nothing = Buffer.alloc(0);
const lineBreak = Buffer.from("\n");

export function createLines({ put, tell }: LinesDeps): Lines {
  let waiting: string[] = [];
  let length = 0;
  let writing = { bytes: nothing, lines: 0, isBegun: false };
  let dropped = 0;
  /** Dropped, and not yet told of: all lines are, until what waits is written, so that the gap is in one place. */
  let untold = 0;
  let isDue = false;

  function drop(lines: number): void {
    dropped += lines;
    untold += lines;
  }

  function take(): void {
    if (waiting.length === 0) {
      waiting = [tell(untold)];
      untold = 0;
    }
    writing = { bytes: Buffer.from(waiting.join("")), lines: waiting.length, isBegun: false };
    waiting = [];
    length = 0;
  }

  /** Writes what waits; returns after how many milliseconds to try again, 0 where all is written. */
  function drain(): number {
    while (writing.bytes.length > 0 || waiting.length > 0 || untold > 0) {
      if (writing.bytes.length === 0) take();
      try {
        const count = put(writing.bytes);
        if (count === 0) return slowPause;
        writing = { ...writing, bytes: writing.bytes.subarray(count), isBegun: true };
      } catch {
        drop(writing.lines + waiting.length);
        // A line that was written in part ends here.
        const bytes = writing.isBegun ? lineBreak : nothing;
        [waiting, length, writing] = [[], 0, { bytes, lines: 0, isBegun: false }];
        return failedPause;
      }
    }
    return 0;
  }

  function attempt(): void {
    const pause = drain();
    isDue = pause > 0;
    if (isDue) setTimeout(attempt, pause).unref();
  }

  /** Lines of one turn of the event loop are written together. */
  function schedule(): void {
    if (!isDue) setImmediate(attempt);
    isDue = true;
  }

  function keep(line: string): void {
    waiting.push(line);
    length += line.length;
    schedule();
  }

  return {
    keep,
    write(line) {
      if (untold === 0 && length + writing.bytes.length + line.length <= room) return keep(line);
      drop(1);
      schedule();
    },
    flush() {
      const sleeper = new Int32Array(new SharedArrayBuffer(4));
      const until = elapsed() + mostFlushing;
      while (drain() === slowPause && elapsed() < until) Atomics.wait(sleeper, 0, 0, 5);
    },
    dropped: () => dropped,
  };
}

let output: Lines | undefined;

/**
 * Standard output, without waiting for its reader: a pipe is opened once more where the system lets us, since whether a write
 * waits is shared by all processes that were given the same pipe.
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

/** Standard output, which a process has once. */
function openOutput(): Lines {
  const fd = openWithoutWaiting();
  const opened = createLines({
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
  process.once("exit", opened.flush);
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

/** How many lines of this process were dropped. */
export const droppedLines = (): number => output?.dropped() ?? 0;

/** Prints a line for the person who started the server, in its place among those of the log. */
export function print(text: string): void {
  output ??= openOutput();
  output.keep(`${text}\n`);
}

const describeError = (reason: Error) => {
  const described = pino.stdSerializers.err(reason);
  return described?.stack === undefined ? described : { ...described, stack: sourceStack(described.stack) };
};

/** By level. */
const loggers = new Map<string, Logger>();

export function createLogger({ logLevel }: { readonly logLevel: string }): Logger {
  const options = { level: logLevel, redact: ["authorization"], serializers: { err: describeError } };
  const { stdout } = process;
  // A test runner that replaced how standard output writes gets the lines through it.
  const isReplaced = stdout.write !== Object.getPrototypeOf(stdout).write;
  if (isReplaced && logLevel !== "silent") return pino(options);
  const logger = loggers.get(logLevel) ?? pino(options, toOutput);
  loggers.set(logLevel, logger);
  return logger;
}

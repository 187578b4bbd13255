// The log, and what a server prints: lines on standard output. A server waits for nobody who reads them: lines that find no room
// are dropped, and counted.
import { constants, fstatSync, openSync, writeSync } from "node:fs";
import { type Logger, pino } from "pino";
import { elapsed } from "./clock.ts";
import { sourceStack } from "./stack.ts";

/** Characters that may wait for whoever reads: some four thousand lines. */
const room = 2 ** 20;

/** As many bytes as a pipe of Linux takes whole or not at all, so that lines of several processes do not run into each other. */
const wholeBytes = 4096;

/** Milliseconds before another try: where nobody has read on, and where writing failed, as on a disk that is full. */
const slowPause = 50;
const failedPause = 1_000;

/** How long a process that ends waits for its reader: altogether, and for a sign that there is one. */
const mostFlushing = 1_000;
const mostSilent = 200;

export interface Lines {
  /** Keeps a line until it can be written; drops it where too many wait already. It ends with a line break. */
  write(line: string): void;
  /** The same for what may not be missing, such as where a server is ready. */
  keep(line: string): void;
  /** Writes what waits, and waits a little for whoever reads: for a process that ends. */
  flush(): void;
  /** How many lines were dropped, ever. */
  dropped(): number;
}

interface Parts {
  /** Writes the beginning of some bytes and returns how many: 0 where there is no room. Throws where it cannot write. */
  readonly put: (bytes: Buffer) => number;
  /** The line that says how many were dropped before it. */
  readonly tell: (count: number) => string;
}

const nothing = Buffer.alloc(0);
const lineBreak = Buffer.from("\n");
const newline = 10;

export function createLines({ put, tell }: Parts): Lines {
  let waiting: string[] = [];
  let length = 0;
  /** What is being written, how many of the lines that waited it is, and how many dropped ones it tells of. */
  let chunk = { bytes: nothing, lines: 0, told: 0 };
  /** Whether the last byte that was written is not the last of its line. */
  let isTorn = false;
  let written = 0;
  let dropped = 0;
  /** From the first line that is dropped on all are, until what waits is written: so that the gap is in one place, and told there. */
  let untold = 0;
  let isDue = false;

  function drop(lines: number): void {
    dropped += lines;
    untold += lines;
  }

  /** The lines that come next, as many as are written together. */
  function take(): void {
    if (waiting.length === 0) {
      chunk = { bytes: Buffer.from(tell(untold)), lines: 0, told: untold };
      return;
    }
    let bytes = 0;
    let lines = 0;
    for (const line of waiting) {
      bytes += Buffer.byteLength(line);
      if (lines > 0 && bytes > wholeBytes) break;
      lines++;
    }
    const text = waiting.splice(0, lines).join("");
    length -= text.length;
    chunk = { bytes: Buffer.from(text), lines, told: 0 };
  }

  /** Writes what waits. Returns after how many milliseconds to try again: 0 where all is written. */
  function drain(): number {
    while (chunk.bytes.length > 0 || waiting.length > 0 || untold > 0) {
      if (chunk.bytes.length === 0) take();
      let count: number;
      try {
        count = put(chunk.bytes);
      } catch {
        drop(chunk.lines + waiting.length);
        waiting = [];
        length = 0;
        chunk = { bytes: isTorn ? lineBreak : nothing, lines: 0, told: 0 };
        return failedPause;
      }
      if (count === 0) return slowPause;
      written += count;
      isTorn = chunk.bytes[count - 1] !== newline;
      chunk.bytes = chunk.bytes.subarray(count);
      if (chunk.bytes.length > 0) continue;
      untold -= chunk.told;
      chunk = { bytes: nothing, lines: 0, told: 0 };
    }
    return 0;
  }

  function attempt(): void {
    const pause = drain();
    isDue = pause > 0;
    if (isDue) setTimeout(attempt, pause).unref();
  }

  /** Writes what came in this turn together. */
  function schedule(): void {
    if (isDue) return;
    isDue = true;
    setImmediate(attempt);
  }

  function keep(line: string): void {
    waiting.push(line);
    length += line.length;
    schedule();
  }

  return {
    keep,
    write(line) {
      if (untold === 0 && length + line.length <= room) return keep(line);
      drop(1);
      schedule();
    },
    flush() {
      const sleeper = new Int32Array(new SharedArrayBuffer(4));
      const startedAt = elapsed();
      let progress = { at: startedAt, written };
      while (drain() === slowPause) {
        const now = elapsed();
        if (written > progress.written) progress = { at: now, written };
        if (now - startedAt > mostFlushing || now - progress.at > mostSilent) return;
        Atomics.wait(sleeper, 0, 0, 5);
      }
    },
    dropped: () => dropped,
  };
}

let output: Lines | undefined;

/**
 * Where to write so that nobody waits. Node sees to that once it has standard output open, but all processes that were given the
 * same share this: one that begins or ends makes the others wait. So a pipe is opened once more, where the system lets us. A file takes
 * what it is given, and a terminal has somebody before it.
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

/** How many lines of this process nobody will read. */
export const droppedLines = (): number => output?.dropped() ?? 0;

/** Prints a line for whoever started the server, in its place among those of the log. */
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
  // Whoever replaced how it writes, such as a test runner, wants to have the lines; pino sees to that.
  const isReplaced = stdout.write !== Object.getPrototypeOf(stdout).write;
  if (isReplaced && logLevel !== "silent") return pino(options);
  const logger = loggers.get(logLevel) ?? pino(options, toOutput);
  loggers.set(logLevel, logger);
  return logger;
}

// Reads log files, compressed or not, line by line or entry by entry, in memory that does not grow with them.
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import { accessLogReader, isAccessLogLine } from "./access-log.ts";
import { type LineReader, type LogFormat, logFormats, type Sink } from "./call.ts";
import { harReader } from "./har.ts";
import { isTerraformLine, terraformReader } from "./terraform-log.ts";

/** Signals a file in no known format, or that cannot be read. */
export class UnreadableLog extends Error {}

/** The number of bytes that are read before the format is decided. */
const beginning = 256 * 1024;
/** The longest line that is read; longer ones are skipped. */
const longestLine = 1024 * 1024;

/** Reads a log. `-` is standard input. With `format` null the content decides. Returns the format. */
export async function readLog(file: string, format: LogFormat | null, sink: Sink): Promise<LogFormat> {
  const chunks = await openLog(file);
  let start = Buffer.alloc(0);
  const rest = chunks[Symbol.asyncIterator]();
  let isOver = false;
  while (start.length < beginning && !isOver) {
    const { value, done } = await rest.next().catch(explain(file));
    isOver = done === true;
    if (value !== undefined) start = Buffer.concat([start, value]);
  }
  const known = format ?? recognise(start.toString("utf8"));
  if (known === undefined) {
    throw new UnreadableLog(
      `${file}: this is neither HAR, nor a log of Terraform, nor an access log that is known; name its format with --format ${logFormats.join("|")}`,
    );
  }
  const reader = known === "har" ? harReader(sink) : byLines(known, sink);
  try {
    reader.write(start);
    while (!isOver) {
      const { value, done } = await rest.next();
      isOver = done === true;
      if (value !== undefined) reader.write(value);
    }
    reader.end();
  } catch (reason) {
    explain(file)(reason);
  }
  return known;
}

const explain =
  (file: string) =>
  (cause: unknown): never => {
    throw new UnreadableLog(`${file} cannot be read to its end: ${(cause as Error).message}`, { cause });
  };

async function openLog(file: string): Promise<AsyncIterable<Buffer>> {
  if (file === "-") return process.stdin;
  const isCompressed = await beginsLikeGzip(file).catch((cause: Error) => {
    throw new UnreadableLog(`${file} cannot be read: ${cause.message}`, { cause });
  });
  const stream = createReadStream(file);
  if (!isCompressed) return stream;
  const gunzip = createGunzip();
  stream.on("error", (reason) => gunzip.destroy(reason));
  return stream.pipe(gunzip);
}

async function beginsLikeGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

/** The number of lines at the beginning that are checked; a log of Terraform may begin with anything. */
const mostLooked = 400;

function recognise(start: string): LogFormat | undefined {
  const text = start.replace(/^\ufeff/, "").trimStart();
  if (/^\{\s*"log"\s*:\s*\{/.test(text)) return "har";
  const lines = text.split(/\r?\n/, mostLooked).filter((line) => line !== "");
  if (lines.length === 0) return "access";
  if (lines.some(isTerraformLine)) return "terraform";
  return lines.some(isAccessLogLine) ? "access" : undefined;
}

function byLines(format: "terraform" | "access", sink: Sink) {
  const reader: LineReader = format === "terraform" ? terraformReader(sink) : accessLogReader(sink);
  const decoder = new TextDecoder();
  let left = "";
  let isTooLong = false;
  const take = (line: string) => {
    if (isTooLong || line.length > longestLine) sink.unreadable();
    else reader.line(line);
    isTooLong = false;
  };
  return {
    write(chunk: Uint8Array) {
      const lines = (left + decoder.decode(chunk, { stream: true })).split("\n");
      left = lines.pop() ?? "";
      for (const line of lines) take(line.replace(/\r$/, ""));
      if (left.length > longestLine) {
        isTooLong = true;
        left = "";
      }
    },
    end() {
      if (left !== "" || isTooLong) take(left);
      reader.end();
    },
  };
}

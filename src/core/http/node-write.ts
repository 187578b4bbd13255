// Writes to connections: an answer to Node's response, or to a socket that never became a request. It is the only file that
// does.
import { type ServerResponse, STATUS_CODES } from "node:http";
import { type Duplex, pipeline } from "node:stream";
import type { Answer } from "./answer.ts";
import { wait } from "./wait.ts";

/** Returns the names and values of headers in turn, which Node writes as they are; `date` is for an answer that has none. */
export function headOf({ status, headers, body }: Answer, date?: string): string[] {
  const lines: string[] = date === undefined || "date" in headers ? [] : ["date", date];
  for (const name in headers) {
    const value = headers[name] as string | readonly string[];
    if (typeof value === "string") lines.push(name, value);
    else for (const each of value) lines.push(name, each);
  }
  const isWhole = typeof body === "string" || Buffer.isBuffer(body);
  if (isWhole && status !== 204 && status !== 304) {
    lines.push("content-length", String(Buffer.byteLength(body)));
  }
  return lines;
}

const never = new AbortController().signal;

interface Writing {
  readonly ending?: AbortSignal;
  /** Receives the reason why a body could not be read to its end. */
  readonly fail?: (reason: Error) => void;
  /** The text of the Date header; Node's own if absent. */
  readonly date?: string | undefined;
}

/** Writes an answer. Node leaves the body out for a HEAD request. */
export function write(
  response: ServerResponse,
  answer: Answer,
  { ending = never, fail = () => {}, date }: Writing = {},
): void {
  const { status, body, delivery } = answer;
  if (delivery !== undefined) return void deliver(response, answer, ending, date);
  response.writeHead(status, headOf(answer, date));
  if (typeof body === "string" || Buffer.isBuffer(body)) return void response.end(body);
  pipeline(body, response, (reason) => {
    const hasGone = reason?.code === "ERR_STREAM_PREMATURE_CLOSE";
    if (reason && !hasGone) fail(reason);
  });
}

/** Writes an answer with an injected delivery: its headers describe the whole body. */
export async function deliver(
  response: ServerResponse,
  answer: Answer,
  ending: AbortSignal,
  date?: string,
): Promise<void> {
  const { delivery } = answer;
  if (delivery === undefined || delivery === "lost") return void response.destroy();
  const { cutAfter, bytesPerSecond } = delivery;
  const whole = Buffer.from(answer.body as string);
  const body = cutAfter === null ? whole : whole.subarray(0, cutAfter);
  response.writeHead(answer.status, headOf(answer, date)).flushHeaders();
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  let at = 0;
  while (bytesPerSecond !== null && at < body.length && !gone.signal.aborted && !ending.aborted) {
    const [size, pause] = sizeOf(bytesPerSecond);
    await wait(pause, [ending, gone.signal]);
    if (!ending.aborted) response.write(body.subarray(at, (at += size)));
  }
  const rest = body.subarray(at);
  if (cutAfter === null) return void response.end(rest);
  // Sent bytes leave before the connection is cut.
  if (rest.length === 0) setImmediate(() => response.destroy());
  else response.write(rest, () => response.destroy());
}

/** The milliseconds between two parts of a slow body. */
const beat = 100;

/** Returns the bytes of one part, and the milliseconds before it. */
function sizeOf(bytesPerSecond: number): [size: number, pause: number] {
  const size = Math.max(1, Math.round((bytesPerSecond * beat) / 1000));
  return [size, (size * 1000) / bytesPerSecond];
}

/** Writes to a connection from which nothing more is read. */
export function writeToSocket(socket: Duplex, answer: Answer): void {
  const pairs = [...headOf(answer), "connection", "close"];
  const lines = pairs.map((text, index) => (index % 2 === 0 ? `${text}: ` : `${text}\r\n`));
  socket.write(
    `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status]}\r\n${lines.join("")}\r\n${answer.body}`,
  );
}

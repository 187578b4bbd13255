// Sends heads of seals to a file, the system's log, a syslog server, or an HTTPS address.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { open } from "node:fs/promises";
import { isIP, type Socket } from "node:net";
import { hostname } from "node:os";
import { second } from "../domain/instant.ts";
import type { HeadsPlace } from "../settings/readers.ts";

export interface Outlet {
  /** The name for messages, without parts of the address that may be secret. */
  readonly name: string;
  /** The complete address, by which outlets are told apart. */
  readonly place: string;
  /** Sends lines; rejects if it cannot, and may have sent some of them then. */
  send(lines: readonly string[]): Promise<void>;
}

const patienceMs = 10 * second;

export function openOutlet(place: HeadsPlace): Outlet {
  const text = JSON.stringify(place);
  switch (place.kind) {
    case "file":
      return { name: place.path, place: text, send: (lines) => append(place.path, lines) };
    case "logger":
      return { name: "syslog", place: text, send: (lines) => pipe(place.program, lines) };
    case "tcp":
    case "udp": {
      const send = place.kind === "tcp" ? stream : datagrams;
      return { name: `${place.host}:${place.port}`, place: text, send: (lines) => send(place, lines) };
    }
    case "http":
      return { name: new URL(place.url).origin, place: text, send: (lines) => post(place.url, lines) };
  }
}

/** Appends to a file, which is opened for each batch so that it may be moved away; first ends a line that a crash cut off. */
async function append(path: string, lines: readonly string[]): Promise<void> {
  const file = await open(path, "a+", 0o600);
  try {
    const { size } = await file.stat();
    const { buffer } = size === 0 ? { buffer: "\n" } : await file.read(Buffer.alloc(1), 0, 1, size - 1);
    await file.appendFile(`${String(buffer) === "\n" ? "" : "\n"}${lines.join("\n")}\n`);
    await file.datasync();
  } finally {
    await file.close();
  }
}

/** Writes through the system's `logger`: Node can't send datagrams to a socket such as /dev/log. */
async function pipe(program: string, lines: readonly string[]): Promise<void> {
  const stdio = ["pipe", "ignore", "pipe"] as const;
  const args = ["-t", "anteroom", "-p", "authpriv.notice"];
  const child = spawn(program, args, { stdio: [...stdio], env: {}, timeout: patienceMs });
  let complaint = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (complaint += text));
  child.stdin?.on("error", () => {});
  child.stdin?.end(`${lines.join("\n")}\n`);
  const [code] = await once(child, "close");
  if (code !== 0 || complaint !== "") throw new Error(`${program} ended with ${code}: ${complaint.trim()}`);
}

/** Formats a line as RFC 5424, with the facility authpriv (10) and the severity notice (5). */
export function syslogOf(line: string): string {
  const { at } = JSON.parse(line) as { at: string };
  return `<85>1 ${at} ${hostname()} anteroom ${process.pid} audit-head - ${line}`;
}

interface Server {
  readonly host: string;
  readonly port: number;
}

/**
 * Sends over TCP, where each message begins with its length (RFC 6587, 3.4.1). The server ends the connection when it has read
 * all.
 */
async function stream({ host, port }: Server, lines: readonly string[]): Promise<void> {
  const { connect } = await import("node:net");
  const socket: Socket = connect(port, host);
  try {
    socket.setTimeout(patienceMs, () => socket.destroy(new Error(`${host}:${port} does not answer in time`)));
    socket.end(
      lines
        .map(syslogOf)
        .map((each) => `${Buffer.byteLength(each)} ${each}`)
        .join(""),
    );
    socket.resume();
    await once(socket, "close");
  } finally {
    socket.destroy();
  }
}

/** Sends lines as datagrams; whether they arrive is unknown. */
async function datagrams({ host, port }: Server, lines: readonly string[]): Promise<void> {
  const { createSocket } = await import("node:dgram");
  const socket = createSocket(isIP(host) === 6 ? "udp6" : "udp4");
  try {
    for (const each of lines.map(syslogOf)) {
      await new Promise<void>((resolve, reject) =>
        socket.send(each, port, host, (reason) => (reason === null ? resolve() : reject(reason))),
      );
    }
  } finally {
    socket.close();
  }
}

async function post(address: string, lines: readonly string[]): Promise<void> {
  const url = new URL(address);
  const { username, password } = url;
  [url.username, url.password] = ["", ""];
  const credentials = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
  const answer = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/x-ndjson",
      ...(username !== "" && { authorization: `Basic ${credentials.toString("base64")}` }),
    },
    body: `${lines.join("\n")}\n`,
    redirect: "manual",
    signal: AbortSignal.timeout(patienceMs),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`${url.origin} answered ${answer.status}`);
}

// Tests of outlets: each is tried with a receiver of its own on loopback.
import { deepEqual, equal, match, ok, rejects, throws } from "node:assert/strict";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { createFolder } from "../../../test/support/storage.ts";
import { readHeadsPlace } from "../settings/readers.ts";
import { openOutlet, syslogOf } from "./outlets.ts";

const line = (seal: number) =>
  JSON.stringify({ at: "2026-08-10T03:04:53Z", orgId: "a", seal, head: "0".repeat(64) });
const lines = [line(1), line(2)];
const outletOf = (text: string) => openOutlet(readHeadsPlace(text, "--audit-heads"));

test("a file is appended to, survives being moved away, and a line that was cut off is ended", async (t) => {
  const file = join(createFolder(t), "heads");
  const outlet = outletOf(file);
  await outlet.send(lines);
  await outlet.send([line(3)]);
  equal(readFileSync(file, "utf8"), `${line(1)}\n${line(2)}\n${line(3)}\n`);
  renameSync(file, `${file}.1`);
  writeFileSync(file, line(4).slice(0, 9));
  await outlet.send([line(5)]);
  equal(readFileSync(file, "utf8"), `${line(4).slice(0, 9)}\n${line(5)}\n`);
  await rejects(outletOf(join(file, "below")).send(lines), { code: "ENOTDIR" });
});

test("messages for syslog are those of RFC 5424", () => {
  match(
    syslogOf(line(1)),
    /^<85>1 2026-08-10T03:04:53Z \S+ anteroom \d+ audit-head - \{"at":"2026-08-10T03:04:53Z","orgId":"a","seal":1,/,
  );
});

test("over TCP each message begins with its length, and the end is waited for", async (t) => {
  const server = createTcpServer({ allowHalfOpen: true }).listen(0, "127.0.0.1");
  t.after(() => server.close());
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const received = once(server, "connection").then(async ([socket]) => {
    let text = "";
    for await (const chunk of socket) text += chunk;
    socket.end();
    return text;
  });
  const outlet = outletOf(`syslog://127.0.0.1:${port}`);
  await outlet.send(lines);
  equal(
    await received,
    lines
      .map(syslogOf)
      .map((message) => `${message.length} ${message}`)
      .join(""),
  );
  equal(outlet.name, `127.0.0.1:${port}`);
  server.once("connection", (socket) => socket.resetAndDestroy());
  await rejects(outlet.send(lines), /ECONNRESET|EPIPE/);
  server.close();
  await once(server, "close");
  await rejects(outlet.send(lines), { code: "ECONNREFUSED" });
});

test("over UDP each message is a datagram", async (t) => {
  const server = createSocket("udp4");
  t.after(() => server.close());
  server.bind(0, "127.0.0.1");
  await once(server, "listening");
  const received: string[] = [];
  const all = new Promise<void>((resolve) =>
    server.on("message", (message) => {
      if (received.push(String(message)) === lines.length) resolve();
    }),
  );
  await outletOf(`syslog+udp://127.0.0.1:${server.address().port}`).send(lines);
  await all;
  deepEqual(received, lines.map(syslogOf));
});

test("the log of the system gets a line each, by a program whose complaint is passed on", async (t) => {
  const folder = createFolder(t);
  const [program, heard] = [join(folder, "logger"), join(folder, "heard")];
  const write = (text: string) => writeFileSync(program, `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  const send = () => openOutlet({ kind: "logger", program }).send(lines);
  write(`echo "$@" > ${heard}; /bin/cat >> ${heard}; /usr/bin/env >> ${heard}`);
  process.env.A_SECRET = "not for others";
  await send();
  delete process.env.A_SECRET;
  const text = readFileSync(heard, "utf8");
  ok(text.startsWith(`-t anteroom -p authpriv.notice\n${line(1)}\n${line(2)}\n`), text);
  ok(!text.includes("A_SECRET"), text);
  write("echo no socket >&2; exit 1");
  await rejects(send(), /ended with 1: no socket$/);
  rmSync(program);
  await rejects(send(), { code: "ENOENT" });
});

test("an address gets a POST of lines, with its password as credentials, and is not followed elsewhere", async (t) => {
  const asked: unknown[] = [];
  const statuses = [204, 500, 307];
  const server = createServer(async ({ method, url, headers }, response) => {
    asked.push([method, url, headers["content-type"], headers.authorization]);
    response.writeHead(statuses.shift() ?? 500, { location: "/elsewhere" }).end();
  }).listen(0, "127.0.0.1");
  t.after(() => server.close());
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const outlet = outletOf(`http://ada:s%20p@127.0.0.1:${port}/hook?token=t`);
  equal(outlet.name, `http://127.0.0.1:${port}`);
  await outlet.send(lines);
  for (const status of [500, 307]) {
    await rejects(outlet.send(lines), { message: `http://127.0.0.1:${port} answered ${status}` });
  }
  const credentials = `Basic ${Buffer.from("ada:s p").toString("base64")}`;
  deepEqual(asked, Array(3).fill(["POST", "/hook?token=t", "application/x-ndjson", credentials]));
});

test("places are told apart, and what is none is refused without being repeated", () => {
  const read = (text: string) => readHeadsPlace(text, "--audit-heads");
  deepEqual(read("/var/log/heads"), { kind: "file", path: "/var/log/heads" });
  for (const name of ["syslog", "syslog:"]) {
    deepEqual(read(name), { kind: "logger", program: "/usr/bin/logger" });
  }
  equal(read("./syslog").kind, "file");
  equal(read("heads.jsonl").kind, "file");
  deepEqual(read("syslog://[::1]"), { kind: "tcp", host: "::1", port: 514 });
  deepEqual(read("syslog+udp://logs.example.com:5514"), {
    kind: "udp",
    host: "logs.example.com",
    port: 5514,
  });
  deepEqual(read("https://a:b@example.com/x?y"), { kind: "http", url: "https://a:b@example.com/x?y" });
  deepEqual(read("http://localhost:1/"), { kind: "http", url: "http://localhost:1/" });
  for (const text of [
    "",
    "http://secret@example.com",
    "syslog://",
    "syslog://a/secret",
    "ftp://secret@a",
    "sylog",
    "journald",
    "https://",
  ]) {
    throws(
      () => read(text),
      (reason: Error) =>
        reason.message.startsWith("--audit-heads: expected a file") && !/secret/.test(reason.message),
      text,
    );
  }
});

// A server whose standard output is a pipe that nobody reads, or that somebody reads again: it answers, and ends, all the same.
import { deepEqual, equal, ok } from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, constants, openSync, readSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { type TestContext, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "./support/command.ts";
import { pluck } from "./support/pluck.ts";
import { createFolder } from "./support/storage.ts";
import { ids, send } from "./support/world.ts";

const env = { ANTEROOM_SECRET: "8f5d1ce07a93b264e1f0957c3ab8d642" };

/** Starts Node with a pipe as its standard output, of which nothing is read until it is asked for. */
function startPiped(t: TestContext, args: readonly string[]) {
  const path = join(createFolder(t), "pipe");
  equal(spawnSync("mkfifo", [path]).status, 0);
  const reading = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const writing = openSync(path, constants.O_WRONLY);
  const child: ChildProcess = spawn(process.execPath, ["--import", "tsx", ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", writing, "pipe"],
  });
  closeSync(writing);
  const ended = once(child, "exit");
  t.after(async () => {
    child.kill("SIGKILL");
    await ended;
    closeSync(reading);
  });
  const buffer = Buffer.alloc(2 ** 16);
  let heard = "";
  /** Reads what is there; whether there may be more to come. */
  function read(): boolean {
    for (;;) {
      try {
        const count = readSync(reading, buffer);
        if (count === 0) return false;
        heard += buffer.subarray(0, count).toString();
      } catch (reason) {
        if ((reason as NodeJS.ErrnoException).code === "EAGAIN") return true;
        throw reason;
      }
    }
  }
  /** Reads until the text has this in it, or to the end. */
  async function readUntil(pattern: RegExp): Promise<RegExpExecArray> {
    const late = performance.now() + 60_000;
    for (;;) {
      const isOpen = read();
      const found = pattern.exec(heard);
      if (found !== null) return found;
      ok(isOpen && performance.now() < late, `${pattern} did not come: ${heard.slice(-500)}`);
      await sleep(5);
    }
  }
  async function readToEnd(): Promise<void> {
    while (read()) await sleep(1);
  }
  /** Lines of the log that were read; each must be whole. */
  const lines = () =>
    heard
      .split("\n")
      .slice(0, -1)
      .filter((line) => line !== "" && !/^(anteroom ready|There was)/.test(line))
      .map((line): Record<string, unknown> => JSON.parse(line));
  return { child, ended, read, readUntil, readToEnd, lines };
}

/** Arguments of a server with a log. */
const serving = (...flags: string[]) => [
  "src/start/main.ts",
  "serve",
  "--port",
  "0",
  "--metrics-port",
  "public",
  "--log-level",
  "info",
  ...flags,
];

/** Asks so often for what nobody gets without credentials, and so has a line written each time. */
async function knock(url: string, times: number): Promise<void> {
  const { hostname, port, host } = new URL(url);
  const path = `/api/atlas/v2/groups/${ids.group}/invites`;
  const socket = connect(Number(port), hostname);
  // One after the other on a connection, without waiting for the answers.
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`.repeat(times - 1));
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  const answers = await text(socket);
  equal(answers.split("HTTP/1.1 401 ").length - 1, times);
}

const answered = (lines: readonly Record<string, unknown>[]) =>
  lines.filter(({ msg }) => msg === "answered").length;

const droppedOf = async (url: string): Promise<number> => {
  const { text: metrics } = await send(url, { path: "/metrics" });
  return Number(/^anteroom_log_lines_dropped_total (\d+)$/m.exec(metrics)?.[1]);
};

/** The number of lines: more than a pipe and the memory for them take. */
const many = 7_000;

test("a log that nobody reads stops nothing, and is told of when it is read again", async (t) => {
  const data = join(createFolder(t), "data");
  const server = startPiped(t, serving("--data", data));
  const [, url = ""] = await server.readUntil(/^anteroom ready (\S+)$/m);

  await knock(url, many);
  equal((await send(url, { path: "/healthz" })).status, 200);
  const dropped = await droppedOf(url);
  ok(dropped > 0);

  const [, told] = await server.readUntil(/"msg":"(\d+) lines were dropped/);
  equal(answered(server.lines()) + Number(told), many);
  const { level, msg } = server.lines().find(({ dropped }) => dropped === Number(told)) ?? {};
  deepEqual([level, msg], [40, `${told} lines were dropped`]);
  await knock(url, 10);
  equal(await droppedOf(url), Number(told));

  await knock(url, many);
  const endingAt = performance.now();
  server.child.kill("SIGTERM");
  deepEqual(await server.ended, [0, null]);
  const endMs = performance.now() - endingAt;
  ok(endMs < 4_000, `it took ${endMs} ms to end`);
});

test("what is logged until the end is there for whoever reads", async (t) => {
  const data = join(createFolder(t), "data");
  const server = startPiped(t, serving("--data", data));
  const [, url = ""] = await server.readUntil(/^anteroom ready (\S+)$/m);
  await knock(url, 1_500);
  equal(await droppedOf(url), 0);
  server.child.kill("SIGTERM");
  await server.readToEnd();
  deepEqual(await server.ended, [0, null]);
  equal(answered(server.lines()), 1_500);
  ok(server.lines().some(({ msg }) => /^ending/.test(String(msg))));
});

test("a process that fails has its log written first", async (t) => {
  const script = `
    const { createLogger } = await import("./src/core/log.ts");
    const log = createLogger({ logLevel: "info" });
    for (let count = 0; count < 3000; count++) log.info({ count }, "a line of some length, as those of a server are");
    throw new Error("nobody foresaw this");`;
  const failing = startPiped(t, ["--input-type=module", "--eval", script]);
  await failing.readToEnd();
  deepEqual(await failing.ended, [1, null]);
  deepEqual(
    pluck(failing.lines(), "count"),
    Array.from({ length: 3_000 }, (_, count) => count),
  );
});

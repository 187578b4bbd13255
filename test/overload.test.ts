// Thousands of connections that ask for nothing, or slowly: those beyond what is served are refused in true words, whoever is in
// is served on, and health is told to all. ANTEROOM_OVERLOAD_CONNECTIONS says how many; `npm run proof:overload` opens ten thousand.
import { deepEqual, equal, ok } from "node:assert/strict";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, connect, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { type TestContext, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { connect as connectTls } from "node:tls";
import { mostConnections, watchCrowd } from "../src/http/crowd.ts";
import { certificate, certificateKey } from "./support/certificate.ts";
import { invitesPath } from "./support/invites.ts";
import { requestToken } from "./support/oauth.ts";
import { startProcess } from "./support/process.ts";
import { seed, v2023 } from "./support/world.ts";

/** Two connections are served, two more may ask. */
async function startSmall(t: TestContext, isTls: boolean): Promise<() => Socket> {
  const answer = ({ socket }: IncomingMessage, response: ServerResponse) => {
    response.statusCode = isBeyond(socket) ? 503 : 200;
    response.end();
  };
  const server: Server = isTls
    ? createTlsServer({ cert: certificate, key: certificateKey }, answer)
    : createServer(answer);
  const { isBeyond } = watchCrowd(server, 2, 2);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  return () => {
    const socket = isTls
      ? connectTls({ host: "127.0.0.1", port, rejectUnauthorized: false })
      : connect(port, "127.0.0.1");
    t.after(() => socket.destroy());
    return socket;
  };
}

async function statusOn(socket: Socket): Promise<number> {
  socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  const [answer] = await once(socket, "data");
  return Number(String(answer).slice(9, 12));
}

for (const isTls of [false, true]) {
  test(`connections of ${isTls ? "HTTPS" : "HTTP"} beyond those that are served`, async (t) => {
    const open = await startSmall(t, isTls);
    const connected = async () => {
      const socket = open();
      await once(socket, isTls ? "secureConnect" : "connect");
      return socket;
    };
    const [first, second] = [await connected(), await connected()];
    const [third, fourth] = [await connected(), await connected()];
    await t.test("503 on each of them, and 200 on those before", async () => {
      deepEqual(
        [await statusOn(first), await statusOn(second), await statusOn(third), await statusOn(fourth)],
        [200, 200, 503, 503],
      );
    });
    await t.test("the one that came first makes room for another to ask", async () => {
      const ended = once(third, "close");
      const fifth = await connected();
      await ended;
      equal(await statusOn(fifth), 503);
    });
    await t.test("200 on one that waited, once another has ended", async () => {
      first.destroy();
      // Its end is seen before what is asked afterwards, on most systems, but need not be.
      await sleep(50);
      deepEqual([await statusOn(fourth), await statusOn(await connected())], [200, 503]);
    });
  });
}

const asked = process.env.ANTEROOM_OVERLOAD_CONNECTIONS;
const held = Number(asked ?? mostConnections + 1_000);
/** A long proof probes for longer, and waits for the server to get rid of them by itself. */
const isLong = asked !== undefined;
const probes = isLong ? 100 : 20;

const { soft } = (process.report.getReport() as { userLimits: { open_files: { soft: number | string } } })
  .userLimits.open_files;
const skip =
  Number(soft) < held + 200 &&
  `SKIPPED: ${held + 200} open files are needed here, and ${soft} allowed: ulimit -n`;

interface Heard {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
  readonly ms: number;
}

/** Asks on a connection of its own, unless there is an agent that keeps one. */
function ask(url: string, path: string, token?: string, agent: Agent | false = false): Promise<Heard> {
  const startedAt = performance.now();
  const headers = { accept: v2023, ...(token !== undefined && { authorization: `Bearer ${token}` }) };
  return new Promise((resolve, reject) => {
    const outgoing = request(new URL(path, url), { agent, headers }, async (incoming) => {
      const body = await text(incoming);
      const { statusCode: status = 0, headers } = incoming;
      resolve({ status, headers, body, ms: performance.now() - startedAt });
    });
    outgoing.on("error", reject).end();
  });
}

/** What each kind of connection sends at first; all but the first two go on with a byte each second. */
const kinds = (token: string): readonly string[] => [
  "",
  "GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n",
  "GET /nothing HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
  `PATCH ${invitesPath} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nAccept: ${v2023}\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n`,
];

/** In how many parts of a second the slow ones send their byte. */
const ticks = 50;

interface Crowd {
  open(): number;
  /** How many were answered 503. */
  refused(): number;
  /** Nobody whom the server cuts off comes again. */
  calm(): void;
  end(): void;
}

async function gather(url: string, token: string): Promise<Crowd> {
  const { hostname, port } = new URL(url);
  const firsts = kinds(token);
  const sockets = new Set<Socket>();
  const slow = new Set<Socket>();
  let refused = 0;
  let isCalm = false;
  /** Those that found a place take it again when the server cuts them off. */
  const join = (index: number) =>
    new Promise<void>((resolve) => {
      // The places are taken by those that the server bears for longest.
      const kind = 2 * (index % 2) + (index < mostConnections ? 1 : 0);
      const socket = connect(Number(port), hostname);
      sockets.add(socket);
      if (kind >= 2) slow.add(socket);
      socket.on("data", (chunk) => {
        if (chunk.toString("latin1").startsWith("HTTP/1.1 503 ")) refused++;
      });
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        slow.delete(socket);
        resolve();
        if (index < mostConnections) setTimeout(() => isCalm || join(index), 100);
      });
      socket.on("connect", () => {
        socket.write(firsts[kind] ?? "");
        resolve();
      });
    });
  // A few hundred at a time: the system keeps no more of them waiting for the server to take them.
  for (let index = 0; index < held; index += 200) {
    await Promise.all(Array.from({ length: Math.min(200, held - index) }, (_, each) => join(index + each)));
  }
  let tick = 0;
  // Not all of them at once.
  const slowly = setInterval(() => {
    tick = (tick + 1) % ticks;
    for (const [index, socket] of [...slow].entries()) if (index % ticks === tick) socket.write("x");
  }, 1_000 / ticks);
  const calm = () => {
    isCalm = true;
  };
  return {
    open: () => sockets.size,
    refused: () => refused,
    calm,
    end() {
      calm();
      clearInterval(slowly);
      for (const socket of sockets) socket.destroy();
    },
  };
}

function checkRefusal({ status, headers, body }: Heard): void {
  deepEqual([status, headers["retry-after"], headers.connection], [503, "1", "close"]);
  deepEqual(JSON.parse(body), {
    detail: "The server has as many connections as it takes; try again later.",
    error: 503,
    errorCode: "SERVICE_UNAVAILABLE",
    parameters: ["The server has as many connections as it takes"],
    reason: "Service Unavailable",
  });
}

const sorted = (values: readonly number[]) => values.toSorted((one, other) => one - other);
const shown = (values: readonly number[]) => {
  const all = sorted(values);
  const at = (share: number) => (all[Math.floor(share * (all.length - 1))] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms`;
};

test(`${held} connections that ask for nothing, or slowly`, { skip, timeout: 300_000 }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "anteroom-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "seed.json");
  writeFileSync(file, JSON.stringify(seed));
  const args = ["serve", "--memory", "--port", "0", "--metrics-port", "public", "--seed", file];
  const { url } = await startProcess(t, args, { ANTEROOM_SECRET: "8f5d1ce07a93b264e1f0957c3ab8d642" });
  const token: string = (await requestToken({ url }, {})).json.access_token;
  const own = new Agent({ keepAlive: true, maxSockets: 1 });
  t.after(() => own.destroy());
  const memory = async () => {
    const { body } = await ask(url, "/metrics", undefined, own);
    return Number(/^process_resident_memory_bytes (\S+)$/m.exec(body)?.[1]) / 1e6;
  };
  const alone: number[] = [];
  for (let probe = 0; probe < probes; probe++) alone.push((await ask(url, "/healthz")).ms);
  const before = await memory();

  const crowd = await gather(url, token);
  t.after(crowd.end);
  const [health, within]: [number[], number[]] = [[], []];
  let lucky = 0;
  for (let probe = 0; probe < probes; probe++) {
    const healthy = await ask(url, "/healthz");
    deepEqual([healthy.status, healthy.body, healthy.headers.connection], [200, '{"status":"ok"}', "close"]);
    health.push(healthy.ms);
    const newcomer = await ask(url, invitesPath, token);
    // One that was cut off has not come again yet.
    if (newcomer.status === 200) lucky++;
    else checkRefusal(newcomer);
    const served = await ask(url, invitesPath, token, own);
    equal(served.status, 200);
    within.push(served.ms);
    await sleep(50);
  }
  const during = await memory();
  ok(crowd.open() > 0.9 * mostConnections, `${crowd.open()} are open`);
  ok(crowd.refused() > 0);
  ok(lucky < probes / 2, `${lucky} of ${probes} newcomers were served`);
  // Of speed, only what no noise of the machine explains.
  ok((sorted(health)[Math.floor(probes / 2)] ?? 0) < 1_000, shown(health));
  t.diagnostic(`${crowd.open()} of ${held} are open, ${crowd.refused()} were answered 503`);
  t.diagnostic(`${probes - lucky} of ${probes} newcomers were refused with 503`);
  t.diagnostic(`/healthz before: ${shown(alone)}; beyond the limit: ${shown(health)}`);
  t.diagnostic(`a request of who is in: ${shown(within)}`);

  const since = performance.now();
  const isServed = async () => (await ask(url, invitesPath, token)).status === 200;
  if (isLong) crowd.calm();
  else crowd.end();
  while (!(await isServed())) {
    ok(performance.now() - since < 60_000, "nobody is let in again");
    await sleep(20);
  }
  const seconds = ((performance.now() - since) / 1_000).toFixed(2);
  t.diagnostic(`newcomers are served ${seconds} s ${isLong ? "later" : "after they left"}`);
  crowd.end();
  await sleep(1_000);
  const after = await memory();
  t.diagnostic(
    `memory: ${[before, during, after].map((each) => each.toFixed(0)).join(", ")} MB before, during, after`,
  );
  equal((await ask(url, "/healthz", undefined, own)).status, 200);
});

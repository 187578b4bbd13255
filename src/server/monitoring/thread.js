// The port of metrics and readiness, in a thread of its own, so that it answers while the loop of the server is busy. It knows
// for how long that loop has not come around, asks it for everything else, and shows its last answer if none comes in time.
import { createServer } from "node:http";
import { parentPort, workerData } from "node:worker_threads";

/** @typedef {{ status: number, headers: Record<string, string>, body: string }} Told */
/** @type {{ host: string, port: number, beats: BigInt64Array, beatMs: number, stuckMs: number, patienceMs: number, freshMs: number }} */
const { host, port, beats, beatMs, stuckMs, patienceMs, freshMs } = workerData;
const server = parentPort ?? process.exit(1);

/** @type {Map<number, (told: Told) => void>} */
const waiting = new Map();
/** @type {Map<string, Promise<Told>>} */
const underWay = new Map();
/** The last answers, by path. @type {Map<string, { told: Told, at: number }>} */
const kept = new Map();
let count = 0;

/** Returns how late the loop is at this moment, in milliseconds. */
const lateness = () => Math.max(0, Number(process.hrtime.bigint() - Atomics.load(beats, 0)) / 1e6 - beatMs);

/** Asks the server, once for all that ask at the same time. @param {string} method @param {string} url */
function ask(method, url) {
  const name = `${method} ${url}`;
  const before = underWay.get(name);
  if (before !== undefined) return before;
  const id = ++count;
  /** @type {Promise<Told>} */
  const asked = new Promise((resolve) => {
    waiting.set(id, (told) => {
      underWay.delete(name);
      const [path = ""] = url.split("?");
      const isKept = path === "/readyz" || (path === "/metrics" && told.status === 200);
      if (method === "GET" && isKept) kept.set(path, { told, at: performance.now() });
      resolve(told);
    });
  });
  underWay.set(name, asked);
  server.postMessage({ id, method, url });
  return asked;
}

/** @param {number} status @param {unknown} value @returns {Told} */
const json = (status, value) => ({
  status,
  headers: {
    "content-type": "application/json; charset=utf-8",
    "x-content-type-options": "nosniff",
    ...(status === 503 && { "retry-after": "1" }),
  },
  body: JSON.stringify(value),
});

function answerLife() {
  const eventLoopLagSeconds = Math.round(lateness()) / 1000;
  return eventLoopLagSeconds * 1000 > stuckMs
    ? json(503, { status: "The server hangs: its event loop does not come around", eventLoopLagSeconds })
    : json(200, { status: "ok", eventLoopLagSeconds });
}

/** Returns the last known answer of a path while the server does not answer. @param {string} path */
function lastOf(path) {
  const last = kept.get(path);
  const age = last === undefined ? Number.POSITIVE_INFINITY : performance.now() - last.at;
  if (last !== undefined && (path === "/metrics" || (age < freshMs && last.told.status === 200))) {
    return last.told;
  }
  return json(503, {
    status: `The server is busy: its event loop has not come around for ${(lateness() / 1000).toFixed(1)} s`,
  });
}

/** Adds what only this thread knows. @param {Told} told @returns {Told} */
function withLag(told) {
  if (told.status !== 200) return told;
  const worst = Number(Atomics.exchange(beats, 1, 0n)) / 1e6;
  const age = (performance.now() - (kept.get("/metrics")?.at ?? 0)) / 1000;
  const gauge = (/** @type {string} */ name, /** @type {string} */ help, /** @type {number} */ value) =>
    `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${value}\n`;
  const body = [
    told.body.endsWith("\n") ? told.body : `${told.body}\n`,
    gauge(
      "anteroom_event_loop_lag_seconds",
      "How late the event loop came around at worst since the last scrape, or is now.",
      Math.max(worst, lateness()) / 1000,
    ),
    gauge(
      "anteroom_metrics_age_seconds",
      "Age of the other metrics: above zero while the event loop is too busy to tell them.",
      age < 0.1 ? 0 : age,
    ),
  ];
  return { ...told, body: body.join("") };
}

/** @param {string} method @param {string} url @returns {Promise<Told>} */
async function answer(method, url) {
  const [path = ""] = url.split("?");
  if (path === "/livez" && (method === "GET" || method === "HEAD")) return answerLife();
  /** @type {NodeJS.Timeout | undefined} */
  let late;
  const patience = new Promise((resolve) => {
    late = setTimeout(() => resolve(undefined), patienceMs);
  });
  const told = (await Promise.race([ask(method === "HEAD" ? "GET" : method, url), patience])) ?? lastOf(path);
  clearTimeout(late);
  return path === "/metrics" ? withLag(told) : told;
}

const web = createServer({ headersTimeout: 15_000, requestTimeout: 30_000 }, (request, response) => {
  const { method = "", url = "" } = request;
  void answer(method, url).then(({ status, headers, body }) => {
    response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) }).end(body);
  });
});
web.maxConnections = 200;
web.once("error", (/** @type {NodeJS.ErrnoException} */ { message, code, syscall }) =>
  server.postMessage({ failed: { message, code, syscall } }),
);
web.listen({ host, port }, () => server.postMessage({ listening: web.address() }));

server.on("message", (/** @type {{ id: number, told: Told }} */ { id, told }) => {
  waiting.get(id)?.(told);
  waiting.delete(id);
});

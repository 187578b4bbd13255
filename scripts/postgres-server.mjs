// A throw-away PostgreSQL server of its own, with the programs of the system, on a free port of loopback.
import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Debian keeps the server's programs out of the PATH. */
function findPrograms() {
  const installed = existsSync("/usr/lib/postgresql")
    ? readdirSync("/usr/lib/postgresql").sort().reverse()
    : [];
  const folders = [
    ...installed.map((version) => `/usr/lib/postgresql/${version}/bin`),
    ...(process.env.PATH ?? "").split(":"),
  ];
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "pg_ctl")));
}

export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The folder of the programs; "" where they are not installed. */
export const programs = findPrograms() ?? "";
export const isInstalled = programs !== "";

// PostgreSQL refuses to run as root; its package brings a user for it.
const isRoot = process.getuid?.() === 0;

/** @type {(program: string, ...options: string[]) => void} */
function asUser(program, ...options) {
  const whole = [join(programs, program), ...options];
  const [first = "", ...rest] = isRoot ? ["runuser", "-u", "postgres", "--", ...whole] : whole;
  const { status, stderr, error } = spawnSync(first, rest, {
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
    cwd: "/",
  });
  if (status !== 0) throw new Error(`${program} failed: ${error ?? stderr}`);
}

/** @typedef {{ mostConnections?: number, isDurable?: boolean }} Settings */

/**
 * Starts one. `url` leads to its database `postgres`. It lives for one run of tests, so that nothing it writes needs to reach
 * the disk; only whoever measures wants it to (`isDurable`).
 * @param {Settings} [settings]
 */
export const startPostgres = (settings) =>
  startServer(settings, (data) =>
    asUser("initdb", "-D", data, ..."-U postgres --auth=trust --no-sync -E UTF8 --locale=C.UTF-8".split(" ")),
  );

/**
 * Starts a copy of a server, which follows it and takes no changes until `promote`.
 * @param {{ url: string }} primary
 * @param {Settings} [settings]
 */
export async function startStandby({ url }, settings) {
  const server = await startServer(settings, (data) =>
    asUser("pg_basebackup", "-D", data, "-d", url, "--write-recovery-conf", "--checkpoint=fast", "--no-sync"),
  );
  return { ...server, promote: () => asUser("pg_ctl", "-D", server.data, "-w", "promote") };
}

/**
 * @param {Settings | undefined} settings
 * @param {(data: string) => void} fill
 */
async function startServer({ mostConnections = 300, isDurable = false } = {}, fill) {
  const home = mkdtempSync(join(tmpdir(), "anteroom-postgres-"));
  if (isRoot) {
    /** @param {string} flag */
    const id = (flag) => Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout);
    chownSync(home, id("-u"), id("-g"));
  }
  const data = join(home, "data");
  const port = await freePort();
  fill(data);
  /** @param {number} at */
  const optionsAt = (at) =>
    `-p ${at} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${home} -c fsync=${isDurable ? "on" : "off"} -c max_connections=${mostConnections}`;
  const start = (at = port) =>
    asUser("pg_ctl", "-D", data, "-l", join(home, "log"), "-w", "-o", optionsAt(at), "start");
  /** @param {"fast" | "immediate"} mode */
  const stop = (mode) => asUser("pg_ctl", "-D", data, "-w", "-m", mode, "stop");
  start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    port,
    data,
    /** Starts it again, at another port if one is given. */
    start,
    stop,
    pid: () => Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]),
    /** Stops it, if it runs, and removes all of it. */
    remove() {
      if (existsSync(join(data, "postmaster.pid"))) stop("immediate");
      rmSync(home, { recursive: true, force: true });
    },
  };
}

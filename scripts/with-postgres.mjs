// Runs a command beside a throw-away PostgreSQL server of its own, named to it in ANTEROOM_TEST_POSTGRES.
// Usage: node scripts/with-postgres.mjs npm test
import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
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

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const programs = findPrograms();
const [command, ...args] = process.argv.slice(2);
if (command === undefined) {
  console.error("usage: node scripts/with-postgres.mjs COMMAND [ARGUMENT ...]");
  process.exit(2);
}
if (programs === undefined) {
  console.error("with-postgres: PostgreSQL is not installed (Debian: apt-get install postgresql)");
  process.exit(1);
}

// PostgreSQL refuses to run as root; its package brings a user for it.
const isRoot = process.getuid?.() === 0;
/** @type {(program: string, ...options: string[]) => void} */
const asUser = (program, ...options) => {
  const whole = [join(programs, program), ...options];
  const [first = "", ...rest] = isRoot ? ["runuser", "-u", "postgres", "--", ...whole] : whole;
  const { status, stderr, error } = spawnSync(first, rest, {
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
    cwd: "/",
  });
  if (status !== 0) throw new Error(`${program} failed: ${error ?? stderr}`);
};

const home = mkdtempSync(join(tmpdir(), "anteroom-postgres-"));
if (isRoot) {
  /** @param {string} flag */
  const id = (flag) => Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout);
  chownSync(home, id("-u"), id("-g"));
}
const data = join(home, "data");
const port = await freePort();
let status = 1;
asUser("initdb", "-D", data, "-U", "postgres", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8");
// It lives for one run of tests, so that nothing it writes needs to reach the disk.
const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${home} -c fsync=off -c max_connections=300`;
asUser("pg_ctl", "-D", data, "-l", join(home, "log"), "-w", "-o", options, "start");
try {
  const env = { ...process.env, ANTEROOM_TEST_POSTGRES: `postgres://postgres@127.0.0.1:${port}/postgres` };
  status = spawnSync(command, args, { stdio: "inherit", env }).status ?? 1;
} finally {
  asUser("pg_ctl", "-D", data, "-m", "immediate", "stop");
  rmSync(home, { recursive: true, force: true });
}
process.exit(status);

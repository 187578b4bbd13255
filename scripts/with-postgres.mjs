// Runs a command beside a throw-away PostgreSQL server of its own, named to it in ANTEROOM_TEST_POSTGRES.
// Usage: node scripts/with-postgres.mjs npm test
import { spawn } from "node:child_process";
import { once } from "node:events";
import { isInstalled, startPostgres } from "./postgres-server.mjs";

const [command, ...args] = process.argv.slice(2);
if (command === undefined) {
  console.error("usage: node scripts/with-postgres.mjs COMMAND [ARGUMENT ...]");
  process.exit(2);
}
if (!isInstalled) {
  console.error("with-postgres: PostgreSQL is not installed (Debian: apt-get install postgresql)");
  process.exit(1);
}

const server = await startPostgres();
let status = 1;
try {
  const env = { ...process.env, ANTEROOM_TEST_POSTGRES: server.url };
  const child = spawn(command, args, { stdio: "inherit", env });
  // Whoever ends this ends the command, and the database after it.
  for (const signal of /** @type {const} */ (["SIGTERM", "SIGINT"])) {
    process.on(signal, () => child.kill(signal));
  }
  const [code] = await once(child, "exit");
  status = code ?? 1;
} finally {
  server.remove();
}
process.exit(status);

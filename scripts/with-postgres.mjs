// Runs a command beside a throw-away PostgreSQL server of its own, named to it in ANTEROOM_TEST_POSTGRES.
// Usage: node scripts/with-postgres.mjs npm test
import { spawnSync } from "node:child_process";
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
  status = spawnSync(command, args, { stdio: "inherit", env }).status ?? 1;
} finally {
  server.remove();
}
process.exit(status);

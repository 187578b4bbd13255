// A stranger's first minute: starts `npm start` on a fresh data folder and pastes the curl that it prints.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const data = mkdtempSync(join(tmpdir(), "anteroom-first-"));
const env = { ...process.env, ANTEROOM_PORT: "0", ANTEROOM_DATA: data };
// A group of its own, so that npm's signal handling does not decide how the server ends.
const server = spawn("npm", ["start"], { env, stdio: ["ignore", "pipe", "inherit"], detached: true });
let printed = "";

try {
  await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`nothing to paste after a minute:\n${printed}`)), 60_000);
    server.on("exit", (code) => reject(new Error(`npm start ended with ${code}:\n${printed}`)));
    server.stdout.on("data", (chunk) => {
      printed += chunk;
      if (!/^anteroom ready http/m.test(printed) || !printed.includes("Ctrl-C ends")) return;
      clearTimeout(late);
      resolve(undefined);
    });
  });
  const curl = /^curl [\s\S]*?\n(?=\n)/m.exec(printed)?.[0];
  if (curl === undefined) throw new Error(`no curl was printed:\n${printed}`);
  const { stdout, status } = spawnSync("sh", ["-c", curl], { encoding: "utf8" });
  if (status !== 0 || !/HTTP\/1\.1 200 OK/.test(stdout)) {
    throw new Error(`the printed curl answered:\n${stdout}`);
  }
  console.log(`${printed}\n${stdout}`);
} finally {
  server.removeAllListeners("exit");
  if (server.pid !== undefined) process.kill(-server.pid, "SIGTERM");
  rmSync(data, { recursive: true, force: true });
}

// A stranger's first minute: starts `npm start` on a fresh data folder and pastes the curl that it prints.
import { spawn, spawnSync } from "node:child_process";
import { awaitReady, temporaryFolder } from "./shared.mjs";

const env = { ...process.env, ANTEROOM_PORT: "0", ANTEROOM_DATA: temporaryFolder("first") };
// A group of its own, so that npm's signal handling does not decide how the server ends.
const server = spawn("npm", ["start"], { env, detached: true });

try {
  const { isReady, said } = await awaitReady(server, 60_000, /^anteroom ready http[\s\S]*Ctrl-C ends/m);
  if (!isReady) throw new Error(`npm start did not get ready within a minute:\n${said()}`);
  const curl = /^curl [\s\S]*?\n(?=\n)/m.exec(said())?.[0];
  if (curl === undefined) throw new Error(`no curl was printed:\n${said()}`);
  const { stdout, status } = spawnSync("sh", ["-c", curl], { encoding: "utf8" });
  if (status !== 0 || !/HTTP\/1\.1 200 OK/.test(stdout)) {
    throw new Error(`the printed curl answered:\n${stdout}`);
  }
  console.log(`${said()}\n${stdout}`);
} finally {
  if (server.pid !== undefined) process.kill(-server.pid, "SIGTERM");
}

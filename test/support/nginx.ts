// A real nginx before a server, where the machine has one.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { createFolder } from "./storage.ts";
import { send } from "./world.ts";

/** For the `skip` option of a test. */
export const nginxMissing =
  spawnSync("nginx", ["-v"]).error === undefined ? false : "SKIPPED: install nginx to run this";

interface Lines {
  /** Lines of `http`, with the formats and files of its logs, which are in its folder. */
  readonly http: string;
  /** Lines of the one `server`, which lead to the server behind it. */
  readonly server: string;
}

export interface Nginx {
  readonly url: string;
  /** Where its files are. */
  readonly folder: string;
  /** Ends it; its logs are whole then. */
  stop(): Promise<void>;
}

/** Starts nginx with these lines, and waits until what is behind it answers; it ends with the test. */
export async function startNginx(t: TestContext, { http, server }: Lines): Promise<Nginx> {
  const [folder, port] = [createFolder(t), await freePort()];
  mkdirSync(join(folder, "temp"));
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${folder}/temp/${name};`)
    .join("\n");
  writeFileSync(
    join(folder, "nginx.conf"),
    `daemon off; master_process off; pid ${folder}/pid; error_log stderr;
events {}
http { ${http} ${temporary}
server { listen 127.0.0.1:${port};
${server}
} }`,
  );
  const child = spawn("nginx", ["-c", join(folder, "nginx.conf"), "-p", folder], { stdio: "ignore" });
  const gone = once(child, "close");
  t.after(async () => {
    child.kill("SIGKILL");
    await gone;
  });
  const stop = async () => {
    child.kill("SIGQUIT");
    await gone;
  };
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries++) {
    if (await send(url, { path: "/healthz" }).catch(() => undefined)) return { url, folder, stop };
    await wait(50);
  }
  throw new Error("nginx did not start");
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

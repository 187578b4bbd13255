// A real nginx before a server, where the machine has one.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { freePort } from "../../scripts/postgres-server.mjs";
import { launch } from "./proxies.ts";
import { createFolder } from "./storage.ts";

interface Lines {
  /** Lines of `http`, with the formats and files of its logs, which are in its folder. */
  readonly http: string;
  /** Lines of the one `server`, which lead to the server behind it. */
  readonly server: string;
}

export interface Nginx {
  readonly url: string;
  /** The folder of its files. */
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
  const args = ["-c", join(folder, "nginx.conf"), "-p", folder];
  const { url, stop } = await launch(t, { program: "nginx", args, port });
  return { url, folder, stop: () => stop("SIGQUIT") };
}

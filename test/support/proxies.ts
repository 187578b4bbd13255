// Real proxies before a server, where the machine has them. They listen on loopback, and keep their files in the test's folder.
import { type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "../../scripts/postgres-server.mjs";
import { createFolder } from "./storage.ts";
import { send } from "./world.ts";

/** Returns the reason to skip a test without a program, for its `skip` option. */
const missing = (program: string, flag: string): string | false =>
  spawnSync(program, [flag]).error === undefined ? false : `SKIPPED: install ${program} to run this`;

export const nginxMissing = missing("nginx", "-v");
export const caddyMissing = missing("caddy", "version");
export const haproxyMissing = missing("haproxy", "-v");
export const goMissing = missing("go", "version");

export interface Launched {
  readonly url: string;
  /** Asks it to end by a signal, and returns when it has. */
  stop(signal: NodeJS.Signals): Promise<void>;
}

interface Launch extends Pick<SpawnOptions, "env"> {
  readonly program: string;
  readonly args: readonly string[];
  readonly port: number;
}

/** Starts a proxy, and waits until what is behind it answers; it ends with the test. */
export async function launch(t: TestContext, { program, args, port, env }: Launch): Promise<Launched> {
  const child = spawn(program, args, { stdio: "ignore", env: { ...process.env, ...env } });
  const gone = once(child, "close");
  const stop = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await gone;
  };
  t.after(() => stop("SIGKILL"));
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 200; tries++) {
    const answer = await send(url, { path: "/healthz" }).catch(() => undefined);
    if (answer?.status === 200) return { url, stop };
    await wait(50);
  }
  throw new Error(`${program} did not start`);
}

/** `site` is a block of a Caddyfile; its address is replaced, for which Caddy would fetch a certificate. */
export async function startCaddy(t: TestContext, site: string): Promise<Launched> {
  const [folder, port] = [createFolder(t), await freePort()];
  const file = join(folder, "Caddyfile");
  const options = `admin off\nauto_https off\nstorage file_system ${folder}`;
  writeFileSync(file, `{\n${options}\n}\n${site.replace(/^\S+ \{/m, `http://127.0.0.1:${port} {`)}\n`);
  const env = { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const args = ["run", "--config", file, "--adapter", "caddyfile"];
  return launch(t, { program: "caddy", args, port, env });
}

/** `lines` are of a frontend and its backend; where it listens is replaced. `global` are further lines. */
export async function startHaproxy(t: TestContext, lines: string, global = ""): Promise<Launched> {
  const [folder, port] = [createFolder(t), await freePort()];
  const file = join(folder, "haproxy.cfg");
  const defaults = "defaults\n  timeout connect 5s\n  timeout client 10s\n  timeout server 10s\n";
  const own = lines.replace(/^( *bind) .*$/m, `$1 127.0.0.1:${port}`);
  writeFileSync(file, `global\n  maxconn 100\n  ${global}\n${defaults}${own}\n`);
  return launch(t, { program: "haproxy", args: ["-db", "-f", file], port });
}

const goProxy = `package main

import (
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
)

func main() {
	upstream, err := url.Parse(os.Args[2])
	if err != nil {
		panic(err)
	}
	panic(http.ListenAndServe(os.Args[1], httputil.NewSingleHostReverseProxy(upstream)))
}
`;

/** Starts the proxy of Go's standard library, compiled here; Traefik and cloudflared are built on it. */
export async function startGoProxy(t: TestContext, upstream: string): Promise<Launched> {
  const [folder, port] = [createFolder(t), await freePort()];
  const [source, program] = [join(folder, "main.go"), join(folder, "proxy")];
  writeFileSync(source, goProxy);
  const env = { ...process.env, GOTOOLCHAIN: "local", GOPROXY: "off", CGO_ENABLED: "0" };
  const built = spawnSync("go", ["build", "-o", program, source], { cwd: folder, env, encoding: "utf8" });
  if (built.status !== 0) throw new Error(`go build: ${built.stderr}`);
  return launch(t, { program, args: [`127.0.0.1:${port}`, upstream], port });
}

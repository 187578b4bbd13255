// A FerretDB for a test: started, stopped and started again on one port, and logged in to by the official driver.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { MongoClient, MongoServerError } from "mongodb";
import { installed, notInstalled } from "./installed.ts";
import { createFolder } from "./storage.ts";
import { until } from "./until.ts";

export const noFerret = notInstalled("ferretdb");
export const ferretdb = installed(".clients", "ferretdb", "ferretdb");

export interface Ferret {
  /** With the administrator's credentials. */
  readonly url: string;
  readonly host: string;
  readonly password: string;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Whether a user is let in; rejects where the server is away. */
  letsIn(username: string, password: string): Promise<boolean>;
  /** Names of its users, but for the administrator. */
  users(): Promise<string[]>;
  command(command: Readonly<Record<string, unknown>>): Promise<unknown>;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Whether the server at an address lets a user in. */
export async function letsIn(at: string, username: string, password: string): Promise<boolean> {
  const url = new URL(at);
  url.username = encodeURIComponent(username);
  url.password = encodeURIComponent(password);
  const client = new MongoClient(url.href, { serverSelectionTimeoutMS: 2_000, authSource: "admin" });
  try {
    await client.db("sales").command({ ping: 1 });
    return true;
  } catch (reason) {
    if (reason instanceof MongoServerError && reason.code === 18) return false;
    throw reason;
  } finally {
    await client.close();
  }
}

export async function startFerret(t: TestContext): Promise<Ferret> {
  const folder = createFolder(t);
  const host = `127.0.0.1:${await freePort()}`;
  const password = "s3cret-of-the-administrator";
  const url = `mongodb://root:${password}@${host}/`;
  let end = async () => {};
  async function start() {
    const child = spawn(
      ferretdb,
      [
        ...["--handler=sqlite", `--sqlite-url=file:${folder}/`, `--state-dir=${folder}`],
        ...[`--listen-addr=${host}`, "--debug-addr=-", "--telemetry=disable", "--log-level=ERROR"],
        ...["--test-enable-new-auth", "--setup-username=root", `--setup-password=${password}`],
        "--setup-database=admin",
      ],
      { cwd: join(folder), stdio: "ignore" },
    );
    const gone = once(child, "close");
    end = async () => {
      child.kill("SIGKILL");
      await gone;
    };
    await until(() => letsIn(`mongodb://${host}/`, "root", password).catch(() => false));
  }
  async function command(sent: Readonly<Record<string, unknown>>) {
    const client = new MongoClient(url, { serverSelectionTimeoutMS: 2_000 });
    try {
      return await client.db("admin").command(sent);
    } finally {
      await client.close();
    }
  }
  t.after(() => end());
  await start();
  return {
    ...{ url, host, password, start, command },
    stop: () => end(),
    letsIn: (username, secret) => letsIn(`mongodb://${host}/`, username, secret),
    async users() {
      const { users } = (await command({ usersInfo: 1 })) as { users: { user: string }[] };
      return users
        .map(({ user }) => user)
        .filter((user) => user !== "root")
        .sort();
    },
  };
}

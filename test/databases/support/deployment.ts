// A deployment for a test, a mongod or, by ANTEROOM_TEST_DEPLOYMENT=ferretdb, a FerretDB: started, stopped and started again on one
// port, and logged in to by the official driver.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { MongoClient, MongoServerError } from "mongodb";
import type { Program } from "../../../src/databases/deployments/programs.ts";
import { installed, notInstalled } from "../../support/installed.ts";
import { createFolder } from "../../support/storage.ts";
import { until } from "../../support/until.ts";

const paths = {
  mongod: installed(".clients", "mongod", "package", "fiftyone", "db", "bin", "mongod"),
  ferretdb: installed(".clients", "ferretdb", "ferretdb"),
};
const name = process.env.ANTEROOM_TEST_DEPLOYMENT === "ferretdb" ? "ferretdb" : "mongod";

export const program: Program = { name, path: paths[name] };
/** The reason to skip tests with a deployment, for their `skip` option. */
export const noDeployment = notInstalled(name);
/** The reason to skip tests of what users may do: FerretDB 1 has no roles. */
export const noRoles = noDeployment || (name === "ferretdb" && "FerretDB 1 has no roles");

export interface TestDeployment {
  /** The address, with the administrator's credentials. */
  readonly url: string;
  readonly host: string;
  readonly password: string;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Reports whether a user can log in; rejects where the server is away. */
  letsIn(username: string, password: string): Promise<boolean>;
  /** Names of its users, but for the administrator. */
  users(): Promise<string[]>;
  /** Runs a command in `admin`, as the administrator. */
  command(command: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>>;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Runs what is given with a client of the official driver. */
export async function withClient<T>(url: string, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 2_000 });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

/** The URL with which a user logs in to the server at an address. */
export function urlFor(at: string, username: string, password: string): string {
  const url = new URL(at);
  url.username = encodeURIComponent(username);
  url.password = encodeURIComponent(password);
  url.searchParams.set("authSource", "admin");
  return url.href;
}

/** AuthenticationFailed, and UserNotFound of a user who was dropped meanwhile. */
const refusals: readonly unknown[] = [18, 11];

/** Reports whether a user can log in to the server at an address. */
export async function letsIn(at: string, username: string, password: string): Promise<boolean> {
  try {
    await withClient(urlFor(at, username, password), (client) => client.db("sales").command({ ping: 1 }));
    return true;
  } catch (reason) {
    if (reason instanceof MongoServerError && refusals.includes(reason.code)) return false;
    throw reason;
  }
}

const root = { name: "root", password: "s3cret-of-the-administrator" };

/** The arguments of each program, for a server that keeps its data in a folder. */
const argumentsOf = {
  mongod: (folder: string, port: number) => [
    "--dbpath",
    join(folder, "data"),
    "--bind_ip",
    "127.0.0.1",
    "--port",
    String(port),
    "--auth",
    "--nounixsocket",
    "--wiredTigerCacheSizeGB",
    "0.25",
    // Three files of 100 MB for each server otherwise.
    "--wiredTigerEngineConfigString",
    "log=(file_max=4MB)",
    "--setParameter",
    "diagnosticDataCollectionEnabled=false",
  ],
  ferretdb: (folder: string, port: number) => [
    "--handler=sqlite",
    `--sqlite-url=file:${folder}/`,
    `--state-dir=${folder}`,
    `--listen-addr=127.0.0.1:${port}`,
    "--debug-addr=-",
    "--telemetry=disable",
    "--log-level=ERROR",
    "--test-enable-new-auth",
    `--setup-username=${root.name}`,
    `--setup-password=${root.password}`,
    "--setup-database=admin",
  ],
};

/** Makes the administrator of a new mongod, which lets anybody of its machine make the first user. */
async function makeRoot(host: string): Promise<void> {
  const sent = {
    createUser: root.name,
    pwd: root.password,
    roles: ["root"],
    // Tests kill the server, which forgets what is not in its journal.
    writeConcern: { w: "majority", j: true },
  };
  await withClient(`mongodb://${host}/?directConnection=true`, (client) => client.db("admin").command(sent));
}

export async function startDeployment(t: TestContext): Promise<TestDeployment> {
  t.after(() => stop());
  const folder = createFolder(t);
  mkdirSync(join(folder, "data"));
  const port = await freePort();
  const host = `127.0.0.1:${port}`;
  const url = `mongodb://${root.name}:${root.password}@${host}/`;
  let child: ChildProcess | undefined;
  async function stop() {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "close");
    child.kill("SIGKILL");
    await gone;
  }
  async function start() {
    child = spawn(program.path, argumentsOf[name](folder, port), { cwd: folder, stdio: "ignore" });
    const isUp = () => letsIn(`mongodb://${host}/`, root.name, root.password).catch(() => false);
    await until(async () => {
      if (await isUp()) return true;
      if (name === "mongod") await makeRoot(host).catch(() => {});
      return isUp();
    });
  }
  const command: TestDeployment["command"] = (sent) =>
    withClient(url, (client) => client.db("admin").command(sent));
  await start();
  return {
    url,
    host,
    password: root.password,
    start,
    stop,
    command,
    letsIn: (username, secret) => letsIn(`mongodb://${host}/`, username, secret),
    async users() {
      const { users } = (await command({ usersInfo: 1 })) as { users: { user: string }[] };
      return users
        .map(({ user }) => user)
        .filter((user) => user !== root.name)
        .sort();
    },
  };
}

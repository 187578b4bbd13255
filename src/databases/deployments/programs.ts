// Finds database programs on the PATH, starts them, and recognizes processes that an earlier server left running.
import { spawn, spawnSync } from "node:child_process";
import { accessSync, closeSync, constants, existsSync, openSync, readFileSync, statSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { home } from "../../atlas/database-users/rules/provisioning.ts";

export const programs = ["mongod", "ferretdb"] as const;
export type ProgramName = (typeof programs)[number];

export interface Program {
  readonly name: ProgramName;
  readonly path: string;
}

const isRunnable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

/** Finds the first of them in a folder of the PATH. */
export function findProgram(path = process.env.PATH ?? ""): Program | undefined {
  const folders = path.split(delimiter).filter((folder) => folder !== "");
  for (const name of programs) {
    const found = folders.map((folder) => resolve(folder, name)).find(isRunnable);
    if (found !== undefined) return { name, path: found };
  }
  return undefined;
}

/** A process of a database; `ending` resolves with the reason when it has ended by itself. */
export interface Child {
  readonly pid: number;
  readonly isOn: () => boolean;
  readonly ending: Promise<string>;
}

/** The administrator of started databases. */
export const admin = "anteroom";

export const logOf = (place: string, name: ProgramName): string => join(place, `${name}.log`);

export function start({ name, path }: Program, place: string, port: number, password: string): Child {
  const data = join(place, "data");
  const args = {
    mongod: ["--dbpath", data, "--bind_ip", "127.0.0.1", "--port", String(port), "--auth", "--nounixsocket"],
    ferretdb: [
      // A path relative to the working folder, since characters of the full path may have a meaning in a URL.
      "--handler=sqlite",
      "--sqlite-url=file:data/",
      `--state-dir=${place}`,
      `--listen-addr=127.0.0.1:${port}`,
      "--debug-addr=-",
      "--telemetry=disable",
      "--test-enable-new-auth",
      "--log-level=WARN",
    ],
  };
  // The password is passed in the environment, because other users can read arguments.
  const env = {
    mongod: {},
    ferretdb: {
      FERRETDB_SETUP_USERNAME: admin,
      FERRETDB_SETUP_PASSWORD: password,
      FERRETDB_SETUP_DATABASE: home,
    },
  }[name];
  const log = openSync(logOf(place, name), "a", 0o600);
  // It has its own process group: Ctrl-C in a terminal is for the server, which stops the database when it no longer needs it.
  const spawned = spawn(path, args[name], { cwd: place, detached: true, env, stdio: ["ignore", log, log] });
  const ending = new Promise<string>((resolve) => {
    spawned.once("error", ({ message }) => resolve(message));
    spawned.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  spawned.unref();
  closeSync(log);
  const { pid = 0 } = spawned;
  return { pid, isOn: () => pid !== 0 && spawned.exitCode === null && spawned.signalCode === null, ending };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Reports whether a process has this folder in its command line, because its number may now be another program's. */
export function worksIn(pid: number, folder: string): boolean {
  if (!isAlive(pid)) return false;
  const file = `/proc/${pid}/cmdline`;
  const line = existsSync("/proc/self/cmdline")
    ? readQuietly(file)
    : spawnSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" }).stdout;
  return line?.includes(folder) ?? false;
}

function readQuietly(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** Asks a process to end, and kills it after four seconds. */
export async function endProcess(pid: number): Promise<void> {
  const signal = (name: NodeJS.Signals) => {
    try {
      process.kill(pid, name);
    } catch {
      // It has ended.
    }
  };
  signal("SIGTERM");
  for (let waited = 0; waited < 4_000 && isAlive(pid); waited += 20) await sleep(20);
  if (isAlive(pid)) signal("SIGKILL");
}

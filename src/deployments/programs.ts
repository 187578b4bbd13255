// Finds programs of databases on the PATH, and processes of theirs that a server before this one left behind.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";

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

/** The first of them that is in a folder of the PATH. */
export function findProgram(path = process.env.PATH ?? ""): Program | undefined {
  const folders = path.split(delimiter).filter((folder) => folder !== "");
  for (const name of programs) {
    const found = folders.map((folder) => join(folder, name)).find(isRunnable);
    if (found !== undefined) return { name, path: found };
  }
  return undefined;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Whether a process has this folder in its command line: a number may have become another program's. */
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

/** Asks a process to end, and ends it where it has not after so many milliseconds. */
export async function endProcess(
  pid: number,
  patience: number,
  sleep: (ms: number) => Promise<unknown>,
): Promise<void> {
  const signal = (name: NodeJS.Signals) => {
    try {
      process.kill(pid, name);
    } catch {
      // It has ended.
    }
  };
  signal("SIGTERM");
  for (let waited = 0; waited < patience && isAlive(pid); waited += 20) await sleep(20);
  if (isAlive(pid)) signal("SIGKILL");
}

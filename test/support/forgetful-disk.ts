// A disk under a server that forgets, when the process is killed, what was not synced. It is C, and made when a test wants it.
import { spawnSync } from "node:child_process";
import { cpSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { createFolder } from "./storage.ts";

const source = fileURLToPath(new URL("forgetful-disk.c", import.meta.url));
const hasCompiler = process.platform === "linux" && spawnSync("cc", ["--version"]).status === 0;

/** The reason to skip a test, for its `skip` option. */
export const noDisk =
  !hasCompiler && "SKIPPED: a C compiler (cc) on Linux is needed, to put a disk that forgets under SQLite";

export interface Disk {
  /** Returns the environment of the process that writes to the folder; a deaf disk does nothing where it is asked to sync. */
  env(behaviour?: { leak?: number; isDeaf?: boolean }): Record<string, string>;
  /** Takes the disk's contents as synced, for files that were written without it. */
  settle(): void;
  /** Makes the folder what it is after the power failed. */
  failPower(): void;
}

/** A disk for the files of a folder, forgotten about when the test ends. */
export function createDisk(t: TestContext, folder: string): Disk {
  const [kept, library] = [createFolder(t), join(createFolder(t), "forgetful-disk.so")];
  const made = spawnSync("cc", ["-O2", "-shared", "-fPIC", "-o", library, source, "-ldl", "-lpthread"], {
    encoding: "utf8",
  });
  if (made.status !== 0) throw new Error(made.stderr);
  const replace = (target: string, by: string) => {
    rmSync(target, { recursive: true, force: true });
    cpSync(by, target, { recursive: true });
  };
  return {
    env: ({ leak = 0, isDeaf = false } = {}) => ({
      LD_PRELOAD: library,
      FORGETFUL_FROM: realpathSync(folder),
      FORGETFUL_TO: kept,
      FORGETFUL_LEAK: String(leak),
      ...(isDeaf && { FORGETFUL_DEAF: "1" }),
    }),
    settle: () => replace(kept, folder),
    failPower: () => replace(folder, kept),
  };
}

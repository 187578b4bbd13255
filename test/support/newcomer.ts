// The folder of a reader who followed the README: a clone, a build, `npm start` in one terminal, and a second terminal.
import { equal } from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plainEnvironment, root } from "./command.ts";

export interface Newcomer {
  /** The folder, like a clone after `npm start`, with `dist` and `data`. */
  readonly folder: string;
  /** Address of the server. */
  readonly url: string;
  /** Output of the server. */
  readonly printed: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  leave(): Promise<void>;
}

export async function welcomeNewcomer(): Promise<Newcomer> {
  const folder = await mkdtemp(join(tmpdir(), "anteroom-docs-"));
  for (const each of [
    "src",
    "test",
    "scripts",
    "node_modules",
    "package.json",
    "seed.schema.json",
    "LICENSE",
  ]) {
    await symlink(join(root, each), join(folder, each));
  }
  const built = spawnSync(process.execPath, ["scripts/build.mjs"], { cwd: folder, encoding: "utf8" });
  equal(built.status, 0, built.stderr);
  const bin = join(folder, "bin");
  await mkdir(bin);
  await writeProgram(join(bin, "anteroom"), `exec "${process.execPath}" dist/main.js "$@"`);
  for (const name of ["npm", "npx", "git"]) {
    const complaint = `echo "test/docs.test.ts does not know how to run: ${name} $*" >&2; exit 1`;
    await writeProgram(join(bin, name), complaint);
  }

  const environment = { ...plainEnvironment, PATH: `${bin}:${process.env.PATH}`, ANTEROOM_PORT: "0" };
  const server = spawn(join(bin, "anteroom"), ["dev"], {
    cwd: folder,
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const printed = await whenItSays(server, /Ctrl-C ends/);
  const url = /^anteroom ready (http\S+)$/m.exec(printed)?.[1] ?? "";
  const kept = JSON.parse(await readFile(join(folder, "data/credentials.json"), "utf8"));
  return {
    folder,
    url,
    printed,
    environment: {
      ...environment,
      ANTEROOM_URL: url,
      BASE_URL: url,
      GROUP_ID: "32b6e34b3d91647abb20e7b8",
      PUBLIC_KEY: kept.apiKey.publicKey,
      PRIVATE_KEY: kept.apiKey.privateKey,
      CLIENT_ID: kept.serviceAccount.clientId,
      CLIENT_SECRET: kept.serviceAccount.clientSecret,
    },
    async leave() {
      const gone = once(server, "exit");
      server.kill();
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function writeProgram(file: string, line: string): Promise<void> {
  await writeFile(file, `#!/bin/sh\n${line}\n`);
  await chmod(file, 0o755);
}

/** Waits until the output matches, and returns all of it. */
export function whenItSays(child: ChildProcess, awaited: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr?.on("data", (chunk) => (said += chunk));
    child.stdout?.on("data", (chunk) => {
      said += chunk;
      if (awaited.test(said)) resolve(said);
    });
    child.on("exit", (code) => reject(new Error(`it ended with ${code} and said:\n${said}`)));
  });
}

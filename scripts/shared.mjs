// Functions that scripts share: temporary folders, commands, tools of npm, servers.
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A folder that is removed when the program ends. @param {string} name */
export function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `anteroom-${name}-`));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a command to its end. @param {string} cwd @param {string} command @param {readonly string[]} args @param {Record<string, string>} [env] Beside that of this process. */
export function run(cwd, command, args, env = {}) {
  const options = {
    cwd,
    encoding: /** @type {const} */ ("utf8"),
    env: { ...process.env, ...env },
    timeout: 300_000,
  };
  const { status, stdout, stderr } = spawnSync(command, args, options);
  return { ok: status === 0, out: stdout ?? "", said: `${stdout ?? ""}${stderr ?? ""}` };
}

/** Arguments of npm that install, without what it has to say. */
export const quietly = ["install", "--no-audit", "--no-fund", "--loglevel=error"];

/** Installs packages of npm in a new folder, Node among them, which a script brings. @param {string} folder @param {readonly string[]} packages */
export function installTools(folder, packages) {
  mkdirSync(folder, { recursive: true });
  const manifest = { private: true, type: "module", allowScripts: { node: true } };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  const { ok, said } = run(folder, "npm", [...quietly, ...packages]);
  if (!ok) throw new Error(`${packages.join(", ")} cannot be installed: ${said}`);
}

/**
 * Waits until a server says that it is ready, has ended, or takes too long.
 * @param {import("node:child_process").ChildProcessWithoutNullStreams} child
 * @param {number} longestMs
 * @param {RegExp} ready What it prints then.
 */
export async function awaitReady(child, longestMs, ready = /^anteroom ready/m) {
  let said = "";
  for (const output of [child.stdout, child.stderr]) output.on("data", (chunk) => (said += chunk));
  /** @type {Promise<number | null>} */
  const ended = once(child, "exit").then(([code]) => code);
  const isReady = () => ready.test(said);
  const late = Date.now() + longestMs;
  while (!isReady() && child.exitCode === null && Date.now() < late) await sleep(20);
  return {
    isReady: isReady(),
    said: () => said,
    /** Asks it to end; the code that it ends with. */
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

// The GitHub Action: starts `anteroom dev` beside the steps of a job, waits until it is ready, and tells the steps where it is and
// who may ask. scripts/action/stop.mjs ends it.
import { spawn } from "node:child_process";
import { mkdtempSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findProgram } from "./package.mjs";
import { annotate, given, inputOf, mask, setOutputs, setState, setVariables } from "./runner.mjs";

const longestStartMs = 60_000;

/** Reads flags, one a line with its value: `--now 2027-07-02`. @param {string} text */
const readFlags = (text) =>
  text.split("\n").flatMap((line) => {
    const [, flag = "", value] = /^(\S+)(?:\s+(.+))?$/.exec(line.trim()) ?? [];
    return [flag, value].filter((each) => each !== undefined && each !== "");
  });

/** @param {string} folder */
async function start(folder) {
  const flags = /** @type {string[]} */ (readFlags(inputOf("flags")));
  const seed = inputOf("seed");
  const isKept = flags.some((flag) => /^--(data|database-url)\b/.test(flag));
  const program = await findProgram({ version: inputOf("version"), digest: inputOf("digest") }, folder);
  const args = [program, "dev", "--port", inputOf("port") || "0"];
  args.push(...(isKept ? [] : ["--memory"]), ...(seed === "" ? [] : ["--seed", seed]), ...flags);

  const log = join(folder, "log");
  // What it prints has secrets in it.
  const output = openSync(log, "a", 0o600);
  const server = spawn(process.execPath, args, { detached: true, stdio: ["ignore", output, output] });
  server.on("error", (reason) => annotate("error", reason.message));
  server.unref();
  setState({ pid: String(server.pid), log });

  const late = Date.now() + longestStartMs;
  for (;;) {
    const printed = readFileSync(log, "utf8");
    // Its last line: credentials stand above it.
    if (/^API reference: /m.test(printed)) return printed;
    if (server.exitCode !== null) throw new Error(`it ended with ${server.exitCode}: ${printed}`);
    if (Date.now() > late) throw new Error(`it was not ready within a minute: ${printed}`);
    await sleep(50);
  }
}

/** All pairs that were printed behind these words. @param {string} printed @param {string} words */
const pairs = (printed, words) =>
  [...printed.matchAll(new RegExp(`^ +${words} +(\\S+)  (\\S+)$`, "gm"))].map(([, name, secret = ""]) => ({
    name,
    secret,
  }));

try {
  const printed = await start(mkdtempSync(join(given("RUNNER_TEMP"), "anteroom-")));
  const keys = pairs(printed, "API key");
  const accounts = pairs(printed, "service account");
  const people = pairs(printed, "console +\\S+");
  for (const { secret } of [...keys, ...accounts, ...people]) mask(secret);
  const [key, account] = [keys[0], accounts[0]];
  const url = /^anteroom ready (\S+)$/m.exec(printed)?.[1]?.replace("//0.0.0.0:", "//127.0.0.1:") ?? "";
  /** @param {string} what */
  const idOf = (what) => new RegExp(`^ +${what} +([0-9a-f]{24}) `, "m").exec(printed)?.[1];
  setOutputs({
    url,
    "org-id": idOf("organization"),
    "project-id": idOf("project"),
    "public-key": key?.name,
    "private-key": key?.secret,
    "client-id": account?.name,
    "client-secret": account?.secret,
  });
  setState({ url });
  setVariables({
    ANTEROOM_URL: url,
    // Of the Terraform and Pulumi providers, and of the atlas CLI.
    MONGODB_ATLAS_BASE_URL: `${url}/`,
    MONGODB_ATLAS_OPS_MANAGER_URL: `${url}/`,
  });
  // One kind alone: tools take a service account where both are set, and older ones do not know any.
  if (key !== undefined) {
    setVariables({ MONGODB_ATLAS_PUBLIC_API_KEY: key.name, MONGODB_ATLAS_PRIVATE_API_KEY: key.secret });
  } else if (account !== undefined) {
    setVariables({ MONGODB_ATLAS_CLIENT_ID: account.name, MONGODB_ATLAS_CLIENT_SECRET: account.secret });
  }
  console.log(`Anteroom listens on ${url}.`);
} catch (reason) {
  annotate("error", reason instanceof Error ? reason.message : String(reason));
  process.exitCode = 1;
}

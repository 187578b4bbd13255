// Ends the Action after the job: lists calls of what ends or is missing, stops the server of scripts/action/start.mjs, and
// prints its output.
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { annotate, stateOf } from "./runner.mjs";

/** A server ends within ten seconds of SIGTERM. */
const longestEndMs = 12_000;

const [pid, url, log] = [Number(stateOf("pid")), stateOf("url"), stateOf("log")];

/** @param {string} name @returns {Promise<Record<string, string>[]>} */
async function ask(name) {
  const token = process.env.ANTEROOM_CONTROL_TOKEN;
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const answer = await fetch(`${url}/_anteroom/v1/${name}`, { headers, signal: AbortSignal.timeout(5_000) });
  return answer.ok ? await answer.json() : [];
}

if (url !== undefined) {
  try {
    for (const { operationId, userAgent, sunset, successor, count } of await ask("deprecations")) {
      annotate(
        "warning",
        `${operationId} ends on ${sunset}: use ${successor}. Called ${count} × by ${userAgent}`,
      );
    }
    for (const { method, path, userAgent, count } of await ask("missing")) {
      annotate("warning", `${method} ${path} is not there. Called ${count} × by ${userAgent}`);
    }
  } catch (reason) {
    console.log(`It did not say what the steps asked for: ${reason}`);
  }
}

/** @param {NodeJS.Signals | 0} signal 0 only asks whether it is there. */
function send(signal) {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

/**
 * Reports whether the server still runs. In a container of a job it stays as a zombie after its end, since nothing reaps it.
 */
function isThere() {
  if (!send(0)) return false;
  const stat = `/proc/${pid}/stat`;
  return !existsSync(stat) || !/\) Z /.test(readFileSync(stat, "utf8"));
}

if (pid > 0 && isThere() && send("SIGTERM")) {
  const late = Date.now() + longestEndMs;
  while (isThere() && Date.now() < late) await sleep(50);
  if (isThere() && send("SIGKILL")) {
    annotate("warning", "it did not end within twelve seconds, and was killed");
  }
}
if (log !== undefined && existsSync(log)) {
  console.log(`::group::What Anteroom printed\n${readFileSync(log, "utf8")}\n::endgroup::`);
}

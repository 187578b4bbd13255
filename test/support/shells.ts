// Shells with programs that note what they are called with.
import { deepEqual, equal, ok } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import type { TestContext } from "node:test";
import { emptyFolder } from "./hostile.ts";

export const shells = [
  ["bash", ["--norc", "--noprofile", "-i"]],
  ["zsh", ["-f", "-i"]],
] as const;

/** The id that programs answer. */
export const hex = "32b6e34b3d91647abb20e7b8";

/** Programs that note what they are called with. The script itself comes on a socket; a body does not. */
const stubs = `PS1= PS2= HISTFILE=
note() {
  printf '%s\\0' @CALL "$@" >&3
  [ -S /dev/stdin ] || { printf '@BODY\\0' >&3; cat >&3; printf '\\0' >&3; }
  printf '%s\\n' '{"id": "${hex}", "roles": ["GROUP_OWNER", "GROUP_READ_ONLY"]}'
}
curl() { note curl "$@"; }
atlas() { note atlas "$@"; }
`;

export interface Noted {
  readonly words: string[];
  body?: string;
}

/** Pastes each text; returns what was called by each, and how its last command ended. */
export function paste(t: TestContext, [shell, args]: (typeof shells)[number], texts: readonly string[]) {
  const { cwd, isEmpty } = emptyFolder(t);
  const input = `${stubs}${texts.map((text) => `${text}\nprintf '%s\\0' @END "$?" >&3\n`).join("")}exit 0\n`;
  const env = {
    PATH: process.env.PATH,
    HOME: "/nowhere",
    LC_ALL: "C.UTF-8",
    TERM: "dumb",
    BASE_URL: "http://a",
  };
  const { status, output } = spawnSync(shell, args, {
    cwd,
    env,
    input,
    maxBuffer: 1e9,
    stdio: ["pipe", "pipe", "pipe", "pipe"],
  });
  const said = String(output[2]);
  isEmpty();
  const noted = String(output[3]).split("\0");
  const runs: { calls: Noted[]; ended: string }[] = [];
  let calls: Noted[] = [];
  for (let at = 0; at < noted.length - 1; at++) {
    const word = noted[at] as string;
    if (word === "@CALL") calls.push({ words: [] });
    else if (word === "@BODY") (calls.at(-1) as Noted).body = noted[++at] as string;
    else if (word === "@END") {
      runs.push({ calls, ended: noted[++at] as string });
      calls = [];
    } else calls.at(-1)?.words.push(word);
  }
  deepEqual([status, runs.length], [0, texts.length], said.slice(-2_000));
  for (const [index, { ended }] of runs.entries()) equal(ended, "0", texts[index]);
  ok(!/not found|event not found|parse error|syntax error/.test(said), said.slice(-2_000));
  return runs.map(({ calls }) => calls);
}

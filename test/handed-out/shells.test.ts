// Tests commands that are handed out to be pasted into a shell: at the prompts of bash and zsh they run nothing but what they
// are for, and values come back as they were.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { type TestContext, test } from "node:test";
import { operations } from "../../src/atlas/index.ts";
import { writeSnippets } from "../../src/code/snippets.ts";
import type { Call } from "../../src/code/steps.ts";
import { namesIn } from "../../src/core/contract/http-syntax.ts";
import { controls } from "../../src/testing/controls/list.ts";
import { writeControl } from "../../src/testing/controls/snippets.ts";
import {
  emptyFolder,
  expectedOf,
  hostile,
  spoiledCalls,
  spoiledFindings,
  wellFormed,
  without,
} from "../support/hostile.ts";

const shells = [
  ["bash", ["--norc", "--noprofile", "-i"]],
  ["zsh", ["-f", "-i"]],
] as const;

const hex = "32b6e34b3d91647abb20e7b8";

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

interface Noted {
  readonly words: string[];
  body?: string;
}

/** Pastes each text; returns what was called by each, and how its last command ended. */
function paste(t: TestContext, [shell, args]: (typeof shells)[number], texts: readonly string[]) {
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

/** Returns the request that a curl command would send. */
function readCurl({ words, body }: Noted, origin: string) {
  const target = words.find((word) => word.startsWith(`${origin}/api/`)) ?? "";
  const [path = "", search = ""] = target.slice(origin.length).split("?");
  const data = words[words.indexOf("--data") + 1];
  return {
    path: path.split("/").map(decodeURIComponent),
    query: Object.fromEntries(new URLSearchParams(search)),
    body: words.includes("--data") ? JSON.parse((data === "@-" ? body : data) ?? "") : undefined,
  };
}

for (const shell of shells) {
  const skip = without(shell[0]);

  test(`${shell[0]} -i: a call of each operation as curl asks for what it says`, { skip }, (t) => {
    const calls = spoiledCalls();
    const origins = calls.map((_, index) => `http://a/${hostile[index % hostile.length]}`);
    const texts = calls.map((call, index) => writeSnippets(call, origins[index] as string).curl);
    for (const [index, [noted]] of paste(t, shell, texts).entries()) {
      const origin = wellFormed((origins[index] as string).replaceAll("\0", ""));
      deepEqual(readCurl(noted as Noted, origin), expectedOf(calls[index] as Call), texts[index]);
    }
  });

  test(`${shell[0]} -i: the atlas CLI is given what it says`, { skip }, (t) => {
    const calls = spoiledCalls().filter(({ operationId }) =>
      operations[operationId].path.startsWith("/api/atlas/"),
    );
    const texts = calls.map((call) => writeSnippets(call, "http://a").atlasCli);
    for (const [index, [noted]] of paste(t, shell, texts).entries()) {
      const { params, query = {}, body } = calls[index] as Call;
      // No word can hold NUL.
      const given = Object.values({ ...params, ...query }).map((value) =>
        wellFormed(String(value).replaceAll("\0", "")),
      );
      const { words, body: sent } = noted as Noted;
      deepEqual(
        words.slice(6).filter((_, at) => at % 2 === 1),
        given,
        texts[index],
      );
      if (body === undefined) equal(sent, undefined);
      else deepEqual(JSON.parse(sent ?? ""), body);
    }
  });

  test(`${shell[0]} -i: what a report says to call instead makes calls alone`, { skip }, (t) => {
    const findings = spoiledFindings();
    for (const language of ["curl", "atlasCli"] as const) {
      const texts = findings.map(({ instead }) => instead[language]);
      for (const [index, calls] of paste(t, shell, texts).entries()) {
        ok(calls.length > 0 || /^echo 'The atlas CLI has/m.test(texts[index] ?? ""), texts[index]);
      }
    }
  });

  test(`${shell[0]} -i: a test control is asked for what it says`, { skip }, (t) => {
    const written = controls.flatMap(({ name, path, ...control }) =>
      hostile.map((value) => {
        const known = Object.fromEntries(namesIn(path).map((each) => [each, value]));
        const takes = control.isBodyOptional ? undefined : control.takes;
        return { value, path, takes, text: writeControl(name, known, `http://a/${value}`).curl };
      }),
    );
    for (const [index, [noted]] of paste(
      t,
      shell,
      written.map(({ text }) => text),
    ).entries()) {
      const { value, path, takes, text } = written[index] as (typeof written)[number];
      const { words } = noted as Noted;
      const asked = decodeURIComponent(words.find((word) => word.startsWith("http:")) ?? "");
      const filled = path.replace(/\{\w+\}/g, () => value);
      equal(asked, wellFormed(`http://a/${value}/_anteroom/v1${filled}`), text);
      if (takes !== undefined) deepEqual(JSON.parse(words[words.indexOf("--data") + 1] ?? ""), takes);
    }
  });

  test(`${shell[0]} -i: what is left to fill in stands in the path as it was filled in`, { skip }, (t) => {
    const ids = Object.keys(operations) as (keyof typeof operations)[];
    const calls = ids.map((operationId) => ({
      path: operations[operationId].path,
      text: writeSnippets({ operationId, params: {} }, "http://a").curl.replace(
        /^(ATLAS_\w+)='.*'$/gm,
        `$1=${hex}`,
      ),
    }));
    const root = "/_anteroom/v1";
    const ofControls = controls.map(({ name, path }) => ({
      path: root + path,
      text: [
        ...namesIn(path).map((each) => `${each.toUpperCase()}=${hex}`),
        writeControl(name, {}, "http://a").curl,
      ].join("\n"),
    }));
    const all = [...calls, ...ofControls];
    const runs = paste(
      t,
      shell,
      all.map(({ text }) => text),
    );
    const asked = runs.map(([noted]) => noted?.words.find((word) => word.startsWith("http:")));
    deepEqual(
      asked.map((address) => address?.split("?")[0]),
      all.map(({ path }) => `http://a${path.replace(/\{\w+\}/g, hex)}`),
    );
  });
}

test("a prompt of zsh knows no comments: none stands behind a command, and every variable has a name of ours", () => {
  for (const { instead } of spoiledFindings()) {
    for (const text of [instead.curl, instead.atlasCli]) {
      const [, blanks = ""] = /^((?:\w+='.*'\n)*)/.exec(text) ?? [];
      for (const line of blanks.split("\n").filter(Boolean)) {
        match(line, /^ATLAS_[A-Z][A-Z0-9_]*='[\w.@+ -]+'$/);
      }
      ok(!/(^|\s)#/m.test(text.replace(/'[^']*'|<<END\n.*\nEND/g, "")), text);
    }
  }
});

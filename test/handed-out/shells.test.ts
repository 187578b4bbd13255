// Tests commands that are handed out to be pasted into a shell: at the prompts of bash and zsh they run nothing but what they
// are for, and values come back as they were.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { operations } from "../../src/atlas/index.ts";
import { writeSnippets } from "../../src/code/snippets.ts";
import type { Call } from "../../src/code/steps.ts";
import { namesIn } from "../../src/core/contract/http-syntax.ts";
import { controls } from "../../src/testing/controls/list.ts";
import { writeControl } from "../../src/testing/controls/snippets.ts";
import { expectedOf, hostile, spoiledCalls, wellFormed, without } from "../support/hostile.ts";
import { hex, type Noted, paste, shells } from "../support/shells.ts";

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

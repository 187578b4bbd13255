// Tests that a shell takes every value of a variable as text, never as code.
import { deepEqual, equal, ok } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import fc from "fast-check";
import { hostile, wellFormed } from "../../test/support/hostile.ts";
import { type Variables, writeFailure, writeVariables } from "./shells.ts";

/** The values that a variable can hold: those of the dictionary, alone and in pairs; and arbitrary text. */
const values = [
  ...hostile,
  ...fc
    .sample(fc.array(fc.constantFrom(...hostile.slice(0, -1)), { maxLength: 6 }), 200)
    .map((all) => all.join("")),
  ...fc.sample(fc.string({ unit: "grapheme" }), 100),
].map((value) => wellFormed(value).replaceAll("\0", ""));

const shells = [
  ["bash", "sh", ["--norc", "-c", 'eval "$(cat)"; env -0']],
  ["dash", "sh", ["-c", 'eval "$(cat)"; env -0']],
  [
    "zsh",
    "sh",
    ["-f", "-o", "RC_QUOTES", "-o", "EXTENDED_GLOB", "-o", "BANG_HIST", "-c", 'eval "$(cat)"; env -0'],
  ],
  ["fish", "fish", ["--no-config", "-c", "cat | source; env -0"]],
] as const;

for (const [shell, form, args] of shells) {
  const isMissing = spawnSync(shell, ["-c", "true"]).error !== undefined;
  test(`${shell} takes every value for text`, {
    skip: isMissing && `SKIPPED: install ${shell} to run this`,
  }, () => {
    const set = Object.fromEntries(values.map((value, index) => [`V${index}`, value]));
    const variables: Variables = { ...set, GONE: null, NEVER: null };
    const env = { PATH: process.env.PATH, HOME: "/nowhere", GONE: "there", LC_ALL: "C.UTF-8" };
    const { status, stdout, stderr } = spawnSync(shell, args, {
      env,
      input: writeVariables(variables, form),
      encoding: "utf8",
    });
    deepEqual([status, stderr], [0, ""]);
    const got = Object.fromEntries(
      stdout.split("\0").map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
    );
    for (const [name, value] of Object.entries(set)) equal(got[name], value);
    ok(!("GONE" in got) && !("NEVER" in got));
  });
}

test("PowerShell's quotation marks are doubled, and an editor gets an object", () => {
  const variables = { A: "it's \u2018x\u2019 $y", B: null };
  equal(
    writeVariables(variables, "powershell"),
    "$env:A = 'it''s \u2018\u2018x\u2019\u2019 $y'\nRemove-Item Env:B -ErrorAction Ignore",
  );
  deepEqual(JSON.parse(writeVariables(variables, "json")), { A: variables.A });
  // Between quotation marks PowerShell treats everything as text, except the quotation mark itself, of which two stand for one.
  for (const value of values) {
    const written = writeVariables({ A: value }, "powershell");
    const inside = written.slice("$env:A = '".length, -1);
    equal(inside.replace(/(['\u2018-\u201b])\1/g, ""), value.replace(/['\u2018-\u201b]/g, ""));
    equal(inside.replace(/(['\u2018-\u201b])\1/g, "$1"), value);
    deepEqual(JSON.parse(writeVariables({ A: value }, "json")), { A: value });
  }
});

test("a failure fails in every shell, and an editor gets nothing", () => {
  const written = (["sh", "fish", "powershell", "json"] as const).map((form) =>
    writeFailure({ A: "x" }, form),
  );
  deepEqual(written, [
    "export A='x'\nfalse",
    "set -gx A 'x'\nfalse",
    "$env:A = 'x'\nthrow 'anteroom env failed'",
    "",
  ]);
});

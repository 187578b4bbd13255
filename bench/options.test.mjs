// Proves which servers are measured when nobody says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { OptionError } from "./harness.mjs";
import { readOptions } from "./options.mjs";

/** @param {string[]} args */
const serversOf = (...args) => {
  const { engines, peers } = readOptions(args, ".");
  return [...engines, ...peers];
};

test("a comparison has both engines and all peers, a look neither PostgreSQL nor a peer", () => {
  assert.deepEqual(serversOf(), ["sqlite", "postgres", "prism", "better-auth", "emulate"]);
  assert.deepEqual(serversOf("--rounds", "1", "--seconds", "1"), ["sqlite"]);
});

test("who asks for servers gets them, in a look too", () => {
  assert.deepEqual(serversOf("--peers", "none"), ["sqlite", "postgres"]);
  assert.deepEqual(serversOf("--rounds", "1", "--peers", "emulate,prism", "--engines", "postgres"), [
    "postgres",
    "prism",
    "emulate",
  ]);
});

for (const [option, text] of Object.entries({
  peers: "mockserver",
  engines: "mysql",
  only: "put",
  rounds: "0",
})) {
  test(`--${option} ${text} is refused`, () => {
    assert.throws(() => readOptions([`--${option}`, text], "."), OptionError);
  });
}

// Tests of the catalogue of errors, and of the fault that is made of an entry.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { catalogue, type ErrorCode, Fault, fault } from "./errors.ts";

test("every code has a status of HTTP for errors and a detail that is a sentence", () => {
  for (const [code, { status, detail }] of Object.entries(catalogue)) {
    ok(status >= 400 && status < 600, code);
    ok(/^[A-Z{].*[^ ]$/.test(detail), code);
  }
});

test("every parameter of a template is filled in, and answered in its order", () => {
  for (const code of Object.keys(catalogue) as ErrorCode[]) {
    const entry: { detail: string; hidden?: readonly string[] } = catalogue[code];
    const names = [...entry.detail.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
    const all = [...names, ...(entry.hidden ?? [])];
    const { message, parameters } = new Fault(
      code,
      Object.fromEntries(all.map((name) => [name, `<${name}>`])),
    );
    deepEqual(
      parameters,
      all.map((name) => `<${name}>`),
      code,
    );
    equal(
      message.replaceAll(/<(\w+)>/g, "{$1}").replaceAll("{date}", "<date>"),
      entry.detail.replaceAll("{date}", "<date>"),
    );
  }
});

test("a value that looks like a parameter or a pattern stays as it is", () => {
  const { message, parameters } = fault("INVALID_GROUP_NAME", { name: "{name} $& $1" });
  equal(message, 'An invalid group name "{name} $& $1" was specified.');
  deepEqual(parameters, ["{name} $& $1"]);
});

test("a number stays a number among the parameters", () => {
  deepEqual(fault("MAX_USERS_PER_ORG_EXCEEDED", { limit: 500, orgId: "o" }).parameters, [500, "o"]);
});

test("parameters that are not in the detail are answered all the same", () => {
  const { message, parameters } = fault("ORG_REQUIRES_ACCESS_LIST", { ip: "192.0.2.1" });
  equal(message.includes("192.0.2.1"), false);
  deepEqual(parameters, ["192.0.2.1"]);
});

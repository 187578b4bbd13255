// Tests what is handed out as a program or a configuration: TypeScript, Python, Go and Terraform read it, and values come back
// as they were.
import { deepEqual, equal, ok } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type OperationId, operations } from "../../src/atlas/index.ts";
import { exampleCall } from "../../src/code/examples.ts";
import { writeSnippets } from "../../src/code/snippets.ts";
import { quoteHcl } from "../../src/code/write-terraform.ts";
import { namesIn } from "../../src/core/contract/http-syntax.ts";
import { quoteProgram } from "../../src/core/domain/quoting.ts";
import { controls } from "../../src/testing/controls/list.ts";
import { writeControl } from "../../src/testing/controls/snippets.ts";
import {
  emptyFolder,
  expectedOf,
  hostile,
  spoiledCalls,
  textsOf,
  wellFormed,
  without,
} from "../support/hostile.ts";
import { AsyncFunction, assertFormatted, assertGo, below, withoutImports } from "../support/programs.ts";

const isUntouched = () => equal("pwned" in globalThis, false);

test("TypeScript: a call of each operation is made with what it says", async () => {
  const calls = spoiledCalls();
  ok(calls.length >= hostile.length, "an address is tried of each value");
  for (const [index, call] of calls.entries()) {
    const { operationId, params, query = {}, body } = call;
    const made: unknown[] = [];
    const atlas = new Proxy({}, { get: (_, name) => async (input: unknown) => made.push([name, input]) });
    class AtlasClient {
      constructor({ baseUrl }: { baseUrl: string }) {
        made.push(baseUrl);
        // biome-ignore lint/correctness/noConstructorReturn: stands in for a client, whatever it is asked.
        return atlas;
      }
    }
    const baseUrl = `http://a/${hostile[index % hostile.length]}`;
    const { typescript } = writeSnippets(call, baseUrl);
    await new AsyncFunction("AtlasClient", "env", withoutImports(typescript))(AtlasClient, {});
    const types = operations[operationId].query as Readonly<Record<string, { type?: string }>>;
    const read = (name: string, text: string) => {
      const type = types[name]?.type;
      return type === "array" ? [text] : type === "boolean" || type === "integer" ? JSON.parse(text) : text;
    };
    const asked = Object.entries(textsOf(query)).map(([name, text]) => [name, read(name, text)]);
    const input = { ...textsOf(params), ...Object.fromEntries(asked), ...(body !== undefined && { body }) };
    deepEqual(made, [wellFormed(baseUrl), [operationId, input]], typescript);
  }
  isUntouched();
});

test("TypeScript: a test control is called with what it says", async () => {
  for (const { name, path, takes, isBodyOptional } of controls) {
    for (const value of hostile) {
      const known = Object.fromEntries(namesIn(path).map((each) => [each, value]));
      const { typescript } = writeControl(name, known, `http://a/${value}`);
      const made: unknown[] = [];
      const note = (...input: unknown[]) => made.push(input);
      const [first = "", second] = name.split(".");
      class AnteroomControls {
        constructor(baseUrl: string) {
          made.push(baseUrl);
          Object.assign(this, { [first]: second === undefined ? note : { [second]: note } });
        }
      }
      await new AsyncFunction("AnteroomControls", "console", withoutImports(typescript))(AnteroomControls, {
        log() {},
      });
      const given = [
        ...namesIn(path).map(() => wellFormed(value)),
        ...(takes === undefined || isBodyOptional ? [] : [takes]),
      ];
      deepEqual(made, [wellFormed(`http://a/${value}`), given], typescript);
    }
  }
  isUntouched();
});

const reading = `
import json, sys
class Answer:
    def raise_for_status(self): pass
class Atlas:
    def __getattr__(self, method):
        def ask(url, headers, params=None, json=None):
            made.append({"url": url, "params": params, "body": json})
            return Answer()
        return ask
made = []
for program in json.load(sys.stdin):
    exec(program, {"atlas": Atlas(), "base_url": "http://a"})
print(json.dumps(made))
`;

test("Python: a call of each operation is made with what it says", { skip: without("python3") }, (t) => {
  const { cwd, isEmpty } = emptyFolder(t);
  const calls = spoiledCalls();
  const programs = calls.map((call) => below(writeSnippets(call, "http://a").python, /^atlas\.auth/m));
  const input = JSON.stringify(programs);
  const { status, stdout, stderr } = spawnSync("python3", ["-c", reading], { cwd, input, encoding: "utf8" });
  equal(status, 0, stderr.slice(-2_000));
  isEmpty();
  const made = JSON.parse(stdout) as { url: string; params: unknown; body: unknown }[];
  for (const [index, call] of calls.entries()) {
    const { url, ...given } = made[index] as (typeof made)[number];
    const { path, query, body = null } = expectedOf(call);
    deepEqual(url.slice("http://a".length).split("/").map(decodeURIComponent), path);
    deepEqual(given, { params: call.query === undefined ? null : query, body }, programs[index]);
  }
});

test("Go: every program can be read", { skip: without("gofmt") }, () => {
  assertGo(spoiledCalls().map((call) => writeSnippets(call, `http://a/${hostile[0]}`).go));
});

test("Python reads every text of a program as it was", { skip: without("python3") }, () => {
  const program = "import ast, json, sys\nprint(json.dumps(ast.literal_eval(sys.stdin.read())))";
  const input = `[${hostile.map(quoteProgram).join(", ")}]`;
  const { stdout, stderr } = spawnSync("python3", ["-c", program], { input, encoding: "utf8" });
  deepEqual(JSON.parse(stdout), hostile.map(wellFormed), stderr);
});

const terraform = without("terraform");

test("Terraform: every block is formatted, and so can be read", { skip: terraform }, () => {
  assertFormatted(spoiledCalls().map((call) => writeSnippets(call, "http://a").terraform));
});

/** The provider is found by `dev_overrides` of this file, which may also name no provider of Atlas. */
const { TF_CLI_CONFIG_FILE: settings } = process.env;
const isBuilt =
  settings !== undefined && existsSync(settings) && /mongodbatlas/.test(readFileSync(settings, "utf8"));
const provider = terraform || (!isBuilt && "SKIPPED: build the provider to run this");

test("Terraform: the provider accepts the block of every operation", { skip: provider }, (t) => {
  const { cwd } = emptyFolder(t);
  const source = `terraform {
  required_providers {
    mongodbatlas = { source = "mongodb/mongodbatlas" }
  }
}`;
  const ids = Object.keys(operations) as OperationId[];
  // Their form is checked.
  const known: Readonly<Record<string, string>> = {
    entryValue: "203.0.113.20",
    ipAddress: "203.0.113.20",
    groupId: "32b6e34b3d91647abb20e7b8",
  };
  const blocks = ids.map((id) =>
    writeSnippets(
      exampleCall(id, (name) => known[name] ?? name),
      "http://a",
    ).terraform.replace(/"this(_\d+)?" \{/g, (_, index = "") => `"${id}${index}" {`),
  );
  const names = new Set(
    blocks.flatMap((block) => [...block.matchAll(/\bvar\.(\w+)/g)].map(([, name]) => name)),
  );
  const variables = [...names].map((name) => `variable "${name}" {}`);
  writeFileSync(join(cwd, "main.tf"), [source, ...variables, ...blocks].join("\n\n"));
  const { stdout } = spawnSync("terraform", ["validate", "-json"], { cwd, encoding: "utf8", maxBuffer: 1e9 });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { severity: string; detail: string }[] };
  deepEqual(
    diagnostics.filter(({ severity }) => severity === "error"),
    [],
  );
});

test("Terraform reads every text of a configuration as it was", { skip: terraform }, (t) => {
  const { cwd } = emptyFolder(t);
  const input = `base64encode(jsonencode([${hostile.map(quoteHcl).join(", ")}]))\n`;
  const { status, stdout, stderr } = spawnSync("terraform", ["console"], { cwd, input, encoding: "utf8" });
  equal(status, 0, stderr);
  // It keeps every text in composed form.
  const read: unknown = JSON.parse(Buffer.from(JSON.parse(stdout), "base64").toString());
  deepEqual(
    read,
    hostile.map((value) => wellFormed(value).normalize("NFC")),
  );
});

// A call of each operation in each language: the examples of the reference are what succeeds, and what is written of them works.
import { deepEqual, equal } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { AtlasClient } from "../src/client/client.ts";
import { exampleOf } from "../src/console/pages/reference-examples.ts";
import { writeSnippets } from "../src/report/snippets.ts";
import type { Body } from "../src/report/steps.ts";
import { assertHcl } from "./support/foreign-blocks.ts";
import { compose, owners } from "./support/nested.ts";
import { AsyncFunction, below } from "./support/programs.ts";
import { everyId, startScene } from "./tables/scene.ts";

const baseUrl = "http://127.0.0.1:8080";
const written = everyId.map((id) => ({ id, of: writeSnippets(exampleOf(id).call, baseUrl) }));

test("each example succeeds in TypeScript, with the status it says", async (t) => {
  const { world, calls } = await startScene(t);
  const statuses: Record<string, number> = {};
  for (const id of everyId) {
    await world.rewind();
    const { params = {}, query, body, before = [] } = calls[id];
    for (const [first, call] of before) await world.askAs("own", compose(first, call));
    const client = new AtlasClient({
      ...owners.own,
      baseUrl: world.url,
      fetch: async (target: RequestInfo | URL, init?: RequestInit) => {
        const headers = { ...Object.fromEntries(new Headers(init?.headers)), "x-forwarded-for": "127.0.0.1" };
        const answer = await fetch(target, { ...init, headers });
        if (!String(target).includes("/api/oauth/")) statuses[id] = answer.status;
        return answer;
      },
    });
    // The sample itself: the example has it with other ids of what was minted.
    const call = {
      operationId: id,
      params,
      ...(query && { query }),
      ...(body !== undefined && { body: body as Body }),
    };
    const program = below(writeSnippets(call, world.url).typescript, /^const atlas/m);
    await new AsyncFunction("atlas", program)(client);
  }
  deepEqual(statuses, Object.fromEntries(everyId.map((id) => [id, exampleOf(id).status])));
});

test("what is written in Python can be read by Python", (t) => {
  const all = written.map(({ of }) => of.python);
  const program = "import ast, json, sys\nfor each in json.load(sys.stdin): ast.parse(each)";
  const { status, stderr, error } = spawnSync("python3", ["-c", program], {
    input: JSON.stringify(all),
    encoding: "utf8",
  });
  if (error !== undefined) t.skip("SKIPPED: install Python 3 to check this");
  else equal(status, 0, stderr);
});

test("what is written in Go is formatted", (t) => {
  const functions = written.map(
    ({ id, of }) => `func ${id}() error {\n${of.go.replace(/^(?=.)/gm, "\t")}\n\treturn nil\n}`,
  );
  const input = `package main\n\n${functions.join("\n\n")}\n`;
  const { status, stdout, stderr, error } = spawnSync("gofmt", ["-d"], { input, encoding: "utf8" });
  if (error !== undefined) t.skip("SKIPPED: install Go to check this");
  else deepEqual({ status, stdout }, { status: 0, stdout: "" }, stderr);
});

test("what is written for Terraform is formatted, and can be read", (t) => {
  assertHcl(t, written.map(({ id, of }) => of.terraform.replace('"this"', `"${id}"`)).join("\n\n"));
});

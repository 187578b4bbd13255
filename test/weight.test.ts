import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { countNodes, readCommit, readWorkingTree, roomOf, shareByFile } from "../scripts/nodes.mjs";

test("nodes of code are counted without types, and however it is formatted", () => {
  // Program, VariableDeclaration, VariableDeclarator, Identifier, CallExpression, Identifier, Literal
  const nodes = 7;
  equal(countNodes("a.ts", "const sum = add(1);"), nodes);
  equal(countNodes("a.ts", "const sum: number = add<number>(\n  // one\n  1,\n);\n"), nodes);
  equal(countNodes("a.ts", "const sum = add(1)! as unknown satisfies unknown;"), nodes);
  equal(countNodes("a.ts", "interface A { b: string }\ntype C = A;\nconst sum = add(1);"), nodes);
  equal(countNodes("a.ts", "const sum = add(1 + 1);"), nodes + 2);
});

test("each value of a JSON document is a node", () => {
  equal(countNodes("a.json", '{ "a": [1, "two", null], "b": {} }'), 6);
});

test("a room is a folder of src, or one of src/core or src/atlas", () => {
  equal(roomOf("src/server.ts"), "src");
  equal(roomOf("src/start/main.ts"), "src/start");
  equal(roomOf("src/core/http/stages/unit.ts"), "src/core/http");
  equal(roomOf("src/atlas/invites/rows/invites.ts"), "src/atlas/invites");
  equal(roomOf("test/console/flows/looks.test.ts"), "test");
});

test("only what people wrote is counted", () => {
  const shares = shareByFile([
    { path: "src/a.ts", text: "a;", isGenerated: false },
    { path: "src/a.test.ts", text: "a;\n", isGenerated: false },
    { path: "src/b.ts", text: "b;", isGenerated: true },
    { path: "docs/c.ts", text: "c;", isGenerated: false },
    { path: "src/d.css", text: "d", isGenerated: false },
  ]);
  deepEqual(shares, [
    { room: "src", isTest: false, nodes: 3, lines: 0 },
    { room: "src", isTest: true, nodes: 3, lines: 1 },
  ]);
  const files = readWorkingTree();
  const generated = files.filter(({ isGenerated }) => isGenerated).map(({ path }) => path);
  ok(generated.includes("src/client/api.ts") && generated.includes("src/core/spec/api.ts"));
  ok(!generated.includes("scripts/nodes.mjs"));
  ok(readCommit("HEAD")?.some(({ path, text }) => path === "package.json" && text.startsWith("{")));
  equal(readCommit("0".repeat(40)), undefined);
});

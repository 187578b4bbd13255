// Proves that no attribute of a body is lost if its parts refer to each other.
import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import { operations } from "../../atlas/index.ts";
import { type Attribute, attributesOf } from "../../core/contract/attributes.ts";
import { versionsInOrder } from "../../core/contract/versions.ts";
import type { Operation } from "../../core/operations/operation.ts";
import { type Referring, writeOnce } from "./repeated-attributes.ts";

const row = (path: string, description = ""): Attribute => ({
  path,
  type: "string",
  description,
  required: false,
});
const disk = (at: string, said?: string) => [
  row(at, at),
  ...["size", "kind", "speed"].map((name) => row(`${at}.${name}`, said)),
];
const shown = (rows: readonly Referring[] = []) =>
  rows.map(({ path, like }) => (like ? `${path} = ${like.table} ${like.path}` : path));

test("what is the same is written once, in another table too; what differs in a word is not the same", () => {
  const { body, answer } = writeOnce({
    body: [...disk("a[].x"), ...disk("a[].y"), row("a[].yes"), ...disk("z", "another")],
    answer: disk("x"),
  });
  deepEqual(shown(body), [
    "a[].x",
    "a[].x.size",
    "a[].x.kind",
    "a[].x.speed",
    "a[].y = body a[].x",
    "a[].yes",
    "z",
    "z.size",
    "z.kind",
    "z.speed",
  ]);
  deepEqual(shown(answer), ["x = body a[].x"]);
  const two = [row("x"), row("x.a"), row("x.b"), row("y"), row("y.a"), row("y.b")];
  deepEqual(writeOnce({ body: two }).body, two);
});

type Tables = Readonly<Record<string, readonly Referring[]>>;

/** Returns the attributes that a reader finds by following each reference. */
function read(tables: Tables, rows: readonly Referring[]): Attribute[] {
  return rows.flatMap(({ like, ...attribute }) => {
    if (like === undefined) return [attribute];
    const tail = (path: string) => (path.startsWith(like.path) ? path.slice(like.path.length) : "");
    const inside = (tables[like.table] ?? []).filter(({ path }) => /^[.[]/.test(tail(path)));
    ok(inside.length > 0, attribute.path);
    return [
      attribute,
      ...read(tables, inside).map((each) => ({ ...each, path: `${attribute.path}${tail(each.path)}` })),
    ];
  });
}

test("of every operation, who follows the references reads all attributes", () => {
  let references = 0;
  for (const { body, path, versions } of Object.values<Operation>(operations)) {
    const place = { operationPath: path };
    const { reply } = versions[versionsInOrder(versions).at(-1) ?? ""] ?? {};
    const whole = {
      body: body ? attributesOf(body, { ...place, sent: true }) : [],
      answer: reply ? attributesOf(reply, { ...place, sent: false }) : [],
    };
    const tables: Tables = writeOnce(whole);
    for (const [name, attributes] of Object.entries(whole)) {
      deepEqual(read(tables, tables[name] ?? []), attributes, path);
    }
    references += Object.values(tables)
      .flat()
      .filter(({ like }) => like).length;
  }
  ok(references > 20, `${references}`);
});

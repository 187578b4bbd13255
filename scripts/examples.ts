// Records src/console/pages/reference-examples.json: a request of each operation and its answer, from the samples of the tests, with
// ids and secrets replaced so that each run writes the same.
// Usage: node --import tsx scripts/examples.ts
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Body, Call } from "../src/report/steps.ts";
import { compose } from "../test/support/nested.ts";
import { everyId, type Scene, startScene } from "../test/tables/scene.ts";
import { format, root } from "./format.ts";

const file = join(root, "src/console/pages/reference-examples.json");

/** Of a list: enough to see what is in it. */
const mostItems = 2;

function shorten(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(shorten);
    return typeof items[0] === "object" ? items.slice(0, mostItems) : items.slice(0, 5);
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shorten(each)]));
}

/** What differs from run to run, in the order in which it comes up. */
function settle(text: string, url: string): string {
  const seen = new Map<string, string>();
  const same = (pattern: RegExp, write: (number: string) => string) => (before: string) =>
    before.replace(pattern, (found) => {
      const known = seen.get(found) ?? write(String(seen.size + 1));
      seen.set(found, known);
      return known;
    });
  const steps = [
    same(/mdb_sa_sk_[\w-]+/g, (number) => `mdb_sa_sk_${number.padStart(48, "0")}`),
    same(
      /\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g,
      (number) => `00000000-0000-4000-8000-${number.padStart(12, "0")}`,
    ),
    same(/(?<=\*{4}-\*{4}-)[0-9a-f]{12}/g, (number) => number.padStart(12, "0")),
    same(/(?<="maskedSecretValue":"mdb_sa_sk_[^"]*)\w{4}(?=")/g, (number) => number.padStart(4, "0")),
    // The ids of the seed have zeros in the middle.
    same(/(?<=\b|mdb_sa_id_)(?![abc]0{16})[0-9a-f]{24}\b/g, (number) => `d${number.padStart(23, "0")}`),
    same(/(?<="publicKey":")(?!target)\w+/g, (number) => `examplek${number}`),
  ];
  return steps.reduce((before, step) => step(before), text.replaceAll(url, "http://127.0.0.1:8080"));
}

async function recordExample({ world, calls }: Scene, id: (typeof everyId)[number]) {
  const { params = {}, query, body, before = [] } = calls[id];
  await world.rewind();
  for (const [first, call] of before) await world.askAs("own", compose(first, call));
  const { status, text } = await world.askAs("own", compose(id, calls[id]));
  if (status >= 300) throw new Error(`${id} answered ${status}: ${text}`);
  const isJson = /^[[{]/.test(text);
  const example = {
    call: {
      operationId: id,
      params,
      ...(query && { query }),
      ...(body !== undefined && { body: body as Body }),
    } satisfies Call,
    status,
    ...(text !== "" && { answer: isJson ? shorten(JSON.parse(text)) : text }),
  };
  return JSON.parse(settle(JSON.stringify(example), world.url));
}

test("examples", async (t) => {
  const scene = await startScene(t);
  const recorded: Record<string, unknown> = {};
  // What was called before is counted and written at no certain time, so this is asked for before anything is.
  const counting = "listDeprecatedCalls";
  for (const id of [counting, ...everyId.filter((each) => each !== counting)] as const) {
    recorded[id] = await recordExample(scene, id);
  }
  const inOrder = Object.fromEntries(everyId.map((id) => [id, recorded[id]]));
  writeFileSync(file, format(file, JSON.stringify(inOrder)));
});

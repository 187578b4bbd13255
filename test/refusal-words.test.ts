// Tests that the refusal of one wrong value says so in a sentence: every member of every body and every parameter of every
// query, each with values of wrong types, lengths and bounds, and with unknown choices.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { type OperationId, operations } from "../src/atlas/index.ts";
import type { Schema } from "../src/core/contract/schema-words.ts";
import type { Operation } from "../src/core/operations/operation.ts";
import { type Misfit, misfits, withValue } from "./support/misfits.ts";
import { type Call, compose } from "./support/nested.ts";
import type { Reply } from "./support/world.ts";
import { everyId } from "./tables/calls.ts";
import { type Scene, startScene } from "./tables/scene.ts";

interface Refusal {
  readonly detail: string;
  readonly errorCode: string;
  readonly badRequestDetail?: { readonly fields: readonly { field: string; description: string }[] };
}

const fieldsOf = ({ badRequestDetail }: Refusal) => badRequestDetail?.fields ?? [];

/** The words that validators use, and people do not. */
const jargon =
  /anyOf|must NOT|must match|must be (array|boolean|integer|null|object|string)\b|undefined|\[object|\^|\{|\}/;
/** Articles that do not go with the word behind them; a word that sounds otherwise than it is written does not occur. */
const wrongArticle = /\ba (?=[aeio])|\ban (?=[b-df-gj-np-tv-z])/i;

/** Returns what keeps a text from being an English sentence; undefined if nothing does. The text of `sent` is not judged. */
function slipOf(text: string, sent: string): string | undefined {
  const plain = sent === "" ? text : text.replaceAll(sent, "VALUE");
  if (!/^['"\p{Lu}].*[^.\s]\.$/su.test(plain)) return `no sentence: ${text}`;
  if (/ {2}| [.,;]$/.test(plain)) return `stray blanks: ${text}`;
  if (jargon.test(plain)) return `jargon: ${text}`;
  return wrongArticle.test(plain.replace(/'[^']*'/g, "VALUE")) ? `a wrong article: ${text}` : undefined;
}

/** The last word of a name without its plural: `role` of `orgRoles`. */
const nounOf = (name: string): string =>
  (name.split(/(?=[A-Z])/).at(-1) ?? "").toLowerCase().replace(/s$/, "");

/** Reports whether a reader of the refusal sees which value it is about. */
function isNamed(name: string, sent: string, refusal: Refusal): boolean {
  const said = [
    refusal.detail,
    ...fieldsOf(refusal).flatMap(({ field, description }) => [field, description]),
  ];
  return said.some(
    (text) => text.toLowerCase().includes(nounOf(name)) || (sent !== "" && text.includes(sent)),
  );
}

/** Reports whether the words were recorded of real Atlas, which does not list the known roles. */
const isRecorded = ({ badRequestDetail }: Refusal) =>
  badRequestDetail?.fields.every(({ field, description }) => {
    return field === "_roles" && description.startsWith("Invalid role name ");
  }) === true;

const choicesOf = ({ enum: choices, anyOf = [] }: Schema): readonly unknown[] => [
  ...(choices ?? []),
  ...anyOf.flatMap(choicesOf),
];

/** Lists what is wrong with the words of a refusal of a value at `name`, in sentences. */
function complaints({ value, keyword, schema }: Omit<Misfit, "path">, name: string, reply: Reply): string[] {
  const refusal: Refusal = reply.json;
  const sent = typeof value === "string" ? value : JSON.stringify(value);
  const fields = fieldsOf(refusal);
  const texts = [refusal.detail, ...fields.map(({ description }) => description)];
  const found = texts.flatMap((text) => slipOf(text, sent) ?? []);
  if (!isNamed(name, sent, refusal)) found.push(`names nothing: ${reply.text}`);
  if (fields.some(({ field }) => field === "")) found.push(`a field without a name: ${reply.text}`);
  const missing = choicesOf(schema).filter((choice) => !fields[0]?.description.includes(String(choice)));
  if (keyword === "enum" && (fields.length !== 1 || missing.length > 0) && !isRecorded(refusal)) {
    found.push(`not one message with all choices: ${reply.text}`);
  }
  return found;
}

const queryMisfits: readonly unknown[] = [
  "NO_SUCH_VALUE",
  "-1",
  "1.5",
  "9".repeat(17),
  "x".repeat(300),
  "2026-02-30",
  "\0",
];

type Asked = Omit<Misfit, "path"> & { name: string; call: Call; isFree: boolean };

const read = new Set<string>();

/** Reports whether rules judge a value, each in its own words. */
const isJudgedByRules = ({ format, checkedByRule }: Schema & { readonly checkedByRule?: unknown }): boolean =>
  format !== undefined || checkedByRule !== undefined;

/**
 * Reports whether the refusal of a value is new: one of the same value, name and schema has the same words in each operation,
 * unless a rule refuses it.
 */
function isNew(id: OperationId, { name, keyword, value, schema }: Asked): boolean {
  const key = JSON.stringify([name, keyword, value, schema, isJudgedByRules(schema) && id]);
  const isKnown = read.has(key);
  read.add(key);
  return !isKnown;
}

/** Every misfit of the operation, with the request that has it and whether it has to be refused. */
function* requestsOf(id: OperationId, call: Call): Generator<Asked> {
  const { body, query }: Operation = operations[id];
  for (const { path, ...misfit } of body === undefined ? [] : misfits(body as Schema, call.body)) {
    const name = path.filter((part) => part !== "0").at(-1) ?? path[0] ?? "body";
    yield {
      ...misfit,
      name,
      call: { ...call, body: withValue(call.body, path, misfit.value) },
      isFree: false,
    };
  }
  for (const [name, declared] of Object.entries(query)) {
    const { items, ...whole } = declared as Schema;
    const schema = items ?? (whole as Schema);
    for (const value of queryMisfits) {
      const keyword = schema.enum === undefined || value === "\0" ? "pattern" : "enum";
      // A text that finds nothing may be looked for.
      yield {
        name,
        value,
        keyword,
        schema,
        call: { ...call, query: { ...call.query, [name]: String(value) } },
        isFree: true,
      };
    }
  }
}

/** Counts the refusals that were read, and lists all complaints about them. */
async function readAll(
  { world, calls }: Scene,
  id: OperationId,
): Promise<{ count: number; found: string[] }> {
  const found: string[] = [];
  let count = 0;
  const prepare = async () => {
    for (const [before, prepared] of calls[id].before ?? []) {
      await world.askAs("own", compose(before, prepared));
    }
  };
  await prepare();
  for (const asked of requestsOf(id, calls[id])) {
    if (!isNew(id, asked)) continue;
    const { name, call, isFree, ...misfit } = asked;
    const reply = await world.askAs("own", compose(id, call));
    const about = `${name}, ${misfit.keyword}`;
    if (reply.status >= 400 && reply.status < 500) {
      count++;
      found.push(...complaints(misfit, name, reply).map((complaint) => `${about}: ${complaint}`));
    } else {
      if (reply.status >= 500 || !isFree) found.push(`${about}: ${reply.status} ${reply.text}`);
      if (operations[id].method !== "GET") {
        await world.rewind();
        await prepare();
      }
    }
  }
  await world.rewind();
  return { count, found };
}

test("a refusal says in a sentence what is wrong with a value", async (t) => {
  const scene = await startScene(t);
  let count = 0;
  for (const id of everyId) {
    await t.test(id, async () => {
      const { count: here, found } = await readAll(scene, id);
      count += here;
      deepEqual(found, []);
    });
  }
  t.diagnostic(`${count} refusals`);
});

// Writes docs/lost-answers.md: what a client that retries after a lost answer gets, for each change of the API. Makes each change
// with the samples of the tests.
import { ok } from "node:assert/strict";
import type { TestContext } from "node:test";
import { type OperationId, operations } from "../src/atlas/index.ts";
import { grouped } from "../src/core/domain/grouped.ts";
import type { Operation } from "../src/core/operations/operation.ts";
import { dumpTables, type TableDump } from "../test/support/dump.ts";
import { compose, type NestedWorld, startNestedWorld } from "../test/support/nested.ts";
import { createFolder, type TestStorage } from "../test/support/storage.ts";
import type { Reply } from "../test/support/world.ts";
import { type Calls, composeCalls } from "../test/tables/calls.ts";
import { code, table } from "./cells.ts";

/** An operation that only validates a body changes nothing. */
const isChange = ([, { method, path, neighbour }]: [string, Operation]) =>
  method !== "GET" && neighbour !== true && !path.endsWith(":validate");

/** Changes of the access plane, in the order of the table. */
const changes = Object.entries<Operation>(operations)
  .filter(isChange)
  .map(([id]) => id as OperationId);

interface Seen {
  readonly id: OperationId;
  readonly second: Reply;
  /** Rows per table that the second request added. */
  readonly added: Readonly<Record<string, number>>;
}

/** Tables of notices, not of the change itself. So are links, which are written when mail is sent, at no certain time. */
const telling = { events: "event", outbox: "message" } as const;

const countsOf = (dump: TableDump): Map<string, number> =>
  new Map(Object.entries(dump).map(([name, rows]) => [name, (rows as unknown[]).length]));

/** Counts the rows that each table gained; leaves out unchanged tables. */
function gained(before: TableDump, after: TableDump): Record<string, number> {
  const counts = countsOf(before);
  const all = [...countsOf(after)].map(([name, count]) => [name, count - (counts.get(name) ?? 0)] as const);
  return Object.fromEntries(all.filter(([, count]) => count !== 0));
}

async function loseAnswer(
  world: NestedWorld,
  storage: TestStorage,
  calls: Calls,
  id: OperationId,
): Promise<Seen> {
  await world.rewind();
  const call = calls[id];
  const own = earlier[id] === undefined ? [] : [earlier[id]];
  for (const first of own) await world.askAs("own", compose(first, calls[first]));
  for (const [first, prepared] of call.before ?? []) await world.askAs("own", compose(first, prepared));
  world.faults.set([{ operations: [id], drop: "after", times: 1 }]);
  const ask = () => world.askAs("own", compose(id, call));
  const before = await dumpTables(storage);
  const first = await ask().then(
    ({ status }) => `answered with ${status}`,
    (reason: { code?: string }) => reason.code,
  );
  ok(first === "ECONNRESET", `${id}: the answer was not lost: ${first}`);
  const once = await dumpTables(storage);
  if (JSON.stringify(before) === JSON.stringify(once)) throw new Error(`${id} changed nothing`);
  const second = await ask();
  return { id, second, added: gained(once, await dumpTables(storage)) };
}

/** Calls needed first, so that the sample changes something. */
const earlier: Partial<Record<OperationId, OperationId>> = {
  deleteGroupLimit: "setGroupLimit",
  resetOrgMaintenanceSettings: "updateOrgMaintenanceSettings",
};

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** Tables in which the second request added rows, but for those of events and mail. */
const doubled = ({ added }: Seen): string[] =>
  Object.keys(added).filter((name) => !(name in telling) && name !== "links");

function toldOf({ added }: Seen): string {
  const told = Object.entries(telling).flatMap(([name, noun]) =>
    added[name] === undefined ? [] : plural(added[name], noun),
  );
  return told.length === 0 ? "" : ` (and writes ${told.join(", ")} again)`;
}

const answerOf = ({ second: { status, json } }: Seen): string =>
  json?.errorCode === undefined ? String(status) : `${status} ${code(json.errorCode)}`;

/** Writes one row per second answer, with the changes that get it. */
function renderAnswers(all: readonly Seen[]): string {
  const byAnswer = grouped(all, answerOf, (seen) => `${code(seen.id)}${toldOf(seen)}`);
  const rows = [...byAnswer].sort(([a], [b]) => (a < b ? -1 : 1));
  return table(
    ["Second answer", "Changes"],
    rows.map(([answer, changes]) => [answer, changes.join(", ")]),
  );
}

function render(all: readonly Seen[]): string {
  const twice = all.filter((seen) => doubled(seen).length > 0);
  const once = all.filter((seen) => doubled(seen).length === 0);
  const refused = once.filter(({ second }) => second.status >= 400);
  const repeated = once.filter(({ second }) => second.status < 400);
  const rows = twice.map((seen) => [
    code(seen.id),
    answerOf(seen),
    doubled(seen).join(", ").replaceAll("_", " "),
  ]);
  return `# Lost answers

A client sends a change and the connection breaks before the answer. It cannot know whether the change was made, so it asks
again. This page lists the second answer for each of the ${all.length} changes of the access plane.

\`scripts/lost-answers.ts\` (\`npm run derive\`) makes each change with the fault \`{"drop": "after", "times": 1}\`
([faults](guides/controls.md#faults)) and writes this page; a test compares it. Where Atlas's behaviour is unknown, this is
what [fidelity](fidelity.md) decided.

## Made twice: ${twice.length}

Look before you ask again, and remove the duplicate.

${table(["Change", "Second answer", "Rows that exist twice"], rows)}

## Refused: ${refused.length}

The change was made once. Read what exists instead of reporting a failure.

${renderAnswers(refused)}

## Repeated: ${repeated.length}

The change was made once, and the second answer is a success.

${renderAnswers(repeated)}
`;
}

async function tryAll(t: TestContext): Promise<Seen[]> {
  const storage: TestStorage = { options: { data: createFolder(t) }, flags: [], rows: async () => [] };
  const world = await startNestedWorld(t, { storage });
  const calls = composeCalls(world.things);
  const all: Seen[] = [];
  for (const id of changes) all.push(await loseAnswer(world, storage, calls, id));
  return all;
}

export async function renderLostAnswers(): Promise<string> {
  const ends: (() => unknown)[] = [];
  const t = { after: (end: () => unknown) => void ends.unshift(end) } as unknown as TestContext;
  try {
    return render(await tryAll(t));
  } finally {
    for (const end of ends) await end();
  }
}

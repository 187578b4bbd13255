// Writes docs/lost-answers.md: for each change of the API, what a client sees that asks again when the answer was lost. Each
// is really done, by the samples of the tests.
// Usage: node --import tsx scripts/lost-answers.ts
import { ok } from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { type OperationId, operations } from "../src/operations/index.ts";
import type { Operation } from "../src/operations/operation.ts";
import { dumpTables, type TableDump } from "../test/support/dump.ts";
import { compose, type NestedWorld, startNestedWorld } from "../test/support/nested.ts";
import { createFolder, type TestStorage } from "../test/support/storage.ts";
import type { Reply } from "../test/support/world.ts";
import { type Calls, composeCalls } from "../test/tables/calls.ts";

const target = new URL("../docs/lost-answers.md", import.meta.url);

const isChange = ([, { method, neighbour }]: [string, Operation]) => method !== "GET" && neighbour !== true;

/** Changes of the access plane, in the order of the table. */
const changes = Object.entries<Operation>(operations)
  .filter(isChange)
  .map(([id]) => id as OperationId);

interface Seen {
  readonly id: OperationId;
  readonly second: Reply;
  /** What the store has by the second request that it would not have without. */
  readonly added: Readonly<Record<string, number>>;
}

/** What tells of a change, and is no part of it. So do links, which are made while mail is sent, at no certain time. */
const telling = { events: "event", outbox: "message" } as const;

const countsOf = (dump: TableDump): Map<string, number> =>
  new Map(Object.entries(dump).map(([name, rows]) => [name, (rows as unknown[]).length]));

/** How many rows each table has gained; those that are the same are left out. */
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

/** What has to be done for a change to change something: the samples of the tests are content with less. */
const earlier: Partial<Record<OperationId, OperationId>> = {
  deleteGroupLimit: "setGroupLimit",
  resetOrgMaintenanceSettings: "updateOrgMaintenanceSettings",
};

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

function keptOf({ added }: Seen): string {
  const again = Object.keys(added).filter((name) => !(name in telling) && name !== "links");
  return again.length === 0
    ? "once"
    : `**twice**: ${again.map((name) => name.replaceAll("_", " ")).join(", ")}`;
}

function toldOf({ added }: Seen): string {
  const told = Object.entries(telling).flatMap(([name, noun]) =>
    added[name] === undefined ? [] : plural(added[name], noun),
  );
  return told.join(", ") || "nothing";
}

function row(seen: Seen): string {
  const { id, second } = seen;
  const { method, path } = operations[id];
  // A caller that went with what it deleted is refused without a code.
  const code = second.json?.errorCode === undefined ? "" : ` \`${second.json.errorCode}\``;
  return `| \`${id}\` | \`${method} ${path.replace("/api/atlas/v2", "")}\` | ${second.status}${code} | ${keptOf(seen)} | ${toldOf(seen)} |`;
}

function render(all: readonly Seen[]): string {
  const refused = all.filter(({ second }) => second.status >= 400);
  const twice = all.filter((seen) => keptOf(seen) !== "once");
  const ids = (listed: readonly Seen[]) => listed.map(({ id }) => `\`${id}\``).join(", ");
  return `# Lost answers

A client sent a change, and the connection ended before the answer came. Was the change made? It cannot know, so it asks again.
This is what it meets then, for each of the ${all.length} changes of the access plane: really done with the fault
\`{"drop": "after", "times": 1}\` ([faults](guides/faults.md)), in a world where the first request succeeds.

Written by \`scripts/lost-answers.ts\` (\`npm run derive\`); a test compares it. Real Atlas was not asked: where it is not
known how it answers, this is what [fidelity](fidelity.md) says we decided.

* ${all.length - refused.length - twice.length} answer again as if nothing had been, and the store holds the change once.
* ${refused.length} refuse the second request, and hold the change once: the client must read what is there, instead of
  reporting a failure.
* **${twice.length} make it twice**: ${ids(twice)}. Look before asking again, and take away what is there twice.

| Change | Request below /api/atlas/v2 | Second answer | Kept | The second one also caused |
|---|---|---|---|---|
${all.map(row).join("\n")}
`;
}

/** The document as it is, and as the changes make it. */
export async function readLostAnswers(
  t: TestContext,
): Promise<{ readonly is: string; readonly shouldBe: string }> {
  const storage: TestStorage = { options: { data: createFolder(t) }, flags: [], rows: async () => [] };
  const world = await startNestedWorld(t, { storage });
  const calls = composeCalls(world.things);
  const all: Seen[] = [];
  for (const id of changes) all.push(await loseAnswer(world, storage, calls, id));
  return { is: readFileSync(target, { encoding: "utf8", flag: "a+" }), shouldBe: render(all) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const ends: (() => unknown)[] = [];
  const t = { after: (end: () => unknown) => void ends.unshift(end) } as unknown as TestContext;
  writeFileSync(target, (await readLostAnswers(t)).shouldBe);
  for (const end of ends) await end();
}

// Counts how often each operation waits for an answer of PostgreSQL, heard on the wire between the two.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { type OperationId, operations } from "../src/atlas/index.ts";
import { createTestDatabase, skipReason } from "./support/engines.ts";
import { compose, isLetIn, startNestedWorld } from "./support/nested.ts";
import { type Heard, tapPostgres } from "./support/wire.mjs";
import { composeCalls, everyId, isNeverThere } from "./tables/calls.ts";

/** Waits allowed for the operations that are called most, the check of the caller's token included. */
const most: Partial<Record<OperationId, number>> = {
  getGroupInvite: 2,
  listGroupInvites: 2,
  updateGroupInvites: 3,
  updateGroupInviteById: 3,
  deleteGroupInvite: 3,
  createGroupInvite: 4,
  getGroupByName: 5,
  migrateGroup: 18,
  // After the answer, the change that it shows is ended.
  getGroupFlexCluster: 7,
};

/** Waits allowed for an operation, on average. */
const mostOnAverage = 3.72;

/**
 * Returns the most waits of a GET. In a federation, its organizations are looked at first. Elsewhere it is four, and one more
 * where a busy database answers in two parts what was asked at once.
 */
const mostOfGet = (id: OperationId) => (operations[id].tag === "Federated Authentication" ? 7 : 5);

const mostOf = (id: OperationId) => most[id] ?? (operations[id].method === "GET" ? mostOfGet(id) : 20);

test("round trips to PostgreSQL", { skip: skipReason("postgres") }, async (t) => {
  const tap = await tapPostgres(new URL(await createTestDatabase(t)));
  t.after(() => tap.close());
  const storage = { options: { databaseUrl: tap.url }, flags: [], rows: async () => [] };
  const world = await startNestedWorld(t, { storage });
  await world.settle();
  const calls = composeCalls(world.things);

  /**
   * Returns what one request sends: the least of several tries, since work in the background is heard too, more often on a busy
   * machine.
   */
  async function hear(id: OperationId): Promise<Heard> {
    const heard: Heard[] = [];
    const isWithin = () => heard.some(({ waits }) => waits <= mostOf(id));
    for (let time = 0; time < 3 || (time < 25 && !isWithin()); time++) {
      for (const [first, prepared] of calls[id].before ?? []) {
        await world.askAs("own", compose(first, prepared));
      }
      // Mail that waits is made before a change.
      await world.mail.list();
      tap.take();
      const reply = await world.askAs("own", compose(id, calls[id]));
      heard.push(tap.take());
      ok(isLetIn(reply), `${id}: ${reply.text}`);
      if (operations[id].method !== "GET" || calls[id].before !== undefined) await world.rewind();
    }
    return heard.reduce((least, each) => (each.waits < least.waits ? each : least));
  }

  // A refusal reads once more, to say why.
  const ids = everyId.filter((id) => !isNeverThere(id));
  const least = new Map<OperationId, Heard>();
  const sum = () => [...least.values()].reduce((all, { waits }) => all + waits, 0);
  const mostTogether = Math.floor(mostOnAverage * ids.length);
  // What a busy machine adds to one operation or another is gone in another round.
  for (let round = 0; round === 0 || (round < 4 && sum() > mostTogether); round++) {
    for (const id of ids) {
      const heard = await hear(id);
      if (heard.waits < (least.get(id)?.waits ?? Number.POSITIVE_INFINITY)) least.set(id, heard);
    }
  }
  const tooMany: string[] = [];
  for (const [id, { waits, statements }] of least) {
    t.diagnostic(
      `${String(waits).padStart(3)} waits, ${String(statements.length).padStart(3)} statements: ${id}`,
    );
    if (waits > mostOf(id)) tooMany.push(`${id} waits ${waits} times:\n${sqlOf(statements)}`);
  }
  const together = sum();
  t.diagnostic(`${together} waits together`);
  deepEqual(tooMany, []);
  equal(together <= mostTogether, true, `${together} waits together, of ${mostTogether}`);
});

const sqlOf = (statements: Heard["statements"]) => statements.map(({ sql }) => sql).join("\n");

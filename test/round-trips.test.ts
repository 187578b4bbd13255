// How often each operation waits for an answer of PostgreSQL, heard on the wire between the two.
import { equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { type Heard, tapPostgres } from "../bench/wire.mjs";
import { type OperationId, operations } from "../src/operations/index.ts";
import { createTestDatabase, skipReason } from "./support/engines.ts";
import { compose, startNestedWorld } from "./support/nested.ts";
import { composeCalls } from "./tables/calls.ts";

/** What is asked most is not to wait more often than this, its caller's token included. */
const most: Partial<Record<OperationId, number>> = {
  getGroupInvite: 1,
  listGroupInvites: 1,
  updateGroupInvites: 2,
  updateGroupInviteById: 2,
  deleteGroupInvite: 2,
  createGroupInvite: 3,
};

/** Nor anything else than this. */
const mostOf = (id: OperationId) => most[id] ?? (operations[id].method === "GET" ? 4 : 20);

test("round trips to PostgreSQL", { skip: skipReason("postgres") }, async (t) => {
  const tap = await tapPostgres(new URL(await createTestDatabase(t)));
  t.after(() => tap.close());
  const storage = { options: { databaseUrl: tap.url }, flags: [], rows: async () => [] };
  const world = await startNestedWorld(t, { storage });
  await world.settle();
  const calls = composeCalls(world.things);

  /** What one request sends; of several tries the least, as the work in the background is heard too. */
  async function hear(id: OperationId): Promise<Heard> {
    const heard: Heard[] = [];
    for (let time = 0; time < 3; time++) {
      for (const [first, prepared] of calls[id].before ?? [])
        await world.askAs("own", compose(first, prepared));
      tap.take();
      const { status, text } = await world.askAs("own", compose(id, calls[id]));
      heard.push(tap.take());
      ok(status < 300, `${id}: ${text}`);
      if (operations[id].method !== "GET" || calls[id].before !== undefined) await world.rewind();
    }
    return heard.reduce((least, each) => (each.waits < least.waits ? each : least));
  }

  const ids = Object.keys(operations) as OperationId[];
  for (const id of ids) {
    const { waits, statements } = await hear(id);
    t.diagnostic(
      `${String(waits).padStart(3)} waits, ${String(statements.length).padStart(3)} statements: ${id}`,
    );
    equal(waits <= mostOf(id), true, `${id} waits ${waits} times:\n${sqlOf(statements)}`);
  }
});

const sqlOf = (statements: Heard["statements"]) => statements.map(({ sql }) => sql).join("\n");

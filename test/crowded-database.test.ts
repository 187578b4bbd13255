// More requests than may wait for a connection to PostgreSQL: the others hear so at once, and those that wait are served.
import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import pg from "pg";
import { postgresLimits } from "../src/store/postgres-pool.ts";
import { skipReason } from "./support/engines.ts";
import { invitesPath } from "./support/invites.ts";
import { createStorage } from "./support/storage.ts";
import { type Reply, startWorld } from "./support/world.ts";

/** Those that hold a connection, beside those that wait, and those that may not. */
const connections = 10;
const tooMany = 20;

test("503 at once for whoever would be the thousand and first to wait for the database", {
  skip: skipReason("postgres"),
}, async (t) => {
  const { options, flags } = await createStorage(t, "postgres");
  const world = await startWorld(t, options);
  const token = await world.token();
  const other = new pg.Client({ connectionString: flags[1] });
  await other.connect();
  await other.query("begin");
  await other.query("lock table invites in access exclusive mode");

  const refused: Reply[] = [];
  let tellFull = () => {};
  const isFull = new Promise<void>((resolve) => {
    tellFull = resolve;
  });
  const replies = Array.from({ length: connections + postgresLimits.mostWaiting + tooMany }, async () => {
    const reply = await world.bearing(token, { path: invitesPath });
    if (reply.status !== 200 && refused.push(reply) === tooMany) tellFull();
    return reply.status;
  });
  // Nobody else can have been answered: the table is locked still.
  await Promise.race([isFull, Promise.all(replies)]);
  await other.query("commit");
  await other.end();

  const statuses = await Promise.all(replies);
  const served = statuses.filter((status) => status === 200).length;
  // The server itself may have asked something meanwhile.
  ok(
    served + refused.length === replies.length && refused.length <= tooMany + 2,
    `${refused.length} refused`,
  );
  for (const { status, headers, json } of refused) {
    deepEqual(
      [status, headers["retry-after"], json.errorCode, json.detail],
      [503, "1", "SERVICE_UNAVAILABLE", "Too many requests wait for the database; try again later."],
    );
  }
});

// Locks of units of work on PostgreSQL: who waits for whom, and in which order.
import { deepEqual, equal, notDeepEqual } from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { type TestContext, test } from "node:test";
import { createKeyring } from "../src/core/secrets/keyring.ts";
import { mintId } from "../src/core/secrets/mint.ts";
import type { Writes } from "../src/core/store/store.ts";
import { openStore } from "../src/server/open-store.ts";
import { plant } from "../src/testing/seed/plant.ts";
import { skipReason } from "./support/engines.ts";
import { createStorage, locationOf } from "./support/storage.ts";
import { until } from "./support/until.ts";
import { ids, seed } from "./support/world.ts";

const now = Date.parse("2026-08-10T03:04:53Z");
const other = mintId(now);
const stranger = mintId(now);
/** Other tests share the server, each with a database of its own. */
const isOurs = "pid in (select pid from pg_stat_activity where datname = current_database())";

async function start(t: TestContext) {
  const storage = await createStorage(t, "postgres");
  const store = await openStore(locationOf(storage));
  t.after(() => store.close());
  await plant(seed, { store, keyring: createKeyring(randomBytes(32)), now });
  const [owner = { id: "" }] = (await storage.rows(
    `select principal_id as id from grants where org_id = '${ids.org}' and role = 'ORG_OWNER' limit 1`,
  )) as { id: string }[];
  const group = { id: other, orgId: ids.org, name: "other", createdAt: now, tags: [] };
  await store.write((tx) => tx.groups.add({ ...group, withDefaultAlertsSettings: true }));

  const inTurn: string[] = [];
  /** Begins a unit that takes a lock, and ends when it is told to; resolves with what tells it, once it asks for the lock. */
  const begin = (name: string, lock: (locks: Writes["locks"]) => void) => {
    let end = () => {};
    const mayEnd = new Promise<void>((resolve) => {
      end = resolve;
    });
    const ended = store.write(async (tx) => {
      lock(tx.locks);
      // It comes behind the lock.
      await tx.meta.get("demo");
      inTurn.push(name);
      await mayEnd;
    });
    return { end, ended };
  };
  const countWaiting = async () =>
    (await storage.rows(`select pid from pg_locks where locktype = 'advisory' and not granted and ${isOurs}`))
      .length;
  const waiting = (count: number) => until(async () => (await countWaiting()) === count);
  return { storage, store, owner: owner.id, inTurn, begin, waiting };
}

test("locks", { skip: skipReason("postgres") }, async (t) => {
  const { storage, store, owner, inTurn, begin, waiting } = await start(t);

  await t.test(
    "who waits for an organization comes before those who ask for its projects later",
    async () => {
      const first = begin("project", (locks) => locks.group(ids.group, owner));
      await until(() => inTurn.length === 1);
      const org = begin("organization", (locks) => locks.orgFor(ids.org, owner));
      await waiting(1);
      const later = begin("other project", (locks) => locks.group(other, owner));
      await waiting(2);
      first.end();
      await until(() => inTurn.length === 2);
      org.end();
      later.end();
      await Promise.all([first.ended, org.ended, later.ended]);
      deepEqual(inTurn, ["project", "organization", "other project"]);
    },
  );

  await t.test("who waits for everything comes before those who ask for an organization later", async () => {
    inTurn.length = 0;
    const first = begin("project", (locks) => locks.group(ids.group, owner));
    await until(() => inTurn.length === 1);
    const all = begin("everything", (locks) => locks.everything());
    await waiting(1);
    const later = begin("organization", (locks) => locks.org(ids.org));
    await waiting(2);
    first.end();
    await until(() => inTurn.length === 2);
    all.end();
    later.end();
    await Promise.all([first.ended, all.ended, later.ended]);
    deepEqual(inTurn, ["project", "everything", "organization"]);
  });

  await t.test("projects of one organization do not wait for each other", async () => {
    inTurn.length = 0;
    const both = [ids.group, other].map((id) => begin(id, (locks) => locks.group(id, owner)));
    await until(() => inTurn.length === 2);
    for (const { end } of both) end();
    await Promise.all(both.map(({ ended }) => ended));
  });

  for (const kind of ["orgFor", "orgOfGroup", "group"] as const) {
    await t.test(`a stranger gets no lock of ${kind}, and waits for nobody`, async () => {
      const id = kind === "orgFor" ? ids.org : ids.group;
      const held = `select mode from pg_locks where locktype in ('advisory', 'transactionid', 'tuple') and ${isOurs}`;
      const lockedBy = (principalId: string) => {
        let found: unknown[] = [];
        const unit = store.write(async (tx) => {
          tx.locks[kind](id, principalId);
          await tx.meta.get("demo");
          found = await storage.rows(held);
          throw new Error("refused");
        });
        return unit.catch(() => found);
      };
      deepEqual(await lockedBy(stranger), []);
      notDeepEqual(await lockedBy(owner), []);
      const holder = begin("holder", (locks) => locks.everything());
      await until(() => inTurn.at(-1) === "holder");
      equal((await lockedBy(stranger)).length, (await storage.rows(held)).length);
      holder.end();
      await holder.ended;
      inTurn.length = 0;
    });
  }

  await t.test("who is a stranger no more at the door has the lock when the unit is kept", async () => {
    const seen: number[] = [];
    await store.write(async (tx) => {
      tx.locks.group(ids.group, seen.length === 0 ? stranger : owner);
      await tx.meta.get("demo");
      seen.push(
        (await storage.rows(`select from pg_locks where locktype = 'advisory' and ${isOurs}`)).length,
      );
    });
    // Of the whole store, and of the organization.
    deepEqual(seen, [0, 2]);
  });

  await t.test("who is there through a team alone is no stranger", async () => {
    const teamId = mintId(now);
    await store.write((tx) =>
      tx.teams.add({ id: teamId, orgId: ids.org, name: "alone", createdAt: now }, [owner]),
    );
    await storage.rows(`delete from grants where principal_id = '${owner}'`);
    await store.write(async (tx) => tx.locks.group(ids.group, owner));
  });
});

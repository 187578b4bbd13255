// Tests that rows that are kept no longer are deleted, in batches, and no others; on both engines.
import { deepEqual } from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { type TestContext, test } from "node:test";
import { day } from "../src/core/domain/instant.ts";
import { draftInvite, draftOrgInvite, inviteLifetime } from "../src/core/domain/invite.ts";
import { createKeyring } from "../src/core/secrets/keyring.ts";
import { mintId } from "../src/core/secrets/mint.ts";
import type { Store } from "../src/core/store/store.ts";
import { createSweeper } from "../src/core/sweeper.ts";
import { openStore } from "../src/server/open-store.ts";
import { plant } from "../src/testing/seed/plant.ts";
import { type EngineName, engines, skipReason } from "./support/engines.ts";
import { createStorage, locationOf } from "./support/storage.ts";
import { ids, seed } from "./support/world.ts";

const now = Date.parse("2026-08-10T03:04:53Z");
const group = { id: ids.group, orgId: ids.org, name: "payments" };
const org = { id: ids.org, name: "Acme" };

async function open(t: TestContext, engine: EngineName): Promise<Store> {
  const { options } = await createStorage(t, engine);
  const store = await openStore(locationOf({ options }));
  t.after(() => store.close());
  await plant(seed, { store, keyring: createKeyring(randomBytes(32)), now });
  return store;
}

const usernames = async (store: Store) => {
  const { invites = [] } = await store.read((tx) => tx.dump.take());
  return invites.map((row) => (row as { username: string }).username).sort();
};

async function sweep(store: Store, at: number, keep: { mailDays?: number; inviteDays?: number }) {
  const removed: unknown[] = [];
  const log = {
    info: (about: unknown) => void removed.push((about as { removed: number }).removed),
    error: (about: unknown) => void removed.push(about),
  };
  const parts = {
    store,
    clock: { now: () => at },
    wall: () => at,
    mailDays: null,
    inviteDays: null,
    newId: mintId,
    log,
  };
  await createSweeper({ ...parts, ...keep }).look();
  return removed;
}

for (const engine of engines) {
  test(`retention on ${engine}`, { skip: skipReason(engine) }, async (t) => {
    const store = await open(t, engine);
    const start = await store.read((tx) => tx.dump.take());
    t.beforeEach(() => store.write((tx) => tx.dump.restore(start)));

    await t.test("invitations go so many days after they ended or ran out, those of both kinds", async () => {
      const before = await usernames(store);
      const common = (username: string) => ({ id: mintId(now), username, inviter: "somebody", now });
      const toGroup = (username: string) =>
        draftInvite({ ...common(username), group, roles: ["GROUP_OWNER"] as const });
      const toOrg = (username: string) =>
        draftOrgInvite({
          ...common(username),
          org,
          userId: mintId(now),
          roles: ["ORG_MEMBER"] as const,
          groupRoles: [],
          teamIds: [],
        });
      await store.write(async (tx) => {
        const revoked = toGroup("revoked@example.com");
        await tx.invites.add(revoked);
        await tx.invites.end(revoked.id, "REVOKED", now);
        await tx.invites.add(toGroup("waiting@example.com"));
        const declined = toOrg("declined@example.com");
        await tx.orgInvites.add(declined);
        await tx.invites.end(declined.id, "DECLINED", now + 2 * day);
        await tx.orgInvites.add(toOrg("invited@example.com"));
      });
      deepEqual(await sweep(store, now + 10 * day, { inviteDays: 10 }), []);
      deepEqual(await sweep(store, now + 11 * day, { inviteDays: 10 }), [1]);
      deepEqual(
        await usernames(store),
        [...before, "waiting@example.com", "declined@example.com", "invited@example.com"].sort(),
      );
      deepEqual(await sweep(store, now + 13 * day, { inviteDays: 10 }), [1]);
      deepEqual(await sweep(store, now + inviteLifetime + 10 * day, { inviteDays: 10 }), []);
      deepEqual(await sweep(store, now + inviteLifetime + 11 * day, { inviteDays: 10 }), [before.length + 2]);
      deepEqual(await usernames(store), []);
    });

    await t.test("sent and failed mail goes, batch by batch, and mail that waits stays", async () => {
      const mail = await store.write(async (tx) => {
        const minted: string[] = [];
        for (let number = 0; number < 452; number++) {
          const id = mintId(now);
          await tx.outbox.add({ id, about: { address: `${number}@example.com` }, now });
          minted.push(id);
        }
        return minted;
      });
      const [waiting, failed, ...sent] = mail as [string, string, ...string[]];
      await store.write(async (tx) => {
        for (const each of await tx.outbox.due(now, 500)) {
          if (each.id !== waiting) await tx.outbox.lease(each, now);
        }
        await tx.outbox.giveUp(failed, "no such mailbox", now);
        for (const id of sent) await tx.outbox.markSent(id, now);
      });
      deepEqual(await sweep(store, now + 7 * day, { mailDays: 7 }), []);
      deepEqual(await sweep(store, now + 8 * day, { mailDays: 7 }), [451]);
      const { outbox = [] } = await store.read((tx) => tx.dump.take());
      deepEqual(
        outbox.map((row) => (row as { id: string }).id),
        [waiting],
      );
    });

    await t.test("nothing goes where nothing is said", async () => {
      deepEqual(await sweep(store, now + 9999 * day, {}), []);
      deepEqual(await store.read((tx) => tx.dump.take()), start);
    });
  });
}

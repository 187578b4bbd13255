// Proves how rows become invitations: with their roles, and with their end by the row and by the time.
import { deepEqual, equal, throws } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import fc from "fast-check";
import { numbered } from "../../../test/support/fill.ts";
import { openMemory } from "../../../test/support/memory.ts";
import { ids } from "../../../test/support/world.ts";
import { type GroupRole, groupRoleNames, inOrder } from "../contract/roles.ts";
import { draftInvite, inviteLifetime } from "../domain/invite.ts";
import { Collision } from "./database.ts";

const group = { id: ids.group, orgId: ids.org, name: "payments" };
const draft = (id: string, now: number, roles: readonly GroupRole[] = ["GROUP_OWNER"]) =>
  draftInvite({ id, group, username: `${id}@example.com`, roles, inviter: "somebody", now });

test("each invitation has its own roles, in the order of the table, oldest invitation first", async (t) => {
  const someRoles = fc.uniqueArray(fc.constantFrom(...groupRoleNames), { minLength: 1 });
  const invites = fc.array(fc.record({ roles: someRoles, at: fc.integer({ min: 0, max: 2 }) }), {
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(invites, async (drawn) => {
      const drafted = numbered(drawn.length, (id, number) =>
        draft(id, drawn[number - 1]?.at ?? 0, drawn[number - 1]?.roles),
      );
      const { store } = await openMemory(t);
      await store.write(async (tx) => {
        for (const invite of drafted) await tx.invites.add(invite);
      });
      const expected = drafted
        .map((invite) => ({ ...invite, roles: inOrder(invite.roles) }))
        .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
      deepEqual(await store.read((tx) => tx.invites.pendingInGroup(group, 3)), expected);
      for (const invite of expected) {
        deepEqual(await store.read((tx) => tx.invites.pendingById(group, invite.id, 3)), invite);
      }
    }),
    { numRuns: 15 },
  );
});

const id = "000000000000000000000001";
const expiry = inviteLifetime;

test("one that is remembered ends at its moment, changes with its row, and bears the name its project has", async (t) => {
  const { store } = await openMemory(t);
  const start = 7;
  const end = start + inviteLifetime;
  await store.write((tx) => tx.invites.add(draft(id, start)));
  const look = (now: number, home = group) =>
    store.read(async (tx) => {
      const [one] = await tx.invites.pendingInGroup(home, now);
      deepEqual(await tx.invites.pendingById(home, id, now), one);
      return one && { roles: one.roles, groupName: one.groupName };
    });
  const seen = { roles: ["GROUP_OWNER"], groupName: "payments" };
  for (const now of [end - 1, end - 1]) deepEqual(await look(now), seen);
  equal(await look(end), undefined);
  deepEqual(await look(end - 1), seen);
  const renamed = Object.freeze({ ...group, name: "billing" });
  for (const home of [renamed, renamed]) equal((await look(end - 1, home))?.groupName, "billing");
  await store.write((tx) => tx.invites.replaceRoles(draft(id, start), ["GROUP_READ_ONLY"], end - 1));
  deepEqual(await look(end - 1), { ...seen, roles: ["GROUP_READ_ONLY"] });
});

/** The ways in which an invitation made at 0 ends, and its state at twice its lifetime. */
const ends = {
  "one that ran out, which nobody wrote down": { at: null, status: "EXPIRED", endedAt: expiry },
  "one that ran out, which was written down later": { at: expiry + 5, status: "EXPIRED", endedAt: expiry },
  "one that was ended by the test controls": { at: 5, status: "EXPIRED", endedAt: 5 },
  "one that was declined": { at: 6, status: "DECLINED", endedAt: 6 },
  "one that was accepted at its last moment": { at: expiry - 1, status: "ACCEPTED", endedAt: expiry - 1 },
} as const;

async function begin(t: TestContext) {
  const { store } = await openMemory(t);
  await store.write((tx) => tx.invites.add(draft(id, 0)));
  return store;
}

for (const [title, { at, status, endedAt }] of Object.entries(ends)) {
  test(`it is known of ${title} when it ended`, async (t) => {
    const store = await begin(t);
    await store.write(async (tx) => {
      if (at === null) return;
      if (at < expiry) equal(await tx.invites.end(id, status, at), true);
      else await tx.invites.expireOverdue(group.id, `${id}@EXAMPLE.com`, at);
    });
    await store.read(async (tx) => {
      const found = await tx.invites.find(id, 2 * expiry);
      deepEqual([found?.status, found?.endedAt], [status, endedAt]);
      deepEqual(await tx.invites.pendingInGroup(group, 2 * expiry), []);
    });
  });
}

test("one that is pending has not ended", async (t) => {
  const store = await begin(t);
  const found = await store.read((tx) => tx.invites.find(id, expiry - 1));
  deepEqual([found?.status, found?.endedAt], ["PENDING", null]);
});

test("an invitation that ran out is neither amended nor ended", async (t) => {
  const store = await begin(t);
  await store.write(async (tx) => {
    const invite = draft(id, 0);
    throws(() => tx.invites.replaceRoles(invite, ["GROUP_READ_ONLY"], expiry), Collision);
    equal(await tx.invites.end(id, "ACCEPTED", expiry), false);
    await tx.invites.replaceRoles(invite, ["GROUP_READ_ONLY"], expiry - 1);
    deepEqual(await tx.invites.holdingsOf({ id, groupId: group.id }), {
      roles: ["GROUP_READ_ONLY"],
      groupRoles: [],
      teamIds: [],
    });
  });
});

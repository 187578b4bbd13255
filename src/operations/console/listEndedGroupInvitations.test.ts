// Proves listEndedGroupInvitations: what became of a project's invitations, for its owners.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { member, other, owner, startConsoleOperations } from "../../../test/support/console-operations.ts";
import { expiry, now } from "../../../test/support/stage.ts";
import { ids, invited } from "../../../test/support/world.ts";
import { draftInvite } from "../../domain/invite.ts";

const { group: groupId } = ids;
const group = { id: groupId, orgId: ids.org, name: "payments" };
const idOf = (index: number) => `c${String(index).padStart(23, "0")}`;

test("listEndedGroupInvitations", async (t) => {
  const stage = await startConsoleOperations(t);
  const { perform } = stage;
  const list = async () =>
    perform("listEndedGroupInvitations", { groupId }, { session: await stage.session(owner) });

  const add = (index: number) =>
    stage.store.write(async (tx) => {
      const drafted = { id: idOf(index), group, username: `a${index}@example.com`, inviter: owner };
      const roles = ["GROUP_OWNER", "GROUP_READ_ONLY"] as const;
      await tx.invites.add(draftInvite({ ...drafted, roles, now: stage.clock.now() }));
    });

  await t.test("200 with each way to end, the last one first, and without pending ones", async () => {
    const endings = ["ACCEPTED", "DECLINED", "REVOKED", "EXPIRED"] as const;
    for (const [index, status] of endings.entries()) {
      await add(index);
      stage.pass(1000);
      await stage.store.write((tx) => tx.invites.end(idOf(index), status, stage.clock.now()));
    }
    const { status, json } = await list();
    equal(status, 200);
    deepEqual(
      json,
      endings
        .map((ending, index) => ({
          id: idOf(index),
          username: `a${index}@example.com`,
          roles: ["GROUP_OWNER", "GROUP_READ_ONLY"],
          status: ending,
          createdAt: `2026-08-10T03:04:${53 + index}Z`,
          endedAt: `2026-08-10T03:04:${53 + index + 1}Z`,
          inviter: owner,
        }))
        .reverse(),
    );
  });

  await t.test("one that ran out ended when it did, written down or not", async () => {
    const ranOut = async () => {
      const [{ inviter, ...seen }] = (await list()).json;
      deepEqual(seen, {
        id: ids.invite,
        username: invited,
        roles: ["GROUP_READ_ONLY"],
        status: "EXPIRED",
        createdAt: now,
        endedAt: expiry,
      });
    };
    deepEqual((await list()).json, []);
    stage.pass(40 * 86_400_000);
    await ranOut();
    await stage.store.write((tx) => tx.invites.expireOverdue(groupId, invited, stage.clock.now()));
    await ranOut();
  });

  await t.test("a hundred at most", async () => {
    for (let index = 0; index < 101; index++) {
      await add(index);
      await stage.store.write((tx) => tx.invites.end(idOf(index), "REVOKED", stage.clock.now() + index));
    }
    const { json } = await list();
    deepEqual(
      json.map(({ id }: { id: string }) => id),
      Array.from({ length: 100 }, (_, index) => idOf(100 - index)),
    );
  });

  await t.test("refused to others, as the project itself", async () => {
    deepEqual(await stage.codesFor([member, other], "listEndedGroupInvitations", { groupId }), {
      [member]: "USER_CANNOT_ACCESS_GROUP",
      [other]: "USER_CANNOT_ACCESS_GROUP",
    });
    equal((await perform("listEndedGroupInvitations", { groupId })).status, 401);
  });
});

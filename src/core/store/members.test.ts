// Tests that the queries about one address, and the counts, of a project agree with the list of its organization's members.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { openMemory } from "../../../test/support/memory.ts";
import { ids } from "../../../test/support/world.ts";
import { draftOrgInvite, inviteLifetime } from "../domain/invite.ts";
import { rolesInGroup } from "../domain/membership.ts";
import { draftUser } from "../domain/user.ts";

const org = { id: ids.org, name: "of payments" };
const group = { id: ids.group, orgId: ids.org };
const inOrg = { orgId: ids.org, groupId: null };
const inGroup = { orgId: ids.org, groupId: ids.group };
const idOf = (number: number) => String(number).padStart(24, "0");

test("roles of an address and people of a project are those that all members show", async (t) => {
  const { store } = await openMemory(t);
  const now = inviteLifetime + 10;
  /** Madeira is written with a capital, and invited although she is a member. */
  const active = {
    "Madeira@example.com": ["GROUP_OWNER", "GROUP_READ_ONLY"],
    "noproject@example.com": [],
  } as const;
  const invited = {
    "madeira@example.com": now,
    "waits@example.com": now,
    "late@example.com": 5,
  };
  await store.write(async (tx) => {
    const names = { publicKey: "abcdefgh", privateKeyTail: "", description: "" };
    const roles = [{ ...inOrg, role: "ORG_MEMBER" } as const, { ...inGroup, role: "GROUP_OWNER" } as const];
    await tx.apiKeys.add({ id: idOf(99), orgId: org.id, ...names, createdAt: 0, roles }, "");
    let next = 0;
    for (const [username, held] of Object.entries(active)) {
      const id = idOf(++next);
      await tx.users.add(draftUser({ id, username, now: 0 }), null);
      await tx.grants.give(id, inOrg, "ORG_MEMBER", 0);
      for (const role of held) await tx.grants.give(id, inGroup, role, 0);
    }
    const gives = {
      roles: ["ORG_MEMBER"],
      groupRoles: [{ groupId: group.id, role: "GROUP_OWNER" }],
      teamIds: [],
    } as const;
    for (const [username, at] of Object.entries(invited)) {
      const [id, userId] = [idOf(++next), idOf(next + 50)];
      await tx.orgInvites.add(
        draftOrgInvite({ id, userId, org, username, inviter: "somebody", now: at, ...gives }),
      );
    }
  });
  await store.read(async (tx) => {
    const members = await tx.members.current(org, now);
    const inside = members.filter((each) => rolesInGroup(each, group.id).length > 0);
    deepEqual(
      inside.map(({ username }) => username),
      ["Madeira@example.com", "waits@example.com"],
    );
    equal(await tx.members.countInGroup(group, now), inside.length);
    for (const { username, status, ...held } of members) {
      const expected = status === "ACTIVE" ? rolesInGroup(held, group.id) : undefined;
      for (const spelled of [username, username.toUpperCase()]) {
        deepEqual((await tx.members.rolesByAddress(group, spelled))?.sort(), expected?.sort(), spelled);
      }
    }
    equal(
      await tx.members.rolesByAddress({ id: ids.otherGroup, orgId: ids.otherOrg }, "waits@example.com"),
      undefined,
    );
  });
});

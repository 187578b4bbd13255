// Proves listOrgAccess: what people of an organization may do, some people at a time, on both engines.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import {
  member,
  outside,
  owner,
  refusedToOthers,
  rich,
  startConsole,
} from "../../../test/support/console-operations.ts";
import { engines, skipReason } from "../../../test/support/engines.ts";
import { ids } from "../../../test/support/world.ts";

const { org: orgId, group: groupId } = ids;

for (const engine of engines) {
  test(`listOrgAccess on ${engine}`, { skip: skipReason(engine) }, async (t) => {
    const stage = await startConsole(t, { engine });
    const list = async (query: Record<string, unknown> = {}) => {
      const session = await stage.session(owner);
      const { status, json } = await stage.perform("listOrgAccess", { orgId, ...query }, { session });
      equal(status, 200, JSON.stringify(json));
      return json as { people: { username: string }[]; next: string | null };
    };
    const person = { firstName: "", lastName: "", lastAuthAt: null };

    await t.test("200 with the roles and teams of active people, in no other organization", async () => {
      await stage.store.write(async (tx) => {
        const userId = await stage.userId(member);
        tx.grants.give(userId, { orgId, groupId }, "GROUP_READ_ONLY", 1);
        tx.grants.give(userId, { orgId: ids.otherOrg, groupId: ids.otherGroup }, "GROUP_OWNER", 1);
      });
      deepEqual(await list(), {
        people: [
          {
            ...person,
            username: member,
            roles: ["ORG_MEMBER"],
            groupRoles: [{ groupId, role: "GROUP_READ_ONLY" }],
            teamIds: [],
          },
          {
            ...person,
            username: owner,
            firstName: "Ada",
            lastName: "Example",
            roles: ["ORG_OWNER"],
            groupRoles: [{ groupId, role: "GROUP_OWNER" }],
            teamIds: [ids.team],
          },
        ],
        next: null,
      });
    });

    await t.test("200 with what invitations give, while they can be accepted", async () => {
      const { people } = await list({ isInvited: true });
      deepEqual(people.at(-1), {
        ...person,
        username: rich.username,
        roles: ["ORG_READ_ONLY", "ORG_MEMBER"],
        groupRoles: [
          { groupId, role: "GROUP_OWNER" },
          { groupId, role: "GROUP_READ_ONLY" },
        ],
        teamIds: [ids.team],
      });
      equal(people.length, 2);
      stage.pass(40 * 86_400_000);
      deepEqual(await list({ isInvited: true }), { people: [], next: null });
    });

    await t.test("200 with 25 people, and where the next begin: others wait for no more", async () => {
      const usernames = Array.from(
        { length: 60 },
        (_, nth) => `p${String(nth).padStart(2, "0")}@example.com`,
      );
      await stage.store.write(async (tx) => {
        for (const [nth, username] of usernames.entries()) {
          const id = `c${String(nth).padStart(23, "0")}`;
          const user = { id, username, firstName: "", lastName: "", country: null, mobileNumber: null };
          await tx.users.add({ ...user, lastAuthAt: null, createdAt: 1 }, null);
          tx.grants.give(id, { orgId, groupId: null }, "ORG_MEMBER", 1);
        }
      });
      const read: string[] = [];
      const sizes: number[] = [];
      for (let after: string | null | undefined; after !== null; ) {
        const { people, next } = await list({ ...(after && { after }) });
        sizes.push(people.length);
        read.push(...people.map(({ username }) => username));
        after = next;
      }
      deepEqual(sizes, [25, 25, 12]);
      deepEqual(read, [member, owner, ...usernames]);
    });

    await refusedToOthers(t, stage, "listOrgAccess", async () => ({ orgId }), outside.ownersOfOrg);
  });
}

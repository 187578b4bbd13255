// Proves listOrgAccess: the roles of the people of an organization, in parts, on both engines.
import { deepEqual } from "node:assert/strict";
import { member, owner, testOnEngines } from "../../../test/console/support/console-operations.ts";
import { pluck } from "../../../test/support/pluck.ts";
import { ids } from "../../../test/support/world.ts";

const { org: orgId, group: groupId } = ids;

testOnEngines("listOrgAccess", async (t, stage) => {
  const list = async (query: Record<string, unknown> = {}) => {
    const json = await stage.read(owner, "listOrgAccess", { orgId, ...query });
    return json as { people: { username: string }[]; next: string | null };
  };
  const person = (username: string) => ({
    who: `person/${username}`,
    username,
    firstName: "",
    lastName: "",
    lastAuthAt: null,
    teamIds: [],
  });
  const inProject = `group/${groupId}`;

  await t.test("200 with the roles and teams of active people, in no other organization", async () => {
    await stage.give(member, "GROUP_READ_ONLY");
    await stage.give(member, "GROUP_OWNER", { orgId: ids.otherOrg, groupId: ids.otherGroup });
    deepEqual(await list(), {
      people: [
        {
          ...person(member),
          held: [
            { in: "org", roles: ["ORG_MEMBER"] },
            { in: inProject, roles: ["GROUP_READ_ONLY"] },
          ],
        },
        {
          ...person(owner),
          firstName: "Ada",
          lastName: "Example",
          teamIds: [ids.team],
          held: [
            { in: "org", roles: ["ORG_OWNER"] },
            { in: inProject, roles: ["GROUP_OWNER"] },
          ],
        },
      ],
      next: null,
    });
  });

  await t.test("200 with 50 people, and where the next begin: others wait for no more", async () => {
    const usernames = Array.from({ length: 210 }, (_, nth) => `p${String(nth).padStart(3, "0")}@example.com`);
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
      read.push(...pluck(people, "username"));
      after = next;
    }
    deepEqual(sizes, [50, 50, 50, 50, 12]);
    deepEqual(read, [member, owner, ...usernames]);
  });
});

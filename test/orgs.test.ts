// The life of an organization and of its invitations, the same on both engines: made, filled, changed and deleted.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { engines, skipReason } from "./support/engines.ts";
import { pluck } from "./support/pluck.ts";
import { ids, keys, startWorld } from "./support/world.ts";

const orgs = "/api/atlas/v2/orgs";

for (const engine of engines) {
  test(`organizations and their invitations on ${engine}`, { skip: skipReason(engine) }, async (t) => {
    const world = await startWorld(t, { engine });
    const ask = (
      key: { publicKey: string; privateKey: string },
      method: string,
      path: string,
      body?: object,
    ) => world.as(key, { method, path: `${orgs}${path}`, ...(body && { body }) });
    const fine = async (...request: Parameters<typeof ask>) => {
      const reply = await ask(...request);
      equal(reply.status < 300, true, `${request[1]} ${request[2]}: ${reply.text}`);
      return reply.json;
    };

    const invites = `/${ids.org}/invites`;
    const username = "zoe@example.com";
    const gifts = {
      roles: ["ORG_MEMBER"],
      groupRoleAssignments: [{ groupId: ids.group, roles: ["GROUP_READ_ONLY", "GROUP_OWNER"] }],
    };

    await t.test("of ten that invite one address at once, one does", async () => {
      const invite = () => ask(keys.owner, "POST", invites, { username, ...gifts });
      const statuses = (await Promise.all(Array.from({ length: 10 }, invite))).map(({ status }) => status);
      deepEqual(statuses.filter((status) => status === 200).length, 1);
      deepEqual(
        statuses.filter((status) => status !== 200 && status !== 409),
        [],
      );
    });

    await t.test("the invitation is listed, changed, revoked, and another takes its place", async () => {
      const [found] = await fine(keys.owner, "GET", `${invites}?username=${username}`);
      deepEqual(pluck(found.groupRoleAssignments, "groupRole"), ["GROUP_OWNER", "GROUP_READ_ONLY"]);
      const body = { username: "ZOE@example.com", roles: ["ORG_READ_ONLY"] };
      deepEqual(await fine(keys.owner, "PATCH", invites, body), { ...found, roles: ["ORG_READ_ONLY"] });
      await fine(keys.owner, "DELETE", `${invites}/${found.id}`);
      const again = await fine(keys.owner, "POST", invites, { username, ...gifts });
      deepEqual(await fine(keys.owner, "GET", `${invites}/${again.id}`), again);
    });

    await t.test("settings are written, and written again", async () => {
      const path = `/${ids.org}/settings`;
      for (const securityContact of ["a@example.com", "b@example.com"]) {
        await fine(keys.owner, "PATCH", path, { securityContact });
        equal((await fine(keys.owner, "GET", path)).securityContact, securityContact);
      }
      equal((await fine(keys.owner, "PATCH", `/${ids.org}`, { name: "Acme Two" })).name, "Acme Two");
      equal((await fine(keys.owner, "GET", `/${ids.org}/groups?name=PAY`)).totalCount, 1);
    });

    await t.test("an organization without projects is deleted with its credentials", async () => {
      equal((await ask(keys.stranger, "DELETE", `/${ids.otherOrg}`)).status, 409);
      await world.as(keys.stranger, { method: "DELETE", path: `/api/atlas/v2/groups/${ids.otherGroup}` });
      equal((await ask(keys.stranger, "DELETE", `/${ids.otherOrg}`)).status, 204);
      equal((await ask(keys.stranger, "GET", `/${ids.otherOrg}`)).status, 401);
      equal((await ask(keys.owner, "GET", `/${ids.otherOrg}`)).status, 404);
    });
  });
}

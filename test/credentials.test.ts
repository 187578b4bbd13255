// The lives of an API key and of a service account on every engine, from creation to deletion.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { engines, skipReason } from "./support/engines.ts";
import { ids, keys, startWorld } from "./support/world.ts";

for (const engine of engines) {
  test(`credentials on ${engine}`, { skip: skipReason(engine) }, async (t) => {
    const world = await startWorld(t, { engine });
    const ask = async (method: string, path: string, body?: object) => {
      const headers = { accept: "application/vnd.atlas.2024-08-05+json" };
      const reply = await world.as(keys.owner, {
        method,
        path: `/api/atlas/v2${path}`,
        headers,
        ...(body && { body }),
      });
      equal(reply.status < 300, true, reply.text);
      return reply.json;
    };
    const orgPath = `/orgs/${ids.org}`;
    const groupPath = `/groups/${ids.group}`;

    await t.test("an API key", async () => {
      const key = await ask("POST", `${orgPath}/apiKeys`, { desc: "it", roles: ["ORG_MEMBER"] });
      await ask("PATCH", `${groupPath}/apiKeys/${key.id}`, { roles: ["GROUP_READ_ONLY"] });
      equal((await ask("GET", `${groupPath}/apiKeys`)).totalCount, 3);
      equal((await ask("GET", `${orgPath}/apiKeys?itemsPerPage=2`)).totalCount, 8);
      await ask("POST", `${orgPath}/apiKeys/${key.id}/accessList`, [{ ipAddress: "127.0.0.1" }]);
      equal((await world.as(key, { path: `/api/atlas/v2${groupPath}` })).status, 200);
      await ask("DELETE", `${orgPath}/apiKeys/${key.id}/accessList/127.0.0.1`);
      await ask("PATCH", `${orgPath}/apiKeys/${key.id}`, { desc: "that", roles: ["ORG_READ_ONLY"] });
      await ask("DELETE", `${groupPath}/apiKeys/${key.id}`);
      deepEqual((await ask("GET", `${orgPath}/apiKeys/${key.id}`)).roles, [
        { orgId: ids.org, roleName: "ORG_READ_ONLY" },
      ]);
      await ask("DELETE", `${orgPath}/apiKeys/${key.id}`);
      equal((await world.as(key, { path: `/api/atlas/v2${groupPath}` })).status, 401);
    });

    await t.test("a service account", async () => {
      const wanted = { name: "it", description: "it", secretExpiresAfterHours: 8, roles: ["GROUP_OWNER"] };
      const { clientId, secrets } = await ask("POST", `${groupPath}/serviceAccounts`, wanted);
      const path = `${groupPath}/serviceAccounts/${clientId}`;
      await ask("POST", `${path}/secrets`, { secretExpiresAfterHours: 8 });
      await ask("DELETE", `${path}/secrets/${secrets[0].id}`);
      await ask("POST", `${path}/accessList`, [{ cidrBlock: "192.0.2.0/24" }]);
      await ask("DELETE", `${path}/accessList/192.0.2.0%2F24`);
      await ask("PATCH", path, { name: "that", roles: ["GROUP_READ_ONLY"] });
      equal((await ask("GET", `${groupPath}/serviceAccounts`)).totalCount, 1);
      equal((await ask("GET", `${orgPath}/serviceAccounts`)).totalCount, 2);
      equal((await ask("GET", `${orgPath}/serviceAccounts/${clientId}/groups`)).totalCount, 1);
      await ask("DELETE", path);
      const left = await ask("GET", `${orgPath}/serviceAccounts/${clientId}`);
      deepEqual([left.name, left.roles, left.secrets.length], ["that", ["ORG_MEMBER"], 1]);
      await ask("DELETE", `${orgPath}/serviceAccounts/${clientId}`);
    });
  });
}

// Tests that ids, secrets and access tokens survive a reset of the world, and that only what was revoked stays revoked.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { AtlasClient } from "../src/client/client.ts";
import { createAnteroom } from "../src/testing/embedded.ts";
import { assertTokenRefused } from "./support/challenges.ts";
import { deleteCredential } from "./support/dump.ts";
import { engines, skipReason } from "./support/engines.ts";
import { startFrozen } from "./support/frozen.ts";
import { invitesPath as path } from "./support/invites.ts";
import { requestToken } from "./support/oauth.ts";
import { orgAccountPath, request } from "./support/service-accounts.ts";
import { watched } from "./support/watching.ts";
import { account, ids, seed, startWorld } from "./support/world.ts";

const revoked = "The access token was revoked, or its service account or secret was deleted.";

for (const engine of engines) {
  test(`${engine}: access tokens and resets`, { skip: skipReason(engine) }, async (t) => {
    const { world, storage } = await startFrozen(t, engine);
    const asking = (token: string) => world.bearing(token, { path });
    const revoke = (token: string) =>
      requestToken(world, { endpoint: "/api/oauth/revoke", body: new URLSearchParams({ token }).toString() });
    t.beforeEach(() => world.reset());

    await t.test("200 after a reset", async () => {
      const token = await world.token();
      await world.reset();
      equal((await asking(token)).status, 200);
    });

    await t.test("200 after a snapshot from before the token is put back", async () => {
      await world.snapshot.take("before");
      const token = await world.token();
      await world.snapshot.restore("before");
      equal((await asking(token)).status, 200);
    });

    await t.test("401 for a revoked token, whatever is restored, and 200 for another", async () => {
      const [token, neighbour] = [await world.token(), await world.token()];
      await world.snapshot.take("alive");
      await revoke(token);
      for (const putBack of [() => world.reset(), () => world.snapshot.restore("alive")]) {
        await putBack();
        assertTokenRefused(await asking(token), revoked);
        equal((await asking(neighbour)).status, 200);
      }
    });

    await t.test("401 for a revoked token when the clock went far ahead and came back", async () => {
      const token = await world.token();
      await revoke(token);
      world.clock.set({ advance: "P30D" });
      await world.token();
      await world.reset();
      assertTokenRefused(await asking(token), revoked);
    });

    await t.test("401 while the account is deleted, and 200 when a reset brings it back", async () => {
      const token = await world.token();
      await deleteCredential(storage, account.clientId);
      assertTokenRefused(await asking(token), revoked);
      await world.reset();
      equal((await asking(token)).status, 200);
    });

    await t.test("401 while its secret is deleted, and 200 when a reset brings it back", async () => {
      const token = await world.token();
      const { secrets } = (await world.bearing(token, request("GET", orgAccountPath))).json;
      const removing = request("DELETE", `${orgAccountPath}/secrets/${secrets[0].id}`);
      equal((await world.bearing(token, removing)).status, 204);
      assertTokenRefused(await asking(token), revoked);
      await world.reset();
      equal((await asking(token)).status, 200);
    });

    await t.test("401 when the account is not in the world that was put back", async () => {
      await world.snapshot.take("without");
      const clientId = "mdb_sa_id_fedcba987654321001234567";
      const clientSecret = `mdb_sa_sk_${"z".repeat(40)}`;
      await world.seed({
        orgs: [
          { name: "Initech", serviceAccounts: [{ clientId, secret: clientSecret, roles: ["ORG_OWNER"] }] },
        ],
      });
      const tokens = [
        (await requestToken(world, { clientId, clientSecret })).json.access_token,
        (await requestToken(world, { clientId, clientSecret })).json.access_token,
      ];
      equal((await world.bearing(tokens[0], { path: "/api/atlas/v2/orgs" })).status, 200);
      await world.snapshot.restore("without");
      assertTokenRefused(await asking(tokens[0]), revoked);
      await world.reset();
      assertTokenRefused(await asking(tokens[1]), revoked);
    });
  });
}

test("ids and secrets that the seed left out are the same after a reset", async (t) => {
  const [owner, invitee] = ["ada@example.com", "new@example.com"];
  const [inOrg, inGroup] = [{ roles: ["ORG_OWNER" as const] }, { roles: ["GROUP_OWNER" as const] }];
  const shared = "sharedky";
  const org = {
    name: "Acme",
    users: [{ username: owner, orgRoles: ["ORG_OWNER" as const] }],
    apiKeys: [inOrg, { ...inOrg, publicKey: shared }],
    serviceAccounts: [{ ...inOrg, name: "ci" }],
    teams: [{ name: "core", usernames: [owner] }],
    invites: [{ ...inOrg, username: invitee }],
    groups: [
      {
        name: "payments",
        apiKeys: [inGroup, { ...inGroup, publicKey: shared }],
        serviceAccounts: [{ ...inGroup, name: "deploy" }],
        invites: [{ ...inGroup, username: invitee }],
      },
    ],
  };
  const world = await startWorld(t, { seed: { orgs: [org] } });
  const { apiKeys, serviceAccounts } = world.credentials;
  deepEqual([apiKeys.length, serviceAccounts.length], [3, 2]);
  const tokens: string[] = [];
  for (const each of serviceAccounts) tokens.push((await requestToken(world, each)).json.access_token);
  const look = async () => {
    for (const key of apiKeys) equal((await world.as(key, { path: "/api/atlas/v2/groups" })).status, 200);
    for (const token of tokens) {
      equal((await world.bearing(token, { path: "/api/atlas/v2/groups" })).status, 200);
    }
    for (const each of serviceAccounts) equal((await requestToken(world, each)).status, 200);
    const read = async (path: string) => (await world.bearing(tokens[0] ?? "", { path })).json;
    const idsOf = (page: { results: { id: string }[] } | { id: string }[]) =>
      ("results" in page ? page.results : page).map(({ id }) => id);
    const [orgId] = idsOf(await read("/api/atlas/v2/orgs"));
    const [groupId] = idsOf(await read("/api/atlas/v2/groups"));
    const lists = ["users", "apiKeys", "teams", "invites"].map((list) => `orgs/${orgId}/${list}`);
    const seen = [[orgId ?? ""], [groupId ?? ""]];
    for (const path of [...lists, `groups/${groupId}/apiKeys`, `groups/${groupId}/invites`]) {
      seen.push(idsOf(await read(`/api/atlas/v2/${path}`)));
    }
    return seen;
  };
  const before = await look();
  ok(before.flat().length > 10 && before.flat().every((id) => /^[0-9a-f]{24}$/.test(id)));
  await world.reset();
  deepEqual(await look(), before);
  await world.send({ method: "POST", path: "/_anteroom/v1/reset" });
  deepEqual(await look(), before);
});

test("one client, one token, two hundred resets", async (t) => {
  const anteroom = await createAnteroom({ seed });
  t.after(() => anteroom.close());
  const { seen, fetch } = watched();
  const client = new AtlasClient({ baseUrl: anteroom.url, ...account, fetch });
  for (let number = 0; number < 200; number++) {
    await client.getGroup({ groupId: ids.group });
    await anteroom.reset();
  }
  await client.getGroup({ groupId: ids.group });
  deepEqual(
    { all: seen.length, tokens: seen.filter((each) => each.path === "/api/oauth/token").length },
    { all: 202, tokens: 1 },
  );
});

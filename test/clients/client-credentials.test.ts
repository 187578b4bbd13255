// Libraries of others that get access tokens by client credentials, unmodified: a token, a change with it, its revocation.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { run } from "../support/command.ts";
import { loadInstalled, notInstalled, python } from "../support/installed.ts";
import { account, ids, invited, startWorld } from "../support/world.ts";

const { clientId, clientSecret } = account;

test("authlib", { skip: notInstalled("python") }, async (t) => {
  const { url } = await startWorld(t);
  const env = {
    BASE_URL: url,
    GROUP_ID: ids.group,
    USERNAME: invited,
    CLIENT_ID: clientId,
    CLIENT_SECRET: clientSecret,
  };
  const { code, stdout, stderr } = await run(python, ["test/clients/python/clients.py", "authlib"], { env });
  equal(code, 0, stderr);
  deepEqual(JSON.parse(stdout), { statuses: [200, 200, 401], changed: ["GROUP_OWNER"] });
});

test("simple-oauth2", { skip: notInstalled("node") }, async (t) => {
  const { ClientCredentials } = await loadInstalled("simple-oauth2");
  const world = await startWorld(t);
  const client = new ClientCredentials({
    client: { id: clientId, secret: clientSecret },
    auth: { tokenHost: world.url, tokenPath: "/api/oauth/token", revokePath: "/api/oauth/revoke" },
  });
  const granted = await client.getToken({});
  equal(granted.expired(), false);
  const path = `/api/atlas/v2/groups/${ids.group}/invites`;
  const change = { method: "PATCH", path, body: { username: invited, roles: ["GROUP_OWNER"] } };
  const changed = await world.bearing(granted.token.access_token, change);
  deepEqual([changed.status, changed.json.roles], [200, ["GROUP_OWNER"]]);
  await granted.revoke("access_token");
  equal((await world.bearing(granted.token.access_token, { path })).status, 401);
});

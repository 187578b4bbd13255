// GET /api/atlas/v2, answer by answer.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { assertSuccess, startStage } from "../../../test/support/stage.ts";
import { ids, keys } from "../../../test/support/world.ts";

const path = "/api/atlas/v2";

test("getSystemStatus", async (t) => {
  const stage = await startStage(t);
  const server = (build: string) => ({
    appName: "MongoDB Atlas",
    build,
    ipAddress: "127.0.0.1",
    links: [{ href: `${stage.url}${path}`, rel: "self" }],
    throttling: false,
  });

  await t.test("200 answers the server, and the key that asks with its roles", async () => {
    const reply = await stage.ask("groupOwner", { path });
    const { build } = reply.json;
    match(build, /^[0-9a-f]{40}$/);
    const { id, ...apiKey } = reply.json.apiKey;
    match(id, /^[0-9a-f]{24}$/);
    deepEqual(apiKey, {
      accessList: [],
      publicKey: keys.groupOwner.publicKey,
      roles: [
        { groupId: ids.group, roleName: "GROUP_OWNER" },
        { orgId: ids.org, roleName: "ORG_MEMBER" },
      ],
    });
    const json = { apiKey: { ...apiKey, id }, ...server(build) };
    const { accessList, publicKey, roles } = apiKey;
    const inOrder = { ...json, apiKey: { accessList, id, publicKey, roles } };
    assertSuccess(reply, { status: 200, limit: 1200, json: inOrder });
  });

  await t.test("200 answers the addresses the key may be used from", async () => {
    const here = { publicKey: "herehere", privateKey: "00000000-0000-4000-8000-herehere0000" };
    const accessList = ["127.0.0.0/8", "127.0.0.1", "::1"];
    await stage.seed({ orgs: [{ name: "Here", apiKeys: [{ ...here, accessList, roles: ["ORG_MEMBER"] }] }] });
    const { apiKey } = (await stage.as(here, { path })).json;
    const byBlock = (a: { cidrBlock: string }, b: { cidrBlock: string }) =>
      a.cidrBlock < b.cidrBlock ? -1 : 1;
    deepEqual(apiKey.accessList.sort(byBlock), [
      { cidrBlock: "127.0.0.0/8", ipAddress: null },
      { cidrBlock: "127.0.0.1/32", ipAddress: "127.0.0.1" },
      { cidrBlock: "::1/128", ipAddress: "::1" },
    ]);
  });

  await t.test("200 answers no key to a service account", async () => {
    const reply = await stage.ask("account", { path });
    equal(reply.json.apiKey, null);
    const json = { apiKey: null, ...server(reply.json.build) };
    assertSuccess(reply, { status: 200, limit: 1200, json });
  });

  await t.test("200 with a slash at the end", async () => {
    equal((await stage.ask("owner", { path: `${path}/` })).status, 200);
  });
});

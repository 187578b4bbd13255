// Tests which keys make organizations, and how many.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { startStage } from "./support/stage.ts";
import { idOf } from "./support/users.ts";
import { ids, keys } from "./support/world.ts";

test("a key makes organizations but where nobody does", async (t) => {
  const body = { name: "Made", apiKey: { desc: "first", roles: ["ORG_OWNER"] } };
  for (const [createOrgs, status] of [
    ["invited", 201],
    ["nobody", 401],
  ] as const) {
    const stage = await startStage(t, { policy: { createOrgs } });
    const orgOwnerId = idOf(stage, "owner@example.com");
    const sending = {
      method: "POST",
      path: "/api/atlas/v2/orgs",
      body: { ...body, orgOwnerId },
    };
    equal((await stage.as(keys.owner, sending)).status, status);
  }
});

test("429 after twenty organizations that keys made, and those of organizations they made", async (t) => {
  for (const boundsNewOrgs of [true, false]) {
    const stage = await startStage(t, { policy: { boundsNewOrgs } });
    const orgOwnerId = idOf(stage, "owner@example.com");
    const make = async (key: { publicKey: string; privateKey: string }) => {
      const body = { name: "Made", orgOwnerId, apiKey: { desc: "first", roles: ["ORG_OWNER"] } };
      return stage.as(key, { method: "POST", path: "/api/atlas/v2/orgs", body });
    };
    let key: Parameters<typeof make>[0] = keys.owner;
    for (let count = 0; count < 20; count++) {
      const made = await make(key);
      equal(made.status, 201, made.text);
      if (count % 5 === 0) key = made.json.apiKey;
    }
    for (const each of [keys.owner, key]) equal((await make(each)).status, boundsNewOrgs ? 429 : 201);
    // A mail of any of them is one of the first.
    deepEqual(stage.rows("select distinct founder_id from orgs where name = 'Made'"), [
      { founder_id: ids.org },
    ]);
  }
});

test("refused keys spend nothing of the organizations that their founder may make", async (t) => {
  const stage = await startStage(t, { policy: { boundsNewOrgs: true } });
  const orgOwnerId = idOf(stage, "owner@example.com");
  const body = { name: "Made", orgOwnerId };
  const make = (key: { publicKey: string; privateKey: string }) =>
    stage.as(key, { method: "POST", path: "/api/atlas/v2/orgs", body });
  for (let count = 0; count < 25; count++) {
    const { status, json } = await make(keys.member);
    deepEqual([status, json.errorCode], [401, "NOT_ORG_OWNER"]);
  }
  equal((await make(keys.owner)).status, 201);
});

// Tests that what a project keeps for its databases is part of its world: of snapshots and resets, with sealed passwords, and
// deleted with it.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { AtlasClient } from "../src/client/client.ts";
import { createAnteroom } from "../src/testing/embedded.ts";
import { now, startStage } from "./support/stage.ts";
import { ids, keys, seedWith } from "./support/world.ts";

const password = "a passphrase of the shop";
const seedWithDataAccess = seedWith(
  {},
  {
    accessList: [
      { entry: "203.0.113.7", comment: "the office" },
      { entry: "203.0.113.8", deleteAfterDate: "2026-08-11T00:00:00Z" },
      { entry: "203.0.113.9", deleteAfterDate: "2026-08-09T00:00:00Z" },
    ],
    customDBRoles: [{ roleName: "reports", actions: [{ action: "FIND", resources: [{ db: "sales" }] }] }],
    databaseUsers: [
      { username: "app", password, roles: [{ roleName: "readWrite", databaseName: "sales" }] },
      { username: "copied", roles: [{ roleName: "reports", databaseName: "admin" }] },
    ],
  },
);
const path = `/api/atlas/v2/groups/${ids.group}`;
const lists = ["accessList", "databaseUsers", "customDBRoles/roles"];

test("what a project keeps for its databases", async (t) => {
  const stage = await startStage(t, { seed: seedWithDataAccess });
  const rows = () =>
    stage.rows("select kind, name, document, sealed_secret, ends_at from documents order by kind, name");
  const shown = () =>
    Promise.all(lists.map(async (list) => (await stage.ask("owner", { path: `${path}/${list}` })).json));
  await t.test("is planted but for what has ended, and a user without a password gets one", async () => {
    deepEqual(
      stage.rows("select name, sealed_secret is null as bare, ends_at from documents order by kind, name"),
      [
        { name: "reports", bare: 1, ends_at: null },
        { name: "admin/app", bare: 0, ends_at: null },
        { name: "admin/copied", bare: 0, ends_at: null },
        { name: "203.0.113.7/32", bare: 1, ends_at: null },
        { name: "203.0.113.8/32", bare: 1, ends_at: Date.parse("2026-08-11T00:00:00Z") },
      ],
    );
    const texts = JSON.stringify([await shown(), rows(), stage.events()]);
    equal(texts.includes(password), false, "the password is in an answer, a row or an event");
  });

  await t.test("ends with an event of its end, or of now where that is long ago", async () => {
    const add = async (entry: object) => {
      const body = [{ ipAddress: "198.51.100.9", ...entry }];
      equal((await stage.ask("owner", { method: "POST", path: `${path}/accessList`, body })).status, 201);
    };
    const ends = () =>
      stage.rows("select at from events where type = 'NETWORK_PERMISSION_ENTRY_REMOVED'") as { at: number }[];
    const end = Date.parse("2026-08-11T00:00:00Z");
    for (const [at, seen] of [
      ["2026-08-11T00:04:00Z", end],
      ["2026-08-11T01:00:00Z", end + 3_600_000],
    ] as const) {
      await stage.rewind();
      stage.clock.set({ now: at });
      // Whoever writes, or the sweeper, removes what has ended.
      await add({});
      deepEqual(ends(), [{ at: seen }]);
    }
  });
});

test("what a project keeps for its databases is there again after a reset, with the ends that the seed names", async () => {
  for (const at of [now, "2026-08-10T05:00:00Z"]) {
    await using server = await createAnteroom({ seed: seedWithDataAccess, now: at });
    const client = new AtlasClient({ ...keys.owner, baseUrl: server.url });
    const groupId = ids.group;
    const entries = async () =>
      (await client.listGroupAccessListEntries({ groupId }).all()).map((each) => each.deleteAfterDate);
    const ends = [undefined, "2026-08-11T00:00:00Z"];
    deepEqual(await entries(), ends);
    await client.deleteGroupAccessListEntry({ groupId, entryValue: "203.0.113.8" });
    await server.reset();
    deepEqual(await entries(), ends);
  }
});

// A seeded world has the events of its making, as the operations that would have made it record them.
import { deepEqual, equal, ok } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { AnteroomOptions } from "../src/anteroom.ts";
import { createAnteroom } from "../src/testing/embedded.ts";
import type { SeedDocument } from "../src/testing/seed/document.ts";

const [orgId, groupId, teamId] = ["a", "b", "c"].map((letter) => letter.repeat(24)) as [
  string,
  string,
  string,
];
const seed: SeedDocument = {
  orgs: [
    {
      id: orgId,
      name: "Acme",
      users: [
        { username: "ada@example.com", orgRoles: ["ORG_OWNER"], createdAt: "2024-03-01T09:00:00Z" },
        { username: "bob@example.com", orgRoles: ["ORG_MEMBER"] },
      ],
      apiKeys: [{ publicKey: "abcdefgh", roles: ["ORG_OWNER"], accessList: ["127.0.0.1"] }],
      serviceAccounts: [{ clientId: `mdb_sa_id_${"d".repeat(24)}`, name: "ci", roles: ["ORG_MEMBER"] }],
      teams: [{ id: teamId, name: "core", usernames: ["bob@example.com"] }],
      groups: [
        {
          id: groupId,
          name: "payments",
          users: [{ username: "ada@example.com", roles: ["GROUP_OWNER"] }],
          serviceAccounts: [{ serviceAccount: "ci", roles: ["GROUP_READ_ONLY"] }],
          teams: [{ team: "core", roleNames: ["GROUP_READ_ONLY"] }],
          invites: [{ username: "eve@example.com", roles: ["GROUP_READ_ONLY"] }],
        },
      ],
      invites: [{ username: "dan@example.com", roles: ["ORG_MEMBER"], teams: ["core"] }],
    },
  ],
};

/** The events in the order of making. */
const made = {
  org: [
    ["ORG_CREATED"],
    ["JOINED_ORG", "ada@example.com"],
    ["JOINED_ORG", "bob@example.com"],
    ["API_KEY_CREATED", "abcdefgh"],
    ["API_KEY_ACCESS_LIST_ENTRY_ADDED", "abcdefgh"],
    ["SERVICE_ACCOUNT_CREATED"],
    ["JOINED_TEAM", "bob@example.com"],
    ["TEAM_CREATED", teamId],
    ["GROUP_CREATED"],
    ["TEAM_ADDED_TO_GROUP", teamId],
    ["INVITED_TO_ORG", "eve@example.com"],
    ["INVITED_TO_ORG", "dan@example.com"],
    ["INVITED_TO_TEAM", "dan@example.com"],
  ],
  group: [
    ["GROUP_CREATED"],
    ["JOINED_GROUP", "ada@example.com"],
    ["SERVICE_ACCOUNT_ADDED_TO_GROUP"],
    ["TEAM_ADDED_TO_GROUP", teamId],
    ["INVITED_TO_GROUP", "eve@example.com"],
  ],
};

async function start(t: TestContext, options: AnteroomOptions = {}) {
  const anteroom = await createAnteroom({ seed, ...options });
  t.after(anteroom.close);
  const feeds = async () => {
    const [org, group] = await Promise.all([
      anteroom.atlas.listOrgEvents({ orgId, itemsPerPage: 500 }),
      anteroom.atlas.listGroupEvents({ groupId, itemsPerPage: 500 }),
    ]);
    equal(org.totalCount, org.results?.length);
    return { org: (org.results ?? []).toReversed(), group: (group.results ?? []).toReversed() };
  };
  return { anteroom, feeds };
}

type Feeds = Awaited<ReturnType<Awaited<ReturnType<typeof start>>["feeds"]>>;
const told = (events: Feeds["org"]) =>
  events.map(({ eventTypeName, targetUsername, targetPublicKey, teamId }) =>
    [eventTypeName, targetUsername ?? targetPublicKey ?? teamId].filter((each) => each !== undefined),
  );
const toldOf = ({ org, group }: Feeds) => ({ org: told(org), group: told(group) });

test("in the order of making, by nobody, dated by the seed or as of the beginning", async (t) => {
  const { feeds } = await start(t, { now: "2026-08-10T03:04:53Z", deterministic: "1" });
  const found = await feeds();
  deepEqual(toldOf(found), made);
  const [created, ada, ...others] = found.org;
  const account = "2024-03-01T09:00:00Z";
  deepEqual([created?.created, ada?.created], [account, account]);
  deepEqual(
    new Set([...others, ...found.group].map((each) => each.created)),
    new Set(["2026-08-10T03:04:53Z"]),
  );
  for (const event of found.org) {
    for (const member of ["apiKeyId", "userId", "remoteAddress"]) {
      equal(Reflect.get(event, member), undefined);
    }
  }
});

test("once: after resets, in further worlds of the seed, and beside what is inserted", async (t) => {
  for (let world = 0; world < 2; world++) {
    const { anteroom, feeds } = await start(t);
    const before = Date.now() - 60_000;
    deepEqual(toldOf(await feeds()), made);
    await anteroom.atlas.createOrgTeam({ orgId, body: { name: "ops", usernames: ["bob@example.com"] } });
    await anteroom.clock.advance("P3D");
    await anteroom.reset();
    const found = await feeds();
    deepEqual(toldOf(found), made);
    ok(found.org.slice(2).every(({ created = "" }) => Date.parse(created) > before));
    await anteroom.insert({
      orgs: [
        {
          name: "Acme",
          users: [
            { username: "fay@example.com", orgRoles: ["ORG_MEMBER"], createdAt: "2020-01-01T00:00:00Z" },
          ],
        },
      ],
    });
    const joined = (await feeds()).org;
    deepEqual(told(joined), [...made.org, ["JOINED_ORG", "fay@example.com"]]);
  }
});

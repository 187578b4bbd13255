// The handles of a world, by name; what is inserted into it; and that handles follow resets and snapshots.
import { deepEqual, equal, match, notEqual, ok, rejects, throws } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { inspect } from "node:util";
import type { Anteroom, AnteroomOptions, SeedDocument } from "../src/anteroom.ts";
import { AtlasClient } from "../src/client/client.ts";
import { createKeyring } from "../src/core/secrets/keyring.ts";
import { agreeOnSecret, openStore } from "../src/server/open-store.ts";
import { createAnteroom } from "../src/testing/embedded.ts";
import { plant } from "../src/testing/seed/plant.ts";
import { engines, skipReason } from "./support/engines.ts";
import { createStorage, locationOf } from "./support/storage.ts";

async function start(t: TestContext, options?: AnteroomOptions): Promise<Anteroom> {
  const anteroom = await createAnteroom(options);
  t.after(() => anteroom.close());
  return anteroom;
}

const of = <T>(handles: Readonly<Record<string, T>>, name: string): T => {
  const handle = handles[name];
  ok(handle !== undefined);
  return handle;
};

const ada = { username: "ada@example.com", orgRoles: ["ORG_OWNER" as const] };
const reads = ["GROUP_READ_ONLY" as const];
const seed: SeedDocument = {
  orgs: [
    {
      name: "Acme",
      users: [ada],
      apiKeys: [
        { desc: "ci", roles: ["ORG_OWNER"] },
        { desc: "probe", roles: ["ORG_MEMBER"] },
        { desc: "probe", publicKey: "abcdefgh", roles: ["ORG_MEMBER"] },
      ],
      serviceAccounts: [{ name: "robot", roles: ["ORG_OWNER"] }],
      teams: [{ name: "backend", usernames: [ada.username] }],
      groups: [
        {
          name: "payments",
          apiKeys: [{ apiKey: "ci", roles: ["GROUP_OWNER"] }],
          invites: [{ username: "new@example.com", roles: reads }],
        },
        { name: "search", invites: [{ username: "new@example.com", roles: reads }] },
      ],
      invites: [{ username: "lin@example.com", roles: ["ORG_MEMBER"], teams: ["backend"] }],
    },
    {
      name: "Beta Ltd",
      users: [ada],
      apiKeys: [{ desc: "beta", roles: ["ORG_OWNER"] }],
      groups: [{ name: "payments" }, { name: "ledger" }],
    },
  ],
};

test("what a seed names has its handle, whose ids, keys and secrets are those of the API", async (t) => {
  const { atlas, world, fetch, url } = await start(t, { seed });
  const orgId = of(world.orgs, "Acme").id;
  equal((await atlas.getOrg({ orgId })).name, "Acme");
  const { id: groupId, orgId: ofOrg } = of(world.groups, "search");
  equal((await atlas.getGroup({ groupId })).name, "search");
  equal(ofOrg, orgId);
  equal((await atlas.getOrgTeam({ orgId, teamId: of(world.teams, "backend").id })).name, "backend");
  const user = await atlas.getOrgUser({ orgId, userId: of(world.users, ada.username).id });
  equal(user.username, ada.username);
  const { id: invitationId, userId } = of(of(world.orgs, "Acme").invites, "lin@example.com");
  equal((await atlas.getOrgInvite({ orgId, invitationId })).username, "lin@example.com");
  equal((await atlas.getOrgUser({ orgId, userId })).orgMembershipStatus, "PENDING");

  for (const credential of [of(world.keys, "ci"), of(world.serviceAccounts, "robot")]) {
    const client = new AtlasClient({ baseUrl: url, fetch, ...credential });
    deepEqual(
      (await client.listOrgs()).results?.map(({ name }) => name),
      ["Acme"],
    );
  }
  equal(of(world.serviceAccounts, "robot").secret, of(world.serviceAccounts, "robot").clientSecret);
  // By either of its names, as the same key.
  equal(of(world.keys, of(world.keys, "ci").publicKey), of(world.keys, "ci"));
  equal(of(world.serviceAccounts, of(world.serviceAccounts, "robot").clientId).name, "robot");
});

test("a person of two organizations is one; other names that several have are told apart by where they are", async (t) => {
  const { atlas, world } = await start(t, { seed });
  equal(of(world.orgs, "Acme").users[ada.username]?.id, of(world.users, ada.username).id);
  equal(of(world.orgs, "Beta Ltd").users[ada.username]?.id, of(world.users, ada.username).id);

  const [one, other] = ["Acme", "Beta Ltd"].map((name) => of(world.orgs, name).groups.payments);
  ok(one && other);
  notEqual(one.id, other.id);
  equal((await atlas.getGroup({ groupId: one.id })).orgId, of(world.orgs, "Acme").id);
  throws(() => world.groups.payments, {
    name: "TypeError",
    message:
      'world.groups.payments is one of several; take world.orgs.Acme.groups.payments or world.orgs["Beta Ltd"].groups.payments',
  });
  throws(
    () => world.invites["new@example.com"],
    /take world\.orgs\.Acme\.groups\.payments\.invites\["new@example\.com"\] or world\.orgs\.Acme\.groups\.search\./,
  );
  const keys = [{ desc: "ci", roles: ["ORG_OWNER" as const] }];
  const { world: twins } = await start(t, {
    seed: { orgs: ["One", "Two"].map((name) => ({ name, apiKeys: keys })) },
  });
  throws(() => twins.keys.ci, /take world\.orgs\.One\.keys\.ci or world\.orgs\.Two\.keys\.ci$/);
  const groupId = of(world.groups, "search").id;
  const [invite] = await atlas.listGroupInvites({ groupId });
  deepEqual(of(world.groups, "search").invites["new@example.com"], {
    id: invite?.id,
    username: "new@example.com",
    orgId: of(world.orgs, "Acme").id,
    groupId,
  });
  deepEqual(Object.keys(of(world.orgs, "Acme").invites), ["lin@example.com"]);
  // Two keys of one description, in one organization.
  throws(
    () => world.keys.probe,
    /take world\.orgs\.Acme\.keys\.[a-z]{8} or world\.orgs\.Acme\.keys\.abcdefgh/,
  );
  equal(of(world.keys, "abcdefgh").desc, "probe");
});

test("a name that is not there is refused with those that are", async (t) => {
  const { world } = await start(t, { seed });
  throws(() => world.groups.paymnts, {
    name: "TypeError",
    message: 'world.groups has no project named "paymnts"; there are: payments, search, ledger',
  });
  throws(
    () => of(world.orgs, "Beta Ltd").teams.core,
    /world\.orgs\["Beta Ltd"\]\.teams has no team named "core"; there is none/,
  );
  equal("paymnts" in world.groups, false);
  // What prints, compares and awaits any value meets no error.
  match(inspect(world), /search/);
  match(JSON.stringify(world), /search/);
  deepEqual(await world.teams, world.teams);
});

test("the demonstration has names", async (t) => {
  const { atlas, world } = await start(t);
  equal((await atlas.getGroup({ groupId: of(world.groups, "payments").id })).name, "payments");
  equal(of(world.invites, "hello@example.com").groupId, of(world.groups, "payments").id);
  deepEqual(Object.keys(world.users), ["owner@example.com"]);
  equal(of(world.orgs, "Acme").keys.demonstration?.publicKey, of(world.keys, "demonstration").publicKey);
  equal(of(world.serviceAccounts, "demonstration").orgId, of(world.orgs, "Acme").id);
});

test("an insertion adds to what is there by name, and makes what is not", async (t) => {
  const anteroom = await start(t, { seed });
  const { atlas, insert, world: before } = anteroom;
  const orgId = of(before.orgs, "Acme").id;
  const { groups, users, teams, orgs, keys } = await insert({
    orgs: [
      {
        name: "Acme",
        users: [{ username: "eve@example.com", orgRoles: ["ORG_MEMBER"] }],
        teams: [{ name: "core", usernames: ["eve@example.com", ada.username] }],
        groups: [
          {
            name: "search",
            users: [{ username: "eve@example.com", roles: ["GROUP_OWNER"] }],
            teams: [
              { team: "core", roleNames: reads },
              { team: "backend", roleNames: reads },
            ],
            serviceAccounts: [{ serviceAccount: "robot", roles: reads }],
          },
          { name: "orders", apiKeys: [{ publicKey: "abcdefgh", roles: reads }] },
        ],
      },
      { name: "Gamma", apiKeys: [{ desc: "gamma", roles: ["ORG_OWNER"] }] },
    ],
  });
  equal(orgs.Acme.id, orgId);
  equal(groups.search.id, of(before.groups, "search").id);
  const people = await atlas.listGroupUsers({ groupId: groups.search.id }).all();
  deepEqual(
    people.map(({ id, roles }) => [id, roles]),
    [[users["eve@example.com"].id, ["GROUP_OWNER"]]],
  );
  const given = await atlas.listGroupTeams({ groupId: groups.search.id }).all();
  deepEqual(given.map(({ teamId }) => teamId).sort(), [teams.core.id, of(before.teams, "backend").id].sort());
  equal((await atlas.getGroup({ groupId: groups.orders.id })).orgId, orgId);
  deepEqual(
    (await atlas.listGroupApiKeys({ groupId: groups.orders.id }).all()).map(({ publicKey }) => publicKey),
    ["abcdefgh"],
  );
  deepEqual(
    (await atlas.listGroupServiceAccounts({ groupId: groups.search.id }).all()).map(
      ({ clientId }) => clientId,
    ),
    [of(before.serviceAccounts, "robot").clientId],
  );
  const gamma = new AtlasClient({
    fetch: anteroom.fetch,
    baseUrl: "http://anteroom.localhost",
    ...keys.gamma,
  });
  deepEqual(
    (await gamma.listOrgs()).results?.map(({ id }) => id),
    [orgs.Gamma.id],
  );
  ok(anteroom.credentials.apiKeys.some(({ publicKey }) => publicKey === keys.gamma.publicKey));
});

test("an insertion that the API would refuse, or that says other things of what is there, adds nothing", async (t) => {
  const { atlas, insert, world } = await start(t, { seed });
  const refused: [SeedDocument["orgs"][number], RegExp][] = [
    [
      { name: "Acme", groups: [{ name: "search", users: [{ username: "zoe@example.com", roles: reads }] }] },
      /orgs\.0\.groups\.0\.users\.0: No user with username zoe@example\.com exists/,
    ],
    [{ name: "Acme", teams: [{ name: "backend", usernames: [] }] }, /orgs\.0\.teams\.0: .*backend/],
    ...["firstName", "lastName", "country", "mobileNumber", "createdAt", "lastAuth", "password"].map(
      (member): [SeedDocument["orgs"][number], RegExp] => {
        const value = { country: "IE", createdAt: "2020-02-18T10:58:47Z", lastAuth: "2020-02-18T10:58:47Z" };
        const users = [
          {
            ...ada,
            [member]: "correct horse battery",
            ...(member in value && { [member]: value[member as "country"] }),
          },
        ];
        return [
          { name: "Acme", users },
          new RegExp(
            `orgs\\.0\\.users\\.0\\.${member}: ada@example\\.com has an account already, whose ${member} stays`,
          ),
        ];
      },
    ),
    [{ name: "Acme", settings: {} }, /orgs\.0\.settings: leave it out for what is there already/],
    [{ name: "Acme", prices: [] }, /orgs\.0\.prices: leave it out for what is there already/],
    [{ name: "Acme", groups: [{ name: "search", tags: [] }] }, /orgs\.0\.groups\.0\.tags: leave it out/],
    [
      { id: of(world.orgs, "Acme").id, name: "Acne" },
      /orgs\.0\.name: the organization \w{24} is named "Acme"/,
    ],
    [
      { name: "Beta Ltd", groups: [{ id: of(world.groups, "search").id, name: "search" }] },
      /orgs\.0\.groups\.0\.id: \w{24} is the project "search" of the organization \w{24}/,
    ],
    [
      { name: "Acme", apiKeys: [{ desc: "ci", publicKey: "abcdefgh", roles: ["ORG_OWNER"] }] },
      /abcdefgh has roles there/,
    ],
  ];
  for (const [org, message] of refused) {
    const orders = { ...org, groups: [{ name: "orders" }, ...(org.groups ?? [])] };
    const moved = new RegExp(message.source.replace("groups\\.0", "groups\\.1"));
    await rejects(insert({ orgs: [orders] }), { name: "SeedError", message: moved }, `${message}`);
  }
  equal((await atlas.getOrgGroups({ orgId: of(world.orgs, "Acme").id })).totalCount, 2);
  deepEqual(Object.keys(world.groups), ["search", "ledger"]);
});

test("of a person who is there an insertion may say what is so already", async (t) => {
  const known = { ...ada, firstName: "Ada", country: "IE", createdAt: "2020-02-18T10:58:47Z" };
  const { insert, world } = await start(t, { seed: { orgs: [{ name: "Acme", users: [known] }] } });
  const { users } = await insert({ orgs: [{ name: "Beta", users: [known] }] });
  equal(users["ada@example.com"]?.id, of(world.users, ada.username).id);
});

test("of two organizations of one name an insertion wants the id", async (t) => {
  const anteroom = await start(t, { seed: { orgs: [{ name: "Acme" }, { name: "Acme" }] } });
  await rejects(
    anteroom.insert({ orgs: [{ name: "Acme" }] }),
    /orgs\.0\.name: 2 organizations are named "Acme"; give the id of one/,
  );
  throws(() => anteroom.world.orgs.Acme, /world\.orgs\.Acme is one of several; give them different names/);
  const { id } = (await anteroom.insert({ orgs: [{ name: "Beta" }] })).orgs.Beta;
  await anteroom.insert({ orgs: [{ id, name: "Beta", groups: [{ name: "ledger" }] }] });
  equal(of(anteroom.world.groups, "ledger").orgId, id);
});

test("handles follow resets and snapshots, through the controls of others too", async (t) => {
  const anteroom = await start(t, { seed });
  const { search } = anteroom.world.groups;
  await anteroom.snapshot.take("before");
  const { groups } = await anteroom.insert({ orgs: [{ name: "Acme", groups: [{ name: "orders" }] }] });
  await anteroom.snapshot.take("after");
  deepEqual(anteroom.world.groups.orders?.id, groups.orders.id);

  await anteroom.snapshot.restore("before");
  equal("orders" in anteroom.world.groups, false);
  const again = await anteroom.insert({ orgs: [{ name: "Acme", groups: [{ name: "orders" }] }] });
  equal(anteroom.world.groups.orders?.id, again.groups.orders.id);
  await anteroom.snapshot.restore("after");
  equal(anteroom.world.groups.orders?.id, groups.orders.id);

  await anteroom.fetch("/_anteroom/v1/reset", { method: "POST" });
  equal("orders" in anteroom.world.groups, false);
  deepEqual(anteroom.world.groups.search, search);
  equal((await anteroom.atlas.getGroup({ groupId: search?.id ?? "" })).name, "search");
});

test("what is made anew under a name has it", async (t) => {
  const anteroom = await start(t, { seed });
  const groupId = of(anteroom.world.groups, "ledger").id;
  const { fetch } = anteroom;
  const key = of(anteroom.world.keys, "beta");
  await new AtlasClient({ baseUrl: "http://anteroom.localhost", fetch, ...key }).deleteGroup({ groupId });
  const { groups } = await anteroom.insert({ orgs: [{ name: "Beta Ltd", groups: [{ name: "ledger" }] }] });
  notEqual(groups.ledger.id, groupId);
  equal(anteroom.world.groups.ledger?.id, groups.ledger.id);
});

test("worlds of one seed have one set of handles, and what is inserted into one is not in the other", async (t) => {
  const [one, other] = [await start(t, { seed }), await start(t, { seed })];
  deepEqual(Object.keys(one.world.groups), Object.keys(other.world.groups));
  equal(one.world.groups.search?.id, other.world.groups.search?.id);
  await one.insert({ orgs: [{ name: "Acme", groups: [{ name: "orders" }] }] });
  equal("orders" in other.world.groups, false);
});

test("a world that was taken apart has what is inserted afterwards, and not what a reset has undone", async (t) => {
  const { world, insert, reset } = await start(t, { seed });
  await insert({ orgs: [{ name: "Acme", groups: [{ name: "orders" }] }] });
  equal(world.groups.orders?.orgId, world.orgs.Acme?.id);
  await reset();
  equal("orders" in world.groups, false);
});

test("planting another world gives its names as well", async (t) => {
  const anteroom = await start(t);
  const planted = await anteroom.seed({ orgs: [{ name: "Other", groups: [{ name: "orders" }] }] });
  deepEqual(planted, { apiKeys: [], serviceAccounts: [] });
  equal(anteroom.world.groups.orders?.orgId, anteroom.world.orgs.Other?.id);
});

test("of insertions at once into one new organization the first makes it", async (t) => {
  const { insert, world } = await start(t, { seed });
  const [one, other] = await Promise.all(
    ["stock", "orders"].map((name) => insert({ orgs: [{ name: "Gamma", groups: [{ name }] }] })),
  );
  equal(one?.orgs.Gamma?.id, other?.orgs.Gamma?.id);
  deepEqual(Object.keys(of(world.orgs, "Gamma").groups), ["stock", "orders"]);
  await rejects(insert({ orgs: [{ name: "Gamma", settings: {} }] }), /leave it out/);
  await insert({ orgs: [{ name: "Gamma", groups: [{ name: "after a refusal" }] }] });
});

test("a store that something else planted is opened without a seed alone, and no reset empties it", async (t) => {
  const storage = await createStorage(t, "sqlite");
  const kept = { ...storage.options, secret: "of all starts" };
  // As commands plant, which keep no beginning.
  const store = await openStore(locationOf(storage), { isServer: true });
  const keyring = createKeyring(Buffer.from(kept.secret));
  await agreeOnSecret(store, keyring);
  await plant({ orgs: [{ name: "Theirs" }] }, { store, keyring, now: Date.now() });
  await store.close();

  await rejects(createAnteroom({ ...kept, seed }), {
    name: "SeedError",
    message: /holds what something else planted.*open it without a seed, or give another folder or database/,
  });
  const anteroom = await createAnteroom(kept);
  await rejects(anteroom.reset(), { status: 409, message: /another process seeded this store/ });
  const { orgs } = await anteroom.insert({
    orgs: [{ name: "Theirs", apiKeys: [{ desc: "ours", roles: ["ORG_OWNER"] }] }],
  });
  await anteroom.close();

  const again = await start(t, kept);
  equal(again.world.orgs.Theirs?.id, orgs.Theirs.id);
  const client = new AtlasClient({ baseUrl: again.url, fetch: again.fetch, ...of(again.world.keys, "ours") });
  equal((await client.listOrgs()).results?.length, 1);
});

for (const engine of engines) {
  test(`a kept world is planted once, and has its handles at each start: ${engine}`, {
    skip: skipReason(engine),
  }, async (t) => {
    const { options } = await createStorage(t, engine);
    const kept = { ...options, secret: "of all starts", seed };
    const first = await createAnteroom(kept);
    const { id: orgId } = of(first.world.orgs, "Acme");
    const before = JSON.stringify(first.world);
    const { credentials } = first;
    await first.atlas.createGroup({ body: { name: "orders", orgId } });
    await first.atlas.deleteGroupInvite({
      groupId: of(first.world.groups, "search").id,
      invitationId: of(first.world.groups, "search").invites["new@example.com"]?.id ?? "",
    });
    await first.close();

    const second = await createAnteroom(kept);
    equal(JSON.stringify(second.world), before);
    deepEqual(second.credentials, credentials);
    deepEqual((await second.atlas.getOrgGroups({ orgId })).results?.map(({ name }) => name).sort(), [
      "orders",
      "payments",
      "search",
    ]);
    deepEqual(await second.atlas.listGroupInvites({ groupId: of(second.world.groups, "search").id }), []);
    const { fetch, url: baseUrl } = second;
    const robot = new AtlasClient({ baseUrl, fetch, ...of(second.world.serviceAccounts, "robot") });
    equal((await robot.listOrgs()).results?.length, 1);
    const more = { apiKeys: [{ desc: "later", roles: ["ORG_OWNER" as const] }] };
    await second.insert({ orgs: [{ name: "Acme", ...more, groups: [{ name: "stock" }] }] });
    await second.seed({ orgs: [{ name: "Delta", ...more }] });
    const grown = JSON.stringify(second.world);
    await second.snapshot.take("grown");
    await second.reset();
    equal(JSON.stringify(second.world), before);
    await second.snapshot.restore("grown");
    await second.close();

    const next = await createAnteroom(kept);
    equal(JSON.stringify(next.world), grown);
    const later = of(of(next.world.orgs, "Delta").keys, "later");
    ok(next.credentials.apiKeys.some(({ privateKey }) => privateKey === later.privateKey));
    const delta = new AtlasClient({ baseUrl: next.url, fetch: next.fetch, ...later });
    equal((await delta.listOrgs()).results?.length, 1);
    await next.reset();
    equal(JSON.stringify(next.world), before);
    await next.close();

    await rejects(createAnteroom({ ...kept, secret: "another" }), /made with another master secret/);
    const edited = { orgs: [{ name: "Gamma", groups: [{ name: "stock" }] }] };
    const third = await start(t, { ...kept, seed: edited });
    equal(JSON.stringify(third.world), before);
    equal((await third.atlas.getOrgGroups({ orgId })).totalCount, 2);
  });
}

// Seed files: what they plant, what they mint, and what they are refused for, with nothing planted.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { createKeyring } from "../src/core/secrets/keyring.ts";
import { mintBytes } from "../src/core/secrets/mint.ts";
import { openStore } from "../src/server/open-store.ts";
import { checkSeed, readSeed, type SeedDocument } from "../src/testing/seed/document.ts";
import { plant, plantIfEmpty } from "../src/testing/seed/plant.ts";
import { createTestDatabase, engines, skipReason } from "./support/engines.ts";
import { createFolder } from "./support/storage.ts";
import { ids, keys, startWorld } from "./support/world.ts";

const now = Date.parse("2026-08-10T03:04:53Z");

async function emptyStore(t: TestContext) {
  const store = await openStore({ kind: "memory" });
  t.after(() => store.close());
  return { store, keyring: createKeyring(mintBytes(32)), now };
}

const ada = { username: "ada@example.com", orgRoles: ["ORG_OWNER" as const] };

const malformed: Record<string, [unknown, RegExp]> = {
  "an unknown member": [{ orgs: [{ name: "Acme", colour: "red" }] }, /orgs\.0: unknown 'colour'/],
  "a role that does not exist": [
    { orgs: [{ name: "Acme", apiKeys: [{ roles: ["ORG_KING"] }] }] },
    /orgs\.0\.apiKeys\.0\.roles\.0: .*ORG_OWNER/,
  ],
  "a malformed id": [{ orgs: [{ id: "acme", name: "Acme" }] }, /orgs\.0\.id: must match pattern/],
  "a country that does not exist": [
    { orgs: [{ name: "Acme", users: [{ ...ada, country: "XY" }] }] },
    /orgs\.0\.users\.0\.country: must be a country/,
  ],
  "an account made on no day of the calendar": [
    { orgs: [{ name: "Acme", users: [{ ...ada, createdAt: "2026-02-30T00:00:00Z" }] }] },
    /orgs\.0\.users\.0\.createdAt: must be an instant/,
  ],
  "a sign-in at no instant": [
    { orgs: [{ name: "Acme", users: [{ ...ada, lastAuth: "2026-06-30T23:59:60Z" }] }] },
    /orgs\.0\.users\.0\.lastAuth: must be an instant/,
  ],
  "no organizations": [{}, /the document: must have required properties orgs/],
};

for (const [what, [document, message]] of Object.entries(malformed)) {
  test(`a seed with ${what} is refused, and the place is named`, () => {
    assert.throws(() => checkSeed(document), message);
  });
}

const impossible: Record<string, [SeedDocument, RegExp]> = {
  "a project user outside the organization": [
    {
      orgs: [
        {
          name: "Acme",
          groups: [{ name: "p", users: [{ username: "a@example.com", roles: ["GROUP_OWNER"] }] }],
        },
      ],
    },
    /orgs\.0\.groups\.0\.users\.0: No user with username a@example\.com exists/,
  ],
  "an address that is none": [
    { orgs: [{ name: "Acme", users: [{ username: "nobody", orgRoles: ["ORG_MEMBER"] }] }] },
    /orgs\.0\.users\.0\.username: The username nobody is not an e-mail address/,
  ],
  "one project name twice": [
    { orgs: [{ name: "Acme", groups: [{ name: "p" }, { name: "p" }] }] },
    /orgs\.0\.groups\.1: A group with name "p" already exists/,
  ],
  "one address invited twice": [
    {
      orgs: [
        {
          name: "Acme",
          groups: [
            {
              name: "p",
              invites: [
                { username: "a@example.com", roles: ["GROUP_OWNER"] },
                { username: "A@example.com", roles: ["GROUP_READ_ONLY"] },
              ],
            },
          ],
        },
      ],
    },
    /orgs\.0\.groups\.0\.invites\.1: A pending invitation of A@example\.com to group \w+ exists/,
  ],
  "two passwords of one person": [
    {
      orgs: ["one of two", "two of two"].map((password) => ({
        name: password,
        users: [{ ...ada, password }],
      })),
    },
    /orgs\.1\.users\.0\.password: ada@example\.com has an account already, whose password stays as it is; leave it out/,
  ],
  "two names of one person": [
    { orgs: ["Ada", "Eve"].map((firstName) => ({ name: firstName, users: [{ ...ada, firstName }] })) },
    /orgs\.1\.users\.0\.firstName: ada@example\.com has an account already, whose firstName stays as it is; leave it out/,
  ],
  "the time of an entry that is not in the access list": [
    {
      orgs: [
        {
          name: "Acme",
          apiKeys: [{ roles: ["ORG_OWNER"], accessListAddedAt: { "192.0.2.0/24": "2026-01-02T03:04:05Z" } }],
        },
      ],
    },
    /orgs\.0\.apiKeys\.0\.accessListAddedAt: 192\.0\.2\.0\/24 is not in accessList/,
  ],
  "an access list with a host name": [
    { orgs: [{ name: "Acme", apiKeys: [{ roles: ["ORG_OWNER"], accessList: ["localhost"] }] }] },
    /orgs\.0\.apiKeys\.0\.accessList\.0: localhost is neither an IP address nor a CIDR block/,
  ],
};

for (const [what, [document, message]] of Object.entries(impossible)) {
  test(`a seed with ${what} is refused, and nothing of it is planted`, async (t) => {
    const target = await emptyStore(t);
    await assert.rejects(plant(document, target), message);
    assert.equal(await target.store.read((tx) => tx.orgs.exist()), false);
  });
}

test("ids and secrets that are absent are minted, and shown once", async (t) => {
  const planted = await plant(
    {
      orgs: [
        { name: "Acme", apiKeys: [{ roles: ["ORG_OWNER"] }], serviceAccounts: [{ roles: ["ORG_MEMBER"] }] },
      ],
    },
    await emptyStore(t),
  );
  assert.match(planted.apiKeys[0]?.publicKey ?? "", /^[a-z]{8}$/);
  assert.match(planted.apiKeys[0]?.privateKey ?? "", /^[0-9a-f-]{36}$/);
  assert.match(planted.serviceAccounts[0]?.clientId ?? "", /^mdb_sa_id_[0-9a-f]{24}$/);
  assert.match(planted.serviceAccounts[0]?.clientSecret ?? "", /^mdb_sa_sk_[A-Za-z0-9_-]{40}$/);
});

test("of an account all that is known can be given, and what is not given is unknown or now", async (t) => {
  const { store, ...rest } = await emptyStore(t);
  const known = {
    id: "5e4bc367c6b0f41bb9bbb178",
    firstName: "Ada",
    lastName: "Example",
    country: "IE",
    mobileNumber: "+35315550100",
  };
  const dates = { createdAt: "2020-02-18T10:58:47Z", lastAuth: "2026-08-08T20:15:51.250+02:00" };
  const users = [
    { ...ada, ...known, ...dates },
    { id: "61dc5929ae95796dcd418d1d", username: "new@example.com", orgRoles: ["ORG_MEMBER" as const] },
  ];
  await plant({ orgs: [{ id: ids.org, name: "Acme", users }] }, { store, ...rest });
  const members = await store.read((tx) => tx.members.all({ id: ids.org, name: "Acme" }, now));
  assert.deepEqual(
    members.map((member) => member.status === "ACTIVE" && member.user),
    [
      {
        ...known,
        username: "ada@example.com",
        createdAt: Date.parse("2020-02-18T10:58:47Z"),
        lastAuthAt: Date.parse("2026-08-08T18:15:51.250Z"),
      },
      {
        id: "61dc5929ae95796dcd418d1d",
        username: "new@example.com",
        firstName: "",
        lastName: "",
        country: null,
        mobileNumber: null,
        createdAt: now,
        lastAuthAt: null,
      },
    ],
  );
});

test("a key that is listed under its organization and under a project is one key", async (t) => {
  const { store, ...rest } = await emptyStore(t);
  const roles = { org: ["ORG_MEMBER"], group: ["GROUP_OWNER"] } as const;
  await plant(
    {
      orgs: [
        {
          id: ids.org,
          name: "Acme",
          apiKeys: [{ ...keys.owner, roles: [...roles.org] }],
          groups: [
            {
              id: ids.group,
              name: "p",
              apiKeys: [{ publicKey: keys.owner.publicKey, roles: [...roles.group] }],
            },
          ],
        },
      ],
    },
    { store, ...rest },
  );
  const held = await store.read(async (tx) => {
    const key = await tx.credentials.apiKey(keys.owner.publicKey);
    return tx.grants.of(key?.id ?? "");
  });
  assert.deepEqual(
    held.map(({ groupId, role }) => ({ groupId, role })).toSorted((a, b) => (a.role < b.role ? -1 : 1)),
    [
      { groupId: ids.group, role: "GROUP_OWNER" },
      { groupId: null, role: "ORG_MEMBER" },
    ],
  );
});

test("YAML and JSON are read alike, and a file that is neither is refused", async (t) => {
  const folder = createFolder(t);
  const file = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const expected = { orgs: [{ name: "Acme" }] };
  assert.deepEqual(
    await readSeed({ text: null, name: await file("a.yaml", "orgs:\n  - name: Acme\n") }),
    expected,
  );
  assert.deepEqual(
    await readSeed({ text: null, name: await file("a.json", JSON.stringify(expected)) }),
    expected,
  );
  await assert.rejects(
    readSeed({ text: null, name: await file("b.yaml", "orgs: [") }),
    /b\.yaml is not YAML/,
  );
  await assert.rejects(
    readSeed({ text: null, name: join(folder, "none.yaml") }),
    /none\.yaml cannot be read/,
  );
});

test("more of a world can be planted while a server runs, and reset takes it away", async (t) => {
  const world = await startWorld(t);
  const { apiKeys } = await world.seed({ orgs: [{ name: "Initech", apiKeys: [{ roles: ["ORG_OWNER"] }] }] });
  const key = apiKeys[0] ?? { publicKey: "", privateKey: "" };
  const path = "/api/atlas/v2/orgs";
  assert.equal((await world.as(key, { path })).json.results[0].name, "Initech");
  await world.reset();
  assert.equal((await world.as(key, { path })).status, 401);
  assert.equal((await world.as(keys.owner, { path })).status, 200);
});

for (const engine of engines) {
  test(`of two that find a store empty at once, one plants: ${engine}`, {
    skip: skipReason(engine),
  }, async (t) => {
    const storage =
      engine === "postgres"
        ? ({ kind: "postgres", url: await createTestDatabase(t) } as const)
        : ({ kind: "memory" } as const);
    const store = await openStore(storage);
    const other = engine === "postgres" ? await openStore(storage) : store;
    const document = { orgs: [{ id: ids.org, name: "Acme" }] };
    const keyring = createKeyring(mintBytes(32));
    const outcomes = await Promise.all(
      [store, other].map((each) => plantIfEmpty(document, { store: each, keyring, now })),
    );
    assert.equal(outcomes.filter((planted) => planted !== undefined).length, 1);
    for (const each of new Set([store, other])) await each.close();
  });
}

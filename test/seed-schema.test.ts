// The JSON Schema of seeds says what the reader of seeds says, as a validator of others reads it.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { parse } from "yaml";
import { groupRoleNames, orgRoleNames } from "../src/core/contract/roles.ts";
import { demoSeed, mintDemoCredentials } from "../src/testing/seed/demo.ts";
import { checkSeed, SeedError } from "../src/testing/seed/document.ts";
import { describeSeeds } from "../src/testing/seed/schema.ts";
import { readDocuments } from "./support/documents.ts";
import { seed, startWorld } from "./support/world.ts";
import { credentialRefusals } from "./tables/seed-credentials.ts";
import { named, nameRefusals } from "./tables/seed-names.ts";
import { peopleRefusals } from "./tables/seed-people.ts";
import { scopeRefusals, tolerated } from "./tables/seed-scopes.ts";

// Strict: a word that JSON Schema does not have would be an error.
const validate = new Ajv2020({
  strict: true,
  allErrors: true,
  // Which days a month has is left to the reader.
  formats: { "date-time": true },
}).compile(describeSeeds());

const isRead = (value: unknown): boolean => {
  try {
    checkSeed(value);
    return true;
  } catch (reason) {
    ok(reason instanceof SeedError, `${reason}`);
    return false;
  }
};

const agree = (value: unknown): void =>
  equal(validate(value), isRead(value), JSON.stringify({ value, errors: validate.errors }));

test("a server has it, whoever asks", async (t) => {
  const world = await startWorld(t);
  const { status, headers, json } = await world.send({ path: "/seed.schema.json" });
  deepEqual(
    { status, type: headers["content-type"] },
    { status: 200, type: "application/schema+json; charset=utf-8" },
  );
  deepEqual(json, describeSeeds());
});

test("every member is described", () => {
  const silent: string[] = [];
  const look = (schema: unknown, place: string): void => {
    const { properties = {}, items, $defs = {} } = schema as Record<string, Record<string, object>>;
    for (const [name, each] of Object.entries({ ...properties, ...$defs })) {
      if (!("description" in each) && !("$ref" in each)) silent.push(`${place}.${name}`);
      look(each, `${place}.${name}`);
    }
    if (items !== undefined) look(items, `${place}[]`);
  };
  look(describeSeeds(), "");
  deepEqual(silent, []);
});

test("seeds that are planted somewhere are right to both, with the address of a schema too", async () => {
  const documents = (await readDocuments()).flatMap(({ blocks }) => blocks);
  const written = documents.filter(({ language, text }) => language === "yaml" && /^orgs:/m.test(text));
  ok(written.length >= 2);
  for (const value of [
    seed,
    demoSeed(mintDemoCredentials(0)),
    { $schema: "./node_modules/atlas-anteroom/seed.schema.json", mailed: false, orgs: [] },
    ...Object.values({ ...tolerated, ...named }).map(({ orgs }) => ({ orgs })),
    ...written.map(({ text }) => parse(text)),
  ]) {
    ok(isRead(value));
    agree(value);
  }
});

test("seeds that the API refuses are wrong to both where their form is", () => {
  const all = { ...credentialRefusals, ...peopleRefusals, ...scopeRefusals, ...nameRefusals };
  for (const { orgs } of Object.values(all)) agree({ orgs });
});

/** Values that are right, nearly right, and wrong, at each place of a seed. */
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("", "ab", "abc", "abcdefgh", "a\0b", "IE", "XX", "0123456789abcdef01234567"),
  fc.constantFrom("mdb_sa_id_0123456789abcdef01234567", "mdb_sa_sk_12345678", "mdb_sa_sk_1", "seeded", "a/b"),
);
const instant = fc.oneof(
  fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date("2100-01-01") })
    .map((date) => date.toISOString()),
  fc.constantFrom(
    "2026-08-10T03:04:53+02:00",
    "2026-08-10T03:04:53",
    "2026-08-10",
    "2026-08-10 03:04:53Z",
    "2026-13-10T03:04:53Z",
    "2026-08-10T24:04:53Z",
    "2026-06-30T23:59:60Z",
    "2026-08-10T03:04:53Z[UTC]",
  ),
  text,
);
const anything = fc.oneof(text, fc.jsonValue({ maxDepth: 1 }));
const roles = (names: readonly string[]) =>
  fc.oneof(fc.array(fc.constantFrom(...names, "ORG_KING"), { maxLength: 2 }), fc.jsonValue({ maxDepth: 1 }));
const some = (members: Record<string, fc.Arbitrary<unknown>>, always: readonly string[]) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.record(members, { requiredKeys: [...always] }) },
    { weight: 1, arbitrary: fc.record({ ...members, colour: fc.constant("red") }, { requiredKeys: [] }) },
  );
const many = (item: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 9, arbitrary: fc.array(item, { maxLength: 2 }) }, { weight: 1, arbitrary: anything });
const flag = fc.oneof({ weight: 4, arbitrary: fc.boolean() }, { weight: 1, arbitrary: anything });
const key = (names: readonly string[], more: Record<string, fc.Arbitrary<unknown>> = {}) =>
  some(
    {
      ...more,
      id: text,
      publicKey: text,
      privateKey: text,
      desc: text,
      accessList: many(text),
      roles: roles(names),
    },
    ["roles"],
  );
const account = (names: readonly string[], more: Record<string, fc.Arbitrary<unknown>> = {}) =>
  some(
    {
      ...more,
      clientId: text,
      secret: text,
      name: text,
      description: text,
      accessList: many(text),
      roles: roles(names),
    },
    ["roles"],
  );
const [ofOrg, ofGroup] = [roles(orgRoleNames), roles(groupRoleNames)];
const group = some(
  {
    id: text,
    name: text,
    tags: many(some({ key: text, value: text }, ["key", "value"])),
    users: many(some({ username: text, roles: ofGroup }, ["username", "roles"])),
    apiKeys: many(key(groupRoleNames, { apiKey: text })),
    serviceAccounts: many(account(groupRoleNames, { serviceAccount: text })),
    teams: many(some({ team: text, teamId: text, roleNames: ofGroup }, ["roleNames"])),
    invites: many(some({ id: text, username: text, roles: ofGroup, mailed: flag }, ["username", "roles"])),
  },
  ["name"],
);
const org = some(
  {
    id: text,
    name: text,
    settings: some({ apiAccessListRequired: flag }, []),
    users: many(
      some(
        {
          id: text,
          username: text,
          orgRoles: ofOrg,
          password: text,
          firstName: text,
          lastName: text,
          country: text,
          mobileNumber: text,
        },
        ["username", "orgRoles"],
      ),
    ),
    apiKeys: many(key(orgRoleNames)),
    serviceAccounts: many(account(orgRoleNames)),
    invites: many(
      some(
        {
          id: text,
          username: text,
          roles: ofOrg,
          teamIds: many(text),
          mailed: flag,
          teams: many(text),
          groupRoleAssignments: many(some({ group: text, groupId: text, roles: ofGroup }, ["roles"])),
        },
        ["username", "roles"],
      ),
    ),
    teams: many(some({ id: text, name: text, usernames: many(text) }, ["name", "usernames"])),
    groups: many(group),
  },
  ["name"],
);
const numRuns = 300;

test("of any world, right or wrong, both say the same", () => {
  let right = 0;
  const world = some({ $schema: text, mailed: flag, orgs: many(org) }, ["orgs"]);
  fc.assert(
    fc.property(world, (value) => {
      agree(value);
      if (isRead(value)) right++;
    }),
    { numRuns },
  );
  ok(right > numRuns / 20 && right < numRuns, `${right} of ${numRuns} were right`);
});

test("of each part alone, both say the same", () => {
  const parts: Record<string, fc.Arbitrary<unknown>> = { apiKeys: key(orgRoleNames), groups: group };
  parts.serviceAccounts = account(orgRoleNames);
  for (const [name, part] of Object.entries(parts)) {
    fc.assert(
      fc.property(part, (value) => agree({ orgs: [{ name: "Acme", [name]: [value] }] })),
      { numRuns },
    );
  }
});

test("of an instant the schema knows the form; the reader also knows the calendar", () => {
  fc.assert(
    fc.property(instant, (createdAt) => {
      const users = [{ username: "ada@example.com", orgRoles: ["ORG_OWNER"], createdAt }];
      const value = { orgs: [{ name: "Acme", users }] };
      if (isRead(value)) ok(validate(value), createdAt);
      else if (validate(value)) ok(Number.isNaN(Date.parse(createdAt)), createdAt);
    }),
    { numRuns },
  );
  const users = [{ username: "ada@example.com", orgRoles: ["ORG_OWNER"], createdAt: "2026-02-30T00:00:00Z" }];
  const value = { orgs: [{ name: "Acme", users }] };
  deepEqual([validate(value), isRead(value)], [true, false]);
});

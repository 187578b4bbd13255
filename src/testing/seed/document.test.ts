// Tests of the form of a seed: its optional members, and how its mistakes are named.
import { deepEqual, doesNotThrow, equal, ok, throws } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { orgRoleNames } from "../../core/contract/roles.ts";
import { demoSeed, mintDemoCredentials } from "./demo.ts";
import { checkSeed, SeedError } from "./document.ts";

const problemsOf = (value: unknown): string[] => {
  try {
    checkSeed(value);
    return [];
  } catch (error) {
    ok(error instanceof SeedError);
    return error.message.split("\n").slice(1);
  }
};
const withUser = (user: object) => ({
  orgs: [{ name: "Acme", users: [{ username: "ada@example.com", orgRoles: ["ORG_OWNER"], ...user }] }],
});
const withAccount = (account: object) => ({
  orgs: [{ name: "Acme", serviceAccounts: [{ roles: ["ORG_OWNER"], ...account }] }],
});

test("a seed that needs no mending is answered as it is", () => {
  for (const seed of [{ orgs: [] }, { orgs: [{ name: "Acme" }] }, withUser({}), withAccount({})]) {
    equal(checkSeed(seed), seed);
  }
});

test("the demonstration is a seed", () => {
  doesNotThrow(() => checkSeed(demoSeed(mintDemoCredentials(0))));
});

test("whatever is not a seed is refused with problems, and in no other way", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const problems = problemsOf(value);
      if (problems.length === 0) deepEqual(Object.keys(value as object), ["orgs"]);
    }),
  );
});

test("a role may be any of the table, but one at least", () => {
  deepEqual(problemsOf(withUser({ orgRoles: orgRoleNames })), []);
  equal(problemsOf(withUser({ orgRoles: [] })).length, 1);
  equal(problemsOf(withUser({ orgRoles: ["GROUP_OWNER"] })).length, 1);
});

test("ids, keys and secrets have the form in which they are minted", () => {
  const id = "65f0c1a2e7d344b6a9c810e2";
  deepEqual(problemsOf(withAccount({ clientId: `mdb_sa_id_${id}`, secret: "mdb_sa_sk_12345678" })), []);
  for (const account of [
    { clientId: id },
    { clientId: `mdb_sa_id_${id.toUpperCase()}` },
    { clientId: `mdb_sa_id_${id}0` },
    { secret: "secret" },
    { secret: "mdb_sa_sk_1234567" },
    { secret: "mdb_sa_sk_1234 678" },
  ]) {
    equal(problemsOf(withAccount(account)).length, 1, JSON.stringify(account));
  }
  for (const user of [{ id: id.toUpperCase() }, { id: id.slice(1) }, { password: "1234567" }]) {
    equal(problemsOf(withUser(user)).length, 1, JSON.stringify(user));
  }
});

test("texts that no rule looks at have no NUL in them", () => {
  const key = { privateKey: "0123456789\0abc", roles: ["ORG_OWNER"] };
  deepEqual(problemsOf({ orgs: [{ name: "a", apiKeys: [key] }] }), [
    "  - orgs.0.apiKeys.0.privateKey: must not hold NUL",
  ]);
  for (const member of ["firstName", "lastName", "mobileNumber"]) {
    deepEqual(problemsOf(withUser({ [member]: "a\0" })), [`  - orgs.0.users.0.${member}: must not hold NUL`]);
  }
});

test("all problems are named at once, the first eight of them", () => {
  const orgs = (count: number) => ({ orgs: Array(count).fill({ name: "" }) });
  equal(problemsOf(orgs(3)).length, 3);
  equal(problemsOf(orgs(30)).length, 8);
  throws(
    () => checkSeed({ orgs: [{ name: "", colour: "red" }] }),
    /orgs\.0: unknown 'colour'\n.*orgs\.0\.name/,
  );
});

// What signing in with a provider gives and takes in the organizations that use it: role mappings, default roles, domains.
import { deepEqual, equal } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { startConsole } from "../../../test/support/console-operations.ts";
import { pluck } from "../../../test/support/pluck.ts";
import { ids, seedWith } from "../../../test/support/world.ts";
import type { SeedDocument } from "../../anteroom.ts";

const issuer = "https://login.example.com";
const provider = "b".repeat(24);
const nina = { email: "nina@example.com", subject: "1" };

type Federation = NonNullable<SeedDocument["orgs"][number]["federation"]>;

const mappings: NonNullable<Federation["roleMappings"]> = [
  {
    externalGroupName: "operators",
    roles: ["ORG_READ_ONLY"],
    groupRoleAssignments: [{ group: "payments", roles: ["GROUP_OWNER"] }],
  },
  { externalGroupName: "owners", roles: ["ORG_OWNER"] },
];

function federated(changes: Partial<Federation>, ofProvider: object = {}): SeedDocument {
  const federation: Federation = {
    id: "f".repeat(24),
    identityProviders: [{ id: provider, displayName: "Login", issuerUri: issuer, ...ofProvider }],
    dataAccessIdentityProviderIds: [provider],
    roleMappings: mappings,
    ...changes,
  };
  return seedWith({ federation });
}

async function start(t: TestContext, changes: Partial<Federation> = {}, ofProvider: object = {}) {
  const stage = await startConsole(t, { seed: federated(changes, ofProvider) });
  const signIn = async (groups: unknown, { email, subject } = nina, of = issuer) => {
    const names = { firstName: "Nina", lastName: "New" };
    const claims = { groups };
    const body = { issuer: of, subject, email, emailVerified: true, ...names, claims };
    equal((await stage.perform("signInWithProvider", body)).status, 200);
    const held = await stage.grants(email);
    return held.map((each) => each.replace(`${ids.org} `, "").replace(ids.group, "payments")).sort();
  };
  const types = async () => pluck(await stage.events(), "type");
  return { ...stage, signIn, types };
}

const operator = ["ORG_READ_ONLY", "payments GROUP_OWNER"];

test("role mappings at sign-in", async (t) => {
  const { signIn, types, ...stage } = await start(t);

  await t.test(
    "a new person of a group joins with its roles; the events have nobody as their actor",
    async () => {
      deepEqual(await signIn(["operators", "others"]), operator);
      deepEqual(await types(), ["JOINED_ORG", "JOINED_GROUP"]);
      equal((await stage.events())[0]?.actor_name, null);
    },
  );

  await t.test(
    "the roles of several groups add up, and nothing happens at the next sign-in with the same",
    async () => {
      deepEqual(await signIn(["operators", "owners"]), ["ORG_OWNER", ...operator]);
      const before = await types();
      deepEqual(await signIn(["owners", "operators"]), ["ORG_OWNER", ...operator]);
      deepEqual(await types(), before);
    },
  );

  await t.test("one group may be a text in place of a list; what is neither is no group", async () => {
    deepEqual(await signIn("operators"), operator);
    deepEqual(await signIn({ operators: true }), []);
  });

  await t.test(
    "what a mapping gave and gives no more is taken; with the last role the person leaves",
    async () => {
      await signIn(["operators", "owners"]);
      deepEqual(await signIn(["operators"]), operator);
      deepEqual(await signIn([]), []);
      equal((await types()).at(-1), "REMOVED_FROM_ORG");
    },
  );

  await t.test("roles given by hand stay, those that a mapping gives as well included", async () => {
    const member = { email: "member@example.com", subject: "2" };
    deepEqual(await signIn(["operators"], member), ["ORG_MEMBER", ...operator]);
    deepEqual(await signIn([], member), ["ORG_MEMBER"]);
    const owner = { email: "owner@example.com", subject: "3" };
    deepEqual(await signIn(["owners", "operators"], owner), ["ORG_OWNER", ...operator]);
    deepEqual(await signIn([], owner), ["ORG_OWNER", "payments GROUP_OWNER"]);
  });

  await t.test("the last owner stays one", async () => {
    await signIn(["owners"]);
    stage.execute(
      "delete from grants where principal_id in (select id from users where username = 'owner@example.com')",
    );
    deepEqual(await signIn([]), ["ORG_OWNER"]);
  });

  await t.test("a pending invitation is accepted, and its roles are given by hand", async () => {
    const invited = { email: "new@example.com", subject: "4" };
    deepEqual(await signIn(["operators"], invited), ["ORG_MEMBER", ...operator]);
    deepEqual(await signIn([], invited), ["ORG_MEMBER"]);
  });

  await t.test("nothing for people of another issuer, who lose what this one gave", async () => {
    await signIn(["operators"]);
    deepEqual(await signIn(["operators"], { ...nina, subject: "9" }, "https://other.example.com"), []);
  });
});

for (const [what, changes, ofProvider, expected] of [
  [
    "default roles where no mapping gives any",
    { postAuthRoleGrants: ["ORG_MEMBER"] },
    {},
    [["ORG_MEMBER"], operator],
  ],
  ["nobody joins where this is off", { instantUserProvisioningDisabled: true }, {}, [[], []]],
  [
    "nobody from outside of the allowed domains",
    { domainRestrictionEnabled: true, domainAllowList: ["acme.example"] },
    {},
    [[], []],
  ],
  [
    "people of an allowed domain",
    { domainRestrictionEnabled: true, domainAllowList: ["Example.com"] },
    {},
    [[], operator],
  ],
  ["nobody from outside of the provider's domains", {}, { associatedDomains: ["acme.example"] }, [[], []]],
  [
    "nothing by a provider that the organization does not use",
    { dataAccessIdentityProviderIds: [] },
    {},
    [[], []],
  ],
  ["nothing by a provider of programs", {}, { idpType: "WORKLOAD" }, [[], []]],
  ["nothing by another claim than that of the provider", {}, { groupsClaim: "roles" }, [[], []]],
] as const) {
  test(what, async (t) => {
    const { signIn } = await start(t, changes as Partial<Federation>, ofProvider);
    deepEqual([await signIn([]), await signIn(["operators"])], expected);
  });
}

// Proves the roles and memberships that a provider's sign-in adds and removes in the organizations that use it: role mappings,
// default roles, domains.
import { deepEqual, equal } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { assertRefused, startConsole } from "../../../test/console/support/console-operations.ts";
import { pluck } from "../../../test/support/pluck.ts";
import { refusal } from "../../../test/support/stage.ts";
import { ids, seedWith } from "../../../test/support/world.ts";
import type { SeedDocument } from "../../anteroom.ts";
import type { Policy } from "../../core/domain/policy.ts";

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

async function start(
  t: TestContext,
  changes: Partial<Federation> = {},
  ofProvider: object = {},
  policy: Partial<Policy> = {},
) {
  const stage = await startConsole(t, { seed: federated(changes, ofProvider), policy });
  const comeIn = async (groups: unknown, { email, subject } = nina, of = issuer) => {
    const names = { firstName: "Nina", lastName: "New" };
    const claims = { groups };
    const body = { issuer: of, subject, email, emailVerified: true, ...names, claims };
    const json = await stage.get("signInWithProvider", body);
    return { session: String(json.token), isAsked: Boolean(json.isAsked) };
  };
  const rolesOf = async ({ email } = nina) => {
    const held = await stage.grants(email);
    return held.map((each) => each.replace(`${ids.org} `, "").replace(ids.group, "payments")).sort();
  };
  const answer = (session: string, isJoining: boolean) =>
    stage.perform("answerOffer", { orgId: ids.org, isJoining }, { session });
  const offers = async (session: string) => await stage.get("listOffers", {}, { session });
  /** Signs in, and joins if an organization asks. */
  const signIn = async (groups: unknown, who = nina, of = issuer) => {
    const { session, isAsked } = await comeIn(groups, who, of);
    if (isAsked) equal((await answer(session, true)).status, 200);
    return rolesOf(who);
  };
  const types = async () => pluck(await stage.events(), "type");
  return { ...stage, answer, comeIn, offers, rolesOf, signIn, types };
}

const operator = ["ORG_READ_ONLY", "payments GROUP_OWNER"];

test("role mappings at sign-in", async (t) => {
  const { signIn, types, ...stage } = await start(t);

  await t.test("a new person of a group joins with its roles, and is asked first", async () => {
    const { session, isAsked } = await stage.comeIn(["operators", "others"]);
    deepEqual([isAsked, await stage.rolesOf(), await types()], [true, [], []]);
    deepEqual(await stage.offers(session), [
      {
        orgId: ids.org,
        orgName: "Acme",
        groups: ["operators"],
        isDeclined: false,
        roles: ["ORG_READ_ONLY"],
        groupRoles: [{ groupName: "payments", role: "GROUP_OWNER" }],
      },
    ]);
    equal((await stage.answer(session, true)).status, 200);
    deepEqual([await stage.rolesOf(), await stage.offers(session)], [operator, []]);
    deepEqual(await types(), ["JOINED_ORG", "JOINED_GROUP"]);
    equal((await stage.events())[0]?.actor_name, nina.email);
    equal((await stage.comeIn(["operators"])).isAsked, false);
  });

  await t.test("not now is remembered: nobody asks again, and joining stays possible", async () => {
    const first = await stage.comeIn(["operators"]);
    equal((await stage.answer(first.session, false)).status, 200);
    const { session, isAsked } = await stage.comeIn(["operators", "owners"]);
    deepEqual([isAsked, await stage.rolesOf()], [false, []]);
    const [offer] = await stage.offers(session);
    deepEqual([offer.isDeclined, offer.groups], [true, ["operators", "owners"]]);
    equal((await stage.answer(session, true)).status, 200);
    deepEqual(await stage.rolesOf(), ["ORG_OWNER", ...operator]);
  });

  await t.test("an offer ends with the group, and only its person can answer it", async () => {
    const { session } = await stage.comeIn(["operators"]);
    const member = await stage.session("member@example.com");
    assertRefused(await stage.answer(member, true), refusal("FEDERATION_OFFER_NOT_FOUND"));
    await stage.comeIn(["others"]);
    assertRefused(await stage.answer(session, true), refusal("FEDERATION_OFFER_NOT_FOUND"));
    const again = await stage.comeIn(["operators"]);
    stage.execute("delete from documents where kind = 'roleMapping'");
    assertRefused(await stage.answer(again.session, true), refusal("FEDERATION_OFFER_NOT_FOUND"));
    deepEqual(await stage.rolesOf(), []);
  });

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

test("only organizations that the operator names use the provider of the server", async (t) => {
  await t.test("another offers nothing, whatever its federation says", async (t) => {
    const { comeIn, offers, rolesOf } = await start(t, {}, {}, { federatedOrgs: [ids.otherOrg] });
    const { session, isAsked } = await comeIn(["operators"]);
    deepEqual([isAsked, await offers(session), await rolesOf()], [false, [], []]);
  });

  await t.test("one that is named does", async (t) => {
    const { signIn } = await start(t, {}, {}, { federatedOrgs: [ids.org] });
    deepEqual(await signIn(["operators"]), operator);
  });
});

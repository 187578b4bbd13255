// Proves answerOffer and its answer, on both engines: a person joins once, not a full organization, and without a second factor
// too.

import { deepEqual, equal } from "node:assert/strict";
import { assertRefused, testOnEngines } from "../../../test/console/support/console-operations.ts";
import { pluck } from "../../../test/support/pluck.ts";
import { settleOrg } from "../../../test/support/settings.ts";
import { refusal } from "../../../test/support/stage.ts";
import { ids, seedWith } from "../../../test/support/world.ts";

const issuer = "https://login.example.com";
const provider = "b".repeat(24);
const nina = "nina@example.com";
const seed = seedWith({
  federation: {
    identityProviders: [{ id: provider, displayName: "Login", issuerUri: issuer }],
    dataAccessIdentityProviderIds: [provider],
    roleMappings: [{ externalGroupName: "operators", roles: ["ORG_READ_ONLY"] }],
  },
});

testOnEngines("answerOffer", { seed }, async (t, stage) => {
  const signIn = async () => {
    const person = {
      issuer,
      subject: "1",
      email: nina,
      emailVerified: true,
      firstName: "N",
      lastName: "N",
    };
    const body = { ...person, claims: { groups: ["operators"] } };
    const { json } = await stage.perform("signInWithProvider", body);
    return { session: String(json.token), isAsked: json.isAsked };
  };
  const answer = (session: string, isJoining: boolean, orgId: string = ids.org) =>
    stage.perform("answerOffer", { orgId, isJoining }, { session });
  const joined = async () => pluck(await stage.events(), "type").filter((type) => type === "JOINED_ORG");

  await t.test("200 to join, once: of ten answers at the same time one joins", async () => {
    const { session } = await signIn();
    const answers = await Promise.all(Array.from({ length: 10 }, () => answer(session, true)));
    deepEqual(pluck(answers, "status").sort(), [200, ...Array(9).fill(404)]);
    deepEqual([await joined(), await stage.grants(nina)], [["JOINED_ORG"], [`${ids.org} ORG_READ_ONLY`]]);
    equal((await signIn()).isAsked, false);
  });

  await t.test("200 not to join now, as often as one likes; the next sign-in does not ask", async () => {
    const { session, isAsked } = await signIn();
    equal(isAsked, true);
    for (let time = 0; time < 2; time++) equal((await answer(session, false)).status, 200);
    const later = await signIn();
    deepEqual([later.isAsked, await stage.grants(nina)], [false, []]);
    equal((await answer(later.session, true)).status, 200);
    deepEqual(await joined(), ["JOINED_ORG"]);
  });

  await t.test("200 where another organization demands a second factor", async () => {
    const { session } = await signIn();
    const person = await stage.userId(nina);
    await stage.store.write(async (tx) => {
      await tx.grants.give(person, { orgId: ids.otherOrg, groupId: null }, "ORG_MEMBER", stage.clock.now());
      settleOrg(tx, ids.otherOrg, { multiFactorAuthRequired: true });
    });
    equal((await stage.get("listOffers", {}, { session })).length, 1);
    equal((await answer(session, true)).status, 200);
  });

  await t.test("400 MAX_USERS_PER_ORG_EXCEEDED where the organization is full", async () => {
    const { session } = await signIn();
    const find = () => stage.store.read((tx) => tx.orgInvites.countMembers(ids.org));
    const most = await find();
    await stage.store.write((tx) =>
      tx.dump.take().then(async (dump) => {
        const orgs = (dump.orgs ?? []).map((row) => ({
          ...row,
          ...("id" in row && row.id === ids.org && { mostUsers: most }),
        }));
        await tx.dump.restore({ ...dump, orgs });
      }),
    );
    assertRefused(await answer(session, true), refusal("MAX_USERS_PER_ORG_EXCEEDED", [most, ids.org]));
    deepEqual(await stage.grants(nina), []);
  });

  await t.test("404 for an organization that offers nothing", async () => {
    const { session } = await signIn();
    assertRefused(await answer(session, true, ids.otherOrg), refusal("FEDERATION_OFFER_NOT_FOUND"));
    assertRefused(await answer(session, false, ids.missing), refusal("FEDERATION_OFFER_NOT_FOUND"));
  });
});

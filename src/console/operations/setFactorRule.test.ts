// Proves setFactorRule: the demand of an organization applies from the next request on, to older sessions too, and on every
// path to it.

import { deepEqual, equal } from "node:assert/strict";
import {
  assertRefused,
  member,
  other,
  owner,
  testOnEngines,
} from "../../../test/console/support/console-operations.ts";
import { enroll } from "../../../test/console/support/passkeys.ts";
import { pluck } from "../../../test/support/pluck.ts";
import { settleOrg } from "../../../test/support/settings.ts";
import { refusal } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const demanded = "SECOND_FACTOR_REQUIRED";
/** The calls that read or change this organization or several, and one for a command line. */
const ways = [
  ["listHome", {}],
  ["listAttention", {}],
  ["listMyOrgRoles", { orgId: ids.org }],
  ["listMyGroupRoles", { groupId: ids.group }],
  ["setFactorRule", { orgId: ids.org, rule: "nobody" }],
  ["answerCommandLine", { code: "BCDF-GHJK", isConfirmed: true }],
] as const;

testOnEngines("setFactorRule", async (t, stage) => {
  const set = async (rule: string) => {
    const session = await stage.session(owner, { hasSecondFactor: true });
    return stage.perform("setFactorRule", { orgId: ids.org, rule }, { session });
  };
  const codes = async (session: string) => {
    const found: string[] = [];
    for (const [id, input] of ways) {
      found.push((await stage.perform(id, input, { session })).json?.errorCode ?? "200");
    }
    return found;
  };

  await t.test("200 of everybody: sessions from before and after are asked by every way", async () => {
    const [before, theirs] = [await stage.session(owner), await stage.session(member)];
    equal((await stage.perform("listHome", {}, { session: before })).status, 200);
    deepEqual((await set("everybody")).json, { rule: "everybody" });
    for (const session of [before, await stage.session(owner)]) {
      deepEqual(
        await codes(session),
        ways.map(() => demanded),
      );
    }
    equal((await codes(theirs))[2], demanded);
    // People in an organization without the rule are not affected, nor are people with a second factor.
    equal((await codes(await stage.session(other)))[0], "200");
    const { session } = await enroll(stage);
    equal((await stage.perform("listHome", {}, { session })).status, 200);
    deepEqual(pluck(await stage.events(), "type"), ["ORG_SETTINGS_UPDATED", "ORG_TWO_FACTOR_AUTH_REQUIRED"]);
  });

  await t.test("200 of owners: members go on with the password", async () => {
    await set("owners");
    equal((await codes(await stage.session(owner)))[2], demanded);
    equal((await codes(await stage.session(member)))[2], "200");
    await set("nobody");
    equal((await codes(await stage.session(owner)))[2], "200");
  });

  await t.test("a rule hides its organization, and holds up nothing in another one", async () => {
    const at = stage.clock.now();
    const id = await stage.userId(owner);
    const inOther = { orgId: ids.otherOrg, groupId: null };
    await stage.store.write(async (tx) => {
      await tx.grants.give(id, inOther, "ORG_MEMBER", at);
      settleOrg(tx, ids.otherOrg, { multiFactorAuthRequired: true });
    });
    const session = await stage.session(owner);
    const ask = async (name: Parameters<typeof stage.perform>[0], input: object, of = session) =>
      (await stage.perform(name, { ...input }, { session: of })).json;
    const home = async (of = session) => {
      const { orgs, orgCount, groupCount, withheld } = await ask("listHome", {}, of);
      return [orgs.map((org: { name: string }) => org.name), orgCount, groupCount, withheld];
    };
    deepEqual(await home(), [["Acme"], 1, 1, ["Globex"]]);
    deepEqual(await ask("searchEverything", { text: "Globex" }), []);
    equal((await ask("listMyOrgRoles", { orgId: ids.otherOrg })).errorCode, demanded);
    equal((await ask("listMyOrgRoles", { orgId: ids.org })).errorCode, undefined);
    const { code, deviceHash } = await stage.waiting("BCDFGHJK");
    deepEqual(await ask("answerCommandLine", { code, isConfirmed: true }), {});
    const line = await stage.store.write((tx) => tx.commandLines.redeem(deviceHash, at));
    equal(line?.claims.lacksFactor, 1);

    const proven = await stage.session(owner, { hasSecondFactor: true });
    deepEqual(await home(proven), [["Acme", "Globex"], 2, 1, []]);
    const second = await stage.waiting("CDFGHJKL");
    deepEqual(await ask("answerCommandLine", { code: second.code, isConfirmed: true }, proven), {});
    const other = await stage.store.write((tx) => tx.commandLines.redeem(second.deviceHash, at));
    equal(other?.claims.lacksFactor, 0);
  });

  await t.test("401 for members, 400 for another rule", async () => {
    const session = await stage.session(member);
    const by = (rule: string, at = session) =>
      stage.perform("setFactorRule", { orgId: ids.org, rule }, { session: at });
    assertRefused(await by("nobody"), refusal("USER_UNAUTHORIZED"));
    equal((await by("some", await stage.session(owner))).status, 400);
  });
});

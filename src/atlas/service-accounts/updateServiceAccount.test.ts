// PATCH /{orgs|groups}/{id}/serviceAccounts/{clientId}, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import * as keys from "../../../test/support/api-keys.ts";
import * as accounts from "../../../test/support/service-accounts.ts";
import { testSides } from "../../../test/support/sides.ts";
import { assertRefusal, startStage } from "../../../test/support/stage.ts";

const sides = {
  org: { other: "ORG_MEMBER", foreign: "GROUP_OWNER", refusal: keys.roleForOrg, inFeed: keys.inOrgFeed },
  group: { other: "GROUP_OWNER", foreign: "ORG_OWNER", refusal: keys.roleForGroup, inFeed: keys.inGroupFeed },
};

const operations = { org: "updateOrgServiceAccount", group: "updateGroupServiceAccount" };

testSides(operations, async (t, scope) => {
  const stage = await startStage(t);
  const { accountPath, role, place } = accounts.accountSides[scope];
  const { other, foreign, refusal, inFeed } = sides[scope];
  const { clientId } = accounts.account;
  const patch = (body: object) => accounts.request("PATCH", accountPath, body);
  const renaming = patch({ name: "cd" });

  await t.test("200 changes what is sent and replaces the roles", async () => {
    place(stage);
    const reply = await stage.ask("owner", patch({ name: "cd", description: null, roles: [other] }));
    accounts.assertAnswer(reply, 200, scope, accounts.shownAccount(stage, [other], { name: "cd" }));
    deepEqual(keys.recorded(stage), [
      keys.inOrgFeed("SERVICE_ACCOUNT_DETAILS_CHANGED", { clientId }),
      inFeed("SERVICE_ACCOUNT_ROLES_CHANGED", { clientId }),
    ]);
  });

  await t.test("200 without an event for what it is already", async () => {
    place(stage);
    const reply = await stage.ask("owner", patch({ name: "ci", roles: [role] }));
    accounts.assertAnswer(reply, 200, scope, accounts.shownAccount(stage, [role]));
    deepEqual(keys.recorded(stage), []);
  });

  await t.test("400 BAD_REQUEST for a role that does not exist", async () => {
    place(stage);
    assertRefusal(await stage.ask("owner", patch({ name: "cd", roles: ["KING"] })), keys.unknownRole);
    deepEqual(keys.recorded(stage), []);
  });

  await t.test(`400 ${refusal.errorCode} for a role of the other scope`, async () => {
    place(stage);
    assertRefusal(await stage.ask("owner", patch({ roles: [foreign] })), refusal);
  });

  await accounts.refusedAccounts(t, stage, scope, renaming);
  await accounts.changedByOwners(t, stage, scope, () => renaming, 200);
  if (scope === "org") return;

  await t.test(
    "200 for Project Owners who change the roles and name what the account is called already",
    async () => {
      accounts.assign(stage);
      const sending = patch({ name: "ci", description: "seeded", roles: ["GROUP_OWNER"] });
      equal((await stage.ask("groupOwner", sending)).status, 200);
    },
  );
});

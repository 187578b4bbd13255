// POST /groups/{groupId}/serviceAccounts/{clientId}:invite, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { inGroupFeed, recorded, roleForGroup, unknownRole } from "../../../test/support/api-keys.ts";
import {
  account,
  assertAnswer,
  assign,
  groupAccountPath,
  refusedAccounts,
  request,
  shownAccount,
} from "../../../test/support/service-accounts.ts";
import { assertRefusal, refusal, startStage, testRefusals } from "../../../test/support/stage.ts";

test("inviteGroupServiceAccount", async (t) => {
  const stage = await startStage(t);
  const post = (...roles: string[]) => request("POST", `${groupAccountPath}:invite`, { roles });

  await t.test("200 answers the account with its roles in the project", async () => {
    const reply = await stage.ask("owner", post("GROUP_OWNER"));
    assertAnswer(reply, 200, "group", shownAccount(stage, ["GROUP_OWNER"]));
    deepEqual(recorded(stage), [
      inGroupFeed("SERVICE_ACCOUNT_ADDED_TO_GROUP", { clientId: account.clientId }),
    ]);
  });

  await t.test("400 INVALID_ROLE_ASSIGNMENT for an account that is in the project already", async () => {
    assign(stage);
    const refused = refusal("INVALID_ROLE_ASSIGNMENT", ["SERVICE_ACCOUNT_ALREADY_IN_GROUP"]);
    for (const role of ["GROUP_OWNER", "GROUP_READ_ONLY"]) {
      assertRefusal(await stage.ask("owner", post(role)), refused);
    }
    deepEqual(recorded(stage), []);
  });

  await testRefusals(t, stage, [
    ["for a role that does not exist", post("KING"), unknownRole],
    ["for a role of the other scope", post("ORG_OWNER"), roleForGroup],
  ]);

  await refusedAccounts(t, stage, "org", post("GROUP_OWNER"));
});

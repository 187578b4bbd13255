// PATCH /groups/{groupId}/serviceAccounts/{clientId}, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import {
  inGroupFeed,
  inOrgFeed,
  recorded,
  roleForGroup,
  unknownRole,
} from "../../../test/support/api-keys.ts";
import {
  account,
  assertAccountCallers,
  assertAnswer,
  assign,
  groupAccountPath,
  owners,
  refusedAccounts,
  refusedBeyondGroup,
  request,
  shownAccount,
} from "../../../test/support/service-accounts.ts";
import { assertRefusal, startStage } from "../../../test/support/stage.ts";

test("updateGroupServiceAccount", async (t) => {
  const stage = await startStage(t);
  const patch = (body: object) => request("PATCH", groupAccountPath, body);

  await t.test("200 changes what is sent and replaces the roles", async () => {
    assign(stage);
    const reply = await stage.ask("owner", patch({ name: "cd", description: null, roles: ["GROUP_OWNER"] }));
    assertAnswer(reply, 200, "group", shownAccount(stage, ["GROUP_OWNER"], { name: "cd" }));
    deepEqual(recorded(stage), [
      inOrgFeed("SERVICE_ACCOUNT_DETAILS_CHANGED", { clientId: account.clientId }),
      inGroupFeed("SERVICE_ACCOUNT_ROLES_CHANGED", { clientId: account.clientId }),
    ]);
  });

  await t.test("200 without an event for what it is already", async () => {
    assign(stage);
    const reply = await stage.ask("owner", patch({ name: "ci", roles: ["GROUP_READ_ONLY"] }));
    assertAnswer(reply, 200, "group", shownAccount(stage, ["GROUP_READ_ONLY"]));
    deepEqual(recorded(stage), []);
  });

  await t.test("400 BAD_REQUEST for a role that does not exist", async () => {
    assign(stage);
    assertRefusal(await stage.ask("owner", patch({ name: "cd", roles: ["KING"] })), unknownRole);
    deepEqual(recorded(stage), []);
  });

  await t.test("400 INVALID_ROLE_FOR_GROUP for a role of the other scope", async () => {
    assign(stage);
    assertRefusal(await stage.ask("owner", patch({ roles: ["ORG_OWNER"] })), roleForGroup);
  });

  await refusedAccounts(t, stage, patch({ name: "cd" }), true);

  await refusedBeyondGroup(t, stage, () => patch({ name: "cd" }), 200);

  await t.test("Project Owners may change the roles, and name what the account is called already", () =>
    assertAccountCallers(
      stage,
      patch({ name: "ci", description: "seeded", roles: ["GROUP_OWNER"] }),
      owners("group", 200),
    ),
  );
});

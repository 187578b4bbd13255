// PATCH /orgs/{orgId}/serviceAccounts/{clientId}, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { inOrgFeed, recorded, roleForOrg, unknownRole } from "../../../test/support/api-keys.ts";
import {
  account,
  assertAccountCallers,
  assertAnswer,
  orgAccountPath,
  owners,
  refusedAccounts,
  request,
  shownAccount,
} from "../../../test/support/service-accounts.ts";
import { assertRefusal, startStage } from "../../../test/support/stage.ts";

test("updateOrgServiceAccount", async (t) => {
  const stage = await startStage(t);
  const patch = (body: object) => request("PATCH", orgAccountPath, body);

  await t.test("200 changes what is sent and replaces the roles", async () => {
    const reply = await stage.ask("owner", patch({ name: "cd", description: null, roles: ["ORG_MEMBER"] }));
    assertAnswer(reply, 200, "org", shownAccount(stage, ["ORG_MEMBER"], { name: "cd" }));
    deepEqual(recorded(stage), [
      inOrgFeed("SERVICE_ACCOUNT_DETAILS_CHANGED", { clientId: account.clientId }),
      inOrgFeed("SERVICE_ACCOUNT_ROLES_CHANGED", { clientId: account.clientId }),
    ]);
  });

  await t.test("200 without an event for what it is already", async () => {
    const reply = await stage.ask("owner", patch({ name: "ci", roles: ["ORG_OWNER"] }));
    assertAnswer(reply, 200, "org", shownAccount(stage, ["ORG_OWNER"]));
    deepEqual(recorded(stage), []);
  });

  await t.test("400 BAD_REQUEST for a role that does not exist", async () => {
    assertRefusal(await stage.ask("owner", patch({ name: "cd", roles: ["KING"] })), unknownRole);
    deepEqual(recorded(stage), []);
  });

  await t.test("400 INVALID_ROLE_FOR_ORG for a role of the other scope", async () => {
    assertRefusal(await stage.ask("owner", patch({ roles: ["GROUP_OWNER"] })), roleForOrg);
  });

  await refusedAccounts(t, stage, patch({ name: "cd" }), false);

  await t.test("Organization Owners may", () =>
    assertAccountCallers(stage, patch({ name: "cd" }), owners("org", 200)),
  );
});

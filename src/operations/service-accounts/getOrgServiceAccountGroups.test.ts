// GET /orgs/{orgId}/serviceAccounts/{clientId}/groups, answer by answer.
import { test } from "node:test";
import {
  assertAccountCallers,
  assertAnswer,
  assign,
  orgAccountPath,
  page,
  readers,
  refusedAccounts,
  request,
} from "../../../test/support/service-accounts.ts";
import { startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

test("getOrgServiceAccountGroups", async (t) => {
  const stage = await startStage(t);
  const path = `${orgAccountPath}/groups`;
  const sending = request("GET", path);

  await t.test("200 lists the projects with the roles in each", async () => {
    assign(stage);
    assign(stage, "GROUP_OWNER");
    const json = page(stage, path, [{ groupId: ids.group, roles: ["GROUP_OWNER", "GROUP_READ_ONLY"] }]);
    assertAnswer(await stage.ask("reader", sending), 200, "org", json);
  });

  await t.test("200 answers an empty page for an account without a project", async () => {
    assertAnswer(await stage.ask("owner", sending), 200, "org", page(stage, path, []));
  });

  await refusedAccounts(t, stage, "org", sending);

  await t.test("Organization Read Only may", () => assertAccountCallers(stage, sending, readers("org")));
});

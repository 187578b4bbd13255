// GET /orgs/{orgId}/serviceAccounts/{clientId}/groups, answer by answer.
import { test } from "node:test";
import * as accounts from "../../../test/support/service-accounts.ts";
import { startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

test("getOrgServiceAccountGroups", async (t) => {
  const stage = await startStage(t);
  const path = `${accounts.orgAccountPath}/groups`;
  const sending = accounts.request("GET", path);

  await t.test("200 lists the projects with the roles in each", async () => {
    accounts.assign(stage);
    accounts.assign(stage, "GROUP_OWNER");
    const json = accounts.page(stage, path, [
      { groupId: ids.group, roles: ["GROUP_OWNER", "GROUP_READ_ONLY"] },
    ]);
    accounts.assertAnswer(await stage.ask("reader", sending), 200, "org", json);
  });

  await t.test("200 answers an empty page for an account without a project", async () => {
    accounts.assertAnswer(await stage.ask("owner", sending), 200, "org", accounts.page(stage, path, []));
  });

  await accounts.refusedAccounts(t, stage, "org", sending);
});

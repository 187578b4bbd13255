// GET /groups/{groupId}/apiKeys, answer by answer. What pages have in common is tested in test/versions.test.ts.
import { test } from "node:test";
import { groupRole, orgRole, groupKeysPath as path, shownKey } from "../../../test/support/api-keys.ts";
import { assertSuccess, startStage } from "../../../test/support/stage.ts";

test("listGroupApiKeys", async (t) => {
  const stage = await startStage(t);

  await t.test("200 lists the keys with a role in the project, with all their roles", async () => {
    const results = [
      shownKey(stage, "groupOwner", { roles: [orgRole("ORG_MEMBER"), groupRole("GROUP_OWNER")] }),
      shownKey(stage, "groupReader", { roles: [orgRole("ORG_MEMBER"), groupRole("GROUP_READ_ONLY")] }),
    ].sort((a, b) => (a.id < b.id ? 1 : -1));
    const links = [{ href: `${stage.url}${path}?pageNum=1&itemsPerPage=100`, rel: "self" }];
    const json = { links, results, totalCount: 2 };
    assertSuccess(await stage.ask("groupReader", { path }), { status: 200, limit: 1200, json });
  });
});

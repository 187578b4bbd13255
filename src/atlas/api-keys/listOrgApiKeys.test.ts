// GET /orgs/{orgId}/apiKeys, answer by answer. What pages have in common is tested in test/versions.test.ts.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { groupRole, orgRole, orgKeysPath as path, shownKey } from "../../../test/support/api-keys.ts";
import { assertSuccess, startStage } from "../../../test/support/stage.ts";

test("listOrgApiKeys", async (t) => {
  const stage = await startStage(t);

  await t.test(
    "200 lists every key of the organization, newest first, with the private key masked",
    async () => {
      const key = (name: Parameters<typeof shownKey>[1], ...roles: object[]) =>
        shownKey(stage, name, { roles });
      const seeded = [
        key("owner", orgRole("ORG_OWNER")),
        key("member", orgRole("ORG_MEMBER")),
        key("reader", orgRole("ORG_READ_ONLY")),
        key("creator", orgRole("ORG_GROUP_CREATOR")),
        key("elsewhere", orgRole("ORG_OWNER")),
        key("groupOwner", orgRole("ORG_MEMBER"), groupRole("GROUP_OWNER")),
        key("groupReader", orgRole("ORG_MEMBER"), groupRole("GROUP_READ_ONLY")),
      ];
      // Minted within one second, so that their ids say in which order.
      const results = seeded.sort((a, b) => (a.id < b.id ? 1 : -1));
      const links = [{ href: `${stage.url}${path}?pageNum=1&itemsPerPage=100`, rel: "self" }];
      const json = { links, results, totalCount: 7 };
      assertSuccess(await stage.ask("member", { path }), { status: 200, limit: 500, json });
    },
  );

  await t.test("200 lists a key made later before the others, and counts pages", async () => {
    stage.clock.set({ advance: "PT1S" });
    const body = { desc: "later", roles: ["ORG_MEMBER"] };
    const { id } = (await stage.ask("owner", { method: "POST", path, body })).json;
    const { results, totalCount } = (await stage.ask("owner", { path: `${path}?itemsPerPage=1` })).json;
    deepEqual([results.length, results[0].id, totalCount], [1, id, 8]);
  });
});

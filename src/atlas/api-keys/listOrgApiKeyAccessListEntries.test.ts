// GET /orgs/{orgId}/apiKeys/{apiUserId}/accessList, answer by answer.
import { test } from "node:test";
import { keyId, orgKeysPath, refusedKeys, shownEntry } from "../../../test/support/api-keys.ts";
import { assertSuccess, startStage } from "../../../test/support/stage.ts";

const list = (id: string) => ({ path: `${orgKeysPath}/${id}/accessList` });

test("listOrgApiKeyAccessListEntries", async (t) => {
  const stage = await startStage(t);
  const page = (id: string, results: object[]) => ({
    links: [{ href: `${stage.url}${list(id).path}?pageNum=1&itemsPerPage=100`, rel: "self" }],
    results,
    totalCount: results.length,
  });

  await t.test("200 lists addresses and networks", async () => {
    const id = keyId(stage, "elsewhere");
    const json = page(id, [
      shownEntry(stage, id, { cidrBlock: "192.0.2.0/24" }),
      shownEntry(stage, id, { cidrBlock: "2001:db8::1/128", ipAddress: "2001:db8::1" }),
    ]);
    assertSuccess(await stage.ask("member", list(id)), { status: 200, limit: 500, json });
  });

  await t.test("200 answers an empty page for a key without a list", async () => {
    const id = keyId(stage, "owner");
    assertSuccess(await stage.ask("owner", list(id)), { status: 200, limit: 500, json: page(id, []) });
  });

  await refusedKeys(t, stage, list);
});

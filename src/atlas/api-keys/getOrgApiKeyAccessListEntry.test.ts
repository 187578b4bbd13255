// GET /orgs/{orgId}/apiKeys/{apiUserId}/accessList/{ipAddress}, answer by answer.
import { test } from "node:test";
import { keyId, orgKeysPath, refusedKeys, shownEntry } from "../../../test/support/api-keys.ts";
import { assertSuccess, refusal, startStage, testRefusals } from "../../../test/support/stage.ts";

test("getOrgApiKeyAccessListEntry", async (t) => {
  const stage = await startStage(t);
  const id = keyId(stage, "elsewhere");
  const get = (entry: string, of = id) => ({ path: `${orgKeysPath}/${of}/accessList/${entry}` });

  await t.test("200 answers the entry of a bare address, and of a network", async () => {
    const single = shownEntry(stage, id, { cidrBlock: "2001:db8::1/128", ipAddress: "2001:db8::1" });
    for (const entry of ["2001:db8::1", "2001:DB8:0::1", "2001:db8::1%2F128"]) {
      assertSuccess(await stage.ask("member", get(entry)), { status: 200, limit: 500, json: single });
    }
    const network = shownEntry(stage, id, { cidrBlock: "192.0.2.0/24" });
    assertSuccess(await stage.ask("member", get("192.0.2.0%2F24")), {
      status: 200,
      limit: 500,
      json: network,
    });
  });

  await testRefusals(t, stage, [
    ["for what is neither", get("nonsense"), refusal("INVALID_IP_ADDRESS_OR_CIDR_NOTATION", ["nonsense"])],
    [
      "for an address inside a listed network",
      get("192.0.2.7"),
      refusal("API_KEY_ACCESS_LIST_NOT_FOUND", ["192.0.2.7", id]),
    ],
  ]);

  await refusedKeys(t, stage, (id) => get("192.0.2.7", id));
});

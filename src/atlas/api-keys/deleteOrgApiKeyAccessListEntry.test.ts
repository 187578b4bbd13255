// DELETE /orgs/{orgId}/apiKeys/{apiUserId}/accessList/{ipAddress}, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import * as apiKeys from "../../../test/support/api-keys.ts";
import {
  assertRefusal,
  assertSuccess,
  refusal,
  startStage,
  testRefusals,
} from "../../../test/support/stage.ts";
import { keys } from "../../../test/support/world.ts";

test("deleteOrgApiKeyAccessListEntry", async (t) => {
  const stage = await startStage(t);
  const id = apiKeys.keyId(stage, "elsewhere");
  const path = (of = id) => `${apiKeys.orgKeysPath}/${of}/accessList`;
  const remove = (entry: string, of = id) => ({ method: "DELETE", path: `${path(of)}/${entry}` });

  await t.test("204 takes the entry off the list", async () => {
    assertSuccess(await stage.ask("owner", remove("192.0.2.0%2F24")), { status: 204, limit: 500 });
    const { results } = (await stage.ask("owner", { path: path() })).json;
    deepEqual(
      results.map((entry: { cidrBlock: string }) => entry.cidrBlock),
      ["2001:db8::1/128"],
    );
    const details = { targetPublicKey: keys.elsewhere.publicKey, whitelistEntry: "192.0.2.0/24" };
    deepEqual(apiKeys.recorded(stage), [apiKeys.inOrgFeed("API_KEY_ACCESS_LIST_ENTRY_DELETED", details)]);
  });

  await t.test(
    "400 CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST for the address a key itself asks from",
    async () => {
      const member = apiKeys.keyId(stage, "member");
      const body = [{ cidrBlock: "127.0.0.0/8" }, { ipAddress: "192.0.2.7" }];
      equal((await stage.ask("member", { method: "POST", path: path(member), body })).status, 200);
      assertRefusal(
        await stage.ask("member", remove("127.0.0.0%2F8", member)),
        refusal("CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST", ["127.0.0.0/8"]),
      );
      equal((await stage.ask("member", remove("192.0.2.7", member))).status, 204);
      equal((await stage.ask("owner", remove("127.0.0.0%2F8", member))).status, 204);
    },
  );

  await testRefusals(t, stage, [
    ["for what is neither", remove("nonsense"), refusal("INVALID_IP_ADDRESS_OR_CIDR_NOTATION", ["nonsense"])],
    [
      "for an entry that is not there",
      remove("192.0.2.7"),
      refusal("API_KEY_ACCESS_LIST_NOT_FOUND", ["192.0.2.7", id]),
    ],
  ]);

  await apiKeys.refusedKeys(t, stage, (id) => remove("192.0.2.7", id));
});

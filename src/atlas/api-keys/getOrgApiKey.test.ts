// GET /orgs/{orgId}/apiKeys/{apiUserId}, answer by answer.
import { test } from "node:test";
import * as apiKeys from "../../../test/support/api-keys.ts";
import { assertSuccess, startStage } from "../../../test/support/stage.ts";

const get = (id: string) => ({ path: `${apiKeys.orgKeysPath}/${id}` });

test("getOrgApiKey", async (t) => {
  const stage = await startStage(t);

  await t.test("200 answers the key with its roles in every scope and its private key masked", async () => {
    const json = apiKeys.shownKey(stage, "groupOwner", {
      roles: [apiKeys.orgRole("ORG_MEMBER"), apiKeys.groupRole("GROUP_OWNER")],
    });
    const reply = await stage.ask("member", get(apiKeys.keyId(stage, "groupOwner")));
    assertSuccess(reply, { status: 200, limit: 500, json });
  });

  await apiKeys.refusedKeys(t, stage, get);
});

// DELETE /groups/{groupId}/apiKeys/{apiUserId}, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import * as apiKeys from "../../../test/support/api-keys.ts";
import { assertRefusal, assertSuccess, refusal, startStage } from "../../../test/support/stage.ts";
import { keys } from "../../../test/support/world.ts";

const remove = (id: string) => ({ method: "DELETE", path: `${apiKeys.groupKeysPath}/${id}` });

test("removeGroupApiKey", async (t) => {
  const stage = await startStage(t);
  const id = apiKeys.keyId(stage, "groupReader");

  await t.test("204 and the key keeps its roles elsewhere", async () => {
    assertSuccess(await stage.ask("groupOwner", remove(id)), { status: 204, limit: 1200 });
    const { roles } = (await stage.ask("owner", { path: `${apiKeys.orgKeysPath}/${id}` })).json;
    deepEqual(roles, [apiKeys.orgRole("ORG_MEMBER")]);
    const details = { targetPublicKey: keys.groupReader.publicKey };
    deepEqual(apiKeys.recorded(stage), [apiKeys.inGroupFeed("API_KEY_REMOVED_FROM_GROUP", details)]);
  });

  await t.test("400 API_KEY_NOT_FOUND for a key that holds no role in the project", async () => {
    const outside = apiKeys.keyId(stage, "member");
    assertRefusal(await stage.ask("owner", remove(outside)), refusal("API_KEY_NOT_FOUND", [outside]));
  });

  await apiKeys.refusedKeys(t, stage, remove);
});

// DELETE /orgs/{orgId}/apiKeys/{apiUserId}, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import * as apiKeys from "../../../test/support/api-keys.ts";
import { assertSuccess, eventBy, startStage } from "../../../test/support/stage.ts";
import { ids, keys } from "../../../test/support/world.ts";

const remove = (id: string) => ({ method: "DELETE", path: `${apiKeys.orgKeysPath}/${id}` });

test("deleteOrgApiKey", async (t) => {
  const stage = await startStage(t);
  const id = apiKeys.keyId(stage, "groupReader");

  await t.test("204 and the key is refused from the next request on", async () => {
    equal((await stage.ask("groupReader", { path: apiKeys.orgKeysPath })).status, 200);
    assertSuccess(await stage.ask("owner", remove(id)), { status: 204, limit: 500 });
    equal((await stage.ask("groupReader", { path: apiKeys.orgKeysPath })).status, 401);
    deepEqual(stage.rows(`select * from grants where principal_id = '${id}'`), []);
    deepEqual(apiKeys.recorded(stage), [
      apiKeys.inOrgFeed("API_KEY_DELETED", { targetPublicKey: keys.groupReader.publicKey }),
    ]);
  });

  await t.test("204 and an event where invitations of the key are pending", async () => {
    const { publicKey } = keys.groupReader;
    stage.execute(`update invites set inviter_username = '${publicKey}' where id = '${ids.invite}'`);
    equal((await stage.ask("owner", remove(id))).status, 204);
    deepEqual(stage.events().slice(-1), [
      eventBy("owner", "INVITATIONS_OF_REMOVED_INVITER", { orgId: ids.org, target: publicKey }),
    ]);
  });

  await apiKeys.refusedKeys(t, stage, remove);
});

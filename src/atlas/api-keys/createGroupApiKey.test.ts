// POST /groups/{groupId}/apiKeys, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import * as apiKeys from "../../../test/support/api-keys.ts";
import { assertRefusal, assertSuccess, startStage, unkept } from "../../../test/support/stage.ts";

const post = (body: object = {}) => ({
  method: "POST",
  path: apiKeys.groupKeysPath,
  body: { desc: "deploy", roles: ["GROUP_READ_ONLY"], ...body },
});

test("createGroupApiKey", async (t) => {
  const stage = await startStage(t);

  await t.test("200 answers the key, which is a member of the organization as well", async () => {
    const reply = await stage.ask("groupOwner", post());
    const { id, privateKey, publicKey } = reply.json;
    const json = {
      desc: "deploy",
      id,
      links: [{ href: `${stage.url}${apiKeys.orgKeysPath}/${id}`, rel: "self" }],
      privateKey,
      publicKey,
      roles: [apiKeys.orgRole("ORG_MEMBER"), apiKeys.groupRole("GROUP_READ_ONLY")],
    };
    assertSuccess(reply, { status: 200, limit: 1200, headers: unkept, json });
    equal((await stage.as({ publicKey, privateKey }, { path: apiKeys.groupKeysPath })).status, 200);
    deepEqual(apiKeys.recorded(stage), [
      apiKeys.inOrgFeed("API_KEY_CREATED", { targetPublicKey: publicKey }),
      apiKeys.inGroupFeed("API_KEY_ADDED_TO_GROUP", { targetPublicKey: publicKey }),
    ]);
  });

  await apiKeys.refusedKeyRoles(t, stage, "group", (roles) => post({ roles }));
  await apiKeys.refusedDescriptions(t, stage, (desc) => post({ desc }));

  await t.test("400 MAX_API_KEYS_PER_ORG_EXCEEDED for the 501st key", async () => {
    apiKeys.fillWithKeys(stage);
    assertRefusal(await stage.ask("owner", post()), apiKeys.tooManyKeys);
  });
});

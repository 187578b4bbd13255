// POST /groups/{groupId}/apiKeys/{apiUserId}, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import * as apiKeys from "../../../test/support/api-keys.ts";
import { assertSuccess, startStage } from "../../../test/support/stage.ts";
import { keys } from "../../../test/support/world.ts";

const post = (id: string, ...roles: string[][]) => ({
  method: "POST",
  path: `${apiKeys.groupKeysPath}/${id}`,
  body: roles.map((each) => ({ roles: each })),
});

test("addGroupApiKey", async (t) => {
  const stage = await startStage(t);
  const id = apiKeys.keyId(stage, "member");
  const success = { status: 204, limit: 1200 };
  const roles = async (of = id) =>
    (await stage.ask("owner", { path: `${apiKeys.orgKeysPath}/${of}` })).json.roles;

  await t.test("204 and the key holds the roles of all items", async () => {
    const reply = await stage.ask("groupOwner", post(id, ["GROUP_READ_ONLY"], ["GROUP_CLUSTER_MANAGER"]));
    assertSuccess(reply, success);
    deepEqual(await roles(), [
      apiKeys.orgRole("ORG_MEMBER"),
      apiKeys.groupRole("GROUP_READ_ONLY"),
      apiKeys.groupRole("GROUP_CLUSTER_MANAGER"),
    ]);
    const details = { targetPublicKey: keys.member.publicKey };
    deepEqual(apiKeys.recorded(stage), [apiKeys.inGroupFeed("API_KEY_ADDED_TO_GROUP", details)]);
  });

  await t.test("204 adds to the roles of a key that is in the project already", async () => {
    const reader = apiKeys.keyId(stage, "groupReader");
    assertSuccess(await stage.ask("owner", post(reader, ["GROUP_OWNER"])), success);
    assertSuccess(await stage.ask("owner", post(reader, ["GROUP_OWNER"])), success);
    deepEqual(await roles(reader), [
      apiKeys.orgRole("ORG_MEMBER"),
      apiKeys.groupRole("GROUP_OWNER"),
      apiKeys.groupRole("GROUP_READ_ONLY"),
    ]);
    const details = { targetPublicKey: keys.groupReader.publicKey };
    deepEqual(apiKeys.recorded(stage), [apiKeys.inGroupFeed("API_KEY_ROLES_CHANGED", details)]);
  });

  await apiKeys.refusedKeyRoles(t, stage, "group", (roles) => post(id, roles));
  await apiKeys.refusedKeys(t, stage, (id) => post(id, ["GROUP_READ_ONLY"]));
});

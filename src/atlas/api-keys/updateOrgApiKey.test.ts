// PATCH /orgs/{orgId}/apiKeys/{apiUserId}, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import * as apiKeys from "../../../test/support/api-keys.ts";
import { assertSuccess, startStage } from "../../../test/support/stage.ts";
import { keys } from "../../../test/support/world.ts";

const patch = (id: string, body: object) => ({ method: "PATCH", path: `${apiKeys.orgKeysPath}/${id}`, body });

test("updateOrgApiKey", async (t) => {
  const stage = await startStage(t);
  const id = apiKeys.keyId(stage, "groupOwner");
  const success = { status: 200, limit: 500 };
  const owner = apiKeys.groupRole("GROUP_OWNER");
  const details = { targetPublicKey: keys.groupOwner.publicKey };

  await t.test("200 changes the description and leaves the roles", async () => {
    const json = apiKeys.shownKey(stage, "groupOwner", {
      desc: "new",
      roles: [apiKeys.orgRole("ORG_MEMBER"), owner],
    });
    assertSuccess(await stage.ask("owner", patch(id, { desc: "new" })), { ...success, json });
    deepEqual(apiKeys.recorded(stage), [apiKeys.inOrgFeed("API_KEY_DESCRIPTION_CHANGED", details)]);
  });

  await t.test("200 replaces the roles in the organization and leaves those in projects", async () => {
    const json = apiKeys.shownKey(stage, "groupOwner", { roles: [apiKeys.orgRole("ORG_READ_ONLY"), owner] });
    assertSuccess(await stage.ask("owner", patch(id, { roles: ["ORG_READ_ONLY"] })), { ...success, json });
    assertSuccess(await stage.ask("owner", { path: `${apiKeys.orgKeysPath}/${id}` }), { ...success, json });
    deepEqual(apiKeys.recorded(stage), [apiKeys.inOrgFeed("API_KEY_ROLES_CHANGED", details)]);
  });

  await t.test("200 without an event for what it is already", async () => {
    const json = apiKeys.shownKey(stage, "groupOwner", { roles: [apiKeys.orgRole("ORG_MEMBER"), owner] });
    for (const body of [{}, { desc: "seeded", roles: ["ORG_MEMBER"] }]) {
      assertSuccess(await stage.ask("owner", patch(id, body)), { ...success, json });
    }
    deepEqual(apiKeys.recorded(stage), []);
  });

  await apiKeys.refusedKeyRoles(t, stage, "org", (roles) => patch(id, { desc: "new", roles }));
  await apiKeys.refusedDescriptions(t, stage, (desc) => patch(id, { desc }));
  await apiKeys.refusedKeys(t, stage, (id) => patch(id, { desc: "new" }));
});

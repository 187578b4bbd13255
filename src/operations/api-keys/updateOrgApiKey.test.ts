// PATCH /orgs/{orgId}/apiKeys/{apiUserId}, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import {
  groupRole,
  inOrgFeed,
  keyId,
  orgKeysPath,
  orgOwnersOnly,
  orgRole,
  recorded,
  refusedDescriptions,
  refusedKeyRoles,
  refusedKeys,
  shownKey,
} from "../../../test/support/api-keys.ts";
import { assertCallers, assertSuccess, startStage } from "../../../test/support/stage.ts";
import { keys } from "../../../test/support/world.ts";

const patch = (id: string, body: object) => ({ method: "PATCH", path: `${orgKeysPath}/${id}`, body });

test("updateOrgApiKey", async (t) => {
  const stage = await startStage(t);
  const id = keyId(stage, "groupOwner");
  const success = { status: 200, limit: 500 };
  const owner = groupRole("GROUP_OWNER");
  const details = { targetPublicKey: keys.groupOwner.publicKey };

  await t.test("200 changes the description and leaves the roles", async () => {
    const json = shownKey(stage, "groupOwner", { desc: "new", roles: [orgRole("ORG_MEMBER"), owner] });
    assertSuccess(await stage.ask("owner", patch(id, { desc: "new" })), { ...success, json });
    deepEqual(recorded(stage), [inOrgFeed("API_KEY_DESCRIPTION_CHANGED", details)]);
  });

  await t.test("200 replaces the roles in the organization and leaves those in projects", async () => {
    const json = shownKey(stage, "groupOwner", { roles: [orgRole("ORG_READ_ONLY"), owner] });
    assertSuccess(await stage.ask("owner", patch(id, { roles: ["ORG_READ_ONLY"] })), { ...success, json });
    assertSuccess(await stage.ask("owner", { path: `${orgKeysPath}/${id}` }), { ...success, json });
    deepEqual(recorded(stage), [inOrgFeed("API_KEY_ROLES_CHANGED", details)]);
  });

  await t.test("200 without an event for what it is already", async () => {
    const json = shownKey(stage, "groupOwner", { roles: [orgRole("ORG_MEMBER"), owner] });
    for (const body of [{}, { desc: "seeded", roles: ["ORG_MEMBER"] }]) {
      assertSuccess(await stage.ask("owner", patch(id, body)), { ...success, json });
    }
    deepEqual(recorded(stage), []);
  });

  await refusedKeyRoles(t, stage, "org", (roles) => patch(id, { desc: "new", roles }));
  await refusedDescriptions(t, stage, (desc) => patch(id, { desc }));
  await refusedKeys(t, stage, (id) => patch(id, { desc: "new" }));

  await t.test("Organization Owners may", () =>
    assertCallers(stage, patch(id, { desc: "new" }), orgOwnersOnly(200)),
  );
});

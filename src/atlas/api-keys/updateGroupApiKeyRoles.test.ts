// PATCH /groups/{groupId}/apiKeys/{apiUserId}, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import * as apiKeys from "../../../test/support/api-keys.ts";
import { assertRefusal, assertSuccess, refusal, startStage } from "../../../test/support/stage.ts";
import { ids, keys } from "../../../test/support/world.ts";

const patch = (id: string, body: object) => ({
  method: "PATCH",
  path: `${apiKeys.groupKeysPath}/${id}`,
  body,
});

test("updateGroupApiKeyRoles", async (t) => {
  const stage = await startStage(t);
  const success = { status: 200, limit: 1200 };
  const id = apiKeys.keyId(stage, "groupReader");
  const details = { targetPublicKey: keys.groupReader.publicKey };

  await t.test("200 replaces the roles in the project", async () => {
    const roles = [apiKeys.orgRole("ORG_MEMBER"), apiKeys.groupRole("GROUP_DATA_ACCESS_READ_ONLY")];
    const json = apiKeys.shownKey(stage, "groupReader", { roles });
    const reply = await stage.ask("groupOwner", patch(id, { roles: ["GROUP_DATA_ACCESS_READ_ONLY"] }));
    assertSuccess(reply, { ...success, json });
    deepEqual(apiKeys.recorded(stage), [apiKeys.inGroupFeed("API_KEY_ROLES_CHANGED", details)]);
  });

  await t.test("200 adds a key that is not in the project yet", async () => {
    const roles = [apiKeys.orgRole("ORG_MEMBER"), apiKeys.groupRole("GROUP_READ_ONLY")];
    const json = apiKeys.shownKey(stage, "member", { roles });
    const reply = await stage.ask(
      "owner",
      patch(apiKeys.keyId(stage, "member"), { roles: ["GROUP_READ_ONLY"] }),
    );
    assertSuccess(reply, { ...success, json });
    const about = { targetPublicKey: keys.member.publicKey };
    deepEqual(apiKeys.recorded(stage), [apiKeys.inGroupFeed("API_KEY_ADDED_TO_GROUP", about)]);
  });

  await t.test("200 changes the description alone", async () => {
    const roles = [apiKeys.orgRole("ORG_MEMBER"), apiKeys.groupRole("GROUP_READ_ONLY")];
    const json = apiKeys.shownKey(stage, "groupReader", { desc: "new", roles });
    assertSuccess(await stage.ask("owner", patch(id, { desc: "new" })), { ...success, json });
    deepEqual(apiKeys.recorded(stage), [apiKeys.inOrgFeed("API_KEY_DESCRIPTION_CHANGED", details)]);
  });

  await t.test("400 MISSING_API_KEY_ROLES for a key outside the project without roles", async () => {
    assertRefusal(
      await stage.ask("owner", patch(apiKeys.keyId(stage, "owner"), { desc: "mine" })),
      refusal("MISSING_API_KEY_ROLES"),
    );
  });

  await apiKeys.refusedKeyRoles(t, stage, "group", (roles) => patch(id, { roles }));
  await apiKeys.refusedDescriptions(t, stage, (desc) => patch(id, { desc }));
  await apiKeys.refusedKeys(t, stage, (id) => patch(id, { roles: ["GROUP_READ_ONLY"] }));

  await t.test(
    "401 USER_UNAUTHORIZED to Project Owners who describe a key that owns the organization",
    async () => {
      const id = apiKeys.keyId(stage, "owner");
      stage.execute(
        `insert into grants (principal_id, org_id, group_id, role, created_at)
       values ('${id}', '${ids.org}', '${ids.group}', 'GROUP_READ_ONLY', 0)`,
      );
      assertRefusal(await stage.ask("groupOwner", patch(id, { desc: "mine" })), refusal("USER_UNAUTHORIZED"));
      deepEqual(apiKeys.recorded(stage), []);
      const roles = ["GROUP_DATA_ACCESS_READ_ONLY"];
      equal((await stage.ask("groupOwner", patch(id, { desc: "seeded", roles }))).status, 200);
      equal((await stage.ask("account", patch(id, { desc: "mine" }))).status, 200);
    },
  );
});

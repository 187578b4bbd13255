// PATCH /orgs/{orgId}, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { orgPath as path, shownOrg } from "../../../test/support/orgs.ts";
import { assertRefusal, assertSuccess, eventBy, refusal, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const patch = (body: object = { name: "Acme & Sons" }) => ({ method: "PATCH", path, body });

test("updateOrg", async (t) => {
  const stage = await startStage(t);
  const success = { status: 200, limit: 500 };

  await t.test("200 renames the organization", async () => {
    const json = shownOrg(stage.url, { name: "Acme & Sons" });
    assertSuccess(await stage.ask("owner", patch()), { ...success, json });
    assertSuccess(await stage.ask("member", { path }), { ...success, json });
  });

  await t.test("200 ignores what is read-only, and changes the alert setting where it is sent", async () => {
    const body = {
      ...shownOrg(stage.url),
      id: ids.otherOrg,
      isDeleted: true,
      skipDefaultAlertsSettings: true,
    };
    const json = shownOrg(stage.url, { skip: true });
    assertSuccess(await stage.ask("owner", patch(body)), { ...success, json });
    assertSuccess(await stage.ask("owner", patch({ name: "Acme" })), { ...success, json });
    deepEqual(stage.events(), [eventBy("owner", "ORG_SETTINGS_UPDATED", { orgId: ids.org })]);
  });

  await t.test("the new name writes its event, the old name none", async () => {
    await stage.ask("owner", patch({ name: "Acme" }));
    deepEqual(stage.events(), []);
    await stage.ask("owner", patch());
    deepEqual(stage.events(), [eventBy("owner", "ORG_RENAMED", { orgId: ids.org })]);
  });

  await t.test("400 INVALID_ORG_NAME for a name that organizations cannot have", async () => {
    for (const name of ["", "  ", "a/b", "a\0", "x".repeat(65)]) {
      assertRefusal(
        await stage.ask("owner", patch({ name })),
        refusal(
          "INVALID_ORG_NAME",
          [name],
          "name",
          "The name must have 1 to 64 characters: letters, digits, blanks and - _ . ( ) , : & @ + '.",
        ),
      );
    }
  });

  await t.test("400 MISSING_ATTRIBUTE without a name", async () => {
    const reply = await stage.ask("owner", patch({}));
    deepEqual([reply.status, reply.json.errorCode], [400, "MISSING_ATTRIBUTE"]);
  });
});

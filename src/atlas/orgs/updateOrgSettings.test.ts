// PATCH /orgs/{orgId}/settings, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { settingsPath as path, settings } from "../../../test/support/orgs.ts";
import { assertRefusal, assertSuccess, eventBy, refusal, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const patch = (body: object = { restrictEmployeeAccess: true }) => ({ method: "PATCH", path, body });

test("updateOrgSettings", async (t) => {
  const stage = await startStage(t);
  const success = { status: 200, limit: 500 };
  const types = () => stage.events().map(({ type }) => type);

  await t.test("200 changes what is sent and keeps the rest", async () => {
    const all = {
      apiAccessListRequired: false,
      customSessionTimeouts: { absoluteSessionTimeoutInSeconds: 7200, idleSessionTimeoutInSeconds: 600 },
      genAIFeaturesEnabled: false,
      maxServiceAccountSecretValidityInHours: 8,
      multiFactorAuthRequired: true,
      operationsContact: "ops@example.com",
      restrictEmployeeAccess: true,
      securityContact: "safe@example.com",
      streamsCrossGroupEnabled: true,
    };
    assertSuccess(await stage.ask("owner", patch(all)), { ...success, json: all });
    assertSuccess(await stage.ask("owner", patch({})), { ...success, json: all });
    const json = { ...all, operationsContact: null };
    assertSuccess(await stage.ask("owner", patch({ operationsContact: null })), { ...success, json });
    assertSuccess(await stage.ask("member", { path }), { ...success, json });
  });

  await t.test("200 and no operations contact when it is empty", async () => {
    const operationsContact = "ops@example.com";
    const json = { ...settings, operationsContact };
    assertSuccess(await stage.ask("owner", patch({ operationsContact })), { ...success, json });
    for (const _ of ["takes it away", "changes nothing"]) {
      assertSuccess(await stage.ask("owner", patch({ operationsContact: "" })), {
        ...success,
        json: settings,
      });
    }
    deepEqual(types(), ["ORG_SETTINGS_UPDATED", "ORG_SETTINGS_UPDATED"]);
  });

  await t.test(
    "200 and no security contact when it is empty, as the Terraform provider sends it",
    async () => {
      assertSuccess(await stage.ask("owner", patch({ securityContact: "" })), { ...success, json: settings });
      deepEqual(types(), []);
      const securityContact = "safe@example.com";
      const { streamsCrossGroupEnabled, ...before } = settings;
      const json = { ...before, securityContact, streamsCrossGroupEnabled };
      assertSuccess(await stage.ask("owner", patch({ securityContact })), { ...success, json });
      assertSuccess(await stage.ask("owner", patch({ securityContact: "" })), { ...success, json: settings });
      assertSuccess(await stage.ask("member", { path }), { ...success, json: settings });
      deepEqual(types(), ["ORG_SETTINGS_UPDATED", "ORG_SETTINGS_UPDATED"]);
    },
  );

  await t.test("200 requires access lists from the next request on, on the caller too", async () => {
    const json = { ...settings, apiAccessListRequired: true };
    const required = patch({ apiAccessListRequired: true });
    assertSuccess(await stage.ask("owner", required), { ...success, json });
    assertRefusal(await stage.ask("owner", { path }), refusal("ORG_REQUIRES_ACCESS_LIST", ["127.0.0.1"]));
    deepEqual(types(), ["ORG_SETTINGS_UPDATED", "ORG_PUBLIC_API_ACCESS_LIST_REQUIRED"]);
  });

  await t.test("a change writes its event, and some changes one of their own", async () => {
    await stage.ask("owner", patch());
    deepEqual(stage.events(), [eventBy("owner", "ORG_SETTINGS_UPDATED", { orgId: ids.org })]);
    await stage.ask("owner", patch({ multiFactorAuthRequired: true }));
    const both = { multiFactorAuthRequired: false, maxServiceAccountSecretValidityInHours: 24 };
    await stage.ask("owner", patch(both));
    deepEqual(types().slice(1), [
      "ORG_SETTINGS_UPDATED",
      "ORG_TWO_FACTOR_AUTH_REQUIRED",
      "ORG_SETTINGS_UPDATED",
      "ORG_TWO_FACTOR_AUTH_OPTIONAL",
      "ORG_SERVICE_ACCOUNT_MAX_SECRET_VALIDITY_EDITED",
    ]);
  });

  await t.test("what stays as it was writes none", async () => {
    await stage.ask("owner", patch({ restrictEmployeeAccess: false }));
    deepEqual(stage.events(), []);
  });

  await t.test("400 BAD_REQUEST for what a setting cannot be", async () => {
    const refusal = (...fields: { description: string; field: string }[]) => ({
      status: 400,
      errorCode: "BAD_REQUEST",
      detail: "The request content produced validation errors.",
      fields,
    });
    const description = "Must be an e-mail address, such as ada@example.com.";
    const contacts = patch({ securityContact: "a\0b@example.com", operationsContact: "ops" });
    assertRefusal(
      await stage.ask("owner", contacts),
      refusal({ description, field: "operationsContact" }, { description, field: "securityContact" }),
    );
    const timeouts = { absoluteSessionTimeoutInSeconds: 60, idleSessionTimeoutInSeconds: 61 };
    assertRefusal(
      await stage.ask("owner", patch({ customSessionTimeouts: timeouts })),
      refusal({
        description: "Must not be longer than absoluteSessionTimeoutInSeconds.",
        field: "customSessionTimeouts.idleSessionTimeoutInSeconds",
      }),
    );
    for (const hours of [7, 8761]) {
      const reply = await stage.ask("owner", patch({ maxServiceAccountSecretValidityInHours: hours }));
      deepEqual([reply.status, reply.json.errorCode], [400, "BAD_REQUEST"]);
    }
    deepEqual(stage.events(), []);
  });
});

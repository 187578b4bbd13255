// The push-based log export of a project, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { startOperations } from "../../../test/support/operations.ts";
import { now } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const find = "getGroupPushBasedLogExport";
const create = "createGroupPushBasedLogExport";
const update = "updateGroupPushBasedLogExport";
const remove = "deleteGroupPushBasedLogExport";
const unconfigured = { state: "UNCONFIGURED" };

test("the push-based log export of a project", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner", clusterSpeed: "atlas" });
  const { answers, clock, get, refuses, testRefusals, told } = stage;
  const makeRole = async () => {
    const { roleId } = await get("createGroupCloudProviderAccess", { body: { providerName: "AWS" } });
    return roleId;
  };
  const authorize = async () => {
    const roleId = await makeRole();
    const body = { providerName: "AWS", iamAssumedRoleArn: "arn:aws:iam::123456789012:role/logs" };
    await get("authorizeGroupCloudProviderAccessRole", { params: { roleId }, body });
    return roleId;
  };
  const good = async () => {
    return { body: { bucketName: "logs", iamRoleId: await authorize(), prefixPath: "atlas" } };
  };

  await t.test(
    "200 without an answer; its bucket is verified by the clock, again after a change",
    async () => {
      await answers(find, {}, unconfigured);
      const { body } = await good();
      const { bucketName, ...sent } = body;
      const seen = (state: string, changed: object = {}) =>
        answers(find, {}, { bucketName, createDate: now, ...sent, ...changed, state });
      await answers(create, { body });
      await seen("INITIATING");
      clock.set({ advance: "PT30S" });
      await seen("BUCKET_VERIFIED");
      clock.set({ advance: "PT30S" });
      await seen("ACTIVE");
      await answers(update, { body: { prefixPath: "other" } });
      await seen("INITIATING", { prefixPath: "other" });
      clock.set({ advance: "PT1M" });
      await seen("ACTIVE", { prefixPath: "other" });
      await answers(remove);
      await answers(find, {}, unconfigured);
    },
  );

  await t.test("200 each change is an event", async () => {
    await get(create, await good());
    await answers(update, { body: { prefixPath: "other" } });
    await answers(remove);
    deepEqual(told().slice(-3), [
      ["PUSH_BASED_LOG_EXPORT_ENABLED", "group"],
      ["PUSH_BASED_LOG_EXPORT_CONFIGURATION_UPDATED", "group"],
      ["PUSH_BASED_LOG_EXPORT_DISABLED", "group"],
    ]);
  });

  await t.test("400 for a second one", async () => {
    const asked = await good();
    await get(create, asked);
    await refuses(create, asked, "PUSH_BASED_LOG_EXPORT_EXISTS", [ids.group]);
  });

  const made = async () => {
    await get(create, await good());
    return { body: {} };
  };
  await testRefusals({ [create]: good, [update]: made }, [
    [
      "a role that does not exist",
      { body: { iamRoleId: ids.missing } },
      "CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND",
      [ids.missing, ids.group],
    ],
  ]);
  await t.test("400 for a role that is not authorized, or of another provider", async () => {
    const azure = "9f2deb0d-be22-4524-a403-df531868bac0";
    const sent = { atlasAzureAppId: azure, servicePrincipalId: azure, tenantId: azure };
    const { _id: ofAzure } = await get("createGroupCloudProviderAccess", {
      body: { providerName: "AZURE", ...sent },
    });
    const mine = await makeRole();
    const { body } = await good();
    const unauthorized = "CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED";
    const mismatch = "CLOUD_PROVIDER_ACCESS_PROVIDER_MISMATCH";
    await refuses(create, { body: { ...body, iamRoleId: mine } }, unauthorized, [mine]);
    await refuses(create, { body: { ...body, iamRoleId: ofAzure } }, mismatch, ["AWS"]);
    await get(create, { body });
    await refuses(update, { body: { iamRoleId: mine } }, unauthorized, [mine]);
    await refuses(update, { body: { iamRoleId: ofAzure } }, mismatch, ["AWS"]);
  });
  await testRefusals({ [update]: { body: {} }, [remove]: {} }, [
    ["no export", {}, "RESOURCE_NOT_FOUND", ["pushBasedLogExport"]],
  ]);
});

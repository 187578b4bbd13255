// Access of a project to accounts at cloud providers, answer by answer.
import { deepEqual, match } from "node:assert/strict";
import { test } from "node:test";
import { groupPath } from "../../../test/support/groups.ts";
import {
  assertRefusal,
  assertSuccess,
  eventBy,
  now,
  refusal,
  startStage,
} from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const path = `${groupPath}/cloudProviderAccess`;
const make = (body: object) => ({ method: "POST", path, body });
const at = (id: string) => ({ path: `${path}/${id}` });
const authorize = (id: string, body: object) => ({ ...at(id), method: "PATCH", body });
const remove = (provider: string, id: string) => ({ path: `${path}/${provider}/${id}`, method: "DELETE" });
const ok = { status: 200, limit: 2000 };
const arn = "arn:aws:iam::123456789012:role/atlas";
const azure = {
  atlasAzureAppId: "9f2deb0d-be22-4524-a403-df531868bac0",
  servicePrincipalId: "22f1d2a6-d0e9-482a-83a4-b8dd7dddc2c1",
  tenantId: "91405384-d71e-47f5-92dd-759e272cdc1c",
};

test("access of a project to accounts at cloud providers", async (t) => {
  const stage = await startStage(t);
  const event = (noun: string, what: string) =>
    eventBy("groupOwner", `CLOUD_PROVIDER_ACCESS_${noun}_${what}`, { groupId: ids.group });
  const made = async (body: object) => (await stage.ask("groupOwner", make(body))).json;
  const list = async () => (await stage.ask("groupReader", { path })).json;

  await t.test("200 and three empty lists at first", async () => {
    const json = { awsIamRoles: [], azureServicePrincipals: [], gcpServiceAccounts: [] };
    assertSuccess(await stage.ask("groupReader", { path }), { ...ok, json });
  });

  await t.test("AWS: begun with an external id, authorized with a role, ended", async () => {
    const reply = await stage.ask("groupOwner", make({ providerName: "AWS" }));
    const { atlasAssumedRoleExternalId, roleId } = reply.json;
    match(atlasAssumedRoleExternalId, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    const json = {
      atlasAWSAccountArn: "arn:aws:iam::299602853325:root",
      atlasAssumedRoleExternalId,
      authorizedDate: null,
      createdDate: now,
      featureUsages: [],
      iamAssumedRoleArn: null,
      providerName: "AWS",
      roleId,
    };
    assertSuccess(reply, { ...ok, json });
    deepEqual((await list()).awsIamRoles, [json]);
    stage.clock.set({ advance: "PT1M" });
    const role = { providerName: "AWS", iamAssumedRoleArn: arn };
    const authorized = { ...json, authorizedDate: "2026-08-10T03:05:53Z", iamAssumedRoleArn: arn };
    assertSuccess(await stage.ask("groupOwner", authorize(roleId, role)), { ...ok, json: authorized });
    assertSuccess(await stage.ask("groupReader", at(roleId)), { ...ok, json: authorized });
    assertSuccess(await stage.ask("groupOwner", remove("AWS", roleId)), { status: 204, limit: 2000 });
    deepEqual((await list()).awsIamRoles, []);
    const noun = "AWS_IAM_ROLE";
    const later = Date.parse("2026-08-10T03:05:53Z");
    deepEqual(stage.events(), [
      event(noun, "ADDED"),
      { ...event(noun, "UPDATED"), at: later },
      { ...event(noun, "DELETED"), at: later },
    ]);
  });

  await t.test("Azure: begun with a principal, and another one later", async () => {
    const reply = await stage.ask("groupOwner", make({ providerName: "AZURE", ...azure }));
    const { _id } = reply.json;
    const { atlasAzureAppId, ...principal } = azure;
    const json = {
      _id,
      atlasAzureAppId,
      createdDate: now,
      featureUsages: [],
      lastUpdatedDate: now,
      providerName: "AZURE",
      ...principal,
    };
    assertSuccess(reply, { ...ok, json });
    const tenantId = azure.servicePrincipalId;
    const changed = await stage.ask("groupOwner", authorize(_id, { providerName: "AZURE", tenantId }));
    deepEqual(changed.json, { ...json, tenantId });
    deepEqual((await list()).azureServicePrincipals, [{ ...json, tenantId }]);
    const noun = "AZURE_SERVICE_PRINCIPAL";
    deepEqual(stage.events(), [event(noun, "ADDED"), event(noun, "UPDATED")]);
  });

  await t.test("Google Cloud: a service account, which is there after five seconds", async () => {
    const reply = await stage.ask("groupOwner", make({ providerName: "GCP" }));
    const { roleId } = reply.json;
    const json = { createdDate: now, featureUsages: [], providerName: "GCP", roleId };
    assertSuccess(reply, { ...ok, json: { ...json, status: "IN_PROGRESS" } });
    stage.clock.set({ advance: "PT5S" });
    const { gcpServiceAccountForAtlas, ...rest } = (await stage.ask("groupReader", at(roleId))).json;
    match(gcpServiceAccountForAtlas, /^mongodb-atlas-[0-9a-z]{16}@p-[0-9a-z]{24}.iam.gserviceaccount.com$/);
    deepEqual(rest, { ...json, status: "COMPLETE" });
    const again = await stage.ask("groupOwner", authorize(roleId, { providerName: "GCP" }));
    deepEqual(again.json.status, "COMPLETE");
  });

  const required = (name: string) => refusal("MISSING_ATTRIBUTE", [name], name, "The value is required.");
  await t.test(
    "400 MISSING_ATTRIBUTE for an Azure principal that lacks a part, and for no role",
    async () => {
      for (const name of Object.keys(azure)) {
        const { [name as keyof typeof azure]: _, ...rest } = azure;
        assertRefusal(
          await stage.ask("groupOwner", make({ providerName: "AZURE", ...rest })),
          required(name),
        );
      }
      const { roleId } = await made({ providerName: "AWS" });
      const reply = await stage.ask("groupOwner", authorize(roleId, { providerName: "AWS" }));
      assertRefusal(reply, required("iamAssumedRoleArn"));
    },
  );

  await t.test("400 INVALID_ATTRIBUTE for what is no UUID, begun and changed", async () => {
    const wrong = refusal("INVALID_ATTRIBUTE", ["tenantId"], "tenantId", "It is not a UUID.");
    const sent = { providerName: "AZURE", ...azure, tenantId: "acme" };
    assertRefusal(await stage.ask("groupOwner", make(sent)), wrong);
    const { _id } = await made({ ...sent, tenantId: azure.tenantId });
    assertRefusal(await stage.ask("groupOwner", authorize(_id, sent)), wrong);
  });

  await t.test("400 for what is no role, and for another provider", async () => {
    const { roleId } = await made({ providerName: "AWS" });
    const field = "iamAssumedRoleArn";
    const said = "It is not the ARN of a role, such as arn:aws:iam::123456789012:role/atlas.";
    const user = { providerName: "AWS", [field]: "arn:aws:iam::123456789012:user/ada" };
    assertRefusal(
      await stage.ask("groupOwner", authorize(roleId, user)),
      refusal("INVALID_ATTRIBUTE", [field], field, said),
    );
    assertRefusal(
      await stage.ask("groupOwner", authorize(roleId, { providerName: "GCP" })),
      refusal("CLOUD_PROVIDER_ACCESS_PROVIDER_MISMATCH", ["GCP"], "providerName", "It is of AWS."),
    );
  });

  await t.test(
    "404 CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND for none, and for one of another provider",
    async () => {
      const none = (id: string) => refusal("CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND", [id, ids.group]);
      const role = { providerName: "AWS", iamAssumedRoleArn: arn };
      for (const sending of [at(ids.missing), authorize(ids.missing, role), remove("AWS", ids.missing)]) {
        assertRefusal(await stage.ask("groupOwner", sending), none(ids.missing));
      }
      const { roleId } = await made({ providerName: "AWS" });
      assertRefusal(await stage.ask("groupOwner", remove("GCP", roleId)), none(roleId));
    },
  );
});

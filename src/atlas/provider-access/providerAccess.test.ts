// Access of a project to accounts at cloud providers, answer by answer.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { type Asked, startOperations } from "../../../test/support/operations.ts";
import { now } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const beginning = "createGroupCloudProviderAccess";
const reading = "getGroupCloudProviderAccess";
const authorizing = "authorizeGroupCloudProviderAccessRole";
const ending = "deauthorizeGroupCloudProviderAccessRole";
const of = (roleId: string, body?: object): Asked => ({ params: { roleId }, body });
const arn = "arn:aws:iam::123456789012:role/atlas";
const awsRole = { providerName: "AWS", iamAssumedRoleArn: arn };
const azure = {
  atlasAzureAppId: "9f2deb0d-be22-4524-a403-df531868bac0",
  servicePrincipalId: "22f1d2a6-d0e9-482a-83a4-b8dd7dddc2c1",
  tenantId: "91405384-d71e-47f5-92dd-759e272cdc1c",
};
type Begun = Readonly<Record<"_id" | "roleId" | "atlasAssumedRoleExternalId", string>>;

test("access of a project to accounts at cloud providers", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner", params: { cloudProvider: "AWS" } });
  const { answers, get, testRefusals } = stage;
  const begin = (body: object) => get(beginning, { body });
  const list = () => get("listGroupCloudProviderAccess");
  const event = (noun: string, what: string) => `CLOUD_PROVIDER_ACCESS_${noun}_${what}`;

  await t.test("200 and three empty lists at first", async () => {
    const none = { awsIamRoles: [], azureServicePrincipals: [], gcpServiceAccounts: [] };
    await answers("listGroupCloudProviderAccess", {}, none);
  });

  await t.test("AWS: begun with an external id, authorized with a role, ended", async () => {
    const asked = { body: { providerName: "AWS" } };
    const json = await answers(beginning, asked, ({ atlasAssumedRoleExternalId, roleId }: Begun) => ({
      atlasAWSAccountArn: "arn:aws:iam::299602853325:root",
      atlasAssumedRoleExternalId,
      authorizedDate: null,
      createdDate: now,
      featureUsages: [],
      iamAssumedRoleArn: null,
      providerName: "AWS",
      roleId,
    }));
    match(json.atlasAssumedRoleExternalId, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    deepEqual((await list()).awsIamRoles, [json]);
    stage.clock.set({ advance: "PT1M" });
    const authorized = { ...json, authorizedDate: "2026-08-10T03:05:53Z", iamAssumedRoleArn: arn };
    await answers(authorizing, of(json.roleId, awsRole), authorized);
    await answers(reading, of(json.roleId), authorized);
    await answers(ending, of(json.roleId));
    deepEqual((await list()).awsIamRoles, []);
    const later = Date.parse("2026-08-10T03:05:53Z");
    deepEqual(
      stage.events().map(({ type, at }) => [type, at]),
      [
        [event("AWS_IAM_ROLE", "ADDED"), Date.parse(now)],
        [event("AWS_IAM_ROLE", "UPDATED"), later],
        [event("AWS_IAM_ROLE", "DELETED"), later],
      ],
    );
  });

  await t.test("Azure: begun with a principal, and another one later", async () => {
    const { atlasAzureAppId, ...principal } = azure;
    const asked = { body: { providerName: "AZURE", ...azure } };
    const json = await answers(beginning, asked, ({ _id }: Begun) => ({
      _id,
      atlasAzureAppId,
      createdDate: now,
      featureUsages: [],
      lastUpdatedDate: now,
      providerName: "AZURE",
      ...principal,
    }));
    const tenantId = azure.servicePrincipalId;
    const changed = await get(authorizing, of(json._id, { providerName: "AZURE", tenantId }));
    deepEqual(changed, { ...json, tenantId });
    deepEqual((await list()).azureServicePrincipals, [changed]);
    const noun = "AZURE_SERVICE_PRINCIPAL";
    deepEqual(stage.told(), [
      [event(noun, "ADDED"), "group"],
      [event(noun, "UPDATED"), "group"],
    ]);
  });

  await t.test("Google Cloud: a service account, which is there after five seconds", async () => {
    const json = { createdDate: now, featureUsages: [], providerName: "GCP" };
    const begun = ({ roleId }: Begun) => ({ ...json, roleId, status: "IN_PROGRESS" });
    const { roleId } = await answers(beginning, { body: { providerName: "GCP" } }, begun);
    stage.clock.set({ advance: "PT5S" });
    const { gcpServiceAccountForAtlas, ...rest } = await get(reading, of(roleId));
    match(gcpServiceAccountForAtlas, /^mongodb-atlas-[0-9a-z]{16}@p-[0-9a-z]{24}.iam.gserviceaccount.com$/);
    deepEqual(rest, { ...json, roleId, status: "COMPLETE" });
    equal((await get(authorizing, of(roleId, { providerName: "GCP" }))).status, "COMPLETE");
  });

  const required = "The value is required.";
  await testRefusals(
    { [beginning]: { body: { providerName: "AZURE", ...azure } } },
    Object.keys(azure).map((name) => [
      `a principal without its ${name}`,
      { body: { [name]: undefined } },
      "MISSING_ATTRIBUTE",
      [name],
      name,
      required,
    ]),
  );
  const principal = async () =>
    of((await begin({ providerName: "AZURE", ...azure }))._id, { providerName: "AZURE" });
  await testRefusals(
    { [beginning]: { body: { providerName: "AZURE", ...azure } }, [authorizing]: principal },
    [
      [
        "what is no UUID",
        { body: { tenantId: "acme" } },
        "INVALID_ATTRIBUTE",
        ["tenantId"],
        "tenantId",
        "It is not a UUID.",
      ],
    ],
  );
  const ofAws = (body?: object) => async () => of((await begin({ providerName: "AWS" })).roleId, body);
  const field = "iamAssumedRoleArn";
  await testRefusals({ [authorizing]: ofAws(awsRole) }, [
    ["no role", { body: { [field]: undefined } }, "MISSING_ATTRIBUTE", [field], field, required],
    [
      "what is no role",
      { body: { [field]: "arn:aws:iam::123456789012:user/ada" } },
      "INVALID_ATTRIBUTE",
      [field],
      field,
      "It is not the ARN of a role, such as arn:aws:iam::123456789012:role/atlas.",
    ],
    [
      "another provider",
      { body: { providerName: "GCP", [field]: undefined } },
      "CLOUD_PROVIDER_ACCESS_PROVIDER_MISMATCH",
      ["GCP"],
      "providerName",
      "It is of AWS.",
    ],
  ]);
  const unknown = "CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND";
  await testRefusals(
    { [reading]: of(ids.missing), [authorizing]: of(ids.missing, awsRole), [ending]: of(ids.missing) },
    [["none", {}, unknown, [ids.missing, ids.group]]],
  );
  await t.test(`404 ${unknown} for one of another provider`, async () => {
    const { roleId } = await begin({ providerName: "AWS" });
    const asked = { params: { roleId, cloudProvider: "GCP" } };
    await stage.refuses(ending, asked, unknown, [roleId, ids.group]);
  });
});

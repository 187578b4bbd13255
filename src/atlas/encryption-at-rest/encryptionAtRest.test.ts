// Keys of a project for encryption at rest, answer by answer.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { clusterOf } from "../../../test/support/clusters.ts";
import { type RefusedCall, startOperations } from "../../../test/support/operations.ts";
import { ids } from "../../../test/support/world.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";

const reading = "getGroupEncryptionAtRest";
const changing = "updateGroupEncryptionAtRest";
const off = { enabled: false };
const none = { awsKms: off, azureKeyVault: off, enabledForSearchNodes: false, googleCloudKms: off };
const event = ["ENCRYPTION_AT_REST_CONFIGURATION_UPDATED", "group"];
const secret = "not to be answered";

const awsKms = {
  enabled: true,
  customerMasterKeyID: "11111111-2222-4333-8444-555555555555",
  region: "US_EAST_1",
  accessKeyID: "AKIAIOSFODNN7EXAMPLE",
};
const azureKeyVault = {
  enabled: true,
  azureEnvironment: "AZURE",
  clientID: "11111111-2222-4333-8444-555555555555",
  keyIdentifier: "https://vault.vault.azure.net/keys/data/1",
  keyVaultName: "vault",
  resourceGroupName: "group",
  subscriptionID: "21111111-2222-4333-8444-555555555555",
  tenantID: "31111111-2222-4333-8444-555555555555",
};
const googleCloudKms = {
  enabled: true,
  keyVersionResourceID: "projects/acme/locations/global/keyRings/atlas/cryptoKeys/data/cryptoKeyVersions/1",
};
const reached = { requirePrivateNetworking: false, valid: true };

const lacking = (attribute: string) =>
  ["MISSING_ATTRIBUTE", [attribute], attribute, "The value is required."] as const;

test("keys of a project for encryption at rest", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner" });
  const { answers, get, testRefusals } = stage;
  const change = (body: object) => get(changing, { body });

  await t.test("200 none, then those of each provider as they were set, without secrets", async () => {
    await answers(reading, {}, none);
    const body = {
      awsKms: { ...awsKms, secretAccessKey: secret },
      azureKeyVault: { ...azureKeyVault, secret },
      enabledForSearchNodes: true,
      googleCloudKms: { ...googleCloudKms, serviceAccountKey: secret },
    };
    const json = {
      awsKms: sortMembers({ ...awsKms, ...reached }),
      azureKeyVault: sortMembers({ ...azureKeyVault, ...reached }),
      enabledForSearchNodes: true,
      googleCloudKms: sortMembers({ ...googleCloudKms, valid: true }),
    };
    await answers(changing, { body }, json);
    await answers(reading, {}, json);
    deepEqual(stage.told(), [event]);
    const rows = JSON.stringify([
      ...stage.rows("select * from documents"),
      ...stage.rows("select * from events"),
    ]);
    ok(rows.includes("encryptionAtRest") && !rows.includes(secret));
    const requests = (await stage.send({ path: "/_anteroom/v1/requests" })).text;
    ok(requests.includes("updateGroupEncryptionAtRest") && !requests.includes(secret));
  });

  await t.test("what is not sent stays, and a provider that is turned off is forgotten", async () => {
    const region = "EU_WEST_1";
    await change({
      awsKms: { ...awsKms, secretAccessKey: secret },
      azureKeyVault: { ...azureKeyVault, secret },
    });
    const changed = await change({ awsKms: { region }, googleCloudKms: off });
    deepEqual(changed.awsKms, { ...awsKms, region, ...reached });
    deepEqual([changed.googleCloudKms, changed.azureKeyVault.keyVaultName], [off, "vault"]);
    deepEqual(await change({}), changed);
    deepEqual(await change(none), none);
    deepEqual(stage.told(), Array(3).fill(event));
    // The secret was deleted with it.
    await stage.refuses(changing, { body: { awsKms } }, ...lacking("awsKms.secretAccessKey"));
  });

  await t.test("an event for a secret that is replaced, and none for the same again", async () => {
    for (const serviceAccountKey of ["one", "one", "two"]) {
      await change({ googleCloudKms: { ...googleCloudKms, serviceAccountKey } });
    }
    equal(stage.events().length, 2);
  });

  await t.test("a role that may use the key, and 404 or 400 for one that may not", async () => {
    const role = { providerName: "AWS" };
    const { roleId } = await get("createGroupCloudProviderAccess", { body: role });
    const { accessKeyID: _, ...byRole } = { ...awsKms, roleId };
    const refuses = (body: object, code: string, ...parameters: string[]) =>
      stage.refuses(changing, { body }, `CLOUD_PROVIDER_ACCESS_${code}`, parameters);
    await refuses({ awsKms: byRole }, "ROLE_NOT_AUTHORIZED", roleId);
    const iamAssumedRoleArn = "arn:aws:iam::123456789012:role/atlas";
    const body = { ...role, iamAssumedRoleArn };
    await get("authorizeGroupCloudProviderAccessRole", { params: { roleId }, body });
    deepEqual((await change({ awsKms: byRole })).awsKms, { ...byRole, ...reached });
    await refuses({ googleCloudKms: { ...googleCloudKms, roleId } }, "PROVIDER_MISMATCH", "GCP");
    const absent = { ...byRole, roleId: ids.missing };
    await refuses({ awsKms: absent }, "ROLE_NOT_FOUND", ids.missing, ids.group);
  });

  const lacksOne = (name: string, sent: object, lacked: string): RefusedCall => [
    `${name} without its ${lacked}`,
    { body: { [name]: { ...sent, [lacked]: undefined } } },
    ...lacking(`${name}.${lacked}`),
  ];
  const attribute = "azureKeyVault.tenantID";
  const encryptACluster = async () => {
    await change({ googleCloudKms: { ...googleCloudKms, serviceAccountKey: secret } });
    const body = { ...clusterOf("data"), encryptionAtRestProvider: "GCP" };
    await get("createGroupCluster", { body });
  };
  await testRefusals({ [changing]: {} }, [
    lacksOne("awsKms", { ...awsKms, secretAccessKey: secret }, "region"),
    lacksOne("azureKeyVault", { ...azureKeyVault, secret }, "keyVaultName"),
    lacksOne("googleCloudKms", { ...googleCloudKms, serviceAccountKey: secret }, "keyVersionResourceID"),
    [
      "what is no UUID",
      { body: { azureKeyVault: { tenantID: "x" } } },
      "INVALID_ATTRIBUTE",
      [attribute],
      attribute,
      "It is not a UUID.",
    ],
    [
      "an end of what a cluster is encrypted with",
      { before: encryptACluster, body: { googleCloudKms: off } },
      "CANNOT_DISABLE_ENCRYPTION_AT_REST",
      [ids.group, "cluster data"],
    ],
  ]);
  const provider = "encryptionAtRestProvider";
  const disabled = [
    "ENCRYPTION_AT_REST_NOT_ENABLED",
    [ids.group],
    provider,
    "The project has no key of AWS enabled.",
  ] as const;
  await testRefusals({ createGroupCluster: { body: clusterOf("data") } }, [
    ["a key that is not enabled", { body: { [provider]: "AWS" } }, ...disabled],
  ]);
  const plain = async () => {
    await get("createGroupCluster", { body: clusterOf("data") });
    return { params: { clusterName: "data" }, body: {} };
  };
  await testRefusals({ updateGroupCluster: plain }, [
    ["a key that is not enabled", { body: { [provider]: "AWS" } }, ...disabled],
  ]);

  await t.test(
    "409 CANNOT_DISABLE_ENCRYPTION_AT_REST for a key that a private endpoint leads to",
    async () => {
      await change({ awsKms: { ...awsKms, secretAccessKey: secret, requirePrivateNetworking: true } });
      const at = { cloudProvider: "AWS" };
      const body = { regionName: "US_EAST_1" };
      const { id: endpointId } = await get("createGroupEncryptionAtRestPrivateEndpoint", {
        params: at,
        body,
      });
      const used = [ids.group, `private endpoint ${endpointId}`];
      await stage.refuses(changing, { body: { awsKms: off } }, "CANNOT_DISABLE_ENCRYPTION_AT_REST", used);
      await answers("requestGroupEncryptionAtRestPrivateEndpointDeletion", { params: { ...at, endpointId } });
      await change({ awsKms: off });
    },
  );
});

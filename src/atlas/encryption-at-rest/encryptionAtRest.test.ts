// Keys of a project for encryption at rest, answer by answer.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { clusterOf } from "../../../test/support/clusters.ts";
import { groupPath } from "../../../test/support/groups.ts";
import { assertRefusal, assertSuccess, eventBy, refusal, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";

const path = `${groupPath}/encryptionAtRest`;
const change = (body: object) => ({ method: "PATCH", path, body });
const off = { enabled: false };
const none = { awsKms: off, azureKeyVault: off, enabledForSearchNodes: false, googleCloudKms: off };
const event = eventBy("groupOwner", "ENCRYPTION_AT_REST_CONFIGURATION_UPDATED", { groupId: ids.group });
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

test("keys of a project for encryption at rest", async (t) => {
  const stage = await startStage(t);
  const ask = (sending: Parameters<typeof stage.ask>[1]) => stage.ask("groupOwner", sending);
  const shown = async () => (await stage.ask("groupReader", { path })).json;

  await t.test("200 none, then those of each provider as they were set, without secrets", async () => {
    assertSuccess(await stage.ask("groupReader", { path }), { status: 200, limit: 2000, json: none });
    const sent = {
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
    assertSuccess(await ask(change(sent)), { status: 200, limit: 2000, json });
    deepEqual(await shown(), json);
    deepEqual(stage.events(), [event]);
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
    await ask(
      change({ awsKms: { ...awsKms, secretAccessKey: secret }, azureKeyVault: { ...azureKeyVault, secret } }),
    );
    const changed = await ask(change({ awsKms: { region }, googleCloudKms: off }));
    deepEqual(changed.json.awsKms, { ...awsKms, region, ...reached });
    deepEqual([changed.json.googleCloudKms, changed.json.azureKeyVault.keyVaultName], [off, "vault"]);
    deepEqual((await ask(change({}))).json, changed.json);
    const all = { awsKms: off, azureKeyVault: off, enabledForSearchNodes: false, googleCloudKms: off };
    deepEqual((await ask(change(all))).json, none);
    deepEqual(stage.events(), [event, event, event]);
    // The secret has gone with it.
    const needed = refusal(
      "MISSING_ATTRIBUTE",
      ["awsKms.secretAccessKey"],
      "awsKms.secretAccessKey",
      "The value is required.",
    );
    assertRefusal(await ask(change({ awsKms })), needed);
  });

  await t.test("an event for a secret that is replaced, and none for the same again", async () => {
    const sent = (serviceAccountKey: string) =>
      change({ googleCloudKms: { ...googleCloudKms, serviceAccountKey } });
    for (const each of ["one", "one", "two"]) equal((await ask(sent(each))).status, 200);
    equal(stage.events().length, 2);
  });

  await t.test("a role that may use the key, and 404 or 400 for one that may not", async () => {
    const made = await ask({
      method: "POST",
      path: `${groupPath}/cloudProviderAccess`,
      body: { providerName: "AWS" },
    });
    const { roleId } = made.json;
    const { accessKeyID: _, ...byRole } = { ...awsKms, roleId };
    const unauthorized = refusal("CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED", [roleId]);
    assertRefusal(await ask(change({ awsKms: byRole })), unauthorized);
    await ask({
      method: "PATCH",
      path: `${groupPath}/cloudProviderAccess/${roleId}`,
      body: { providerName: "AWS", iamAssumedRoleArn: "arn:aws:iam::123456789012:role/atlas" },
    });
    deepEqual((await ask(change({ awsKms: byRole }))).json.awsKms, { ...byRole, ...reached });
    const mismatch = refusal("CLOUD_PROVIDER_ACCESS_PROVIDER_MISMATCH", ["GCP"]);
    assertRefusal(await ask(change({ googleCloudKms: { ...googleCloudKms, roleId } })), mismatch);
    const unknown = refusal("CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND", [ids.missing, ids.group]);
    assertRefusal(await ask(change({ awsKms: { ...byRole, roleId: ids.missing } })), unknown);
  });

  await t.test("400 for a key that lacks what its provider needs, and nothing changes", async () => {
    for (const [name, sent, lacks] of [
      ["awsKms", { ...awsKms, secretAccessKey: secret }, "region"],
      ["azureKeyVault", { ...azureKeyVault, secret }, "keyVaultName"],
      ["googleCloudKms", { ...googleCloudKms, serviceAccountKey: secret }, "keyVersionResourceID"],
    ] as const) {
      const attribute = `${name}.${lacks}`;
      const expected = refusal("MISSING_ATTRIBUTE", [attribute], attribute, "The value is required.");
      assertRefusal(await ask(change({ [name]: { ...sent, [lacks]: undefined } })), expected);
    }
    const attribute = "azureKeyVault.tenantID";
    const wrong = refusal("INVALID_ATTRIBUTE", [attribute], attribute, "It is not a UUID.");
    assertRefusal(await ask(change({ azureKeyVault: { tenantID: "x" } })), wrong);
    deepEqual(await shown(), none);
  });

  await t.test("409 to turn off what a cluster is encrypted with", async () => {
    await ask(change({ googleCloudKms: { ...googleCloudKms, serviceAccountKey: secret } }));
    const encrypted = { ...clusterOf("data"), encryptionAtRestProvider: "GCP" };
    const headers = { accept: "application/vnd.atlas.2024-10-23+json" };
    await ask({ method: "POST", path: `${groupPath}/clusters`, body: encrypted, headers });
    const inUse = refusal("CANNOT_DISABLE_ENCRYPTION_AT_REST", [ids.group, "data"]);
    assertRefusal(await ask(change({ googleCloudKms: off })), inUse);
    equal((await shown()).googleCloudKms.enabled, true);
  });
});

// Private endpoints to keys of encryption at rest and to the storage of backups, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { startOperations } from "../../../test/support/operations.ts";
import { ids } from "../../../test/support/world.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";

const sides = {
  keys: {
    list: "listGroupEncryptionAtRestPrivateEndpoints",
    make: "createGroupEncryptionAtRestPrivateEndpoint",
    read: "getGroupEncryptionAtRestPrivateEndpoint",
    remove: "requestGroupEncryptionAtRestPrivateEndpointDeletion",
  },
  storage: {
    list: "listGroupBackupPrivateEndpoints",
    make: "createGroupBackupPrivateEndpoint",
    read: "getGroupBackupPrivateEndpoint",
    remove: "deleteGroupBackupPrivateEndpoint",
  },
} as const;

const rows = [
  ["keys", "AWS", "EU_WEST_1", "eu-west-1", ["INITIATING", "ACTIVE"]],
  ["keys", "AZURE", "EUROPE_WEST", "westeurope", ["INITIATING", "PENDING_ACCEPTANCE", "ACTIVE"]],
  ["storage", "AWS", "EU_WEST_1", "eu-west-1", ["INITIATING", "PENDING_ACCEPTANCE", "ACTIVE"]],
] as const;

const uuid = "11111111-2222-4333-8444-555555555555";
const networks = {
  awsKms: {
    enabled: true,
    accessKeyID: "AKIAIOSFODNN7EXAMPLE",
    customerMasterKeyID: uuid,
    region: "US_EAST_1",
    requirePrivateNetworking: true,
    secretAccessKey: "made by a test",
  },
  azureKeyVault: {
    enabled: true,
    azureEnvironment: "AZURE",
    clientID: uuid,
    keyIdentifier: "https://vault.vault.azure.net/keys/data/1",
    keyVaultName: "vault",
    requirePrivateNetworking: true,
    resourceGroupName: "group",
    secret: "made by a test",
    subscriptionID: uuid,
    tenantID: uuid,
  },
};

test("private endpoints to services of a provider", async (t) => {
  const stage = await startOperations(t, { clusterSpeed: "atlas" });
  const { answers, get, lists, refuses, testRefusals, told, clock } = stage;
  const later = () => clock.set({ advance: "PT3M" });
  const useNetworks = () => get("updateGroupEncryptionAtRest", { body: networks });
  const at = (cloudProvider: string, endpointId = ids.missing) => ({ params: { cloudProvider, endpointId } });

  for (const [side, provider, regionName, inItsWords, states] of rows) {
    const { list, make, read, remove } = sides[side];
    await t.test(`${make} at ${provider}: ${states.join(", ")}, DELETING, and 404`, async () => {
      await useNetworks();
      const made = await get(make, { ...at(provider), body: { regionName } });
      const { id } = made;
      const shown = { cloudProvider: provider, id, regionName };
      const seen = [made.status];
      deepEqual(made, { ...shown, status: "INITIATING" });
      for (const _ of states.slice(1)) {
        later();
        seen.push((await get(read, at(provider, id))).status);
      }
      deepEqual(seen, states);
      const known = { ...shown, privateEndpointConnectionName: `${inItsWords}-${id}` };
      const active = sortMembers({ ...known, status: "ACTIVE" });
      await answers(read, at(provider, id), active);
      await lists(list, at(provider), [active]);
      for (const _ of [1, 2]) await answers(remove, at(provider, id));
      await answers(read, at(provider, id), { ...active, status: "DELETING" });
      later();
      await refuses(read, at(provider, id), "PRIVATE_ENDPOINT_NOT_FOUND", [id, ids.group]);
      await lists(list, at(provider), []);
    });
  }

  await t.test("events of an endpoint to keys, and none of one to storage", async () => {
    await useNetworks();
    const body = { regionName: "US_EAST_1" };
    await get(sides.keys.make, { ...at("AWS"), body });
    await get(sides.storage.make, { ...at("AWS"), body });
    deepEqual(told().slice(1), [["ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_CREATED", "group"]]);
  });

  await t.test("200 each provider has its own", async () => {
    await useNetworks();
    const { id } = await get(sides.keys.make, { ...at("AWS"), body: { regionName: "US_EAST_1" } });
    await lists(sides.keys.list, at("AZURE"), []);
    await refuses(sides.keys.read, at("AZURE", id), "PRIVATE_ENDPOINT_NOT_FOUND", [id, ids.group]);
    await refuses(sides.keys.remove, at("AZURE", id), "PRIVATE_ENDPOINT_NOT_FOUND", [id, ids.group]);
  });

  await t.test("201 to storage from the network of another region", async () => {
    const body = { regionName: "US_EAST_1", vpcRegionName: "US_WEST_2" };
    const { id: _, ...made } = await get(sides.storage.make, { ...at("AWS"), body });
    deepEqual(made, { cloudProvider: "AWS", ...body, status: "INITIATING" });
  });

  const keyed = async () => {
    await useNetworks();
    return { ...at("AWS"), body: { regionName: "EU_WEST_1" } };
  };
  await testRefusals({ [sides.keys.make]: keyed, [sides.storage.make]: keyed }, [
    [
      "no region",
      { body: { regionName: undefined } },
      "MISSING_ATTRIBUTE",
      ["regionName"],
      "regionName",
      "The value is required.",
    ],
    [
      "a region that is not one of AWS",
      { body: { regionName: "GLOBAL" } },
      "INVALID_ATTRIBUTE",
      ["regionName"],
      "regionName",
      "'GLOBAL' is no region of AWS.",
    ],
  ]);
  await testRefusals({ [sides.storage.make]: keyed }, [
    [
      "a network in no region of AWS",
      { body: { vpcRegionName: "GLOBAL" } },
      "INVALID_ATTRIBUTE",
      ["regionName"],
      "vpcRegionName",
      "'GLOBAL' is no region of AWS.",
    ],
  ]);
  const open = async () => {
    await get("updateGroupEncryptionAtRest", {
      body: { awsKms: { ...networks.awsKms, requirePrivateNetworking: false } },
    });
    return { ...at("AWS"), body: { regionName: "EU_WEST_1" } };
  };
  await testRefusals({ [sides.keys.make]: open }, [
    ["a key that is used over public networks", {}, "ENCRYPTION_AT_REST_SETTINGS_INVALID", ["AWS"]],
    [
      "a provider without a key",
      { params: { cloudProvider: "AZURE" } },
      "ENCRYPTION_AT_REST_SETTINGS_INVALID",
      ["AZURE"],
    ],
  ]);
  const { keys, storage } = sides;
  const all = { [keys.read]: {}, [keys.remove]: {}, [storage.read]: {}, [storage.remove]: {} };
  await testRefusals(all, [
    ["no endpoint", at("AWS"), "PRIVATE_ENDPOINT_NOT_FOUND", [ids.missing, ids.group]],
  ]);
});

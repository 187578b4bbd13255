// Private endpoints for federated databases and online archives, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { startOperations } from "../../../test/support/operations.ts";
import { ids } from "../../../test/support/world.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";

const listing = "listGroupPrivateNetworkSettingEndpointIds";
const reading = "getGroupPrivateNetworkSettingEndpointId";
const making = "createGroupPrivateNetworkSettingEndpointId";
const removing = "deleteGroupPrivateNetworkSettingEndpointId";
const endpointId = "vpce-0123456789abcdef0";
const of = { params: { endpointId } };
const sent = { comment: "reports", endpointId };
const shown = { comment: "reports", endpointId, provider: "AWS", status: "OK", type: "DATA_LAKE" };

test("private endpoints of Data Federation", async (t) => {
  const stage = await startOperations(t, { clusterSpeed: "atlas" });
  const { answers, get, lists, refuses, testRefusals, told, clock } = stage;

  await t.test("201 with all of them; OK at once, DELETING, and 404", async () => {
    await lists(making, { body: sent }, [shown]);
    await answers(reading, of, shown);
    await lists(listing, {}, [shown]);
    for (const _ of [1, 2]) await answers(removing, of);
    await answers(reading, of, { ...shown, status: "DELETING" });
    clock.set({ advance: "PT3M" });
    await refuses(reading, of, "PRIVATE_ENDPOINT_NOT_FOUND", [endpointId, ids.group]);
    await lists(listing, {}, []);
  });

  await t.test(
    "201 that one is there already: it gets what is sent, and is not deleted any more",
    async () => {
      await get(making, { body: sent });
      await get(removing, of);
      const more = { customerEndpointDNSName: "reports.example.net", region: "US_EAST_1" };
      const { results } = await get(making, { body: { endpointId, ...more } });
      const { comment: _, ...without } = shown;
      deepEqual(results, [{ ...without, ...more }]);
      clock.set({ advance: "PT3M" });
      await answers(reading, of, sortMembers({ ...more, ...without }));
      deepEqual(
        stage.events().map(({ type }) => type),
        ["PRIVATE_NETWORK_ENDPOINT_ENTRY_ADDED", "PRIVATE_NETWORK_ENDPOINT_ENTRY_UPDATED"],
      );
    },
  );

  await t.test("201 at Azure, by its id there and its address", async () => {
    const azure = {
      azureLinkId: "1234",
      customerEndpointIPAddress: "10.0.0.4",
      endpointId: "/subscriptions/one",
      provider: "AZURE",
    };
    const { results } = await get(making, { body: azure });
    const json = { ...azure, status: "OK", type: "DATA_LAKE" };
    deepEqual(results, [json]);
    await answers(reading, { params: { endpointId: azure.endpointId } }, json);
  });

  await t.test("an event for each, and a project that has one stays", async () => {
    await get(making, { body: sent });
    deepEqual(told(), [["PRIVATE_NETWORK_ENDPOINT_ENTRY_ADDED", "group"]]);
    const code = "CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_DATA_FEDERATION_PRIVATE_ENDPOINTS";
    await refuses("deleteGroup", {}, code);
    await answers(removing, of);
    clock.set({ advance: "PT3M" });
    await answers("deleteGroup", {}, {});
  });

  await testRefusals({ [making]: { body: sent } }, [
    [
      "an id that is not one of AWS",
      { body: { endpointId: "vpc-0" } },
      "INVALID_ATTRIBUTE",
      ["endpointId"],
      "endpointId",
      "It is not vpce- and 17 hexadecimal digits.",
    ],
    [
      "no id",
      { body: { endpointId: undefined } },
      "MISSING_ATTRIBUTE",
      ["endpointId"],
      "endpointId",
      "The value is required.",
    ],
  ]);
  await testRefusals({ [reading]: of, [removing]: of }, [
    ["no endpoint", {}, "PRIVATE_ENDPOINT_NOT_FOUND", [endpointId, ids.group]],
  ]);
});

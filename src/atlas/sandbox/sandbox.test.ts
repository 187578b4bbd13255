// The sandbox configuration of an organization, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { startOperations } from "../../../test/support/operations.ts";
import { ids } from "../../../test/support/world.ts";

const create = "createOrgSandboxConfig";
const update = "updateOrgSandboxConfig";

test("the sandbox configuration of an organization", async (t) => {
  const stage = await startOperations(t);
  const { answers, get, lists, refuses, testRefusals } = stage;
  const template = { provider: "AWS", region: "US_EAST_1", tier: "M10" };
  const made = async () => {
    const { id } = await get(create, { body: {} });
    return { params: { sandboxConfigId: id } };
  };
  const types = () => stage.told().map(([type]) => type);

  await t.test("201 with what the request leaves out, in a page of one", async () => {
    const json = await answers(create, { body: {} }, ({ id }: { id: string }) => ({
      clusterTemplate: template,
      enabled: true,
      id,
    }));
    await answers("getOrgSandboxConfig", { params: { sandboxConfigId: json.id } }, json);
    await lists("listOrgSandboxConfig", {}, [json]);
    deepEqual(types(), ["SANDBOX_ENABLED_FOR_ORG"]);
  });

  await t.test("200 changes what is sent, with an event for each", async () => {
    const ofIt = await made();
    const tier = { clusterTemplate: { tier: "M20" } };
    deepEqual((await get(update, { ...ofIt, body: tier })).clusterTemplate, { ...template, tier: "M20" });
    equal((await get(update, { ...ofIt, body: { enabled: false } })).enabled, false);
    await get(update, { ...ofIt, body: {} });
    await answers("deleteOrgSandboxConfig", ofIt);
    await lists("listOrgSandboxConfig", {}, []);
    deepEqual(types(), [
      "SANDBOX_ENABLED_FOR_ORG",
      "SANDBOX_TEMPLATE_UPDATED",
      "SANDBOX_DISABLED_FOR_ORG",
      "SANDBOX_CONFIG_DELETED",
    ]);
    await get(create, { body: { enabled: false } });
    equal(types().length, 4);
  });

  await t.test("the cluster that it describes, of which none is made", async () => {
    const { params } = await made();
    await get(update, { params, body: { clusterTemplate: { provider: "GCP", region: "WESTERN_EUROPE" } } });
    const { name, groupId, replicationSpecs } = await get("generateGroupSandboxClusterDescription", {
      params,
    });
    const [{ regionConfigs }] = replicationSpecs;
    const [{ providerName, regionName, electableSpecs }] = regionConfigs;
    deepEqual(
      [name, groupId, providerName, regionName, electableSpecs.instanceSize, electableSpecs.nodeCount],
      ["Sandbox", ids.group, "GCP", "WESTERN_EUROPE", "M10", 3],
    );
    equal((await get("listGroupClusters")).totalCount, 0);
  });

  await t.test("409 for a second one", async () => {
    await made();
    await refuses(create, { body: {} }, "SANDBOX_CONFIG_ALREADY_EXISTS", [ids.org]);
  });

  const rows = [
    ["provider", { provider: "IBM" }],
    ["region", { region: "MARS" }],
    ["tier", { tier: "M0" }],
  ] as const;
  await testRefusals(
    { [create]: { body: {} }, [update]: async () => ({ ...(await made()), body: {} }) },
    rows.map(([member, clusterTemplate]) => [
      `a ${member} that is not offered`,
      { body: { clusterTemplate } },
      "INVALID_ATTRIBUTE",
      [`clusterTemplate.${member}`],
      `clusterTemplate.${member}`,
      `'${Object.values(clusterTemplate)[0]}' is not offered.`,
    ]),
  );

  const missing = { params: { sandboxConfigId: ids.missing } };
  await testRefusals(
    {
      getOrgSandboxConfig: missing,
      [update]: { ...missing, body: {} },
      deleteOrgSandboxConfig: missing,
      generateGroupSandboxClusterDescription: missing,
    },
    [["no configuration", {}, "RESOURCE_NOT_FOUND", [ids.missing]]],
  );
});

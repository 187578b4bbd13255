// Search nodes of clusters, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { clusterOf, free } from "../../../test/support/clusters.ts";
import { groupPath } from "../../../test/support/groups.ts";
import { assertRefusal, assertSuccess, now, refusal, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const headers = { accept: "application/vnd.atlas.2025-03-12+json" };
const typed = { "content-type": "application/vnd.atlas.2024-05-30+json;charset=utf-8" };
const pathOf = (name: string) => `${groupPath}/clusters/${name}/search/deployment`;
const specs = [{ instanceSize: "S30_LOWCPU_NVME", nodeCount: 2 }];
const at = (method = "GET", body?: object, name = "data") => ({
  method,
  path: pathOf(name),
  headers,
  ...(body && { body }),
});
const later = (seconds: number) => ({ now: new Date(Date.parse(now) + seconds * 1000).toISOString() });

test("search nodes of a cluster", async (t) => {
  const stage = await startStage(t);
  const ask = (sending: Parameters<typeof stage.ask>[1]) => stage.ask("groupOwner", sending);
  const make = (body: object = clusterOf("data")) =>
    ask({ method: "POST", path: `${groupPath}/clusters`, body, headers });
  const state = async () => (await stage.ask("groupReader", at())).json.stateName;
  const told = () => stage.events().filter(({ type }) => type.startsWith("SEARCH_"));

  await t.test("201 UPDATING, then IDLE by the clock, changed and gone", async () => {
    await make();
    const made = await ask(at("POST", { specs }));
    const json = {
      effectiveSpecs: [{ cloudProvider: "AWS", ...specs[0], regionName: "US_EAST_1" }],
      encryptionAtRestProvider: "NONE",
      groupId: ids.group,
      id: made.json.id,
      specs,
      stateName: "UPDATING",
    };
    assertSuccess(made, { status: 201, limit: 1200, headers: typed, json });
    stage.clock.set(later(2));
    assertSuccess(await stage.ask("groupReader", at()), {
      status: 200,
      limit: 1200,
      headers: { "content-type": `${headers.accept};charset=utf-8` },
      json: { ...json, stateName: "IDLE" },
    });
    const larger = [{ instanceSize: "S20_HIGHCPU_NVME", nodeCount: 3 }];
    const changed = (await ask(at("PATCH", { specs: larger }))).json;
    deepEqual([changed.id, changed.specs, changed.stateName], [made.json.id, larger, "UPDATING"]);
    stage.clock.set(later(4));
    equal(await state(), "IDLE");
    for (const _ of [1, 2]) equal((await ask(at("DELETE"))).status, 204);
    equal(await state(), "UPDATING");
    stage.clock.set(later(6));
    equal((await ask(at())).text, "{}");
    deepEqual(
      told().map(({ type }) => type.replace("SEARCH_DEPLOYMENT_", "")),
      ["CREATED", "UPDATED", "DELETED"],
    );
    const named = await ask({
      path: `${groupPath}/events?clusterNames=data&eventType=SEARCH_DEPLOYMENT_CREATED`,
    });
    equal(named.json.totalCount, 1);
  });

  await t.test("404 of none in older versions and for changes, {} in the newest", async () => {
    await make();
    const none = refusal("ATLAS_SEARCH_DEPLOYMENT_DOES_NOT_EXIST", ["data"]);
    for (const version of ["2023-01-01", "2024-05-30"]) {
      const accept = `application/vnd.atlas.${version}+json`;
      assertRefusal(await ask({ ...at(), headers: { accept } }), none);
    }
    assertRefusal(await ask(at("PATCH", { specs })), none);
    assertRefusal(await ask(at("DELETE")), none);
    await ask(at("POST", { specs }));
    assertRefusal(
      await ask(at("POST", { specs })),
      refusal("ATLAS_SEARCH_DEPLOYMENT_ALREADY_EXISTS", ["data"]),
    );
  });

  await t.test("400 for no cluster, a flex one and one that shares machines", async () => {
    await make(clusterOf("zero", free));
    const providerSettings = { backingProviderName: "AWS", regionName: "US_EAST_1" };
    const flex = { name: "flex", providerSettings };
    await ask({ method: "POST", path: `${groupPath}/flexClusters`, body: flex, headers });
    for (const method of ["GET", "POST", "PATCH", "DELETE"]) {
      const body = method === "POST" || method === "PATCH" ? { specs } : undefined;
      const refused = async (name: string, code: string, ...parameters: string[]) =>
        assertRefusal(await ask(at(method, body, name)), refusal(code, parameters));
      const invalid = "ATLAS_SEARCH_DEPLOYMENT_INVALID_ATTRIBUTE";
      await refused("none", invalid, "clusterName", "Cannot find cluster with the name none");
      await refused("zero", invalid, "clusterName", "Cluster zero is smaller than M10");
      await refused("flex", "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API", "flex");
    }
  });

  await t.test("nodes where no number is sent, in each region", async () => {
    const regionConfigs = ["US_EAST_1", "US_WEST_2"].map((regionName, index) => ({
      providerName: "AWS",
      regionName,
      priority: 7 - index,
      electableSpecs: { instanceSize: "M10", nodeCount: index === 0 ? 2 : 1 },
    }));
    await make({ name: "data", replicationSpecs: [{ regionConfigs }] });
    const size = { instanceSize: "S20_HIGHCPU_NVME" };
    const made = (await ask(at("POST", { defaultNodeCount: 4, specs: [size] }))).json;
    deepEqual(
      made.effectiveSpecs.map((each: { regionName: string; nodeCount: number }) => [
        each.regionName,
        each.nodeCount,
      ]),
      [
        ["US_EAST_1", 4],
        ["US_WEST_2", 4],
      ],
    );
    const one = { ...size, nodeCount: 2, cloudProvider: "AWS", regionName: "US_WEST_2" };
    equal((await ask(at("PATCH", { specs: [one] }))).json.effectiveSpecs.length, 1);
  });

  await t.test("the provider of the key, where search nodes are encrypted", async () => {
    await make({ ...clusterOf("data"), encryptionAtRestProvider: "GCP" });
    await ask(at("POST", { specs }));
    const provider = async () => (await ask(at())).json.encryptionAtRestProvider;
    equal(await provider(), "NONE");
    const body = { enabledForSearchNodes: true };
    await ask({ method: "PATCH", path: `${groupPath}/encryptionAtRest`, body });
    equal(await provider(), "GCP");
  });
});

test("search nodes are ready after the answer to their change where clusters change now", async (t) => {
  const stage = await startStage(t, { clusterSpeed: "now" });
  const ask = (sending: Parameters<typeof stage.ask>[1]) => stage.ask("groupOwner", sending);
  await ask({ method: "POST", path: `${groupPath}/clusters`, body: clusterOf("data"), headers });
  equal((await ask(at("POST", { specs }))).json.stateName, "UPDATING");
  equal((await ask(at())).json.stateName, "IDLE");
  equal((await ask(at("DELETE"))).status, 204);
  equal((await ask(at())).text, "{}");
});

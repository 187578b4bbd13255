// Flex clusters of a project, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { groupPath } from "../../../test/support/groups.ts";
import { assertRefusal, assertSuccess, now, refusal, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const path = `${groupPath}/flexClusters`;
const headers = { accept: "application/vnd.atlas.2024-11-13+json" };
const one = { name: "one", providerSettings: { backingProviderName: "AWS", regionName: "US_EAST_1" } };
const make = (body: object = one, to = path) => ({ method: "POST", path: to, body, headers });
const at = (method = "GET", body?: object) => ({
  method,
  path: `${path}/one`,
  headers,
  ...(body && { body }),
});
const later = (seconds: number) => ({ now: new Date(Date.parse(now) + seconds * 1000).toISOString() });
const address = "mongodb://no-deployment.invalid";
const typed = { "content-type": `${headers.accept};charset=utf-8` };

test("flex clusters of a project", async (t) => {
  const stage = await startStage(t);
  const ask = (sending: Parameters<typeof stage.ask>[1]) => stage.ask("groupOwner", sending);

  await t.test("201, ready and gone by the clock", async () => {
    const made = await ask(make({ ...one, tags: [{ key: "env", value: "test" }] }));
    const json = {
      backupSettings: { enabled: true },
      clusterType: "REPLICASET",
      connectionStrings: { standardSrv: address },
      createDate: now,
      groupId: ids.group,
      id: made.json.id,
      mongoDBVersion: "8.0.29",
      name: "one",
      providerSettings: {
        backingProviderName: "AWS",
        diskSizeGB: 5,
        providerName: "FLEX",
        regionName: "US_EAST_1",
      },
      stateName: "CREATING",
      tags: [{ key: "env", value: "test" }],
      terminationProtectionEnabled: false,
      versionReleaseSystem: "LTS",
    };
    assertSuccess(made, { status: 201, limit: 1200, headers: typed, json });
    stage.clock.set(later(2));
    const ready = {
      ...json,
      connectionStrings: { standard: address, standardSrv: address },
      stateName: "IDLE",
    };
    deepEqual((await ask(at())).json, ready);
    deepEqual((await ask({ path, headers })).json.results, [ready]);
    const changed = await ask(at("PATCH", { tags: [], terminationProtectionEnabled: true }));
    deepEqual(
      [changed.json.stateName, changed.json.tags, changed.json.terminationProtectionEnabled],
      ["UPDATING", [], true],
    );
    await ask(at("PATCH", { terminationProtectionEnabled: false }));
    assertSuccess(await ask(at("DELETE")), { status: 204, limit: 1200, headers: typed });
    equal((await ask(at())).json.stateName, "DELETING");
    stage.clock.set(later(4));
    assertRefusal(await ask(at()), refusal("CLUSTER_NOT_FOUND", ["one", ids.group]));
  });

  await t.test(
    "200 for an upgrade to machines of its own, answered as the flex cluster that it was",
    async () => {
      await ask(make());
      stage.clock.set(later(2));
      const electableSpecs = { instanceSize: "M10", nodeCount: 3 };
      const region = { providerName: "AWS", regionName: "EU_WEST_1", priority: 7, electableSpecs };
      const body = { name: "one", replicationSpecs: [{ regionConfigs: [region] }] };
      const { json, status } = await ask(make(body, `${path}:tenantUpgrade`));
      deepEqual([status, json.stateName, json.providerSettings.providerName], [200, "UPDATING", "FLEX"]);
      assertRefusal(await ask(at()), refusal("CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API", ["one"]));
      const cluster = { path: `${groupPath}/clusters/one`, headers };
      const { replicationSpecs, stateName } = (await ask(cluster)).json;
      deepEqual([stateName, replicationSpecs[0].regionConfigs[0].regionName], ["UPDATING", "EU_WEST_1"]);
      assertRefusal(
        await ask(make({ ...body, name: "none" }, `${path}:tenantUpgrade`)),
        refusal("CLUSTER_NOT_FOUND", ["none", ids.group]),
      );
    },
  );

  await t.test("400 for one that cannot be", async () => {
    await ask(make());
    const long = "x".repeat(65);
    const there = ["cluster or serverless instance", "one", ids.group];
    for (const [body, code, parameters] of [
      [one, "DUPLICATE_CLUSTER_NAME", there],
      [{ ...one, name: "a_b" }, "CLUSTER_NAME_INVALID", ["a_b"]],
      [{ ...one, name: long }, "CLUSTER_NAME_TOO_LONG", [long, 64]],
      [{ ...one, name: "" }, "MISSING_ATTRIBUTE", ["name"]],
      [
        { name: "two", providerSettings: { backingProviderName: "GCP", regionName: "US_EAST_1" } },
        "INVALID_ATTRIBUTE",
        ["regionName"],
      ],
    ] as const) {
      const { json } = await ask(make(body));
      deepEqual([json.error, json.errorCode, json.parameters], [400, code, [...parameters]]);
    }
    const limit = "atlas.project.deployment.clusters";
    await ask({ method: "PATCH", path: `${groupPath}/limits/${limit}`, body: { value: 1 } });
    assertRefusal(
      await ask(make({ ...one, name: "two" })),
      refusal("MAX_CLUSTERS_PER_GROUP_EXCEEDED", [1, ids.group]),
    );
  });

  await t.test("400 for what is protected, or deleted already", async () => {
    await ask(make({ ...one, terminationProtectionEnabled: true }));
    const sentence = `Cannot terminate cluster one in group ${ids.group} because termination protection is enabled. Disable termination protection and try again.`;
    assertRefusal(
      await ask(at("DELETE")),
      refusal("CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED", [sentence]),
    );
    await ask(at("PATCH", { terminationProtectionEnabled: false }));
    await ask(at("DELETE"));
    assertRefusal(await ask(at("DELETE")), refusal("CLUSTER_ALREADY_REQUESTED_DELETION", ["one"]));
    assertRefusal(
      await ask(at("PATCH", { tags: [] })),
      refusal("ATLAS_GENERAL_ERROR", ["This cluster is currently being deleted, cannot update"]),
    );
  });

  await t.test("404, and 400 for a cluster that is none, wherever one is named", async () => {
    const region = { providerName: "AWS", regionName: "US_EAST_1", electableSpecs: { instanceSize: "M10" } };
    const body = { name: "wide", replicationSpecs: [{ regionConfigs: [region] }] };
    await ask({
      method: "POST",
      path: `${groupPath}/clusters`,
      body,
      headers: { accept: "application/vnd.atlas.2024-10-23+json" },
    });
    for (const method of ["GET", "PATCH", "DELETE"]) {
      const about = (name: string) => ({
        ...at(method, method === "PATCH" ? {} : undefined),
        path: `${path}/${name}`,
      });
      assertRefusal(await ask(about("wide")), refusal("CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API", ["wide"]));
      assertRefusal(await ask(about("none")), refusal("CLUSTER_NOT_FOUND", ["none", ids.group]));
    }
    deepEqual((await ask({ path, headers })).json.results, []);
  });
});

test("clusters that change until that was shown", async (t) => {
  const stage = await startStage(t, { clusterSpeed: "now" });
  const ask = (sending: Parameters<typeof stage.ask>[1]) => stage.ask("groupOwner", sending);
  const states = async () => [(await ask(at())).json.stateName, (await ask(at())).json.stateName];

  await t.test("each state lasts for one read, of one or of a list", async () => {
    await ask(make());
    deepEqual(await states(), ["CREATING", "IDLE"]);
    await ask(at("PATCH", { tags: [] }));
    const listed = async () => (await ask({ path, headers })).json.results[0]?.stateName;
    deepEqual([await listed(), await listed()], ["UPDATING", "IDLE"]);
    await ask(at("DELETE"));
    deepEqual(await states(), ["DELETING", undefined]);
    equal(stage.events().at(-1)?.type, "CLUSTER_DELETED");
  });

  await t.test("a state that nobody reads ends by the clock", async () => {
    await ask(make());
    stage.clock.set(later(121));
    equal((await ask(at())).json.stateName, "IDLE");
  });
});

test("clusters that change at once", async (t) => {
  const stage = await startStage(t, { clusterSpeed: "instant" });
  const ask = (sending: Parameters<typeof stage.ask>[1]) => stage.ask("groupOwner", sending);
  const state = async () => (await ask(at())).json.stateName;

  await t.test("the answer to a change shows its state, and the first read that it is over", async () => {
    equal((await ask(make())).json.stateName, "CREATING");
    equal(await state(), "IDLE");
    equal((await ask(at("PATCH", { tags: [] }))).json.stateName, "UPDATING");
    equal(await state(), "IDLE");
    equal((await ask(at("DELETE"))).status, 204);
    equal((await ask(at())).status, 404);
    equal((await ask(make())).status, 201);
  });

  await t.test("so do clusters with machines of their own", async () => {
    const path = `${groupPath}/clusters`;
    const headers = { accept: "application/vnd.atlas.2024-10-23+json" };
    const electableSpecs = { instanceSize: "M10", nodeCount: 3 };
    const region = { providerName: "AWS", regionName: "EU_WEST_1", electableSpecs };
    const body = { name: "own", replicationSpecs: [{ regionConfigs: [region] }] };
    const own = { path: `${path}/own`, headers };
    const { json } = await ask({ method: "POST", path, headers, body });
    deepEqual([json.stateName, json.connectionStrings], ["CREATING", {}]);
    equal((await ask(own)).json.stateName, "IDLE");
    const change = { ...own, method: "PATCH", body: { backupEnabled: true } };
    equal((await ask(change)).json.stateName, "UPDATING");
    equal((await ask({ ...own, path: `${path}/own/status` })).json.changeStatus, "APPLIED");
    equal((await ask({ ...own, method: "DELETE" })).status, 202);
    equal((await ask(own)).status, 404);
  });
});

// Tests of what resource policies forbid: new clusters, changes of clusters, and clusters that were there before.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { findCedar } from "../src/atlas/resource-policies/cedar/cedar.ts";
import { assertRefusal, errorBody, refusal, type Stage, startStage } from "./support/stage.ts";
import { ids, type Sending } from "./support/world.ts";

const skip = findCedar() === null && "SKIPPED: @cedar-policy/cedar-wasm is not installed";

const accept = (date: string) => ({ accept: `application/vnd.atlas.${date}+json` });
const headers = accept("2024-10-23");
const clustersOf = (group: string) => `/api/atlas/v2/groups/${group}/clusters`;
const path = clustersOf(ids.group);
const places = {
  AWS: { providerName: "AWS", regionName: "US_EAST_1" },
  AZURE: { providerName: "AZURE", regionName: "EUROPE_WEST" },
  GCP: { providerName: "GCP", regionName: "CENTRAL_US" },
};
const specs = (place: object, electableSpecs: object = { instanceSize: "M10" }, more: object = {}) => [
  { regionConfigs: [{ ...place, electableSpecs: { nodeCount: 3, ...electableSpecs }, ...more }] },
];
const cluster = (name: string, replicationSpecs: object[] = specs(places.AWS), more: object = {}) => ({
  name,
  clusterType: "REPLICASET",
  replicationSpecs,
  ...more,
});
const make = (body: object, to = path): Sending => ({ method: "POST", path: to, body, headers });
const change = (name: string, body: object): Sending => ({
  method: "PATCH",
  path: `${path}/${name}`,
  body,
  headers,
});
const flex = (backingProviderName: string, regionName: string): Sending => ({
  method: "POST",
  path: `/api/atlas/v2/groups/${ids.group}/flexClusters`,
  body: { name: "flex", providerSettings: { backingProviderName, regionName } },
  headers: accept("2024-11-13"),
});

const policies = `/api/atlas/v2/orgs/${ids.org}/resourcePolicies`;
const forbid = (condition: string) =>
  `forbid (principal, action == ResourcePolicy::Action::"cluster.modify", resource) ${condition};`;
const noAws = forbid(
  'when { context.cluster.cloudProviders.contains(ResourcePolicy::CloudProvider::"aws") }',
);
const noAwsBefore =
  'forbid (principal, action == cloud::Action::"cluster.createEdit", resource) when { context.cluster.cloudProviders.containsAny([cloud::cloudProvider::"aws"]) };';
const violation = refusal("ATLAS_RESOURCE_POLICIES_VIOLATION_NOT_AUTHORIZED");

const policy = (name: string, ...bodies: string[]): Sending => ({
  method: "POST",
  path: policies,
  body: { name, policies: bodies.map((body) => ({ body })) },
  headers: accept("2024-08-05"),
});
const nonCompliant = {
  path: policies.replace("resourcePolicies", "nonCompliantResources"),
  headers: accept("2024-08-05"),
};

async function settle(stage: Stage, sending: Sending, status = 201) {
  const reply = await stage.ask("owner", sending);
  equal(reply.status, status, reply.text);
  return reply.json;
}

test("resource policies are obeyed", { skip }, async (t) => {
  const stage = await startStage(t);
  const ask = (sending: Sending) => stage.ask("owner", sending);
  const forbidden = async (sending: Sending) => assertRefusal(await ask(sending), violation);
  const names = async () =>
    (await ask({ path, headers })).json.results.map(({ name }: { name: string }) => name);

  for (const [words, text] of [
    ["AWS", noAws],
    ["AWS in the older namespace", noAwsBefore],
  ] as const) {
    await t.test(`403 for a new cluster in AWS where a policy forbids ${words}; elsewhere 201`, async () => {
      await settle(stage, policy("no AWS", text));
      const reply = await ask(make(cluster("one")));
      assertRefusal(reply, violation);
      deepEqual(reply.json, {
        detail:
          "Invalid Configuration. Contains selections that are unavailable due to your organization's resource policies.",
        error: 403,
        errorCode: "ATLAS_RESOURCE_POLICIES_VIOLATION_NOT_AUTHORIZED",
        parameters: [],
        reason: "Forbidden",
      });
      await forbidden(flex("AWS", "US_EAST_1"));
      deepEqual(await names(), []);
      deepEqual(
        stage.events().map(({ type }) => type),
        ["RESOURCE_POLICY_CREATED"],
      );
      await settle(stage, make(cluster("two", specs(places.GCP))));
      await settle(stage, flex("GCP", "CENTRAL_US"));
    });
  }

  await t.test("a policy holds in its organization alone, and where it says so in one project", async () => {
    const { id: group } = await settle(stage, {
      method: "POST",
      path: "/api/atlas/v2/groups",
      body: { name: "exempt", orgId: ids.org },
      headers: accept("2023-01-01"),
    });
    await settle(
      stage,
      policy(
        "no AWS but in one",
        noAws.replace(/;$/, ` unless { resource in ResourcePolicy::Project::"${group}" };`),
      ),
    );
    await forbidden(make(cluster("one")));
    await settle(stage, make(cluster("one"), clustersOf(group)));
    const other = await stage.ask("stranger", make(cluster("one"), clustersOf(ids.otherGroup)));
    equal(other.status, 201, other.text);
  });

  await t.test("a cluster that was there is listed, and takes only a change that complies", async () => {
    const one = await settle(stage, make(cluster("one")));
    await settle(stage, make(cluster("two", specs(places.AZURE))));
    deepEqual((await ask(nonCompliant)).json, []);
    const small = forbid("when { context.cluster.minGeneralClassInstanceSizeValue < 5 }").replace(
      "when { ",
      "when { context.cluster has minGeneralClassInstanceSizeValue && ",
    );
    const made = await settle(stage, policy("places", small, noAws, noAwsBefore));
    await settle(stage, policy("nothing", small));
    stage.clock.set({ advance: "PT1H" });
    const [, second, third] = made.policies;
    deepEqual((await ask(nonCompliant)).json, [
      {
        orgId: ids.org,
        resourceId: one.id,
        resourceName: "one",
        resourcePoliciesCausingNonCompliance: [
          {
            policiesCausingNonCompliance: [{ policyId: second.id }, { policyId: third.id }],
            resourcePolicyId: made.id,
            resourcePolicyName: "places",
          },
        ],
        resourceType: "CLUSTER",
      },
    ]);
    await forbidden(change("one", { tags: [{ key: "env", value: "test" }] }));
    await forbidden({
      method: "PATCH",
      path: `${path}/one/processArgs`,
      body: { noTableScan: true },
      headers: accept("2024-08-05"),
    });
    await settle(stage, change("two", { tags: [{ key: "env", value: "test" }] }), 200);
    await settle(stage, change("one", { replicationSpecs: specs(places.GCP) }), 200);
    deepEqual((await ask(nonCompliant)).json, []);
  });

  await t.test("403 for what else changes a cluster: pins, flex clusters and upgrades", async () => {
    await settle(stage, make(cluster("one")));
    await settle(stage, flex("AWS", "US_EAST_1"));
    const shared = { ...places.AWS, providerName: "TENANT", backingProviderName: "AWS" };
    const free = cluster("free", [
      { regionConfigs: [{ ...shared, electableSpecs: { instanceSize: "M0" } }] },
    ]);
    await settle(stage, make(free));
    const pin = (what: string): Sending => ({
      method: "POST",
      path: `${path}/one:${what}FeatureCompatibilityVersion`,
      body: {},
      headers: accept("2024-05-30"),
    });
    const group = `/api/atlas/v2/groups/${ids.group}`;
    await settle(stage, pin("pin"), 204);
    await settle(stage, policy("no AWS", noAws));
    await forbidden(pin("pin"));
    await forbidden(pin("unpin"));
    await forbidden({
      method: "PATCH",
      path: `${group}/flexClusters/flex`,
      body: { tags: [{ key: "env", value: "test" }] },
      headers: accept("2024-11-13"),
    });
    const upgrade = (name: string, to: string, date: string): Sending => ({
      method: "POST",
      path: `${group}/${to}`,
      body: cluster(name),
      headers: accept(date),
    });
    await forbidden(upgrade("free", "clusters/tenantUpgrade", "2023-01-01"));
    await forbidden(upgrade("flex", "flexClusters:tenantUpgrade", "2024-11-13"));
  });

  await t.test("a cluster that is forbidden can be deleted, and is listed no more", async () => {
    await settle(stage, make(cluster("one")));
    await settle(stage, policy("no AWS", noAws));
    equal((await ask(nonCompliant)).json.length, 1);
    equal((await ask({ method: "DELETE", path: `${path}/one`, headers: accept("2024-08-05") })).status, 202);
    deepEqual((await ask(nonCompliant)).json, []);
  });

  await t.test("a policy that is changed or deleted forbids what it says then", async () => {
    const { id } = await settle(stage, policy("no AWS", noAws));
    await forbidden(make(cluster("one")));
    const at = { path: `${policies}/${id}`, headers: accept("2024-08-05") };
    const noGcp = noAws.replace('"aws"', '"gcp"');
    await settle(stage, { ...at, method: "PATCH", body: { policies: [{ body: noGcp }] } }, 200);
    await settle(stage, make(cluster("one")));
    await forbidden(make(cluster("two", specs(places.GCP))));
    await settle(stage, { ...at, method: "DELETE" }, 200);
    await settle(stage, make(cluster("two", specs(places.GCP))));
  });

  const sizes =
    "context.cluster has minGeneralClassInstanceSizeValue && context.cluster.minGeneralClassInstanceSizeValue < 30";
  const scaling = {
    autoScaling: {
      compute: { enabled: true, scaleDownEnabled: true, minInstanceSize: "M20", maxInstanceSize: "M60" },
    },
  };
  const sharded = (count: number) => ({
    ...cluster("one", Array(count).fill(specs(places.AWS, { instanceSize: "M30" })[0])),
    clusterType: "SHARDED",
  });
  const cases: readonly (readonly [what: string, condition: string, refused: object, taken: object])[] = [
    [
      "regions",
      'unless { [ResourcePolicy::Region::"azure:westeurope"].containsAll(context.cluster.regions) }',
      cluster("one"),
      cluster("one", specs(places.AZURE)),
    ],
    [
      "the size of machines",
      `when { ${sizes} }`,
      cluster("one"),
      cluster("one", specs(places.AWS, { instanceSize: "M30" })),
    ],
    [
      "how small it may scale",
      `when { ${sizes} }`,
      cluster("one", specs(places.AWS, { instanceSize: "M30" }, scaling)),
      cluster("one", specs(places.AWS, { instanceSize: "R40" })),
    ],
    [
      "how large it may scale",
      "when { context.cluster has maxGeneralClassInstanceSizeValue && context.cluster.maxGeneralClassInstanceSizeValue > 50 }",
      cluster("one", specs(places.AWS, { instanceSize: "M30" }, scaling)),
      cluster("one", specs(places.AWS, { instanceSize: "M50" })),
    ],
    [
      "the disk",
      "when { context.cluster has diskSizeGB && context.cluster.diskSizeGB > 100 }",
      cluster("one", specs(places.AWS, { instanceSize: "M30", diskSizeGB: 200 })),
      cluster("one"),
    ],
    [
      "the type",
      'unless { context.cluster.clusterType == ResourcePolicy::ClusterType::"replicaset" }',
      sharded(1),
      cluster("one"),
    ],
    ["the number of shards", "when { context.cluster.minShardCount < 2 }", sharded(1), sharded(2)],
    [
      "its encryption",
      "when { !context.cluster.encryptionAtRest.customerManagedKey.enabled }",
      cluster("one"),
      cluster("one", undefined, { encryptionAtRestProvider: "AWS" }),
    ],
    [
      "TLS",
      'unless { context.cluster.minTLSVersion == ResourcePolicy::TLSVersion::"tls1_2" }',
      cluster("one", undefined, { advancedConfiguration: { minimumEnabledTlsProtocol: "TLS1_1" } }),
      cluster("one"),
    ],
    [
      "ciphers",
      'unless { context.cluster.cipherConfigMode == ResourcePolicy::CipherConfigMode::"custom" && context.cluster.cipherSuites == [ResourcePolicy::CipherSuite::"TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"] }',
      cluster("one"),
      cluster("one", undefined, {
        advancedConfiguration: {
          customOpensslCipherConfigTls12: ["TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"],
          tlsCipherConfigMode: "CUSTOM",
        },
      }),
    ],
    [
      "its config servers",
      'when { context.cluster has configServerManagementMode && context.cluster.configServerManagementMode != ResourcePolicy::ConfigServerManagementMode::"fixed_to_dedicated" }',
      sharded(1),
      { ...sharded(1), configServerManagementMode: "FIXED_TO_DEDICATED" },
    ],
  ];
  for (const [what, condition, refused, taken] of cases) {
    await t.test(`403 by ${what}`, async () => {
      await settle(stage, policy("one", forbid(condition)));
      await forbidden(make(refused));
      await settle(stage, make(taken));
    });
  }

  await t.test("403 for one cluster more than the project may have", async () => {
    await settle(stage, policy("two", forbid("when { context.project.clustersInProject > 2 }")));
    await settle(stage, make(cluster("one")));
    await settle(stage, make(cluster("two")));
    await forbidden(make(cluster("three")));
    await settle(stage, change("two", { tags: [] }), 200);
    deepEqual((await ask(nonCompliant)).json, []);
  });

  await t.test("403 until the project has what a policy demands", async () => {
    const needs = [
      forbid("when { !context.project.databaseAuditing.enabled }"),
      forbid('when { context.project.ipAccessList.contains(ip("0.0.0.0/0")) }'),
    ];
    await settle(stage, policy("needs", ...needs));
    await forbidden(make(cluster("one")));
    const group = `/api/atlas/v2/groups/${ids.group}`;
    const plain = accept("2023-01-01");
    await settle(
      stage,
      { method: "PATCH", path: `${group}/auditLog`, body: { enabled: true }, headers: plain },
      202,
    );
    const entries = { path: `${group}/accessList`, headers: plain };
    await settle(stage, { ...entries, method: "POST", body: [{ cidrBlock: "0.0.0.0/0" }] });
    await forbidden(make(cluster("one")));
    equal((await ask({ ...entries, method: "DELETE", path: `${entries.path}/0.0.0.0%2F0` })).status, 204);
    await settle(stage, make(cluster("one")));
  });

  await t.test("a replica set becomes sharded where a policy about shards lets it", async () => {
    const shards = "context.cluster.minShardCount < 2";
    await settle(stage, make(cluster("one", specs(places.AWS, { instanceSize: "M30" }))));
    const { id } = await settle(stage, policy("shards", forbid(`when { ${shards} }`)));
    const converting = change("one", {
      clusterType: "SHARDED",
      replicationSpecs: sharded(2).replicationSpecs,
    });
    await forbidden(converting);
    const body = {
      policies: [{ body: forbid(`when { ${shards} && !context.cluster.isConvertingToSharded }`) }],
    };
    await settle(
      stage,
      { method: "PATCH", path: `${policies}/${id}`, body, headers: accept("2024-08-05") },
      200,
    );
    await settle(stage, converting, 200);
  });

  await t.test("of a policy and a cluster made at once, the cluster is first, or is refused", async () => {
    for (let round = 0; round < 8; round++) {
      const [ofPolicy, ofCluster] = await Promise.all([
        ask(policy("no AWS", noAws)),
        ask(make(cluster(`race${round}`))),
      ]);
      equal(ofPolicy.status, 201);
      const types = stage.events().map(({ type }) => type);
      const policyAt = types.lastIndexOf("RESOURCE_POLICY_CREATED");
      if (ofCluster.status === 201) equal(types.lastIndexOf("CLUSTER_CREATED") < policyAt, true);
      else deepEqual(ofCluster.json, errorBody(violation));
      await settle(
        stage,
        { method: "DELETE", path: `${policies}/${ofPolicy.json.id}`, headers: accept("2024-08-05") },
        200,
      );
    }
  });
});

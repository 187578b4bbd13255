// Tests of what resource policies forbid: new clusters, changes of clusters, and clusters that were there before.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { OperationId } from "../src/atlas/index.ts";
import { findCedar } from "../src/atlas/resource-policies/cedar/cedar.ts";
import { freeOne, googleKey, ofOne } from "./support/clusters.ts";
import { type Asked, startOperations } from "./support/operations.ts";
import { errorBody, refusal } from "./support/stage.ts";
import { ids } from "./support/world.ts";

const skip = findCedar() === null && "SKIPPED: @cedar-policy/cedar-wasm is not installed";

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
const change = (clusterName: string, body: object): Asked => ({ params: { clusterName }, body });
const tagged = { tags: [{ key: "env", value: "test" }] };
const flex = (backingProviderName: string, regionName: string): Asked => ({
  body: { name: "flex", providerSettings: { backingProviderName, regionName } },
});

const modifying = (condition: string) =>
  `forbid (principal, action == ResourcePolicy::Action::"cluster.modify", resource) ${condition};`;
const noAws = modifying(
  'when { context.cluster.cloudProviders.contains(ResourcePolicy::CloudProvider::"aws") }',
);
const noAwsBefore =
  'forbid (principal, action == cloud::Action::"cluster.createEdit", resource) when { context.cluster.cloudProviders.containsAny([cloud::cloudProvider::"aws"]) };';
const violation = "ATLAS_RESOURCE_POLICIES_VIOLATION_NOT_AUTHORIZED";

test("resource policies are obeyed", { skip }, async (t) => {
  const stage = await startOperations(t);
  const { call, get } = stage;
  const forbidden = (id: OperationId, asked: Asked) => stage.refuses(id, asked, violation);
  const forbid = (name: string, ...bodies: string[]) =>
    get("createOrgResourcePolicy", { body: { name, policies: bodies.map((body) => ({ body })) } });
  const make = (body: object) => get("createGroupCluster", { body });
  const cannotMake = (body: object) => forbidden("createGroupCluster", { body });
  const nonCompliant = () => get("getOrgNonCompliantResources");

  for (const [words, text] of [
    ["AWS", noAws],
    ["AWS in the older namespace", noAwsBefore],
  ] as const) {
    await t.test(`403 for a new cluster in AWS where a policy forbids ${words}; elsewhere 201`, async () => {
      await forbid("no AWS", text);
      const { json } = await call("createGroupCluster", { body: cluster("one") });
      deepEqual(json, {
        detail:
          "Invalid Configuration. Contains selections that are unavailable due to your organization's resource policies.",
        error: 403,
        errorCode: violation,
        parameters: [],
        reason: "Forbidden",
      });
      await cannotMake(cluster("one"));
      await forbidden("createGroupFlexCluster", flex("AWS", "US_EAST_1"));
      deepEqual((await get("listGroupClusters")).results, []);
      deepEqual(stage.told(), [["RESOURCE_POLICY_CREATED", "org"]]);
      await make(cluster("two", specs(places.GCP)));
      await get("createGroupFlexCluster", flex("GCP", "CENTRAL_US"));
    });
  }

  await t.test("a policy holds in its organization alone, and where it says so in one project", async () => {
    const { id: groupId } = await get("createGroup", { body: { name: "exempt", orgId: ids.org } });
    const exempting = ` unless { resource in ResourcePolicy::Project::"${groupId}" };`;
    await forbid("no AWS but in one", noAws.replace(/;$/, exempting));
    const body = cluster("one");
    await cannotMake(body);
    await get("createGroupCluster", { params: { groupId }, body });
    await get("createGroupCluster", { as: "stranger", params: { groupId: ids.otherGroup }, body });
  });

  await t.test("a cluster that was there is listed, and takes only a change that complies", async () => {
    const one = await make(cluster("one"));
    await make(cluster("two", specs(places.AZURE)));
    deepEqual(await nonCompliant(), []);
    const small = modifying(
      "when { context.cluster has minGeneralClassInstanceSizeValue && context.cluster.minGeneralClassInstanceSizeValue < 5 }",
    );
    const made = await forbid("places", small, noAws, noAwsBefore);
    await forbid("nothing", small);
    stage.clock.set({ advance: "PT1H" });
    const [, second, third] = made.policies;
    deepEqual(await nonCompliant(), [
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
    await forbidden("updateGroupCluster", change("one", tagged));
    await forbidden("updateGroupClusterProcessArgs", change("one", { noTableScan: true }));
    await forbidden("restartGroupClusterPrimaries", { params: { clusterName: "one" } });
    await get("updateGroupCluster", change("two", tagged));
    await get("updateGroupCluster", change("one", { replicationSpecs: specs(places.GCP) }));
    deepEqual(await nonCompliant(), []);
  });

  await t.test("403 for what else changes a cluster: pins, flex clusters and upgrades", async () => {
    await make(cluster("one"));
    await get("createGroupFlexCluster", flex("AWS", "US_EAST_1"));
    await make(freeOne);
    const pin = change("one", {});
    await get("pinGroupClusterFeatureCompatibilityVersion", pin);
    await forbid("no AWS", noAws);
    await forbidden("pinGroupClusterFeatureCompatibilityVersion", pin);
    await forbidden("unpinGroupClusterFeatureCompatibilityVersion", pin);
    await forbidden("updateGroupFlexCluster", { params: { name: "flex" }, body: tagged });
    await forbidden("upgradeGroupClusterTenantUpgrade", { body: cluster("free") });
    await forbidden("tenantGroupFlexClusterUpgrade", { body: cluster("flex") });
  });

  await t.test("a cluster that is forbidden can be deleted, and is listed no more", async () => {
    await make(cluster("one"));
    await forbid("no AWS", noAws);
    equal((await nonCompliant()).length, 1);
    await get("deleteGroupCluster", ofOne);
    deepEqual(await nonCompliant(), []);
  });

  await t.test("a policy that is changed or deleted forbids what it says then", async () => {
    const { id: resourcePolicyId } = await forbid("no AWS", noAws);
    const params = { resourcePolicyId };
    await cannotMake(cluster("one"));
    const noGcp = noAws.replace('"aws"', '"gcp"');
    await get("updateOrgResourcePolicy", { params, body: { policies: [{ body: noGcp }] } });
    await make(cluster("one"));
    await cannotMake(cluster("two", specs(places.GCP)));
    await get("deleteOrgResourcePolicy", { params });
    await make(cluster("two", specs(places.GCP)));
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
      cluster("one", undefined, { encryptionAtRestProvider: "GCP" }),
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
      await get("updateGroupEncryptionAtRest", { body: googleKey });
      await forbid("one", modifying(condition));
      await cannotMake(refused);
      await make(taken);
    });
  }

  await t.test("403 for one cluster more than the project may have", async () => {
    await forbid("two", modifying("when { context.project.clustersInProject > 2 }"));
    await make(cluster("one"));
    await make(cluster("two"));
    await cannotMake(cluster("three"));
    await get("updateGroupCluster", change("two", { tags: [] }));
    deepEqual(await nonCompliant(), []);
  });

  await t.test("403 until the project has what a policy demands", async () => {
    await forbid(
      "needs",
      modifying("when { !context.project.databaseAuditing.enabled }"),
      modifying('when { context.project.ipAccessList.contains(ip("0.0.0.0/0")) }'),
    );
    await cannotMake(cluster("one"));
    await get("updateGroupAuditLog", { body: { enabled: true } });
    await get("createGroupAccessListEntry", { body: [{ cidrBlock: "0.0.0.0/0" }] });
    await cannotMake(cluster("one"));
    await get("deleteGroupAccessListEntry", { params: { entryValue: "0.0.0.0/0" } });
    await make(cluster("one"));
  });

  await t.test("a replica set becomes sharded where a policy about shards lets it", async () => {
    const shards = "context.cluster.minShardCount < 2";
    await make(cluster("one", specs(places.AWS, { instanceSize: "M30" })));
    const { id } = await forbid("shards", modifying(`when { ${shards} }`));
    const { clusterType, replicationSpecs } = sharded(2);
    const converting = change("one", { clusterType, replicationSpecs });
    await forbidden("updateGroupCluster", converting);
    const body = modifying(`when { ${shards} && !context.cluster.isConvertingToSharded }`);
    await get("updateOrgResourcePolicy", {
      params: { resourcePolicyId: id },
      body: { policies: [{ body }] },
    });
    await get("updateGroupCluster", converting);
  });

  await t.test("of a policy and a cluster made at once, the cluster is first, or is refused", async () => {
    for (let round = 0; round < 8; round++) {
      const [{ id }, { status, json }] = await Promise.all([
        forbid("no AWS", noAws),
        call("createGroupCluster", { body: cluster(`race${round}`) }),
      ]);
      const types = stage.events().map(({ type }) => type);
      const policyAt = types.lastIndexOf("RESOURCE_POLICY_CREATED");
      if (status === 201) equal(types.lastIndexOf("CLUSTER_CREATED") < policyAt, true);
      else deepEqual(json, errorBody(refusal(violation)));
      await get("deleteOrgResourcePolicy", { params: { resourcePolicyId: id } });
    }
  });
});

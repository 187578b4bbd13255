// Tests of Cedar's judgements, and of texts that break it or take too long.
import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { createFolder } from "../../../../test/support/storage.ts";
import { createCedar, findCedar } from "./cedar.ts";
import { isNestedTooDeeply } from "./nesting.ts";
import { createCedarWorker } from "./worker.ts";

const path = findCedar();
const skip = path === null && "SKIPPED: @cedar-policy/cedar-wasm is not installed";

function open(t: TestContext) {
  const cedar = createCedar(path ?? "");
  t.after(() => cedar.close());
  return async (...bodies: string[]) => cedar.judge(bodies, { line: "one" });
}

const when = (condition: string) =>
  `forbid (principal, action == ResourcePolicy::Action::"cluster.modify", resource) when { ${condition} };`;
const good = when('context.cluster.regions.contains(ResourcePolicy::Region::"aws:us-east-1")');
const judged = {
  entities: [
    { type: "ResourcePolicy::Action", id: "cluster.modify" },
    { type: "ResourcePolicy::Region", id: "aws:us-east-1" },
  ],
};

test("policies as Atlas's guides and its provider's tests have them are taken", { skip }, async (t) => {
  const judge = open(t);
  const forbid = (action: string, rest: string) =>
    `forbid (principal, action == ResourcePolicy::Action::"${action}", resource) ${rest};`;
  const bodies = [
    "forbid (principal, action, resource);",
    forbid("cluster.modify", "when { context.project.clustersInProject > 2 }"),
    forbid(
      "cluster.modify",
      'unless { context.cluster.cloudProviders == [ResourcePolicy::CloudProvider::"gcp"] }',
    ),
    forbid("cluster.modify", 'when { resource in ResourcePolicy::Project::"6217f7fff7957854e2d09179" }'),
    forbid(
      "cluster.modify",
      'unless { [ResourcePolicy::Region::"aws:eu-west-1"].containsAll(context.cluster.regions) }',
    ),
    forbid(
      "cluster.modify",
      "when { context.cluster has minGeneralClassInstanceSizeValue && context.cluster.minGeneralClassInstanceSizeValue < 30 }",
    ),
    forbid("cluster.modify", "when { context.cluster has diskSizeGB && context.cluster.diskSizeGB > 4096 }"),
    forbid(
      "cluster.modify",
      'unless { context.cluster.minTLSVersion == ResourcePolicy::TLSVersion::"tls1_2" }',
    ),
    forbid(
      "cluster.modify",
      'unless { context.cluster.cipherConfigMode == ResourcePolicy::CipherConfigMode::"custom" }',
    ),
    forbid(
      "cluster.modify",
      "when { context.cluster.minShardCount < 3 && !context.cluster.isConvertingToSharded }",
    ),
    forbid(
      "cluster.modify",
      'unless { context.cluster.clusterType == ResourcePolicy::ClusterType::"replicaset" }',
    ),
    forbid("cluster.modify", "when { !context.cluster.encryptionAtRest.customerManagedKey.enabled }"),
    forbid("cluster.modify", "when { !context.project.databaseAuditing.enabled }"),
    forbid("project.ipAccessList.modify", 'when { context.project.ipAccessList.contains(ip("0.0.0.0/0")) }'),
    forbid("project.ipAccessList.modify", "unless { context.project.ipAccessList.isEmpty() }"),
    forbid(
      "project.maintenanceWindow.modify",
      "when { context.project.hasDefinedMaintenanceWindow == false }",
    ),
    forbid("project.vpcPeering.modify", 'when { context.project.peeringConnections == ["gcp:a:default"] }'),
    forbid("project.privateEndpoint.modify", 'when { context.project.privateEndpoints == ["aws:vpce-0"] }'),
    forbid(
      "project.aiModelAPI.modify",
      'unless { context.aiModelApi.geography == ResourcePolicy::Geography::"eu" }',
    ),
    forbid("project.rerank.modify", "when { context.project.rerankEnabled == true }"),
    forbid(
      "search.deployment.modify",
      "when { !context.search.encryptionAtRest.customerManagedKey.enabled }",
    ),
    forbid("search.index.modify", "when { context.search.index.isAutoEmbed }"),
    'forbid (principal, action in [ResourcePolicy::Action::"cluster.modify", ResourcePolicy::Action::"search.deployment.modify"], resource);',
    'forbid (principal, action == cloud::Action::"cluster.createEdit", resource) when { context.cluster.cloudProviders.containsAny([cloud::cloudProvider::"aws"]) };',
    'forbid (principal, action == cloud::Action::"project.edit", resource) when { context.project.ipAccessList.contains(ip("0.0.0.0/0")) };',
    'forbid (principal, action, resource == cloud::cluster::"60f7b3b4e4b0f1b4b7f7b3b4") when { resource in cloud::project::"664619d870c247237f4b86a6" };',
  ];
  const judgements = await judge(...bodies);
  deepEqual(
    judgements.flatMap((each, index) =>
      each !== undefined && "entities" in each ? [] : [[bodies[index], each]],
    ),
    [],
  );
});

test("texts that would break Cedar are refused, and the next one is judged", { skip }, async (t) => {
  const judge = open(t);
  const repeated = (open: string, close: string, times: number) =>
    `${open.repeat(times)}true${close.repeat(times)}`;
  const breaking = [
    repeated("(", ")", 65),
    repeated("[", "]", 200),
    repeated("{a: ", "}", 1000),
    repeated("if true then true else ", "", 300),
    `context${".a".repeat(3500)}`,
    Array(900).fill("true").join(" && "),
    `${Array(3000).fill("1").join("+")} == 1`,
    `${"!".repeat(4000)}true`,
  ];
  for (const condition of breaking) {
    const [judgement] = await judge(when(condition));
    ok(judgement !== undefined);
    deepEqual(await judge(good), [judged]);
  }
});

test("a chain of operators as long as a policy may be is taken", { skip }, async (t) => {
  const [judgement] = await open(t)(when(`${"false||".repeat(1150)}false`));
  deepEqual(judgement, { entities: [{ type: "ResourcePolicy::Action", id: "cluster.modify" }] });
});

test("brackets are counted outside of strings and comments", () => {
  const deep = "(".repeat(65);
  equal(isNestedTooDeeply("(".repeat(64)), false);
  equal(isNestedTooDeeply(deep), true);
  equal(isNestedTooDeeply("()[]{}".repeat(100)), false);
  for (const hidden of [`"${deep}"`, `"\\"${deep}"`, `// ${deep}\n`]) equal(isNestedTooDeeply(hidden), false);
  for (const shown of [`"a" ${deep}`, `// a\n${deep}`, `"\\\\"${deep}`]) {
    equal(isNestedTooDeeply(shown), true);
  }
});

/** Creates a package that replaces Cedar and whose calls return, crash or never end. */
function createPackage(t: TestContext): string {
  const file = join(createFolder(t), "package.cjs");
  writeFileSync(
    file,
    `let count = 0;
    exports.count = () => ++count;
    exports.trap = () => { throw new WebAssembly.RuntimeError("memory access out of bounds"); };
    exports.stop = () => process.exit(7);
    exports.hang = () => { for (;;); };`,
  );
  return file;
}

test("a thread that broke or hangs is ended, and the next call gets a new one", async (t) => {
  const worker = createCedarWorker(createPackage(t), { loadMs: 20_000, callMs: 400 });
  t.after(() => worker.close());
  equal(await worker.call("count", null), 1);
  equal(await worker.call("count", null), 2);
  for (const name of ["trap", "stop", "hang"]) {
    await rejects(worker.call(name, null), { message: "Cedar did not answer" });
    equal(await worker.call("count", null), 1);
  }
  await worker.close();
  await rejects(worker.call("count", null), { message: "the server is ending" });
});

test("a text that takes too long is refused, those behind it are not begun, and another tenant's is judged", async (t) => {
  const file = join(createFolder(t), "package.cjs");
  writeFileSync(
    file,
    `exports.policySetTextToParts = (text) => { while (text === "slow") {} return { type: "success", policies: [text], policy_templates: [] }; };
    exports.policyToJson = () => ({ type: "success", json: { effect: "forbid", principal: { op: "All" } } });
    exports.validate = () => ({ type: "success", validationErrors: [] });`,
  );
  const cedar = createCedar(file, { loadMs: 20_000, callMs: 400 });
  t.after(() => cedar.close());
  const [slow, quick] = await Promise.all([
    cedar.judge(["quick", "slow", "slow"], { line: "one" }),
    cedar.judge(["quick"], { line: "other" }),
  ]);
  const complaint = {
    errorType: "POLICY_PARSING_ERROR",
    details: ["The policy is too complex to be checked."],
  };
  deepEqual(slow, [{ entities: [] }, { complaint }]);
  deepEqual(quick, [{ entities: [] }]);
});

test("a package that cannot be loaded breaks nothing but its calls", async (t) => {
  const worker = createCedarWorker("/nowhere", { loadMs: 20_000, callMs: 400 });
  t.after(() => worker.close());
  const reason: unknown = await worker.call("count", null).catch((why) => why);
  match(String((reason as Error).cause), /Cannot find module/);
});

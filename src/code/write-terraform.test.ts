// Tests the blocks of calls whose form differs from the request's: what the provider's names and its operations say is derived.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { type OperationId, operations } from "../atlas/index.ts";
import { exampleCall } from "./examples.ts";
import type { Body, Call } from "./steps.ts";
import written from "./terraform-arguments.json" with { type: "json" };
import table from "./terraform-blocks.json" with { type: "json" };
import { writeTerraform } from "./write-terraform.ts";

const write = (call: Call) =>
  writeTerraform({ steps: [{ kind: "call", call }], blanks: [], note: "" }, () => "");

const groupId = "32b6e34b3d91647abb20e7b8";

/** Writes a call in a project, with this body. */
const inGroup = (operationId: OperationId, params: Call["params"] = {}, body?: Body) =>
  write({ operationId, params: { groupId, ...params }, ...(body !== undefined && { body }) });

/** Returns the lines of a block, without its first and its last, and with one blank for several. */
const inside = (block: string) =>
  block
    .split("\n")
    .slice(1, -1)
    .map((line) => line.trim().replace(/ +/g, " "))
    .filter(Boolean);

test("a member becomes an argument, a block, an attribute, a map or JSON, as the provider has it", () => {
  const pipeline = [{ $source: { connectionName: "kafka" } }];
  equal(
    inGroup("createGroupStreamProcessor", { tenantName: "events" }, { name: "all", pipeline }),
    `resource "mongodbatlas_stream_processor" "this" {
  project_id     = "${groupId}"
  processor_name = "all"
  workspace_name = "events"
  pipeline = jsonencode([{
    "$source" = {
      "connectionName" = "kafka"
    }
  }])
}`,
  );
  const mappings = { dynamic: false, fields: { at: { type: "date" } } };
  const synonyms = [{ name: "all", analyzer: "lucene.simple", source: { collection: "words" } }];
  const index = { name: "default", database: "sales", collectionName: "orders" };
  deepEqual(
    inside(
      inGroup(
        "createGroupClusterSearchIndex",
        { clusterName: "a" },
        { ...index, definition: { mappings, synonyms } },
      ),
    ),
    [
      `project_id = "${groupId}"`,
      'cluster_name = "a"',
      'name = "default"',
      'database = "sales"',
      'collection_name = "orders"',
      "mappings_dynamic = false",
      "mappings_fields = jsonencode({",
      '"at" = {',
      '"type" = "date"',
      "}",
      "})",
      "synonyms {",
      'name = "all"',
      'analyzer = "lucene.simple"',
      'source_collection = "words"',
      "}",
    ],
  );
});

test("a list becomes blocks that are named for a member of its items", () => {
  const item = { frequencyInterval: 1, retentionUnit: "days", retentionValue: 7 };
  const policyItems = ["hourly", "daily", "daily"].map((frequencyType) => ({ frequencyType, ...item }));
  const block = inGroup(
    "updateGroupClusterBackupSchedule",
    { clusterName: "a" },
    { policies: [{ policyItems }] },
  );
  deepEqual(block.match(/policy_item_\w+/g), [
    "policy_item_hourly",
    "policy_item_daily",
    "policy_item_daily",
  ]);
  ok(!block.includes("frequency_type"));
});

test("members and parameters stand in a block that the request does not have", () => {
  deepEqual(
    inside(inGroup("setGroupLimit", { limitName: "atlas.project.deployment.clusters" }, { value: 3 })),
    [
      "name = var.name",
      "org_id = var.org_id",
      "limits {",
      'name = "atlas.project.deployment.clusters"',
      "value = 3",
      "}",
    ],
  );
  const restore = { deliveryType: "pointInTime", pointInTimeUTCSeconds: 1, targetClusterName: "b" };
  deepEqual(inside(inGroup("createGroupClusterBackupRestoreJob", { clusterName: "a" }, restore)), [
    `project_id = "${groupId}"`,
    'cluster_name = "a"',
    "delivery_type_config {",
    "point_in_time = true",
    "point_in_time_utc_seconds = 1",
    'target_cluster_name = "b"',
    "}",
  ]);
  const mapping = write({
    operationId: "createFederationSettingConnectedOrgConfigRoleMapping",
    params: { federationSettingsId: groupId, orgId: groupId },
    body: { externalGroupName: "owners", roleAssignments: [{ groupId, role: "GROUP_OWNER" }] },
  });
  deepEqual(inside(mapping).slice(-4), [
    "role_assignments {",
    `group_id = "${groupId}"`,
    'roles = ["GROUP_OWNER"]',
    "}",
  ]);
});

test("what the call itself says is an argument; what a deletion leaves of a block stays", () => {
  const processor = { tenantName: "events", processorName: "all" };
  ok(inGroup("stopGroupStreamProcessor", processor).includes('state          = "STOPPED"'));
  equal(
    inGroup("deleteGroupLimit", { limitName: "atlas.project.deployment.clusters" }),
    '# Remove limits from the block of resource "mongodbatlas_project" and apply.',
  );
});

test("an operation that no block does says so", () => {
  for (const id of [...table.without, "createGroupClusterIndexRollingIndex"] as OperationId[]) {
    ok(write(exampleCall(id, (name) => name)).startsWith("# Nothing is written for Terraform here"), id);
  }
});

test("every row names an operation, a type and an argument that there are", () => {
  const types = new Set([...Object.keys(written.resources), ...Object.keys(written.dataSources)]);
  for (const type of [...Object.values(table.types), ...Object.values(table.operations)]) {
    ok(types.has(type.replace(/\..*$/, "")), type);
  }
  const named = [table.operations, table.given, table.hints, table.ofOnePerson].flatMap(Object.keys);
  for (const id of [...named, ...table.without]) ok(id in operations, id);
  const nouns = Object.keys(operations).map((id) => id.replace(/^[a-z]+/, ""));
  for (const noun of Object.keys(table.types)) {
    ok(
      nouns.some((each) => each.startsWith(noun)),
      noun,
    );
  }
  const texts = { ...written.resources, ...written.dataSources } as Readonly<Record<string, string>>;
  for (const [type, names] of Object.entries<Readonly<Record<string, string>>>(table.as)) {
    const all = [written.resources, written.dataSources].map((each) => (each as typeof texts)[type] ?? "");
    for (const path of Object.values(names)) {
      for (const name of path.replace(/\{\w+\}/, "").match(/\w+/g) ?? []) {
        ok(
          all.some((text) => new RegExp(`\\b${name}`).test(text)),
          `${type}: ${name}`,
        );
      }
    }
  }
});

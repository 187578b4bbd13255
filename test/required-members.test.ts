// Tests that the client's types require of a body what the server requires: each member of each sample is left out once.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { type OperationId, operations } from "../src/atlas/index.ts";
import { versionsInOrder } from "../src/core/contract/versions.ts";
import type { Operation } from "../src/core/operations/operation.ts";
import { readSpec } from "../src/core/spec/files.ts";
import { type Call, compose } from "./support/nested.ts";
import { startScene } from "./tables/scene.ts";

const { types } = readSpec("atlas");

type Members = Readonly<Record<string, unknown>>;

/** The schema of what has members: the body, or what it is an array of. */
/** Reports whether the newest version demands the member. */
function isRequired({ body, versions }: Operation, name: string): boolean {
  const whole = body as { items?: object } & object;
  const { required = [], properties = {} } = (whole.items ?? whole) as {
    readonly required?: readonly string[];
    readonly properties?: Readonly<Record<string, { readonly demanded?: true }>>;
  };
  const { demands = required } = versions[versionsInOrder(versions).at(-1) ?? ""] ?? {};
  const stated = whole.items === undefined ? demands : required;
  // What an update demands of its own stands in place of what a whole thing has to have.
  const isWhole = stated.join() === required.join();
  return stated.includes(name) || (isWhole && properties[name]?.demanded === true);
}

/** Reports whether the kind of thing that a sample is, such as a connection of AWS, must have the member by the document. */
function isRequiredOfKind({ body, versions }: Operation, sample: Members, name: string): boolean {
  const newest = versions[versionsInOrder(versions).at(-1) ?? ""]?.body ?? body;
  const { by = "", cases = {} } = types[(newest as { readonly $id?: string }).$id ?? ""] ?? {};
  const kind = (cases as Readonly<Record<string, string>>)[String(sample[by])];
  return types[kind ?? ""]?.required?.includes(name) ?? false;
}

/** The codes that ask for one of several members, so that none of them is required. */
const others = new Set([
  "ATLAS_CUSTOM_ROLE_HAS_NO_PERMISSIONS",
  "MISSING_ONE_OF_ATTRIBUTES",
  "MISSING_PASSWORD",
]);
/** The members that the value of another member demands: of an event about metrics, a provider, a kind of integration or delivery. */
const byAnother = new Set([
  "authorizeGroupCloudProviderAccessRole iamAssumedRoleArn",
  "createGroupAlertConfig metricThreshold",
  "createGroupBackupExportBucket iamRoleId",
  "createGroupClusterBackupRestoreJob snapshotId",
  "createGroupPrivateEndpointEndpointServiceEndpoint id",
  "createGroupStreamConnection url",
  "createGroupStreamConnectionFailoverConnection bootstrapServers",
  "createGroupStreamPrivateLinkConnection region",
  "createGroupStreamPrivateLinkConnection serviceEndpointId",
  "updateGroupAlertConfig metricThreshold",
  "updateGroupIntegration url",
  // Or of which one of several is required.
  "createGroupClusterCollectionRestoreJob collections",
  "createGroupClusterCollectionRestoreJob snapshotId",
  // Or the form of older versions.
  "createGroupCluster replicationSpecs",
  "tenantGroupFlexClusterUpgrade replicationSpecs",
  "upgradeGroupClusterTenantUpgrade replicationSpecs",
]);
/** The members that may be left out once they were set. */
const onlyAtFirst = new Set(["updateGroupMaintenanceWindow dayOfWeek"]);

test("a member is required by the types where it cannot be left out", async (t) => {
  const scene = await startScene(t);
  const wrong: string[] = [];
  for (const [id, operation] of Object.entries<Operation>(operations) as [OperationId, Operation][]) {
    const call: Call = scene.calls[id];
    if (operation.body === undefined || typeof call.body !== "object" || call.body === null) continue;
    const sample = (Array.isArray(call.body) ? call.body[0] : call.body) as Members;
    for (const name of Object.keys(sample)) {
      await scene.world.rewind();
      for (const [before, prepared] of call.before ?? []) {
        await scene.world.askAs("own", compose(before, prepared));
      }
      const { [name]: _, ...rest } = sample;
      const body = Array.isArray(call.body) ? [rest] : rest;
      const { status, text, json } = await scene.world.askAs("own", compose(id, { ...call, body }));
      const isDemanded =
        status === 400 &&
        !others.has(json.errorCode) &&
        ![onlyAtFirst, byAnother].some((each) => each.has(`${id} ${name}`));
      const isByKind = isDemanded && isRequiredOfKind(operation, sample, name);
      if (isDemanded !== isRequired(operation, name) && !isByKind) {
        wrong.push(`${id} ${name}: ${status} ${text.slice(0, 160)}`);
      }
    }
  }
  deepEqual(wrong, []);
});

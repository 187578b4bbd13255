// Ids of things that were deleted: nothing that names them succeeds, and no list shows them. All cases come from the table of
// operations and its samples.
import { deepEqual, ok } from "node:assert/strict";
import { suite, test } from "node:test";
import { type OperationId, operations } from "../src/atlas/index.ts";
import type { Operation } from "../src/core/operations/operation.ts";
import { engines, skipReason } from "./support/engines.ts";
import { type Call, compose } from "./support/nested.ts";
import { everyId, namesIn } from "./tables/calls.ts";
import { chainOf, changeLeaves, isRefused, reachingOut, type Scene, startScene } from "./tables/scene.ts";

/** Deletions after which nothing is gone: a limit falls back to its default, a job is shown as canceled, a switch is off, keys are nowhere here. */
const resetting: readonly string[] = [
  "cancelGroupClusterBackupRestoreJob",
  // Simulations of it are listed after their end, and the cluster stays.
  "deleteGroupClusterOverloadSimulation",
  "endGroupClusterOutageSimulation",
  // These empty a list of the cluster, which stays.
  "deleteGroupClusterGlobalWriteCustomZoneMapping",
  "deleteGroupClusterGlobalWriteManagedNamespaces",
  "deleteGroupDataFederationLimit",
  "deleteGroupLimit",
  "deleteGroupPushBasedLogExport",
  "deleteOrgLiveMigrationLinkTokens",
  "deleteGroupUserSecurityLdapUserToDnMapping",
  "disableGroupManagedSlowMs",
  "disableGroupUserSecurityCustomerX509",
  "resetGroupMaintenanceWindow",
  "deleteGroupClusterBackupSchedule",
  "deleteGroupClusterSnapshot",
  "deleteGroupClusterSearchDeployment",
  "disableGroupBackupCompliancePolicy",
  "revokeFederationSettingIdentityProviderJwks",
];

/** Names that what was deleted went by as well. */
const aliases: Readonly<Partial<Record<OperationId, "username" | "orgInvited" | "groupInvited">>> = {
  removeOrgUser: "username",
  deleteOrgInvite: "orgInvited",
  deleteGroupInvite: "groupInvited",
};

/** Events still show what is gone, and jobs the snapshot or the bucket. */
const showsThePast = (id: OperationId) =>
  /events|activityFeed|invoices|alerts|deprecatedCalls|restoreJobs|sampleDatasetLoad|backup\/exports/i.test(
    operations[id].path,
  );

function* leavesOf(value: unknown): Generator<unknown> {
  for (const { leaf } of changeLeaves(value, (each) => each)) yield leaf;
}

/** Describes what an operation deletes: by which parameters beside its scope it is named, and by which values. */
function describeDeletion(scene: Scene, id: OperationId) {
  const named = scene.calls[id].params ?? {};
  // A cloud provider is no parent: what is of it is named without it, too.
  const names = namesIn(chainOf(id)).filter((name) => name !== "cloudProvider");
  const [scope = "", ...inner] = names;
  // An organization is taken out of a federation, and lives on.
  const isOfFederation = scope === "federationSettingsId" && inner.length === 1 && inner[0] === "orgId";
  const keys = inner.length === 0 || isOfFederation ? names : inner;
  const alias = aliases[id];
  const values = [named[keys.at(-1) ?? ""] ?? "", ...(alias ? [scene.world.things.own[alias]] : [])];
  const isWide = keys.length === 1 && !(scope === "groupId" && inner.length > 0);
  /** Reports whether an operation could reach it: what is taken out of a project may live on in the organization. */
  const isWithin = (other: OperationId) =>
    isWide || operations[other].path.includes(`{${scope}}`) || scope === "orgId";
  const reaches = (other: OperationId): boolean => {
    if (!isWithin(other) || (reachingOut[other] !== undefined && scope === "groupId" && inner.length > 0)) {
      return false;
    }
    const { params, query, body } = scene.calls[other];
    if (keys.every((key) => params?.[key] !== undefined && operations[other].path.includes(`{${key}}`))) {
      return true;
    }
    const mentioned = [...leavesOf([params, query, body])];
    return (isWide ? values : values.slice(1)).some((value) => mentioned.includes(value));
  };
  /** Reports whether an answer could list it. */
  const lists = (other: OperationId): boolean => {
    const params = scene.calls[other].params ?? {};
    return (
      isWithin(other) && keys.slice(0, -1).every((key) => params[key] !== undefined) && !showsThePast(other)
    );
  };
  return { named, values, reaches, lists };
}

/** The sample of another operation, naming the thing that was deleted. */
function aim(scene: Scene, id: OperationId, named: Readonly<Record<string, string>>): Call {
  const { params = {}, ...rest } = scene.calls[id];
  return {
    ...rest,
    params: {
      ...params,
      ...Object.fromEntries(
        Object.keys(params)
          .filter((name) => named[name] !== undefined)
          .map((name) => [name, named[name] ?? ""]),
      ),
    },
  };
}

/** `npm run proof:deletions`. */
const isWhole = process.env.ANTEROOM_ALL_PAIRS === "1";
/** A statement costs several times as much on PostgreSQL, and the rules are the same: one deletion of so many is tried. */
const thinned = { sqlite: 1, postgres: 3 };

for (const engine of engines) {
  suite(`ids of what was deleted, on ${engine}`, { skip: skipReason(engine) }, () => {
    /** Answered for a while as if what it deleted were still being deleted. */
    const isRepeatable = (id: OperationId) => (operations[id] as Operation).repeats !== undefined;

    test("nothing that names it or lies below it succeeds, and no list shows it", async (t) => {
      const scene = await startScene(t, { engine });
      const { world, calls } = scene;
      const ask = (id: OperationId, call: Call) => world.askAs("own", compose(id, call));
      const deleting = everyId
        .filter((id) => operations[id].method === "DELETE" && !resetting.includes(id))
        .filter((_, place) => isWhole || place % thinned[engine] === 0);
      let count = 0;
      for (const id of deleting) {
        await t.test(`after ${id}`, async () => {
          const { named, values, reaches, lists } = describeDeletion(scene, id);
          for (const [first, call] of calls[id].before ?? []) {
            ok((await ask(first, call)).status < 300, first);
          }
          const listing = everyId.filter((each) => operations[each].method === "GET" && lists(each));
          const showing: OperationId[] = [];
          for (const each of listing) {
            const { text } = await ask(each, calls[each]);
            if (values.some((value) => text.includes(value))) showing.push(each);
          }
          ok(showing.length > 0, `no answer showed ${values.join()} before`);

          const reply = await ask(id, calls[id]);
          ok(reply.status < 300, reply.text);
          // Clusters take a while.
          if (/Cluster$/.test(id)) world.clock.advance("PT3M");
          await world.snapshot.take("deleted");
          const wrong: string[] = [];
          for (const each of everyId.filter(reaches)) {
            if (isRepeatable(each)) continue;
            const after = await ask(each, aim(scene, each, named));
            if (!isRefused(after)) wrong.push(`${each} was not refused: ${after.status} ${after.text}`);
            if (after.status < 300) await world.snapshot.restore("deleted");
            count++;
          }
          for (const each of showing) {
            const { status, text } = await ask(each, calls[each]);
            if (status < 300 && values.some((value) => text.includes(value))) {
              wrong.push(`${each} still shows it: ${text}`);
            }
            count++;
          }
          await world.rewind();
          deepEqual(wrong, []);
        });
      }
      t.diagnostic(`${count} checks after ${deleting.length} deletions`);
    });
  });
}

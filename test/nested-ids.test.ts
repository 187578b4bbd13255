// Ids that name what the caller must not reach: things that were deleted, children of another parent, objects of another
// tenant. All cases come from the table of operations and its samples.
import { deepEqual, ok } from "node:assert/strict";
import { suite, test } from "node:test";
import { type OperationId, operations } from "../src/atlas/index.ts";
import type { Operation } from "../src/core/operations/operation.ts";
import { engines, skipReason } from "./support/engines.ts";
import { type Call, compose, type Line } from "./support/nested.ts";
import { assertRefusal, refusal } from "./support/stage.ts";
import { ids } from "./support/world.ts";
import { everyId, namesIn } from "./tables/calls.ts";
import {
  type Attempt,
  assertRefused,
  assertUnchanged,
  type Chain,
  chainOf,
  changeLeaves,
  counterparts,
  isRefused,
  missingFor,
  paramsIn,
  type Scene,
  startScene,
} from "./tables/scene.ts";

/** Operations that are there to reach beyond their parent, and what for. */
const reachingOut: Readonly<Partial<Record<OperationId, string>>> = {
  addGroupApiKey: "brings a key of the organization into the project",
  inviteGroupServiceAccount: "brings an account of the organization into the project",
  generateGroupSandboxClusterDescription: "describes a cluster by the configuration of the organization",
  updateGroupApiKeyRoles: "gives a key of the organization its roles in the project, first ones included",
};

/** Parameters whose values are words of Atlas, or name what never is here: not objects of anybody. */
const words = [
  "limitName",
  "endpointSetId",
  "cloud",
  "cloudProvider",
  "clusterName",
  "clusterView",
  "collectionName",
  "databaseName",
  "geography",
  "hostname",
  "integrationType",
  "logName",
  "modelGroupName",
  "queryShapeHash",
  "skuId",
  "sourceNamespace",
  // Of a flex cluster.
  "name",
];

/** Operations whose body or query names a scope as a path does: that it exists is shown, and a role in it asked for. */
const namingScopes: readonly OperationId[] = ["createGroup", "createUser", "getRateLimit", "listRateLimits"];
const scopes = ["groupId", "orgId"];

/** The scope that the path names, and the code for one that is not there. */
function scopeOf(id: OperationId): { readonly name: string; readonly code: string } | undefined {
  const { path } = operations[id];
  if (path.includes("{groupId}")) return { name: "groupId", code: "GROUP_NOT_FOUND" };
  return path.includes("{orgId}") ? { name: "orgId", code: "ORG_NOT_FOUND" } : undefined;
}

/** The path of a sample with parents of one line and, from the parameter at `split` on, children of another. */
function mix(scene: Scene, id: OperationId, split: number, parents: Line, children: Line): Call {
  const above = paramsIn(scene, id, parents);
  const below = paramsIn(scene, id, children);
  const names = namesIn(chainOf(id));
  const params = Object.fromEntries(
    names.map((name, index) => [name, (index < split ? above : below)[name] ?? ""]),
  );
  return { ...scene.calls[id], params };
}

const naming = everyId.filter((id) => {
  const names = namesIn(chainOf(id));
  return names.length > 0 && !words.includes(names.at(-1) ?? "");
});

/** Puts a child of another line under parents of one line, wherever the two lines do not share the parent. */
function misplace(scene: Scene, line: "sibling" | "foreign"): Attempt[] {
  return naming.flatMap((id) => {
    const names = namesIn(chainOf(id));
    const own = paramsIn(scene, id, "own");
    const other = paramsIn(scene, id, line);
    return names.flatMap((name, split): Attempt[] => {
      const apart = names.slice(0, split).some((parent) => own[parent] !== other[parent]);
      if (!apart) return [];
      if (line === "sibling" && reachingOut[id] !== undefined) return [];
      return [
        { id, about: `${name} of the ${line} line`, call: mix(scene, id, split, "own", line) },
        { id, about: `parents of the ${line} line above ${name}`, call: mix(scene, id, split, line, "own") },
      ];
    });
  });
}

/** The id of a thing of another kind, or of a thing that lies in the organization but not in the project. */
function mistake(scene: Scene): Attempt[] {
  const { own } = scene.world.things;
  const wrong: Readonly<Record<Chain, Readonly<Record<string, string>>>> = {
    "groups/{groupId}/events/{eventId}": { "event of the organization": own.orgEventId },
    "groups/{groupId}/invites/{invitationId}": { "invitation to the organization": own.orgInviteId },
    "groups/{groupId}/teams/{teamId}": { "team that is in no project": own.teamId },
    "groups/{groupId}/users/{userId}": { "id of a team": own.teamId },
    "orgs/{orgId}/invites/{invitationId}": { "invitation to a project": own.groupInviteId },
    "orgs/{orgId}/users/{userId}": { "id of a key": own.apiUserId },
    "orgs/{orgId}/apiKeys/{apiUserId}": { "id of a user": own.userId },
    "orgs/{orgId}/teams/{teamId}": { "id of a project": own.groupId },
    "users/{userId}": { "id of a key": own.apiUserId },
  };
  return naming.flatMap((id) => {
    const chain = chainOf(id);
    return Object.entries(wrong[chain] ?? {}).map(([about, value]) => {
      const params = { ...scene.calls[id].params, [namesIn(chain).at(-1) ?? ""]: value };
      return { id, about, call: { ...scene.calls[id], params } };
    });
  });
}

/** The last id of the path is that of another tenant, or all of them are. */
function trespass(scene: Scene): Attempt[] {
  return naming.flatMap((id) => {
    const names = namesIn(chainOf(id));
    const last = names.at(-1) ?? "";
    const named = paramsIn(scene, id, "foreign")[last] ?? "";
    const missing = missingFor(last);
    const call = mix(scene, id, names.length - 1, "own", "foreign");
    const whole = { id, about: "everything of another tenant", call: mix(scene, id, 0, "own", "foreign") };
    // That a project or an organization exists is shown to every caller, as real Atlas does.
    if (scopes.includes(last)) return [whole];
    const instead = { call: { ...call, params: { ...call.params, [last]: missing } }, named, missing };
    const child = { id, about: `${last} of another tenant`, call, instead };
    return names.length === 1 ? [child] : [whole, child];
  });
}

/** Each id and name in the query or the body of a sample is that of another tenant. */
function smuggle(scene: Scene): Attempt[] {
  const known = counterparts(scene);
  return everyId.flatMap((id) =>
    (["query", "body"] as const).flatMap((part) => {
      const call = scene.calls[id];
      const missing = [...changeLeaves(call[part], (leaf) => known.get(leaf)?.missing)];
      const foreign = [...changeLeaves(call[part], (leaf) => known.get(leaf)?.foreign)];
      return foreign.map(({ at, leaf, changed }, index): Attempt => {
        const { name = "", foreign: named = "", missing: nobody = "" } = known.get(leaf) ?? {};
        const about = `${part}${at}, ${name} of another tenant`;
        const attempt = { id, about, call: { ...call, [part]: changed } as Call };
        if (scopes.includes(name) && namingScopes.includes(id)) return attempt;
        const other = { ...call, [part]: missing[index]?.changed } as Call;
        return { ...attempt, instead: { call: other, named, missing: nobody } };
      });
    }),
  );
}

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

for (const engine of engines) {
  suite(`ids on ${engine}`, { skip: skipReason(engine) }, () => {
    test("another parent's child is refused, and stays as it is", async (t) => {
      const scene = await startScene(t, { engine });
      const attempts = [...misplace(scene, "sibling"), ...mistake(scene)];
      await assertRefused(scene, attempts);
      // Users of a team are named in the body here.
      const call = { ...scene.calls.removeOrgTeamUser, body: { id: scene.world.things.sibling.userId } };
      await assertRefused(scene, [{ id: "removeOrgTeamUser", about: "user of another team", call }]);
      t.diagnostic(`${attempts.length + 1} checks`);
    });

    test("another tenant's object is refused like one that is missing, stays as it is, and nothing is shown of it", async (t) => {
      const scene = await startScene(t, { engine });
      const { foreign } = scene.world.things;
      const attempts = [...misplace(scene, "foreign"), ...trespass(scene), ...smuggle(scene)];
      await assertRefused(scene, attempts, ["globex", "Globex", ...Object.values(foreign)]);
      t.diagnostic(
        `${attempts.length} checks, ${attempts.filter(({ instead }) => instead).length} of them twice`,
      );
    });

    test("404 for a project or an organization that is not there, and nothing changed", async (t) => {
      const scene = await startScene(t, { engine });
      const { world, calls } = scene;
      const attempts: Attempt[] = [];
      for (const id of everyId) {
        const scope = scopeOf(id);
        if (scope === undefined) continue;
        const call = { ...calls[id], params: { ...calls[id].params, [scope.name]: ids.missing } };
        attempts.push({ id, about: scope.name, call });
        await t.test(id, async () => {
          assertRefusal(await world.askAs("own", compose(id, call)), refusal(scope.code, [ids.missing]));
        });
      }
      await assertUnchanged(scene, attempts);
    });

    /** Answered for a while as if what it deleted were still being deleted. */
    const isRepeatable = (id: OperationId) => (operations[id] as Operation).repeats !== undefined;

    test("what was deleted is gone: nothing that names it or lies below it succeeds, and no list shows it", async (t) => {
      const scene = await startScene(t, { engine });
      const { world, calls } = scene;
      const ask = (id: OperationId, call: Call) => world.askAs("own", compose(id, call));
      const deleting = everyId.filter((id) => operations[id].method === "DELETE" && !resetting.includes(id));
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

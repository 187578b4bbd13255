// Ids that name what the caller must not reach: children of another parent, objects of another tenant. All cases come from the
// table of operations and its samples.
import { suite, test } from "node:test";
import { type OperationId, operations } from "../src/atlas/index.ts";
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
  missingFor,
  paramsIn,
  reachingOut,
  type Scene,
  startScene,
} from "./tables/scene.ts";

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
  });
}

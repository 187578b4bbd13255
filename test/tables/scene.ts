// Where attempts on the whole table of operations start: the nested world with its samples, everything that a path can name
// in each of its lines, and the check that a refusal changed nothing and showed nothing.
import { deepEqual, ok } from "node:assert/strict";
import type { TestContext } from "node:test";
import { type OperationId, operations } from "../../src/operations/index.ts";
import { dumpTables } from "../support/dump.ts";
import type { EngineName } from "../support/engines.ts";
import {
  type Call,
  compose,
  type Line,
  type NestedWorld,
  type Newcomers,
  startNestedWorld,
  type Things,
} from "../support/nested.ts";
import { createStorage, type TestStorage } from "../support/storage.ts";
import { ids, type Reply } from "../support/world.ts";
import { type Calls, composeCalls } from "./calls.ts";

export const everyId = Object.keys(operations) as OperationId[];

/** A path up to its last parameter: what kind of thing the operation names, and the parents it names it by. */
export type Chain = string;
export const chainOf = (id: OperationId): Chain =>
  operations[id].path.replace(/^\/api\/(atlas\/v2|private)\//, "").replace(/\}[^}]*$/, "}");
export const namesIn = (chain: Chain): string[] =>
  [...chain.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);

/** The value of the last parameter of each chain, in one line of the world. */
function valuesOf(line: Things): Readonly<Record<Chain, string>> {
  const { orgId, groupId, userId, teamId, groupTeamId, apiUserId, clientId, secretId, ipAddress } = line;
  return {
    "federationSettings/{federationSettingsId}": line.federationId,
    "federationSettings/{federationSettingsId}/connectedOrgConfigs/{orgId}": orgId,
    "federationSettings/{federationSettingsId}/connectedOrgConfigs/{orgId}/roleMappings/{id}": line.mappingId,
    "federationSettings/{federationSettingsId}/identityProviders/{identityProviderId}": line.providerId,
    "groups/{groupId}": groupId,
    "groups/byName/{groupName}": line.groupName,
    "groups/{groupId}/accessList/{entryValue}": line.entryValue,
    "groups/{groupId}/alertConfigs/{alertConfigId}": line.alertConfigId,
    "groups/{groupId}/alerts/{alertId}": line.alertId,
    "groups/{groupId}/apiKeys/{apiUserId}": apiUserId,
    "groups/{groupId}/cloudProviderAccess/{roleId}": line.roleId,
    "groups/{groupId}/cloudProviderAccess/{cloudProvider}": "AWS",
    "groups/{groupId}/cloudProviderAccess/{cloudProvider}/{roleId}": line.roleId,
    "groups/{groupId}/clusters/{clusterName}": line.clusterName,
    "groups/{groupId}/flexClusters/{name}": line.flexName,
    "groups/{groupId}/customDBRoles/roles/{roleName}": line.roleName,
    "groups/{groupId}/databaseUsers/{username}": line.certifiedUsername,
    "groups/{groupId}/databaseUsers/{databaseName}": "admin",
    "groups/{groupId}/databaseUsers/{databaseName}/{username}": line.databaseUsername,
    "groups/{groupId}/events/{eventId}": line.groupEventId,
    "groups/{groupId}/invites/{invitationId}": line.groupInviteId,
    "groups/{groupId}/serviceAccounts/{clientId}": clientId,
    "groups/{groupId}/serviceAccounts/{clientId}/accessList/{ipAddress}": ipAddress,
    "groups/{groupId}/serviceAccounts/{clientId}/secrets/{secretId}": secretId,
    "groups/{groupId}/teams/{teamId}": groupTeamId,
    "groups/{groupId}/userSecurity/ldap/verify/{requestId}": line.ldapRequestId,
    "groups/{groupId}/users/{userId}": userId,
    "orgs/{orgId}": orgId,
    "orgs/{orgId}/apiKeys/{apiUserId}": apiUserId,
    "orgs/{orgId}/apiKeys/{apiUserId}/accessList/{ipAddress}": ipAddress,
    "orgs/{orgId}/events/{eventId}": line.orgEventId,
    "orgs/{orgId}/invites/{invitationId}": line.orgInviteId,
    "orgs/{orgId}/resourcePolicies/{resourcePolicyId}": line.resourcePolicyId,
    "orgs/{orgId}/serviceAccounts/{clientId}": clientId,
    "orgs/{orgId}/serviceAccounts/{clientId}/accessList/{ipAddress}": ipAddress,
    "orgs/{orgId}/serviceAccounts/{clientId}/secrets/{secretId}": secretId,
    "orgs/{orgId}/teams/{teamId}": teamId,
    "orgs/{orgId}/teams/byName/{teamName}": line.teamName,
    "orgs/{orgId}/teams/{teamId}/users/{userId}": userId,
    "orgs/{orgId}/users/{userId}": userId,
    "users/{userId}": userId,
    "users/byName/{userName}": line.username,
  };
}

const nobodies: Readonly<Record<string, string>> = {
  clientId: `mdb_sa_id_${ids.missing}`,
  ipAddress: "203.0.113.99",
  entryValue: "203.0.113.98",
  groupName: "nowhere",
  teamName: "nobodies",
  userName: "nobody@nowhere.example",
};

/** A value of the kind of the parameter that names nothing. */
export const missingFor = (name: string): string => nobodies[name] ?? ids.missing;

export interface Scene {
  readonly world: NestedWorld;
  readonly storage: TestStorage;
  readonly calls: Calls;
  /** Everything in the store, as text, as it was prepared. */
  readonly prepared: string;
  readonly values: Readonly<Record<Line, Readonly<Record<Chain, string>>>>;
  dump(): Promise<string>;
}

export async function startScene(
  t: TestContext,
  { engine = "sqlite", newcomers = {} }: { engine?: EngineName; newcomers?: Newcomers } = {},
): Promise<Scene> {
  const storage = await createStorage(t, engine, { hasSchema: true });
  const world = await startNestedWorld(t, { storage, newcomers });
  const { own, sibling, foreign } = world.things;
  const dump = async () => {
    // What is still being sent would change rows between two looks.
    await world.mail.list();
    return JSON.stringify(await dumpTables(storage));
  };
  return {
    world,
    storage,
    calls: composeCalls(world.things),
    prepared: await dump(),
    values: { own: valuesOf(own), sibling: valuesOf(sibling), foreign: valuesOf(foreign) },
    dump,
  };
}

/** Parameters of the chain in one line: its value, and those of its parents. */
export function paramsIn({ values, calls }: Scene, id: OperationId, line: Line): Record<string, string> {
  if (line === "own") return { ...calls[id].params };
  const chain = chainOf(id);
  return Object.fromEntries(
    namesIn(chain).map((name) => {
      const upTo = chain.slice(0, chain.indexOf(`{${name}}`) + name.length + 2);
      const value = values[line][upTo];
      ok(value !== undefined, `${id}: nothing of the kind ${upTo} is in the line ${line}`);
      return [name, value];
    }),
  );
}

/** A request that must be refused, and what it is about. */
export interface Attempt {
  readonly id: OperationId;
  readonly about: string;
  readonly call: Call;
  /** The same, naming nothing instead: the answers must say the same. */
  readonly instead?: { readonly call: Call; readonly named: string; readonly missing: string };
}

export const isRefused = ({ status }: Reply) => status >= 400 && status < 500;

/** Sends attempts, each from the state that was prepared; all that went wrong comes out at once. */
export async function assertRefused(
  scene: Scene,
  attempts: readonly Attempt[],
  hidden: readonly string[] = [],
): Promise<void> {
  const { world, prepared, dump } = scene;
  const wrong: string[] = [];
  for (const { id, about, call, instead } of attempts) {
    const sending = compose(id, call);
    const reply = await world.askAs("own", sending);
    const complain = (what: string) => wrong.push(`${id}, ${about}: ${what}: ${reply.status} ${reply.text}`);
    if (!isRefused(reply)) complain("was not refused");
    if ((await dump()) !== prepared) {
      complain("changed something");
      await world.rewind();
    }
    const sent = `${decodeURIComponent(sending.path)} ${JSON.stringify(sending.body ?? "")}`;
    const leaked = hidden.filter((word) => reply.text.includes(word) && !sent.includes(word));
    if (leaked.length > 0) complain(`shows ${leaked.join()}`);
    if (instead !== undefined) {
      const other = await world.askAs("own", compose(id, instead.call));
      const same = `${reply.status} ${reply.text}`.replaceAll(instead.named, instead.missing);
      if (same !== `${other.status} ${other.text}`) complain(`differs from ${other.text}`);
    }
  }
  deepEqual(wrong, []);
}

/** Replaces the leaves of a value one at a time: each result has exactly one leaf changed. */
export function* changeLeaves(
  value: unknown,
  change: (leaf: unknown) => unknown,
  at = "",
): Generator<{ at: string; leaf: unknown; changed: unknown }> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      for (const each of changeLeaves(item, change, `${at}[${index}]`)) {
        yield { ...each, changed: value.with(index, each.changed) };
      }
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      for (const each of changeLeaves(item, change, `${at}.${name}`)) {
        yield { ...each, changed: { ...value, [name]: each.changed } };
      }
    }
  } else {
    const changed = change(value);
    if (changed !== undefined) yield { at, leaf: value, changed };
  }
}

/** Every id and name of the own and the sibling line, with the foreign one of its kind, and one that nobody has. */
export function counterparts({ values, world }: Scene) {
  const found = new Map<unknown, { name: string; foreign: string; missing: string }>();
  const { things } = world;
  for (const line of ["own", "sibling"] as const) {
    for (const [chain, value] of Object.entries(values[line])) {
      const name = namesIn(chain).at(-1) ?? "";
      // Such as `admin`, by which every tenant has a database.
      if (value === values.foreign[chain]) continue;
      found.set(value, { name, foreign: values.foreign[chain] ?? "", missing: missingFor(name) });
    }
    found.set(things[line].ownerId, {
      name: "userId",
      foreign: things.foreign.ownerId,
      missing: missingFor("userId"),
    });
    for (const invited of ["groupInvited", "orgInvited"] as const) {
      const foreign = things.foreign[invited];
      found.set(things[line][invited], { name: "userName", foreign, missing: missingFor("userName") });
    }
  }
  return found;
}

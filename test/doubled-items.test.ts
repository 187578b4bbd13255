// Lists that the document declares as sets (uniqueItems): what is sent twice is kept once.
import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import type { TSchema } from "typebox";
import { type OperationId, operations } from "../src/atlas/index.ts";
import { compose } from "./support/nested.ts";
import { everyId } from "./tables/calls.ts";
import { type Scene, startScene } from "./tables/scene.ts";

type Schema = TSchema & {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly uniqueItems?: boolean;
};

/** Paths of members that hold sets; `*` stands for each item of a list. */
function setsOf(schema: Schema, at: readonly string[] = []): string[] {
  return [
    ...(schema.uniqueItems === true ? [at.join(".")] : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, each]) => setsOf(each, [...at, name])),
    ...(schema.items === undefined ? [] : setsOf(schema.items, [...at, "*"])),
    ...(schema.anyOf ?? []).flatMap((each) => setsOf(each, at)),
  ];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** Doubles the items of the lists at `path`; undefined where there are none. */
function double(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return Array.isArray(value) && value.length > 0 ? [...value, ...value] : undefined;
  if (!isObject(value)) return undefined;
  if (name === "*") {
    const items = (value as unknown as unknown[]).map((each) => double(each, rest));
    return items.includes(undefined) ? undefined : items;
  }
  const doubled = double(value[name], rest);
  return doubled === undefined ? undefined : { ...value, [name]: doubled };
}

const registry = {
  name: "registry",
  provider: "CONFLUENT",
  schemaRegistryAuthentication: { type: "SASL_INHERIT" },
  schemaRegistryUrls: ["https://registry.example.net"],
  type: "SchemaRegistry",
};

/** Bodies that hold what those of the table leave out. */
function bodiesOf({ world, calls }: Scene): Partial<Record<OperationId, object>> {
  const { orgId, providerId, teamId } = world.things.own;
  const associatedDomains = ["acme.example"];
  const inheritedRoles = [{ db: "sales", role: "read" }];
  const roleAssignments = [{ orgId, role: "ORG_MEMBER" }];
  const sharding = {
    createSupportingIndexes: true,
    shardingEntries: [{ database: "sales", collection: "orders", shardCollection: { key: [{ region: 1 }] } }],
  };
  return {
    createFederationSettingIdentityProvider: {
      ...(calls.createFederationSettingIdentityProvider.body as object),
      idpType: "WORKFORCE",
      associatedDomains,
      clientId: "made",
      requestedScopes: ["openid"],
    },
    createGroupCustomDbRoleRole: { roleName: "made", inheritedRoles },
    createGroupLiveMigration: { ...(calls.createGroupLiveMigration.body as object), sharding },
    createGroupStreamConnection: registry,
    createGroupStreamPrivateLinkConnection: {
      provider: "GCP",
      gcpConnectionIds: ["1"],
      gcpServiceAttachmentUris: ["projects/p/regions/r/serviceAttachments/a"],
    },
    createGroupStreamWorkspace: {
      ...(calls.createGroupStreamWorkspace.body as object),
      connections: [registry],
    },
    createUser: { ...(calls.createUser.body as object), teamIds: [teamId] },
    updateFederationSettingConnectedOrgConfig: {
      dataAccessIdentityProviderIds: [providerId],
      domainAllowList: ["acme.example"],
      postAuthRoleGrants: ["ORG_MEMBER"],
      roleMappings: [{ externalGroupName: "made", roleAssignments }],
    },
    searchOrgInvoiceLineItems: {
      filters: { clusterIds: [orgId], groupIds: [orgId], skuServices: ["Clusters"] },
    },
    updateFederationSettingIdentityProvider: { associatedDomains },
    updateGroupCustomDbRoleRole: { inheritedRoles },
    updateGroupStreamConnection: registry,
    withGroupStreamSampleConnections: {
      ...(calls.withGroupStreamSampleConnections.body as object),
      connections: [registry],
    },
    validateGroupLiveMigrations: { ...(calls.validateGroupLiveMigrations.body as object), sharding },
  };
}

/** The call of an operation, on what has the list: the connection of the table has no schema registry. */
const callOf = (id: OperationId, { calls }: Scene): Scene["calls"][OperationId] =>
  id === "updateGroupStreamConnection"
    ? {
        params: { ...calls[id].params, connectionName: registry.name },
        before: [["createGroupStreamConnection", { ...calls.createGroupStreamConnection, body: registry }]],
      }
    : calls[id];

/** Lists in an answer that hold an item twice. */
const repeatsIn = (value: unknown): unknown[] =>
  !isObject(value)
    ? []
    : [
        ...(Array.isArray(value) && new Set(value.map((each) => JSON.stringify(each))).size < value.length
          ? [value]
          : []),
        ...Object.values(value).flatMap(repeatsIn),
      ];

test("what a set is sent twice is kept once", async (t) => {
  const scene = await startScene(t);
  const { world } = scene;
  const bodies = bodiesOf(scene);
  const asked = everyId.flatMap((id) =>
    [...new Set(setsOf(operations[id].body ?? {}))].map((at) => ({ id, at })),
  );
  ok(asked.length > 30, `${asked.length} sets`);
  for (const { id, at } of asked) {
    const call = callOf(id, scene);
    const body = double(bodies[id] ?? call.body, at.split("."));
    ok(isObject(body), `${id}: no body of the tables has the list ${at}`);
    for (const [first, prepared] of call.before ?? []) await world.askAs("own", compose(first, prepared));
    const reply = await world.askAs("own", compose(id, { ...call, body }));
    ok(reply.status < 300, `${id}, ${at}: ${reply.status} ${reply.text}`);
    deepEqual(repeatsIn(reply.json), [], `${id}, ${at}`);
    await world.rewind();
  }
});

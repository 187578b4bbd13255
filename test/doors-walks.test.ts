// What clients of a project's databases ask in a row: the Terraform provider with its loops, and all that the Kubernetes operator, the
// provider and MongoDB's MCP server read on their way.
import { deepEqual, equal } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { keys, type Reply, type Sending, seed, startWorld } from "./support/world.ts";

const orgId = seed.orgs[0]?.id ?? "";
const version = "application/vnd.atlas.2023-01-01+json";
const v2 = "/api/atlas/v2";

async function startClient(t: TestContext) {
  const world = await startWorld(t, { seed });
  const ask = (method: string, path: string, body?: unknown, accept = version): Promise<Reply> =>
    world.as(keys.owner, {
      method,
      path,
      headers: { accept },
      ...(body !== undefined && { body }),
    } as Sending);
  const done = async (...asked: Parameters<typeof ask>) => {
    const reply = await ask(...asked);
    equal(reply.status < 300, true, `${asked.slice(0, 2).join(" ")}: ${reply.status} ${reply.text}`);
    return reply;
  };
  const project = async () =>
    (await done("POST", `${v2}/groups`, { name: "doors", orgId })).json.id as string;
  return { world, ask, done, project };
}

/** As the provider's state functions do: asks until the status is there; here the first answer has to have it. */
async function waitFor(status: number, ask: () => Promise<Reply>): Promise<void> {
  equal((await ask()).status, status);
}

test("a project, its access list, a role and a user, made and removed by the provider's loops", async (t) => {
  const { ask, done, project } = await startClient(t);
  const groupId = await project();
  const group = `${v2}/groups/${groupId}`;
  const roles = `${group}/customDBRoles/roles`;
  const entry = "203.0.113.0%2F24";

  const actions = [{ action: "FIND", resources: [{ cluster: false, collection: "", db: "sales" }] }];
  await done("POST", roles, { roleName: "reader", actions, inheritedRoles: [] });
  deepEqual((await done("GET", `${roles}/reader`)).json.actions, [
    { action: "FIND", resources: [{ db: "sales" }] },
  ]);

  await done("POST", `${group}/accessList`, [{ groupId, cidrBlock: "203.0.113.0/24", comment: "office" }]);
  await waitFor(200, () => ask("GET", `${group}/accessList/${entry}`));

  const none = { awsIAMType: "NONE", ldapAuthType: "NONE", oidcAuthType: "NONE", x509Type: "NONE" };
  const user = { groupId, databaseName: "admin", username: "app", ...none, labels: [], scopes: [] };
  const held = [{ databaseName: "admin", roleName: "reader" }];
  await done("POST", `${group}/databaseUsers`, { ...user, roles: held, password: "a word of the app" });
  const at = `${group}/databaseUsers/admin/app`;
  deepEqual((await done("GET", at)).json.roles, held);
  const others = [{ databaseName: "sales", roleName: "readWrite" }];
  await done("PATCH", at, { ...user, roles: others });
  deepEqual((await done("GET", at)).json.roles, others);

  await done("DELETE", at);
  await waitFor(404, () => ask("GET", at));
  await done("DELETE", `${roles}/reader`);
  await waitFor(404, () => ask("GET", `${roles}/reader`));
  await done("DELETE", `${group}/accessList/${entry}`);
  await waitFor(404, () => ask("GET", `${group}/accessList/${entry}`));

  // The provider removes integrations in version 1.0.
  await done("POST", `${group}/integrations/WEBHOOK`, { type: "WEBHOOK", url: "https://example.net/x" });
  const old = `/api/atlas/v1.0/groups/${groupId}/integrations/WEBHOOK`;
  await done("DELETE", old, undefined, "application/json");
  await waitFor(404, () => ask("GET", `${group}/integrations/WEBHOOK`));

  await done("DELETE", group);
  await waitFor(404, () => ask("GET", group));
});

test("Ansible's loops in version 1.0: what is not there is made, then compared and changed", async (t) => {
  const { ask, done, project } = await startClient(t);
  const group = `/api/atlas/v1.0/groups/${await project()}`;
  const json = "application/json";
  for (const [list, name, made, changed] of [
    [
      "databaseUsers",
      "admin/app",
      {
        databaseName: "admin",
        username: "app",
        password: "a word of the app",
        roles: [{ databaseName: "sales", roleName: "read" }],
      },
      { roles: [{ databaseName: "sales", roleName: "readWrite" }] },
    ],
    ["whitelist", "203.0.113.0%2F24", [{ cidrBlock: "203.0.113.0/24", comment: "office" }], undefined],
  ] as const) {
    await waitFor(404, () => ask("GET", `${group}/${list}/${name}`, undefined, json));
    await done("POST", `${group}/${list}`, made, json);
    await done("GET", `${group}/${list}/${name}`, undefined, json);
    if (changed !== undefined) await done("PATCH", `${group}/${list}/${name}`, changed, json);
    await done("DELETE", `${group}/${list}/${name}`, undefined, json);
  }
});

const newest = "application/vnd.atlas.2025-03-12+json";

/** What is read on the way, below the project, in the version that is asked for; where the answer is that there is none, its code. */
const reads: readonly (readonly [path: string, accept: string, code?: string])[] = [
  // AtlasProject of the operator, at every reconcile.
  ...[
    "accessList",
    "privateEndpoint/AWS/endpointService",
    "privateEndpoint/AZURE/endpointService",
    "privateEndpoint/GCP/endpointService",
    "privateEndpoint/regionalMode",
    "peers?providerName=AWS",
    "peers?providerName=GCP",
    "peers?providerName=AZURE",
    "containers/all",
    "integrations",
    "maintenanceWindow",
    "encryptionAtRest",
    "auditLog",
    "settings",
    "customDBRoles/roles",
    "teams",
    "backupCompliancePolicy",
    "userSecurity",
  ].map((path) => [path, newest] as const),
  // AtlasDatabaseUser and AtlasDeployment.
  ["databaseUsers/admin/app", newest, "USERNAME_NOT_FOUND"],
  ["flexClusters/Cluster0", newest, "CLUSTER_NOT_FOUND"],
  ["clusters/Cluster0", newest, "CLUSTER_NOT_FOUND"],
  ["clusters/Cluster0/status", newest, "CLUSTER_NOT_FOUND"],
  ["clusters", newest],
  ["flexClusters", newest],
  // The provider.
  ["containers?providerName=AWS", version],
  ["databaseUsers/app/certs", version, "USERNAME_NOT_FOUND"],
  ["limits", version],
  ["ipAddresses", version],
  // The MCP server.
  ["databaseUsers", newest],
  ["streams", newest],
];

test("all that the operator, the provider and the MCP server read on their way is answered", async (t) => {
  const { world, ask, project } = await startClient(t);
  const group = `${v2}/groups/${await project()}`;
  const seen: string[] = [];
  for (const [path, accept, code] of reads) {
    const { status, headers } = await ask("GET", `${group}/${path}`, undefined, accept);
    const expected = code === undefined ? "200" : `404 ${code}`;
    const answered = code === undefined ? String(status) : `${status} ${headers["x-error-code"]}`;
    if (answered !== expected) seen.push(`${path}: ${answered}`);
  }
  for (const path of [`${v2}/clusters`, "/api/private/ipinfo"]) {
    equal((await ask("GET", path, undefined, newest)).status, 200, path);
  }
  const unknown = { path: "/api/private/unauth/nds/defaultMongoDBMajorVersion" };
  equal((await world.send(unknown)).text, "8.0");
  deepEqual(seen, []);
  t.diagnostic(`${reads.length + 3} requests`);
});

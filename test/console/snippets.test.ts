// A call of each operation in each language, as its page has it in a world of one's own: what is written works.
import { deepEqual, equal, ok } from "node:assert/strict";
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type OperationId, operations } from "../../src/atlas/index.ts";
import { AtlasClient } from "../../src/client/client.ts";
import { writeSnippets } from "../../src/code/snippets.ts";
import { decode, openBrowser } from "../support/console.ts";
import { without } from "../support/hostile.ts";
import { type NestedWorld, startNestedWorld } from "../support/nested.ts";
import { AsyncFunction, below } from "../support/programs.ts";
import { createFolder } from "../support/storage.ts";
import type { Sending } from "../support/world.ts";
import { everyId } from "../tables/calls.ts";

const key = { publicKey: "qkzvtrwm", privateKey: "5f0c1a2e-7d34-4b6a-9c81-0e2f3a4b5c6d" };

/** The statuses of what an owner's world cannot answer with success, and why. */
const refused: Readonly<Record<string, number>> = {
  // It still has projects.
  deleteOrg: 409,
  // The project has the integration already.
  createGroupIntegration: 409,
  // The first cluster has no search nodes, and no shards.
  deleteGroupClusterSearchDeployment: 404,
  updateGroupClusterSearchDeployment: 404,
  deleteGroupClusterBackupSnapshotShardedCluster: 404,
  // The project does not export its logs.
  deleteGroupPushBasedLogExport: 404,
  updateGroupPushBasedLogExport: 404,
  // Its first snapshot is of the schedule, and nothing is in it.
  getGroupClusterBackupSnapshotDatabase: 404,
  listGroupClusterBackupSnapshotDatabaseCollections: 404,
  // A page takes an id for any snapshot.
  createGroupFlexClusterBackupRestoreJob: 404,
  // It has a replica set.
  toggleGroupPrivateEndpointRegionalMode: 400,
  // It has a cluster on its own machines.
  disableGroupPrivateIpModePeering: 400,
  // It still has an endpoint.
  deleteGroupPrivateEndpointEndpointService: 409,
  // It still has clusters.
  deleteGroup: 409,
  // A peering connection uses the container.
  deleteGroupContainer: 409,
  updateGroupContainer: 409,
  // The cluster has no nodes in that region, and no outage is simulated.
  startGroupClusterOutageSimulation: 400,
  endGroupClusterOutageSimulation: 404,
  getGroupClusterOutageSimulation: 404,
  // The first cluster is not a global one.
  createGroupClusterGlobalWriteCustomZoneMapping: 400,
  createGroupClusterGlobalWriteManagedNamespace: 400,
  // The project has no maintenance window.
  deferGroupMaintenanceWindow: 400,
  toggleGroupMaintenanceWindowAutoDefer: 400,
  // The last organization stays; a federation's other one is nobody's here.
  removeFederationSettingConnectedOrgConfig: 400,
  // Each has an active secret.
  deleteGroupMcpConfig: 400,
  deleteOrgMcpConfig: 400,
  // It has no link token.
  deleteOrgLiveMigrationLinkTokens: 404,
  // It has one.
  createOrgSandboxConfig: 409,
  // The last one of a team stays.
  removeOrgTeamUserFromTeam: 400,
  // The cluster has cloud backups.
  createGroupClusterRestoreJob: 400,
  getGroupClusterSnapshotSchedule: 400,
  listGroupClusterBackupCheckpoints: 400,
  listGroupClusterRestoreJobs: 400,
  listGroupClusterSnapshots: 400,
  updateGroupClusterSnapshotSchedule: 400,
};

/**
 * Another organization's key and its secret, the id of a verification that was answered once, an authorized role, ids that a
 * list shows under another name, what is in a snapshot or a database, simulations, legacy backups and
 * serverless instances, of which there are none, the token of a query that was answered once: no page knows them.
 */
const filledIn = [
  "acceptGroupStreamVpcPeeringConnection",
  "createGroupBackupExportBucket",
  "createGroupLiveMigration",
  "createGroupPushBasedLogExport",
  "createGroupStandbyLink",
  "createGroupStreamConnection",
  "createGroupStreamConnectionFailoverConnection",
  "createGroupStreamProcessor",
  "cutoverGroupLiveMigration",
  "deleteGroupBackupExportBucket",
  "deleteGroupClusterFtsIndex",
  "deleteGroupClusterOnlineArchive",
  "deleteGroupClusterOverloadSimulation",
  "deleteGroupClusterSearchIndex",
  "deleteGroupClusterSearchIndexByName",
  "deleteGroupClusterSnapshot",
  "deleteGroupDataFederation",
  "deleteGroupDataFederationLimit",
  "deleteGroupStreamConnection",
  "deleteGroupStreamConnectionFailoverConnection",
  "deleteGroupStreamPrivateLinkConnection",
  "deleteGroupStreamProcessor",
  "deleteGroupStreamVpcPeeringConnection",
  "deleteGroupStreamWorkspace",
  "downloadGroupDataFederationQueryLogs",
  "downloadGroupFlexClusterBackup",
  "downloadGroupStreamAuditLogs",
  "downloadGroupStreamOperationalLogs",
  "generateGroupSandboxClusterDescription",
  "getGroupBackupExportBucket",
  "getGroupClusterBackupCheckpoint",
  "getGroupClusterBackupSnapshotDatabaseCollection",
  "getGroupClusterFtsIndex",
  "getGroupClusterOnlineArchive",
  "getGroupClusterOverloadSimulation",
  "getGroupClusterRestoreJob",
  "getGroupClusterSearchIndex",
  "getGroupClusterSearchIndexByName",
  "getGroupClusterSnapshot",
  "getGroupDataFederation",
  "getGroupDataFederationLimit",
  "getGroupHostFtsMetricIndexMeasurements",
  "getGroupLiveMigration",
  "getGroupLiveMigrationValidateStatus",
  "getGroupSampleDatasetLoad",
  "getGroupServerlessInstance",
  "getGroupStreamConnection",
  "getGroupStreamConnectionFailoverConnection",
  "getGroupStreamPrivateLinkConnection",
  "getGroupStreamProcessor",
  "getGroupStreamProcessors",
  "getGroupStreamWorkspace",
  "getGroupUserSecurityLdapVerify",
  "getOrgBillingCostExplorerUsage",
  "listGroupClusterCollStatMeasurements",
  "listGroupClusterFtsIndex",
  "listGroupClusterSearchIndex",
  "listGroupDataFederationLimits",
  "listGroupHostFtsMetricIndexMeasurements",
  "listGroupProcessCollStatMeasurements",
  "listGroupStreamConnectionFailoverConnections",
  "listGroupStreamConnections",
  "migrateGroup",
  "rejectGroupStreamVpcPeeringConnection",
  "setGroupDataFederationLimit",
  "startGroupStreamProcessor",
  "startGroupStreamProcessorWith",
  "stopGroupStreamProcessor",
  "updateGroupBackupExportBucket",
  "updateGroupClusterFtsIndex",
  "updateGroupClusterOnlineArchive",
  "updateGroupClusterSearchIndex",
  "updateGroupClusterSearchIndexByName",
  "updateGroupClusterSnapshot",
  "updateGroupDataFederation",
  "updateGroupStreamConnection",
  "updateGroupStreamConnectionFailoverConnection",
  "updateGroupStreamPrivateLinkConnection",
  "updateGroupStreamProcessor",
  "updateGroupStreamWorkspace",
  "validateGroupLiveMigrations",
];

/** Reports whether a call has a body with GET, which `fetch` does not send. */
const hasNoFetch = (id: OperationId): boolean => id === "searchOrgInvoiceLineItems";

/** A cluster of each kind, so that each operation finds one. */
const clusters = [
  {
    name: "dedicated",
    backupEnabled: true,
    searchNodes: [{ instanceSize: "S20_HIGHCPU_NVME", nodeCount: 2 }],
  },
  { name: "free", instanceSize: "M0" },
  { name: "flexible", providerName: "FLEX" as const },
];

/** Returns what each operation's page has in a language, by its place among the languages. */
async function readPages(world: NestedWorld): Promise<Map<OperationId, readonly string[]>> {
  const browser = openBrowser(world);
  await browser.send("/rehearsal/sign-in", "as", { username: world.things.own.ownerName });
  await world.settle();
  const pages = new Map<OperationId, readonly string[]>();
  for (const id of everyId) {
    const { html, status } = await browser.open(`/docs/${id}`);
    equal(status, 200, id);
    ok(!html.includes(key.privateKey) && !/\*\*\p{L}/u.test(html), id);
    const blocks = [...html.matchAll(/<pre class="code" id="as-\d"[^>]*>([^<]*)</g)];
    pages.set(
      id,
      blocks.map(([, text = ""]) => decode(text)),
    );
  }
  return pages;
}

/** Runs a script in bash, which reads it: as an argument it could be too long. */
const run = (script: string, env: Readonly<Record<string, string | undefined>>) =>
  new Promise<string>((resolve) => {
    const options = { env: { PATH: process.env.PATH, ...env }, timeout: 20_000, maxBuffer: 2 ** 24 };
    const { stdin } = execFile("bash", options, (_, stdout, stderr) => resolve(stdout + stderr));
    stdin?.end(script);
    const bash = execFile("bash", options, (_, stdout, stderr) => resolve(stdout + stderr));
    // All scripts together are longer than an argument may be.
    bash.stdin?.end(script);
  });

/** The options of curl that a page uses, and whether a value follows. */
const curlOptions: Readonly<Record<string, boolean>> = {
  "--fail-with-body": false,
  "--silent": false,
  "--show-error": false,
  "--digest": false,
  "--user": true,
  "--header": true,
  "-X": true,
  "--data": true,
};

/** Reads the words of a command as curl does: its request, and the options as they follow each other. */
function readCommand(words: readonly string[]): { sending: Sending; user: string; options: string } {
  const given: (readonly [option: string, value: string])[] = [];
  const targets: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    if (!word.startsWith("-")) targets.push(word);
    else if (curlOptions[word] === false) given.push([word, ""]);
    else if (curlOptions[word] === true) given.push([word, words[++index] ?? ""]);
    else throw new Error(`curl ${word}`);
  }
  const valuesOf = (option: string) => given.filter(([name]) => name === option).map(([, value]) => value);
  equal(targets.length, 1, words.join(" "));
  const [target = ""] = targets;
  const [body] = valuesOf("--data");
  // Curl would expand such a target, and read such a body from a file.
  ok(!/[[\]{}]/.test(target) && body?.startsWith("@") !== true, words.join(" "));
  const headers = valuesOf("--header").map((line) => {
    const [, name = "", value = ""] = /^([\w-]+): (.*)$/.exec(line) ?? [];
    return [name.toLowerCase(), value];
  });
  const { pathname, search } = new URL(target);
  const sending = {
    method: valuesOf("-X")[0] ?? (body === undefined ? "GET" : "POST"),
    path: pathname + search,
    headers: Object.fromEntries(headers),
    ...(body !== undefined && { body }),
  };
  return { sending, user: valuesOf("--user").join(), options: given.map(([option]) => option).join(" ") };
}

test("a call of each operation, as its page has it", { skip: without("bash") }, async (t) => {
  const org = { apiKeys: [{ ...key, desc: "deployments", roles: ["ORG_OWNER" as const] }] };
  const world = await startNestedWorld(t, { newcomers: { org, group: { clusters } } });
  const pages = await readPages(world);
  const env = { PRIVATE_KEY: key.privateKey };
  const expected = (id: OperationId) => refused[id] ?? operations[id].status;
  const rewindAfter = async (id: OperationId) => {
    if (operations[id].method !== "GET") await world.rewind();
  };

  await t.test("its curl is read by bash, and answered", async (t) => {
    const curls = [...pages].map(([id, [curl = ""]]) => [id, curl] as const);
    const filled = curls.filter(([, curl]) => !/^ATLAS_/m.test(curl));
    deepEqual(
      curls.filter((each) => !filled.includes(each)).map(([id]) => id),
      filledIn,
    );
    const printing = "curl() { printf '%s\\0' \"$@\"; printf '\\1\\0'; }";
    const said = await run([printing, ...filled.map(([, curl]) => `(${curl}\n)`)].join("\n"), env);
    const commands = said.split("\x01\0").slice(0, -1);
    equal(commands.length, filled.length, said.slice(-500));
    const wrong: string[] = [];
    const kinds = new Map<string, readonly [OperationId, string]>();
    for (const [place, [id, curl]] of filled.entries()) {
      const { sending, user, options } = readCommand((commands[place] ?? "").split("\0").slice(0, -1));
      equal(user, `${key.publicKey}:${key.privateKey}`);
      if (!kinds.has(options)) kinds.set(options, [id, curl]);
      const headers = { ...sending.headers, "x-forwarded-for": "127.0.0.1" };
      const { status, text } = await world.as(key, { ...sending, headers });
      if (status !== expected(id)) wrong.push(`${id}: ${status} ${text}\n${curl}`);
      await rewindAfter(id);
    }
    deepEqual(wrong, []);

    await t.test("curl itself takes each set of options", async (t) => {
      const HOME = createFolder(t);
      writeFileSync(
        join(HOME, ".curlrc"),
        'write-out = "\\n%{http_code}"\nheader = "X-Forwarded-For: 127.0.0.1"\n',
      );
      ok(kinds.size > 2);
      for (const [id, curl] of kinds.values()) {
        const answered = await run(curl, { ...env, HOME });
        equal(
          answered
            .replace(/curl: .*\n?/, "")
            .trimEnd()
            .slice(-3),
          String(expected(id)),
          answered,
        );
        await rewindAfter(id);
      }
    });
  });

  await t.test("its TypeScript succeeds, with the status that the page says", async () => {
    const statuses: Record<string, number> = {};
    for (const [id, texts] of pages) {
      const client = new AtlasClient({
        ...key,
        baseUrl: world.url,
        fetch: async (target: RequestInfo | URL, init?: RequestInit) => {
          const headers = {
            ...Object.fromEntries(new Headers(init?.headers)),
            "x-forwarded-for": "127.0.0.1",
          };
          const answer = await fetch(target, { ...init, headers });
          if (answer.status !== 401) statuses[id] = answer.status;
          return answer;
        },
      });
      if (filledIn.includes(id) || hasNoFetch(id)) continue;
      const running = new AsyncFunction("atlas", below(texts[2] ?? "", /^const atlas/m))(client);
      await (id in refused ? running.catch(() => {}) : running);
      await rewindAfter(id);
    }
    const called = everyId.filter((id) => !filledIn.includes(id) && !hasNoFetch(id));
    deepEqual(statuses, Object.fromEntries(called.map((id) => [id, expected(id)])));
  });
});

test("who is not signed in sees places to fill in, and no id", async (t) => {
  const world = await startNestedWorld(t);
  const { text } = await openBrowser(world).open("/docs/getGroupInvite");
  ok(text.includes("ATLAS_GROUP_ID='the group id'"), text);
  for (const id of [world.things.own.groupId, world.things.own.groupInviteId]) ok(!text.includes(id), id);
});

test("the Terraform block of a project has its tags and its settings", () => {
  const body = {
    name: "payments",
    orgId: "32b6e34b3d91647abb20e7b8",
    tags: [{ key: "stage", value: "test" }],
    withDefaultAlertsSettings: false,
  };
  const { terraform } = writeSnippets(
    { operationId: "createGroup", params: {}, body },
    "http://127.0.0.1:8080",
  );
  equal(
    terraform,
    `resource "mongodbatlas_project" "this" {
  name                         = "payments"
  org_id                       = "32b6e34b3d91647abb20e7b8"
  with_default_alerts_settings = false
  tags = {
    "stage" = "test"
  }
}`,
  );
});

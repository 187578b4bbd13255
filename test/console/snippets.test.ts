// A call of each operation in each language, as its page has it in a world of one's own: what is written works.
import { deepEqual, equal, ok } from "node:assert/strict";
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { operations } from "../../src/atlas/index.ts";
import { AtlasClient } from "../../src/client/client.ts";
import { writeSnippets } from "../../src/code/snippets.ts";
import { decode, openBrowser } from "../support/console.ts";
import { without } from "../support/hostile.ts";
import { startNestedWorld } from "../support/nested.ts";
import { AsyncFunction, below } from "../support/programs.ts";
import { createFolder } from "../support/storage.ts";
import { everyId } from "../tables/calls.ts";

const key = { publicKey: "qkzvtrwm", privateKey: "5f0c1a2e-7d34-4b6a-9c81-0e2f3a4b5c6d" };

/** The statuses of what an owner's world cannot answer with success, and why. */
const refused: Readonly<Record<string, number>> = {
  // It still has projects.
  deleteOrg: 409,
  // The project has the integration already.
  createGroupIntegration: 409,
  // The cluster has search nodes already.
  createGroupClusterSearchDeployment: 409,
  // It has a replica set.
  toggleGroupPrivateEndpointRegionalMode: 400,
  // It still has clusters.
  deleteGroup: 409,
  // A peering connection uses the container.
  deleteGroupContainer: 409,
  updateGroupContainer: 409,
  // The project has no maintenance window.
  deferGroupMaintenanceWindow: 400,
  toggleGroupMaintenanceWindowAutoDefer: 400,
  // The last organization stays; a federation's other one is nobody's here.
  removeFederationSettingConnectedOrgConfig: 400,
  // The last one of a team stays.
  removeOrgTeamUserFromTeam: 400,
};

/** Another organization's key and its secret, the id of a verification that was answered once: no page knows them. */
const filledIn = ["getGroupUserSecurityLdapVerify", "migrateGroup"];

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

async function startOwnWorld(t: TestContext) {
  const org = { apiKeys: [{ ...key, desc: "deployments", roles: ["ORG_OWNER" as const] }] };
  const world = await startNestedWorld(t, { newcomers: { org, group: { clusters } } });
  const browser = openBrowser(world);
  await browser.send("/rehearsal/sign-in", "as", { username: world.things.own.ownerName });
  await world.settle();
  /** The blocks of a page, one for each language. */
  const snippetsOf = async (id: string) => {
    const { html, status } = await browser.open(`/docs/${id}`);
    equal(status, 200, id);
    ok(!html.includes(key.privateKey) && !/\*\*\p{L}/u.test(html), id);
    return [...html.matchAll(/<pre class="code" id="as-\d"[^>]*>([^<]*)</g)].map(([, text = ""]) =>
      decode(text),
    );
  };
  return { world, snippetsOf };
}

test("each operation's curl runs in bash as its page has it", { skip: without("bash") }, async (t) => {
  const { world, snippetsOf } = await startOwnWorld(t);
  const home = createFolder(t);
  writeFileSync(
    join(home, ".curlrc"),
    'write-out = "\\n%{http_code}"\nheader = "X-Forwarded-For: 127.0.0.1"\n',
  );
  const env = { PATH: process.env.PATH, HOME: home, PRIVATE_KEY: key.privateKey };
  const run = (script: string) =>
    new Promise<string>((resolve) => {
      execFile("bash", ["-c", script], { env, timeout: 20_000 }, (_, stdout, stderr) =>
        resolve(stdout + stderr),
      );
    });
  const wrong: string[] = [];
  const blank: string[] = [];
  for (const id of everyId) {
    await world.rewind();
    const [curl = ""] = await snippetsOf(id);
    if (/^ATLAS_/m.test(curl)) {
      blank.push(id);
      continue;
    }
    const said = await run(curl);
    const status = Number(/\d{3}$/.exec(said.replace(/curl: .*\n?/, "").trimEnd())?.[0]);
    if (status !== (refused[id] ?? operations[id].status)) wrong.push(`${id}: ${said}\n${curl}`);
  }
  deepEqual(wrong, []);
  deepEqual(blank, filledIn);
});

test("each example succeeds in TypeScript, with the status it says", async (t) => {
  const { world, snippetsOf } = await startOwnWorld(t);
  const statuses: Record<string, number> = {};
  for (const id of everyId) {
    await world.rewind();
    const client = new AtlasClient({
      ...key,
      baseUrl: world.url,
      fetch: async (target: RequestInfo | URL, init?: RequestInit) => {
        const headers = { ...Object.fromEntries(new Headers(init?.headers)), "x-forwarded-for": "127.0.0.1" };
        const answer = await fetch(target, { ...init, headers });
        if (answer.status !== 401) statuses[id] = answer.status;
        return answer;
      },
    });
    const program = below((await snippetsOf(id))[2] ?? "", /^const atlas/m);
    if (filledIn.includes(id)) continue;
    const running = new AsyncFunction("atlas", program)(client);
    await (id in refused ? running.catch(() => {}) : running);
  }
  const expected = everyId.filter((id) => !filledIn.includes(id));
  deepEqual(statuses, Object.fromEntries(expected.map((id) => [id, refused[id] ?? operations[id].status])));
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

// The pages of everything that Atlas keeps in a project and an organization, as a person without script uses them.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import type { SeedDocument } from "../../src/anteroom.ts";
import { allKinds, placeAt } from "../../src/console/pages/resource-kinds.ts";
import { browse, decode, startPages, visit as visitAs } from "../support/console.ts";
import { many } from "../support/counting.ts";
import { compose, describeWorld, things } from "../support/nested.ts";
import { keys } from "../support/world.ts";

const { own } = things;
const [group, org] = [`/projects/${own.groupId}`, `/orgs/${own.orgId}`];
const clusters = `${group}/resources/clusters/${own.backedUpName}`;
const hostile = `<script>alert("1")</script>`;

const world = describeWorld({
  org: {
    users: [{ username: "reader@acme.example", orgRoles: ["ORG_MEMBER"] }],
    apiKeys: [{ ...keys.owner, roles: ["ORG_OWNER"] }],
  },
  group: { users: [{ username: "reader@acme.example", roles: ["GROUP_READ_ONLY"] }] },
});
const seed = {
  orgs: world.orgs.map((each) => ({
    ...each,
    groups: each.groups?.map((group) => ({
      ...group,
      searchIndexes: [
        ...(group.searchIndexes ?? []),
        {
          clusterName: group.clusters?.[0]?.name ?? "",
          database: "admin",
          collectionName: "orders",
          name: hostile,
          definition: { mappings: { dynamic: true } },
        },
      ],
      alertConfigs: [
        ...(group.alertConfigs ?? []),
        ...many(60, () => ({
          eventTypeName: "NO_PRIMARY",
          notifications: [{ typeName: "GROUP", emailEnabled: true }],
        })),
      ],
    })),
  })),
};

/** The kinds that no page leads to: those of which there is nothing here, or that are below things with pages of their own. */
const elsewhere = [
  "getGroupAiModelApiCloudGeographyModelGroupNameRateLimits",
  "getGroupClusterOutageSimulation",
  "getGroupClusterSnapshotSchedule",
  "listGroupClusterBackupCheckpoints",
  "listGroupClusterCollectionRestoreJobCollections",
  "listGroupClusterRestoreJobs",
  "listGroupClusterSnapshots",
  "listGroupDatabaseUserCerts",
  "listGroupServiceAccountAccessList",
  "listGroupStandbyLinkFailovers",
  "listOrgApiKeyAccessListEntries",
  "listOrgServiceAccountAccessList",
  "listOrgTeamUsers",
];

test("pages of resources", async (t) => {
  const stage = await startPages(t, { seed: seed as SeedDocument });
  const visit = (...steps: Parameters<typeof visitAs>[1][]) =>
    visitAs(owner(), ...(steps as [(typeof steps)[0]]));
  const owner = () => browse(stage, own.ownerName);
  const reader = () => browse(stage, "reader@acme.example");

  await t.test("every kind is listed, and each thing has its page", async () => {
    const browser = owner();
    const found = [`${group}/resources`, `${org}/resources`, `${group}/clusters`];
    for (const path of found) {
      const { status, html, text, to } = await browser.open(path);
      ok(status === 200 || (status === 303 && !to.includes("/resources")), `${path}: ${text}`);
      ok(!html.includes("[object "), path);
      for (const [, link = ""] of html.matchAll(/href="([^"]+\/resources\/[^"?]+)"/g)) {
        if (!found.includes(decode(link))) found.push(decode(link));
      }
    }
    const places = found.map((path) =>
      placeAt(`/api/atlas/v2${path.replace("/projects/", "/groups/").replace("/resources", "")}`),
    );
    const missed = allKinds()
      .filter(({ read }) => /\/v2\/(groups|orgs)\/\{\w+\}\//.test(read.path))
      .filter(({ read }) => !places.some((place) => place?.read === read));
    deepEqual(missed.map(({ read }) => read.id).sort(), elsewhere);
  });

  await t.test("the parts of Atlas have their kinds, with counts, and pages of their own", async () => {
    const { html } = await visit([
      `${group}/resources`,
      /Network Peering Network peering containers 2 Network peering connections 1/,
      /Private endpoint services · AWS 1 Private endpoint services · AZURE None/,
      /Alert configurations 61/,
      /IP access list 1/,
    ]);
    match(html, /aria-current="page"><svg[^>]*>.*?<\/svg> Resources/);
    await visit(
      [`${group}/resources/users`, { to: `${group}/people` }],
      [`${group}/clusters`, { html: `<a href="${clusters}">${own.backedUpName}</a>` }],
      [clusters, /Cloud Backups .*Snapshots 1 /, { lacks: `${clusters}/outageSimulation` }],
    );
  });

  await t.test("a list is in pages, is searched, and sorts", async () => {
    const path = `${group}/resources/alertConfigs`;
    await visit(
      [path, /Resources \/ Search Alert configurations Name Type Created/, /61 in all Next/],
      [`${path}?q=${own.alertConfigId}`, { text: `${own.alertConfigId} NO_PRIMARY` }, /1 in all$/],
      [`${group}/resources/processes?q=nothing-has-this`, /Nothing matches/],
    );
  });

  await t.test("a thing shows its members, its state in words, and secrets as stars", async () => {
    await visit(
      [
        `${group}/resources/peers/${own.peerId}`,
        { text: `containerId ${own.containerId}` },
        { html: '<span class="badge green">available</span>' },
      ],
      [`${group}/resources/integrations/WEBHOOK`, /url https:\/\/example\.net\/\*{4}0002/],
      [
        `${group}/resources/streams/${own.tenantName}`,
        /dataProcessRegion cloudProvider AWS region DUBLIN_IRL/,
      ],
      [`${group}/resources/maintenanceWindow`, /^Maintenance window Resources/],
    );
  });

  await t.test("a thing is deleted after a question that names it", async () => {
    const path = `${group}/resources/alertConfigs/${own.alertConfigId}`;
    const question = `Delete ${own.alertConfigId} (Alert configurations)? This cannot be undone.`;
    await visit(
      [path, { html: `name="confirm" value="${question}"` }],
      [path, "delete", { confirm: question, act: "Delete" }, 200, { text: question }, /Cancel Delete$/],
      [
        path,
        "delete",
        {},
        200,
        { text: `Deleted, or about to be: ${own.alertConfigId}.` },
        /^Alert configurations/,
        /60 in all/,
      ],
      [path, 404],
    );
  });

  await t.test("also what no list has, and what there is once", async () => {
    const service = `${group}/resources/privateEndpoint/AWS/endpointService/${own.endpointServiceId}`;
    const period = `${group}/resources/maintenanceWindow`;
    const role = `${group}/resources/cloudProviderAccess/${own.roleId}`;
    await visit(
      [service, { html: `<a href="${service}/endpoint/${own.endpointId}">${own.endpointId}</a>` }],
      [
        `${service}/endpoint/${own.endpointId}`,
        "delete",
        {},
        { text: `Deleted, or about to be: ${own.endpointId}.` },
      ],
      [role, / Deauthorize /],
      [role, "delete", {}, { text: `Ended, or about to be: ${own.roleId}.` }],
      [role, 404],
      [period, "delete", {}, /^Resources Deleted, or about to be: Maintenance window\./],
    );
  });

  await t.test("an outage is ended, not deleted", async () => {
    const params = { groupId: own.groupId, clusterName: own.backedUpName };
    const outageFilters = [{ cloudProvider: "AWS", regionName: "US_EAST_1", type: "REGION" }];
    const begin = compose("startGroupClusterOutageSimulation", { params, body: { outageFilters } });
    equal((await stage.as(keys.owner, begin)).status, 200);
    stage.clock.set({ advance: "PT4S" });
    const path = `${clusters}/outageSimulation`;
    const question = `End the outage: Simulated outage (${own.backedUpName})?`;
    await visitAs(browse(stage, own.ownerName, "ko"), [path, / 장애 종료 /]);
    await visit(
      [path, { html: `name="confirm" value="${question}"` }, / End the outage /],
      [path, "delete", {}, { text: "Ended, or about to be: Simulated outage." }],
    );
  });

  await t.test("a refusal of Atlas is said in its words", async () => {
    const path = `${group}/resources/containers/${own.containerId}`;
    await visit([path, "delete", {}, 409, { html: '<div class="notice bad" role="alert"' }, /in use/]);
  });

  await t.test("who may only read is offered nothing, and may not delete", async () => {
    const path = `${group}/resources/containers/${own.containerId}`;
    await visitAs(
      reader(),
      [
        `${group}/resources`,
        /Network peering containers 2/,
        { lacks: /Push-based log export|Log integrations/ },
      ],
      [`${group}/resources/pushBasedLogExport`, 401, /Your role does not allow this/],
      [`${group}/resources/logIntegrations`, 401],
      [path, 200, { lacks: 'value="delete"' }],
      [path, "delete", {}, 401],
      // The workspaces may be listed, but not shown.
      [`${group}/resources/streams`, { text: own.tenantName }],
      [`${group}/resources/streams/${own.tenantName}`, 401],
      [`${org}/resources/sandboxConfig`, 401],
    );
    await visit([path, 200]);
    const { foreign } = things;
    await visit([`/projects/${foreign.groupId}/resources`, 401], [`/orgs/${foreign.orgId}/resources`, 401]);
  });

  await t.test("a name is text, and other addresses are no pages", async () => {
    const path = `${clusters}/search/indexes`;
    const { html } = await visit([path, { text: hostile }, { lacks: hostile }]);
    const [, link = ""] = /<a href="([^"]+)">&lt;script/.exec(html) ?? [];
    await visit([link, 200, { text: hostile }, { lacks: hostile }]);
    for (const other of [
      "nothing",
      "clusters/a/b",
      "peers/%2e%2e",
      "streams//",
      "containers/%zz",
      "__proto__",
    ]) {
      await visit([`${group}/resources/${other}`, 404]);
    }
  });

  await t.test("its code reads this thing", async () => {
    await visit([
      `${group}/resources/peers/${own.peerId}?as-code`,
      /Reads: getGroupPeer/,
      { text: `/api/atlas/v2/groups/${own.groupId}/peers/${own.peerId}` },
    ]);
  });

  await t.test("in Korean as well", async () => {
    await visitAs(
      browse(stage, own.ownerName, "ko"),
      [`${group}/resources`, /리소스/, /클라우드 백업 .*내보내기 버킷 1/],
      [`${group}/resources/peers`, /피어링 연결/, /사용 가능/],
      [`${group}/resources/peers/${own.peerId}`, { html: `${own.peerId}(피어링 연결)을(를) 삭제할까요?` }],
    );
  });
});

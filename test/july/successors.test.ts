// The successor of each operation that ends, run against the server in each language that can be run here: it does the same.
import { deepEqual, equal, ok } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import type { SeedDocument } from "../../src/anteroom.ts";
import { endings } from "../../src/atlas/endings.ts";
import { operations } from "../../src/atlas/index.ts";
import { AtlasClient } from "../../src/client/client.ts";
import type { Instead } from "../../src/code/languages.ts";
import { versionsInOrder } from "../../src/core/contract/versions.ts";
import { maskExample } from "../../src/core/domain/deprecated-call.ts";
import type { Operation } from "../../src/core/operations/operation.ts";
import { findingsOf } from "../../src/july/report/write-report.ts";
import { mainArguments, run } from "../support/command.ts";
import { assertHcl } from "../support/foreign-blocks.ts";
import { AsyncFunction } from "../support/programs.ts";
import { ids, keys, startWorld, type World } from "../support/world.ts";
import {
  alertId,
  composeSamples,
  type EndingId,
  exportBucket,
  exportBucketId,
  guest,
  iamRoleId,
  insider,
  logExport,
  metricIntegration,
  metricIntegrationId,
  type Sample,
  type Scene,
  targetName,
} from "./tables/successors.ts";

const { publicKey, privateKey } = keys.owner;
const seed: SeedDocument = {
  orgs: [
    {
      id: ids.org,
      name: "Acme",
      users: [
        { username: "owner@example.com", orgRoles: ["ORG_OWNER"] },
        { username: insider, orgRoles: ["ORG_MEMBER"] },
        { username: "outsider@example.com", orgRoles: ["ORG_MEMBER"] },
      ],
      apiKeys: [{ ...keys.owner, roles: ["ORG_OWNER"] }],
      teams: [{ id: ids.team, name: "core", usernames: [insider, "owner@example.com"] }],
      groups: [
        {
          id: ids.group,
          name: "payments",
          users: [{ username: insider, roles: ["GROUP_READ_ONLY"] }],
          alertConfigs: [
            {
              eventTypeName: "NO_PRIMARY",
              notifications: [{ typeName: "ORG", emailEnabled: true }],
              alerts: [{ id: alertId }],
            },
          ],
          cloudProviderAccess: [
            {
              id: iamRoleId,
              providerName: "AWS",
              iamAssumedRoleArn: "arn:aws:iam::123456789012:role/exports",
            },
          ],
          clusters: [{ name: targetName }],
          exportBuckets: [{ id: exportBucketId, ...exportBucket }],
          metricIntegrations: [{ id: metricIntegrationId, ...metricIntegration }],
        },
      ],
    },
  ],
};

const hasCurl = spawnSync("curl", ["--version"]).error === undefined;

/** A value that a newer version answers under another name, or in another place, is looked for by what it says. */
const namesIn = (answer: unknown): string[] =>
  [
    ...(typeof answer === "string" ? answer : JSON.stringify(answer)).matchAll(
      /"(?:username|endpointSetId|bucketName|endpoint|migrationHosts|sourceGroupId)": ?\[?\s*"([^"]+)"/g,
    ),
  ]
    .map(([, name = ""]) => name)
    .sort();

test("each operation that ends and is here has a sample", () => {
  const none = {} as Scene;
  deepEqual(
    Object.keys(composeSamples(none)).sort(),
    [...new Set(endings.map(({ operation }) => operation.id))]
      .filter((id) => id in operations)
      // There is no instance that it could answer.
      .filter((id) => id !== "getGroupServerlessInstance")
      // What is asked of a cluster in one version and in the next, src/atlas/clusters/clusters.test.ts compares.
      .filter((id) => id === "listGroupClusters" || !/Cluster|IdentityProvider/.test(id))
      .sort(),
  );
});

test("the successor of a request does what the request did", {
  skip: hasCurl ? false : "SKIPPED: install curl",
}, async (t) => {
  const world = await startWorld(t, { seed, now: "2026-03-01" });
  const { as } = world;
  const atlas = new AtlasClient({ baseUrl: world.url, publicKey, privateKey });
  const people = (await atlas.listOrgUsers({ orgId: ids.org })).results ?? [];
  const idOf = (username: string) => people.find((each) => each.username === username)?.id ?? "";
  const scene: Scene = {
    orgId: ids.org,
    groupId: ids.group,
    teamId: ids.team,
    insiderId: idOf(insider),
    outsiderId: idOf("outsider@example.com"),
  };
  const [anySet] = (await atlas.listRateLimits({})).results ?? [];
  await atlas.createOrgLiveMigrationLinkToken({ orgId: ids.org, body: {} });
  await world.snapshot.take("before");

  for (const [id, sample] of Object.entries(composeSamples(scene)) as [EndingId, Sample][]) {
    const operation: Operation = operations[id];
    const base = { orgId: ids.org, groupId: ids.group, endpointSetId: anySet?.endpointSetId ?? "" };

    await t.test(id, async (t) => {
      await world.snapshot.restore("before");
      const invitationId = await inviteBefore(world, sample.invited, "older");
      if (sample.exportsLogs) {
        await atlas.createGroupPushBasedLogExport({ groupId: ids.group, body: logExport });
      }
      const params = { ...base, invitationId, ...sample.params, endpointSetId: base.endpointSetId };
      const names = Object.keys(operation.params);
      const given = Object.fromEntries(
        names.map((name) => [name, String(params[name as keyof typeof params])]),
      );
      const search = String(new URLSearchParams(sample.query));
      const version =
        versionsInOrder(operation.versions).find((name) => operation.versions[name]?.sunset) ?? "";
      const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
        encodeURIComponent(given[name] ?? ""),
      );
      const { status, json } = await as(keys.owner, {
        method: operation.method,
        path: search === "" ? path : `${path}?${search}`,
        headers: { accept: `application/vnd.atlas.${version}+json` },
        body: sample.body,
      });
      ok(status < 300, JSON.stringify(json));
      const before = sample.same === "answer" ? namesIn(json) : await holdings(world, sample.same);

      const request = { params: given, search, body: sample.body };
      const example = maskExample(request, Object.keys(operation.query));
      const [finding] = findingsOf([counted(id, example)]);
      ok(finding !== undefined);
      const { instead } = finding;
      await t.test("its Terraform is formatted and can be read", (t) => assertHcl(t, instead.terraform));

      for (const language of ["curl", "atlasCli", "typescript"] as const) {
        await world.snapshot.restore("before");
        await inviteBefore(world, sample.invited, "newer");
        const integration = sample.exportsLogs ? { ID: await integrateBefore(atlas) } : {};
        const answer = await follow(language, instead[language], {
          world,
          atlas,
          blanks: { ...sample.blanks, ...integration },
        });
        const after = sample.same === "answer" ? namesIn(answer) : await holdings(world, sample.same);
        deepEqual(after, before, `${language}\n${instead[language]}`);
        if (Array.isArray(before)) equal(before.length === 0, sample.isEmpty === true);
      }
    });
  }
});

/** The guest as the older or the newer API invites; answers the id of an older invitation. */
async function inviteBefore(world: World, to: Sample["invited"], api: "older" | "newer"): Promise<string> {
  if (to === undefined) return ids.missing;
  const atlas = new AtlasClient({ baseUrl: world.url, publicKey, privateKey });
  const [orgId, groupId] = [ids.org, ids.group];
  if (api === "older") {
    const invite =
      to === "group"
        ? await atlas.createGroupInvite({ groupId, body: { username: guest, roles: ["GROUP_READ_ONLY"] } })
        : await atlas.createOrgInvite({ orgId, body: { username: guest, roles: ["ORG_MEMBER"] } });
    return invite.id ?? "";
  }
  if (to === "group") {
    await atlas.addGroupUsers({ groupId, body: { username: guest, roles: ["GROUP_READ_ONLY"] } });
  } else {
    await atlas.createOrgUser({ orgId, body: { username: guest, roles: { orgRoles: ["ORG_MEMBER"] } } });
  }
  return "";
}

/** Exports the logs as the older API does, by an integration, and answers its id. */
async function integrateBefore(atlas: AtlasClient): Promise<string> {
  const { id } = await atlas.createGroupLogIntegration({
    groupId: ids.group,
    body: { ...logExport, logTypes: ["MONGOD"], type: "S3_LOG_EXPORT" },
  });
  return id;
}

/** Returns who holds what once every invitation is accepted: only then do both ways of inviting look alike. */
async function holdings(world: World, where: "group" | "everything") {
  const atlas = new AtlasClient({ baseUrl: world.url, publicKey, privateKey });
  const [orgId, groupId, teamId] = [ids.org, ids.group, ids.team];
  const pending = [
    ...(await atlas.listGroupInvites({ groupId })),
    ...(await atlas.listOrgInvites({ orgId })),
  ];
  for (const { id } of pending) {
    equal((await world.send({ method: "POST", path: `/_anteroom/v1/invites/${id}:accept` })).status, 204);
  }
  const inGroup = ((await atlas.listGroupUsers({ groupId })).results ?? [])
    .map(({ username, roles }) => `${username}: ${[...(roles ?? [])].sort()}`)
    .sort();
  if (where === "group") return { inGroup };
  const inOrg = ((await atlas.listOrgUsers({ orgId })).results ?? [])
    .map(({ username, roles }) => `${username}: ${[...(roles?.orgRoles ?? [])].sort()}`)
    .sort();
  const inTeam = ((await atlas.listOrgTeamUsers({ orgId, teamId })).results ?? [])
    .map(({ username }) => username)
    .sort();
  const alerts = ((await atlas.listGroupAlerts({ groupId })).results ?? []).map(
    (alert) => alert.acknowledgedUntil,
  );
  const { authorizedEmail } = await atlas.getGroupBackupCompliancePolicy({ groupId });
  const buckets = namesIn(await atlas.listGroupBackupExportBuckets({ groupId }));
  const integrations = namesIn(await atlas.listGroupMetricIntegrations({ groupId }));
  const logs = namesIn([
    await atlas.getGroupPushBasedLogExport({ groupId }),
    await atlas.listGroupLogIntegrations({ groupId }),
  ]);
  return { inGroup, inOrg, inTeam, alerts, authorizedEmail, buckets, integrations, logs };
}

const counted = (operationId: string, example: ReturnType<typeof maskExample>) => ({
  operationId,
  example,
  orgId: ids.org,
  userAgent: "",
  credential: null,
  count: 1,
  gone: 0,
  days: [],
  client: { tool: "curl", version: "8", resource: "", step: "" },
  firstAt: "2026-08-10T00:00:00.000Z",
  lastAt: "2026-08-10T00:00:00.000Z",
});

interface Following {
  readonly world: World;
  readonly atlas: AtlasClient;
  readonly blanks: Readonly<Record<string, string>>;
}

/** Runs a successor with its blanks filled in; answers the last JSON that it showed. */
async function follow(
  language: keyof Instead,
  text: string,
  { world, atlas, blanks }: Following,
): Promise<unknown> {
  const camel = (name: string) =>
    name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  let filled = text;
  for (const [name, value] of Object.entries(blanks)) {
    filled = filled.replace(new RegExp(`^ATLAS_${name}='.*'$`, "m"), `ATLAS_${name}='${value}'`);
    filled = filled.replace(
      new RegExp(`^const ${camel(name)} = "".*$`, "m"),
      `const ${camel(name)} = "${value}";`,
    );
  }
  if (language === "typescript") {
    const answering = /\bconst answer\b/.test(filled)
      ? `${filled}\nreturn answer;`
      : filled.trimEnd().replace(/^(?=await .*$(?!\n))/m, "return ");
    return new AsyncFunction("atlas", answering)(atlas);
  }
  const program = [process.execPath, ...mainArguments].map((word) => `'${word}'`).join(" ");
  const script = language === "atlasCli" ? `atlas() { ${program} "$@"; }\n${filled}` : filled;
  const env = {
    BASE_URL: world.url,
    PUBLIC_KEY: publicKey,
    PRIVATE_KEY: privateKey,
    ANTEROOM_URL: world.url,
    MONGODB_ATLAS_PUBLIC_API_KEY: publicKey,
    MONGODB_ATLAS_PRIVATE_API_KEY: privateKey,
  };
  const { code, stdout, stderr } = await run("bash", ["-euo", "pipefail", "-c", script], { env });
  equal(code, 0, `${script}\n${stdout}${stderr}`);
  return stdout;
}

// Replays recorded answers of real Atlas about the doors to the data: each suite of its recordings in a world of its own, in the
// order of their dates, with the clock at each. As a program: node --import tsx test/conformance/replay-doors.ts
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createAnteroom } from "../../src/embedded.ts";
import type { SeedDocument } from "../../src/seed/document.ts";
import { digest, nonceOf, type Reply, send } from "../support/world.ts";
import { prepareCluster, versionAsked } from "./recorded-clusters.ts";
import { key, org, type Recording } from "./recorded-world.ts";
import { operationOf, recordingsPath } from "./replay.ts";
import { doorBodyOf } from "./sent-doors.ts";

const doorsPath = join(dirname(recordingsPath), "doors-recorded.json");
export const haveDoors = existsSync(doorsPath);

export interface DoorOutcome {
  readonly operationId: string;
  readonly request: string;
  /** Empty where the answers are equal but for ids. */
  readonly differences: readonly string[];
  readonly limit: string | null;
}

/** What was there before anything was recorded. */
const closedAlert = {
  id: "5efdb59f93fc35705f337179",
  eventTypeName: "USERS_WITHOUT_MULTI_FACTOR_AUTH",
  notifications: [{ typeName: "GROUP", smsEnabled: true }],
  alerts: [{ id: "5efdb5dd5b306e51e2e9b05b" }],
} as const;

const groupIn = ({ path }: Recording) => /\/groups\/([a-f0-9]{24})/.exec(path)?.[1];

const began: Readonly<Record<string, string>> = {
  alerts: "2020-07-02T10:24:29Z",
  alertsettings: "2020-07-02T09:19:42Z",
};

/** Those that the project was made with. */
const oldConfigs = (suite: readonly Recording[]) =>
  suite
    .flatMap(({ body }) => body?.results ?? [])
    .filter(({ created }) => created === began.alertsettings)
    .map(({ created, updated, groupId, links, ...config }) => ({
      ...config,
      notifications: config.notifications.map(({ notifierId, ...each }: { notifierId: string }) => each),
    }));

function seedOf(suite: readonly Recording[]): SeedDocument {
  const there = suite.filter(({ body }) => body?.errorCode !== "GROUP_NOT_FOUND");
  const groupIds = [...new Set(there.flatMap((each) => groupIn(each) ?? []))];
  const groups = groupIds.map((id) => ({
    id,
    name: id,
    ...(suite[0]?.suite === "alerts" && { alertConfigs: [closedAlert] }),
    ...(suite[0]?.suite === "alertsettings" && { alertConfigs: oldConfigs(suite) }),
  }));
  const federationId = suite
    .map(({ path }) => /federationSettings\/([a-f0-9]{24})/.exec(path)?.[1])
    .find(Boolean);
  const apiKeys = [{ ...key, roles: ["ORG_OWNER"] as const }];
  const federation = federationId === undefined ? {} : { federation: { id: federationId } };
  return { orgs: [{ ...org, apiKeys, groups, ...federation }] };
}

type World = Awaited<ReturnType<typeof createAnteroom>>;

async function ask(
  world: World,
  method: string,
  path: string,
  accept: string,
  body?: object,
): Promise<Reply> {
  const sending = { method, path, ...(body && { body }) };
  const headers = { accept, "content-type": "application/json" };
  const nonce = nonceOf(await send(world.url, { ...sending, headers }));
  const authorization = digest(key, { method, uri: path, nonce });
  return send(world.url, { ...sending, headers: { ...headers, authorization } });
}

const v2023 = "application/vnd.atlas.2023-01-01+json";
const v2024 = "application/vnd.atlas.2024-05-30+json";

/** As the alert was left by the recordings before. */
async function prepareAlert(world: World): Promise<void> {
  const [{ id }] = closedAlert.alerts;
  world.clock.set({ now: "2022-03-16T18:39:26Z" });
  await world.alerts.close(id);
  world.clock.set({ now: "2026-08-07T08:49:09Z" });
  for (const body of [{ acknowledgedUntil: "2026-08-08T00:00:00Z" }, { unacknowledgeAlert: true }])
    await ask(world, "PATCH", `/api/atlas/v2/groups/b0123456789abcdef012345b/alerts/${id}`, v2024, body);
}

/** Not all steps were kept: makes what an answer shows that is not there, and removes what it does not show. */
async function prepareFor(world: World, operationId: string, recording: Recording): Promise<void> {
  const { path, body, status } = recording;
  await prepareCluster(world, operationId, recording, (...asked) => ask(world, ...asked));
  if (status >= 400) return;
  if (/^(get|update)GroupDatabaseUser$/.test(operationId)) {
    const users = path.replace(/(databaseUsers).*/, "$1");
    await ask(world, "POST", users, v2023, doorBodyOf("createGroupDatabaseUser", body));
  }
  if (operationId === "listGroupDatabaseUsers") {
    for (const each of body.results)
      await ask(world, "POST", path, v2023, doorBodyOf("createGroupDatabaseUser", each));
  }
  if (operationId !== "createGroupAccessListEntry") return;
  const there = await ask(world, "GET", path, v2023);
  for (const { cidrBlock } of there.json.results)
    await ask(world, "DELETE", `${path}/${encodeURIComponent(cidrBlock)}`, v2023);
}

/** Ids and the like differ, but the same one stands for the same one. */
const isMinted = (name: string) => /^(_?id|.*Id|acknowledgingUsername)$/.test(name);

class Comparison {
  readonly #minted = new Map<string, string>();
  readonly #url: string;
  readonly differences: string[] = [];
  /** Where a list was compared in part. */
  limit: string | null = null;

  constructor(url: string, learned: Comparison | null) {
    this.#url = url;
    if (learned !== null) this.#minted = learned.#minted;
  }

  toOurs(text: string): string {
    return [...this.#minted].reduce((all, [recorded, ours]) => all.replaceAll(recorded, ours), text);
  }

  #fromOurs(text: string): string {
    const hosted = text.replaceAll(this.#url, "http://localhost:8080");
    return [...this.#minted].reduce((all, [recorded, ours]) => all.replaceAll(ours, recorded), hosted);
  }

  /** Compares values, and the order of members. */
  same(at: string, recorded: unknown, ours: unknown): void {
    const [one, other] = [recorded, ours].map((each) =>
      typeof each === "object" && each !== null ? each : null,
    );
    if (one === null || other === null || one === undefined || other === undefined) {
      const name = at.split(".").at(-1) ?? "";
      // Where a database is, is said by whoever runs the server.
      if (name.startsWith("standard") && typeof recorded === typeof ours) return;
      if (typeof recorded === "string" && typeof ours === "string") {
        if (isMinted(name) && !this.#minted.has(recorded) && recorded !== ours)
          this.#minted.set(recorded, ours);
        if (this.#fromOurs(ours) === recorded) return;
      } else if (recorded === ours) return;
      this.differences.push(`${at}: recorded ${JSON.stringify(recorded)}, answered ${JSON.stringify(ours)}`);
      return;
    }
    const [names, ourNames] = [Object.keys(one), Object.keys(other)];
    if (names.join() !== ourNames.join())
      this.differences.push(`${at}: recorded members ${names.join()}, answered ${ourNames.join()}`);
    // Ids before what contains them.
    const shared = names
      .filter((name) => ourNames.includes(name))
      .sort((a, b) => Number(isMinted(b)) - Number(isMinted(a)));
    for (const name of shared) this.same(`${at}.${name}`, (one as never)[name], (other as never)[name]);
  }
}

const ignored = ["date", "ratelimit-remaining", "connection", "content-length", "keep-alive", "allow"];

/** Answers of March 2025 came without what is announced of limits. */
const isCompared = (name: string, recorded: Readonly<Record<string, string>>) =>
  !ignored.includes(name) && !(name === "ratelimit-limit" && recorded[name] === undefined);

/** Lists had things of other runs: of what a list shows, that of this run is compared. */
function onlyShared(recorded: Recording["body"], ours: Reply["json"]): [unknown, unknown] {
  const nameOf = (each: Readonly<Record<string, string>>) =>
    each.roleName ?? each.username ?? each.type ?? each.id;
  const [all, own] = [recorded, ours].map((body) => (Array.isArray(body) ? body : body?.results));
  const isPart = own?.length > 0 && all?.length > 0 && (recorded?.totalCount ?? all.length) > own.length;
  if (!isPart || nameOf(all[0]) === undefined) return [recorded, ours];
  const [names, ourNames] = [all, own].map((each) => new Set(each.map(nameOf)));
  return [
    all.filter((each: never) => ourNames?.has(nameOf(each))),
    own.filter((each: never) => names?.has(nameOf(each))),
  ];
}

/** What is no JSON may have been kept as the number that it looks like. */
const answerOf = (recorded: Recording["body"], { json, text }: Reply): unknown =>
  json ?? (typeof recorded === "number" ? Number(text) : text === "" ? null : text);

async function repeat(world: World, recording: Recording, operationId: string, learned: Comparison | null) {
  const comparison = new Comparison(world.url, learned);
  const { method, status, headers, body } = recording;
  await prepareFor(world, operationId, recording);
  const changed =
    status < 400 ? (body?.updated ?? body?.createdAt ?? (method === "POST" && body?.createDate)) : undefined;
  world.clock.set({ now: new Date((method !== "GET" && changed) || headers.date || "").toISOString() });
  const self = (body?.links as { rel: string; href: string }[] | undefined)?.find(
    ({ rel }) => rel === "self",
  );
  const query = Array.isArray(body?.results) && self !== undefined ? new URL(self.href).search : "";
  const isVersioned = headers["content-type"]?.startsWith("application/vnd.") === true;
  const usual = versionAsked(recording.path) ?? v2023;
  const accept = isVersioned ? (headers["content-type"] ?? "").replace(/;.*/, "") : usual;
  const path = comparison.toOurs(recording.path) + query;
  const reply = await ask(world, method, path, accept, doorBodyOf(operationId, body, recording.path));
  comparison.same("status", status, reply.status);
  const [expected, answered] = onlyShared(body, answerOf(body, reply));
  comparison.same("body", expected, answered);
  if (expected !== body) comparison.limit = `${(expected as []).length} recorded items are of this run`;
  for (const name of new Set([...Object.keys(headers), ...Object.keys(reply.headers)]))
    if (isCompared(name, headers)) comparison.same(name, headers[name], reply.headers[name]);
  return comparison;
}

async function replaySuite(suite: readonly Recording[]): Promise<DoorOutcome[]> {
  const name = suite[0]?.suite ?? "";
  const now = began[name] ?? "2026-01-01T00:00:00Z";
  await using world = await createAnteroom({ seed: seedOf(suite), now, clusterSpeed: "atlas" });
  if (name === "alerts") await prepareAlert(world);
  let learned: Comparison | null = null;
  const outcomes: DoorOutcome[] = [];
  for (const recording of suite) {
    const operation = operationOf(recording);
    // A path that is not offered may look like that of a user.
    if (
      operation === undefined ||
      (operation.id === "getGroupDatabaseUser" && /\/certs$/.test(recording.path))
    )
      continue;
    learned = await repeat(world, recording, operation.id, learned);
    const request = `${recording.status} ${recording.method} ${recording.path}`;
    const { differences, limit } = learned;
    outcomes.push({ operationId: operation.id, request, differences, limit });
  }
  return outcomes;
}

/** Replays what is not a refusal of credentials, which recorded.json holds too. */
export async function replayDoors(): Promise<{ outcomes: DoorOutcome[]; absent: number }> {
  const all = (JSON.parse(readFileSync(doorsPath, "utf8")) as Recording[]).filter(
    ({ status }) => status !== 401,
  );
  const suites = new Map<string, Recording[]>();
  for (const each of all) {
    const suite = `${each.suite} ${groupIn(each) ?? ""}`;
    suites.set(suite, [...(suites.get(suite) ?? []), each]);
  }
  const outcomes: DoorOutcome[] = [];
  const at = ({ headers }: Recording) => Date.parse(headers.date ?? "");
  for (const suite of suites.values())
    outcomes.push(...(await replaySuite(suite.toSorted((a, b) => at(a) - at(b)))));
  return { outcomes, absent: all.length - outcomes.length };
}

/** Operations whose recorded answers cannot be repeated, and why. */
export const otherwise: Readonly<Record<string, string>> = {
  autoGroupClusterScalingConfiguration: "how the cluster was made was not kept, or was recorded in 2025",
  createGroupCluster: "in 2025 refusals had no header with their code, and the sunset was another",
  createGroupFlexCluster: "in 2025 refusals had no header with their code",
  deleteGroupCluster: "in 2025 refusals had no header with their code",
  getGroupCluster: "steps between were not kept, and which version was asked for",
  getGroupFlexCluster: "another release of MongoDB was the newest",
  listGroupClusterProviderRegions: "the recorded project had two regions alone",
  listGroupClusters: "steps between were not kept",
  listGroupFlexClusters: "clusters of other runs were there",
  updateGroupCluster: "in 2025 refusals had no header with their code, and the sunset was another",
  createGroupIntegration: "a webhook has its type last; here members are in alphabetical order",
  createGroupDatabaseUserCert: "a certificate is never the same twice",
  deleteGroupUserSecurityLdapUserToDnMapping: "the change before it was not kept",
  getFederationSettingConnectedOrgConfig: "providers of other runs were connected",
  getGroupBackupCompliancePolicy: "the project had a policy",
  getGroupIntegration: "a webhook has its type last; here members are in alphabetical order",
  getGroupUserSecurity: "the change before it was not kept",
  getGroupUserSecurityLdapVerify: "the request for it was not kept, or links to another host",
  getIpInfo: "the address was another",
  listFederationSettingIdentityProviders: "other providers were there",
  listGroupAlerts: "other alerts were open",
  listGroupDatabaseUserCerts: "certificates of other runs were there",
  listGroupIntegrations: "a webhook has its type last; here members are in alphabetical order",
  listGroupPrivateEndpointEndpointService: "the project had endpoint services",
  updateFederationSettingConnectedOrgConfig: "a provider of another run was connected",
  verifyGroupUserSecurityLdap: "links to another host, or what was refused is not known",
};

/** A line for each answer, its differences below it, and the sum. */
export function describeDoors(outcomes: readonly DoorOutcome[], absent: number): string {
  const lines = outcomes.flatMap(({ operationId, request, differences, limit }) => {
    const verdict = differences.length === 0 ? "equal" : operationId in otherwise ? "otherwise" : "DIFFERENT";
    const below = [
      ...(verdict === "otherwise" ? [otherwise[operationId]] : differences),
      ...(limit ? [limit] : []),
    ];
    return [
      `${verdict.padEnd(10)} ${operationId.padEnd(40)} ${request}`,
      ...below.map((each) => `${" ".repeat(11)}${each}`),
    ];
  });
  const equal = outcomes.filter(({ differences }) => differences.length === 0).length;
  return [
    ...lines,
    `${equal} of ${outcomes.length} equal, ${absent} of operations that are not offered`,
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { outcomes, absent } = await replayDoors();
  console.log(describeDoors(outcomes, absent));
}

// Replays recorded answers of real Atlas: sends the requests that led to them to a server seeded alike, and compares.
// As a program: node --import tsx test/conformance/replay.ts
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { operations } from "../../src/operations/index.ts";
import type { Operation } from "../../src/operations/operation.ts";
import { type Anteroom, createAnteroom } from "../../src/server.ts";
import { digest, nonceOf, type Reply, send } from "../support/world.ts";

/** The recordings are not ours to pass on: they are named to us, or lie beside a checkout. */
export const recordingsPath =
  process.env.ANTEROOM_RECORDED ??
  fileURLToPath(new URL("../../../shared/atlas/recorded.json", import.meta.url));

export const haveRecordings = process.env.ANTEROOM_RECORDED !== undefined || existsSync(recordingsPath);

interface Recording {
  readonly suite: string;
  readonly step: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: the body of any operation, as it was recorded
  readonly body: any;
}

export interface Outcome {
  /** Such as `atlasprojectinvitations/Invite`. */
  readonly step: string;
  readonly request: string;
  /** Null where the operation is not offered yet. */
  readonly operationId: string | null;
  /** What is not as recorded; empty when the answers are equal. */
  readonly differences: readonly string[];
}

const org = { id: "a0123456789abcdef012345a", name: "Atlas CLI E2E" };
/** The key that asked: answers name it as the inviter. */
const key = { publicKey: "abcdefgh", privateKey: "00000000-0000-4000-8000-000000000001" };

const seed = {
  orgs: [
    {
      ...org,
      users: [{ username: "user2@example.com", orgRoles: ["ORG_OWNER" as const] }],
      apiKeys: [{ ...key, roles: ["ORG_OWNER" as const] }],
    },
  ],
};

/** Requests were not recorded. These members of each answer, sent as the body, are what leads to it. */
const sentMembers: Readonly<Record<string, readonly string[]>> = {
  createGroup: ["name", "orgId", "withDefaultAlertsSettings"],
  createGroupInvite: ["roles", "username"],
  updateGroupInvites: ["roles", "username"],
  updateGroupInviteById: ["roles"],
  createOrgTeam: ["name", "usernames"],
  renameOrgTeam: ["name"],
};

/** What a change of an API key was sent follows from the roles its answer has in the scope of the path. */
const sentKeys: Readonly<Record<string, "orgId" | "groupId">> = {
  createOrgApiKey: "orgId",
  updateOrgApiKey: "orgId",
  createGroupApiKey: "groupId",
  updateGroupApiKeyRoles: "groupId",
};

interface RecordedRole {
  readonly orgId?: string;
  readonly groupId?: string;
  readonly roleName: string;
}

interface RecordedKey {
  readonly id: string;
  readonly desc: string;
  readonly roles: readonly RecordedRole[];
}

const sentKey = ({ desc, roles }: RecordedKey, scope: "orgId" | "groupId") => ({
  desc,
  roles: roles.filter((role) => role[scope] !== undefined).map(({ roleName }) => roleName),
});

interface RecordedTeam {
  readonly roleNames: readonly string[];
  readonly teamId: string;
}

/** Where a page answers a change, its items are what was sent. */
const sentItems: Readonly<Record<string, (items: readonly RecordedTeam[]) => unknown>> = {
  addGroupTeams: (items) => items.map(({ roleNames, teamId }) => ({ roleNames, teamId })),
  updateGroupTeam: ([item]) => ({ roleNames: item?.roleNames }),
};

/** Headers of the transport, which the recordings leave out. */
const transport = ["connection", "content-length", "date", "keep-alive"];

/**
 * What remains in a bucket that other runs drew from as well says nothing about this one. The bucket of a project's
 * invitations is as young as the project, so that its count is compared.
 */
const sharesBucket = ({ path }: Recording) => !/\/groups\/[^/]+\/invites/.test(path);

/** Steps were recorded by name; what remained in the bucket tells their order. Projects and teams are made before anything else, and teams go last. */
function inTrueOrder(recordings: readonly Recording[]): Recording[] {
  const rank = ({ method, path, headers }: Recording) =>
    method === "POST" && /\/(groups|orgs\/[^/]+\/teams)$/.test(path)
      ? Number.NEGATIVE_INFINITY
      : method === "DELETE" && /\/orgs\/[^/]+\/teams\/[^/]+$/.test(path)
        ? Number.POSITIVE_INFINITY
        : -Number(headers["ratelimit-remaining"]);
  return recordings.toSorted((a, b) => rank(a) - rank(b));
}

const patterns = Object.values(operations as Readonly<Record<string, Operation>>)
  .map((operation) => ({
    operation,
    pattern: new RegExp(`^${operation.path.replace(/\{\w+\}/g, "[^/:]+")}$`),
  }))
  // What is spelled out goes before a parameter.
  .sort((a, b) => a.operation.path.split("{").length - b.operation.path.split("{").length);

const operationOf = ({ method, path }: Recording): Operation | undefined =>
  patterns.find(({ operation, pattern }) => operation.method === method && pattern.test(path))?.operation;

/** Ids of the recording and of this run for the same thing, learned where it is made. */
class Names {
  readonly #ours = new Map<string, string>();
  readonly #host: string;

  constructor(host: string) {
    this.#host = host;
  }

  learn(recorded: unknown, ours: unknown): void {
    if (typeof recorded === "string" && typeof ours === "string") this.#ours.set(recorded, ours);
  }

  knows(recorded: string): boolean {
    return this.#ours.has(recorded);
  }

  toOurs(text: string): string {
    return [...this.#ours].reduce((mapped, [recorded, ours]) => mapped.replaceAll(recorded, ours), text);
  }

  toRecorded(text: string): string {
    const hosted = text.replaceAll(this.#host, "http://localhost:8080");
    return [...this.#ours].reduce((mapped, [recorded, ours]) => mapped.replaceAll(ours, recorded), hosted);
  }
}

/** The query a list was asked with stands in its link to itself. */
function queryOf({ body }: Recording): string {
  const self = body?.links?.find((link: { rel: string }) => link.rel === "self")?.href;
  return self === undefined ? "" : new URL(self).search;
}

async function repeat(
  recording: Recording,
  operation: Operation,
  anteroom: Anteroom,
  names: Names,
): Promise<Reply> {
  const { method, body } = recording;
  const path = names.toOurs(recording.path) + queryOf(recording);
  // The clock stands where it stood when the thing of the answer was made; dates then need no mapping.
  const made = body?.created ?? body?.createdAt;
  if (method === "POST" && made !== undefined) anteroom.clock.set({ now: made });
  const headers = {
    accept: recording.headers["content-type"]?.replace(/;.*/, "") ?? "",
    "content-type": "application/json",
  };
  const members = sentMembers[operation.id];
  const keyScope = sentKeys[operation.id];
  const items = sentItems[operation.id]?.(body?.results);
  const sending = {
    method,
    path,
    ...(members && { body: Object.fromEntries(members.map((member) => [member, body[member]])) }),
    ...(keyScope !== undefined && { body: sentKey(body, keyScope) }),
    ...(items !== undefined && { body: JSON.parse(names.toOurs(JSON.stringify(items))) }),
  };
  const nonce = nonceOf(await send(anteroom.url, { ...sending, headers }));
  const authorization = digest(key, { method, uri: path, nonce });
  const reply = await send(anteroom.url, { ...sending, headers: { ...headers, authorization } });
  if (method === "POST") {
    names.learn(body?.id, reply.json?.id);
    names.learn(body?.publicKey, reply.json?.publicKey);
    names.learn(body?.privateKey, reply.json?.privateKey);
    names.learn(body?.privateKey?.slice(-12), reply.json?.privateKey?.slice(-12));
  }
  return reply;
}

/**
 * Real Atlas lists the roles of a key in whatever order, and its organization had keys of others: roles are compared as a
 * set, and of a list the keys of this run.
 */
function inSteadyForm(text: string, names: Names): string {
  if (text === "") return text;
  const body = JSON.parse(text) as { results?: RecordedKey[]; totalCount?: number } & Partial<RecordedKey>;
  const steady = <Key extends Partial<RecordedKey>>(key: Key) => ({
    ...key,
    ...(key.roles && { roles: key.roles.map((role) => JSON.stringify(role)).sort() }),
  });
  if (body.results === undefined) return JSON.stringify(steady(body));
  const results = body.results.filter(({ id }) => names.knows(id)).map(steady);
  return JSON.stringify({ ...body, results, totalCount: results.length });
}

function compare(recording: Recording, reply: Reply, names: Names): string[] {
  const differences: string[] = [];
  const expect = (what: string, recorded: unknown, ours: unknown) => {
    if (recorded !== ours) differences.push(`${what}: recorded ${recorded}, answered ${ours}`);
  };
  expect("status", recording.status, reply.status);
  const ignored = new Set([...transport, ...(sharesBucket(recording) ? ["ratelimit-remaining"] : [])]);
  for (const name of new Set([...Object.keys(recording.headers), ...Object.keys(reply.headers)])) {
    if (ignored.has(name)) continue;
    const ours = reply.headers[name];
    expect(name, recording.headers[name], ours === undefined ? undefined : names.toRecorded(ours));
  }
  const recorded = recording.body === null ? "" : JSON.stringify(recording.body);
  const ours = names.toRecorded(reply.text);
  if (/\/apiKeys(\/|$)/.test(recording.path) && reply.status < 300) {
    expect("body", inSteadyForm(recorded, names), inSteadyForm(ours, names));
  } else {
    expect("body", recorded, ours);
  }
  return differences;
}

/** The world of a suite; one whose project was made before it was recorded finds that project there. */
function seedOf(suite: readonly Recording[]) {
  if (suite.some(({ method, path }) => method === "POST" && path.endsWith("/groups"))) return seed;
  const ids = new Set(suite.flatMap(({ path }) => /\/groups\/([0-9a-f]{24})/.exec(path)?.[1] ?? []));
  const groups = [...ids].map((id) => ({ id, name: `project ${id}` }));
  return { orgs: seed.orgs.map((each) => ({ ...each, groups })) };
}

async function replaySuite(suite: readonly Recording[]): Promise<Outcome[]> {
  await using anteroom = await createAnteroom({ seed: seedOf(suite) });
  const names = new Names(anteroom.url);
  const outcomes: Outcome[] = [];
  for (const recording of inTrueOrder(suite)) {
    const operation = operationOf(recording);
    const said = {
      step: `${recording.suite}/${recording.step.split("/")[1] ?? "(before)"}`,
      request: `${recording.status} ${recording.method} ${recording.path}`,
    };
    if (operation === undefined) {
      outcomes.push({ ...said, operationId: null, differences: [] });
    } else {
      const reply = await repeat(recording, operation, anteroom, names);
      outcomes.push({ ...said, operationId: operation.id, differences: compare(recording, reply, names) });
    }
  }
  return outcomes;
}

/** Replays every recorded step, each suite on a server of its own. */
export async function replay(): Promise<Outcome[]> {
  const recordings = JSON.parse(readFileSync(recordingsPath, "utf8")) as Recording[];
  const suites = new Map<string, Recording[]>();
  for (const recording of recordings) {
    suites.set(recording.suite, [...(suites.get(recording.suite) ?? []), recording]);
  }
  const outcomes: Outcome[] = [];
  for (const suite of suites.values()) outcomes.push(...(await replaySuite(suite)));
  return outcomes;
}

/** A line for each step that was replayed, its differences below it, then what is not offered, then the sum. */
export function describe(outcomes: readonly Outcome[]): string {
  const replayed = outcomes.filter(({ operationId }) => operationId !== null);
  const equal = replayed.filter(({ differences }) => differences.length === 0);
  const lines = replayed.flatMap(({ step, request, operationId, differences }) => [
    `${differences.length === 0 ? "equal     " : "DIFFERENT "} ${step.padEnd(44)} ${operationId?.padEnd(22)} ${request}`,
    ...differences.map((difference) => `             ${difference}`),
  ]);
  const others = outcomes.filter(({ operationId }) => operationId === null);
  return [
    ...lines,
    ...(others.length === 0 ? [] : ["", `not offered yet (${others.length}):`]),
    ...others.map(({ step, request }) => `            ${step.padEnd(44)} ${request}`),
    "",
    `${equal.length} of ${replayed.length} equal, ${others.length} not offered yet`,
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (haveRecordings) {
    const outcomes = await replay();
    console.log(describe(outcomes));
    if (outcomes.some(({ differences }) => differences.length > 0)) process.exitCode = 1;
  } else {
    console.error(`There is no file ${recordingsPath}; name the recordings in ANTEROOM_RECORDED.`);
    process.exitCode = 2;
  }
}

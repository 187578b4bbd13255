// Replays recorded answers of real Atlas: sends the requests that led to them to servers seeded alike, and compares. Each suite
// has a server of its own, whose clock is set to the time of each recording. As a program: npm run replay

import { fileURLToPath } from "node:url";
import { grouped } from "../../src/core/domain/grouped.ts";
import type { Operation } from "../../src/core/operations/operation.ts";
import { createAnteroom } from "../../src/testing/embedded.ts";
import { type Reply, send, sendAs } from "../support/world.ts";
import { compare, type Difference, isOfShape, Names } from "./comparing.ts";
import { rowsOf } from "./recorded-differences.ts";
import { prepareAlert, prepareFor, type Replaying } from "./recorded-states.ts";
import { beganAt, key, keyOf, seedOf } from "./recorded-world.ts";
import { operationOf, type Recording, type SourceName, sourceNames, sources } from "./recordings.ts";
import { bodyOf } from "./sent.ts";

export interface Outcome {
  readonly source: SourceName;
  readonly operationId: string;
  readonly suite: string;
  readonly request: string;
  /** Empty where the answers are equal. */
  readonly differences: readonly Difference[];
}

type World = Awaited<ReturnType<typeof createAnteroom>>;

const v2023 = "application/vnd.atlas.2023-01-01+json";

const versionIn = ({ headers }: Recording): string | undefined =>
  /^application\/vnd\.[^;]*/.exec(headers["content-type"] ?? "")?.[0];

/** Returns the version asked for: that of the answer or of another to the same request, or what the client of the recordings knows. */
function acceptOf(recording: Recording, suite: readonly Recording[]): string {
  const { sent, path, method } = recording;
  if (sent !== undefined) return `application/vnd.atlas.${sent.version}+json`;
  const alike = suite.findLast(
    (each) => each.method === method && each.path === path && versionIn(each) !== undefined,
  );
  if (path.startsWith("/api/atlas/v1.0/")) return "application/json";
  const version = versionIn(recording) ?? (alike && versionIn(alike));
  if (version !== undefined) return version;
  if (/\/(flexClusters|autoScalingConfiguration)/.test(path)) return "application/vnd.atlas.2024-11-13+json";
  return path.includes("/clusters") ? "application/vnd.atlas.2023-02-01+json" : v2023;
}

const isChallenge = ({ status, headers }: Recording): boolean =>
  status === 401 && headers["www-authenticate"] !== undefined;

async function ask(
  world: World,
  method: string,
  path: string,
  accept: string,
  body?: object,
): Promise<Reply> {
  const headers = { accept, "content-type": "application/json" };
  return sendAs(world.url, key, { method, path, headers, ...(body && { body }) });
}

/** The query that a list or a measurement was asked with is in its link to itself; not all of it was kept otherwise. */
function targetOf({ path, body }: Recording): string {
  const links = Array.isArray(body?.results ?? body?.measurements)
    ? (body.links as { rel: string; href: string }[] | undefined)
    : undefined;
  const self = links?.find(({ rel }) => rel === "self")?.href;
  return self === undefined ? path : path.replace(/\?.*/, "") + new URL(self).search;
}

/** Returns when the request was sent: the answer shows when it made or changed something. */
function instantOf({ method, status, headers, body }: Recording): string | undefined {
  const made =
    status < 400 && method !== "GET" ? (body?.updated ?? body?.createdAt ?? body?.created) : undefined;
  const at = made ?? (method === "POST" ? body?.createDate : undefined) ?? headers.date;
  return at === undefined ? undefined : new Date(at).toISOString();
}

/** Headers that are not compared: other clients drew from the recorded bucket too, and the rest are of the transport. */
const uncompared = ["date", "ratelimit-remaining", "connection", "content-length", "keep-alive", "allow"];

/** The provider's tests keep answers with their members in order. */
const isKept = ({ sent }: Recording, { at }: Difference): boolean =>
  sent === undefined || !at.endsWith("(order)");

function compareHeaders(
  names: Names,
  { headers, sent }: Recording,
  reply: Reply,
  operation: Operation,
): Difference[] {
  if (sent !== undefined) return [];
  return (
    [...new Set([...Object.keys(headers), ...Object.keys(reply.headers)])]
      .filter((name) => !uncompared.includes(name))
      // Ours where a secret is shown: docs/fidelity.md says why.
      .filter((name) => name !== "cache-control" || !operation.showsSecret)
      .flatMap((name) =>
        compare(names, `header ${name}`, headers[name] ?? "(nothing)", reply.headers[name] ?? "(nothing)"),
      )
  );
}

/** Reads an answer; a text that is no JSON may have been recorded as the number that it looks like. */
const answerOf = (recorded: unknown, { json, text }: Reply): unknown =>
  json ?? (typeof recorded === "number" ? Number(text) : text === "" ? null : text);

async function repeat(
  replaying: Replaying,
  recording: Recording,
  accept: string,
  operation: Operation,
  names: Names,
): Promise<Difference[]> {
  const { world, ask } = replaying;
  const path = names.toOurs(targetOf(recording));
  if (isChallenge(recording)) {
    const reply = await send(world.url, { method: recording.method, path });
    return [
      ...compare(names, "status", recording.status, reply.status),
      ...compare(names, "body", recording.body, answerOf(recording.body, reply)),
    ];
  }
  await prepareFor(replaying, operation.id, { ...recording, path: names.toOurs(recording.path) });
  const at = instantOf(recording);
  if (at !== undefined) world.clock.set({ now: at });
  const body = bodyOf(operation, recording);
  const sent = body && (JSON.parse(names.toOurs(JSON.stringify(body))) as object);
  const reply = await ask(recording.method, path, accept, sent);
  // With another status, each member would be a difference of its own.
  if (reply.status !== recording.status) return compare(names, "status", recording.status, reply.status);
  return [
    ...compare(names, "body", recording.body, answerOf(recording.body, reply)),
    ...compareHeaders(names, recording, reply, operation),
  ].filter((each) => isKept(recording, each));
}

/** Sorts by time. Within a second, and without a time, the remaining tokens of the rate limit give the order. */
function inOrder(suite: readonly Recording[]): Recording[] {
  const at = ({ headers }: Recording) => Date.parse(headers.date ?? "") || 0;
  const remaining = ({ headers }: Recording) => Number(headers["ratelimit-remaining"] ?? 0);
  return suite[0]?.sent === undefined
    ? suite.toSorted((a, b) => at(a) - at(b) || phaseOf(a) - phaseOf(b) || remaining(b) - remaining(a))
    : [...suite];
}

/** A project comes first; then a person is looked up to be put into a new team, which is gone last. */
function phaseOf({ method, path, headers }: Recording): number {
  if (headers.date !== undefined) return 0;
  if (method === "POST" && path.endsWith("/groups")) return 0;
  if (method === "GET" && /\/orgs\/[^/]+\/users$/.test(path)) return 1;
  if (method === "POST" && /\/orgs\/[^/]+\/teams$/.test(path)) return 2;
  return method === "DELETE" && /\/orgs\/[^/]+\/teams\/[^/]+$/.test(path) ? 4 : 3;
}

async function replaySuite(source: SourceName, suite: readonly Recording[], all: readonly Recording[]) {
  const ordered = inOrder(suite);
  const began = ordered.map(instantOf).find((at) => at !== undefined) ?? "2026-01-01T00:00:00Z";
  await using world = await createAnteroom({
    seed: seedOf(suite, all),
    now: beganAt(suite) ?? began,
    clusterSpeed: "atlas",
  });
  const replaying: Replaying = { world, ask: (...asked) => ask(world, ...asked) };
  if (suite[0]?.suite.startsWith("alerts ")) await prepareAlert(replaying);
  const names = new Names(world.url);
  names.learn(keyOf(all), key.publicKey);
  const outcomes: Outcome[] = [];
  for (const recording of ordered) {
    const found = operationOf(recording);
    if (found?.operation === undefined) continue;
    const differences = await repeat(
      replaying,
      recording,
      acceptOf(recording, ordered),
      found.operation,
      names,
    );
    const request = `${recording.status} ${recording.method} ${recording.path}`;
    outcomes.push({ source, operationId: found.id, suite: recording.suite, request, differences });
  }
  return outcomes;
}

/** Replays what there is of a source. */
export async function replay(source: SourceName): Promise<{ outcomes: Outcome[]; absent: number }> {
  const all = sources[source].read?.() ?? [];
  const outcomes: Outcome[] = [];
  for (const suite of grouped(all, ({ suite }) => suite).values()) {
    outcomes.push(...(await replaySuite(source, suite, all)));
  }
  return { outcomes, absent: all.length - outcomes.length };
}

/** Returns differences that have no row, and rows, as `source operation path`, that excuse nothing any more. */
export function judge(source: SourceName, outcomes: readonly Outcome[]) {
  const left = new Set(rowsOf(source));
  const rows = new Set(left);
  const unexcused: string[] = [];
  for (const { operationId, request, differences } of outcomes) {
    for (const { at, recorded, answered } of differences) {
      const row = `${operationId} ${at}`;
      left.delete(row);
      if (rows.has(row)) continue;
      const values = `recorded ${JSON.stringify(recorded)}, answered ${JSON.stringify(answered)}`;
      unexcused.push(`${operationId} ${at}: ${values} (${request})`);
    }
  }
  return { unexcused, unused: [...left] };
}

/** Counts the requests that were sent, and the answers that were equal, by aspect. */
export function count(outcomes: readonly Outcome[]) {
  const without = (isDifferent: (difference: Difference) => boolean) =>
    outcomes.filter(({ differences }) => !differences.some(isDifferent)).length;
  return {
    sent: outcomes.length,
    statusEqual: without(({ at }) => at === "status"),
    shapeEqual: without(isOfShape),
    everyValueEqual: without(({ at }) => !at.startsWith("header ")),
    headersEqualToo: without(() => true),
  };
}

/** Lists the operations with an answer whose status and shape are as recorded. */
export const equalIn = (outcomes: readonly Outcome[]): string[] =>
  outcomes.filter(({ differences }) => !differences.some(isOfShape)).map(({ operationId }) => operationId);

const list = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`  ${title} (${lines.length}):`, ...lines.map((line) => `    ${line}`)];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const source of sourceNames) {
    if (sources[source].read === undefined) {
      console.log(`${source}: SKIPPED, name it in ${sources[source].named}`);
      continue;
    }
    const { outcomes, absent } = await replay(source);
    const { unexcused, unused } = judge(source, outcomes);
    const counts = Object.entries(count(outcomes)).map(([what, number]) => `${what} ${number}`);
    console.log(`${source}: ${counts.join(", ")}; of operations that are not here: ${absent}`);
    console.log(`  rows of what is not as recorded: ${rowsOf(source).length}`);
    const lines = [
      ...list("without a row", unexcused),
      ...list("rows that excuse nothing, to be taken out", unused),
    ];
    if (lines.length > 0) {
      console.log(lines.join("\n"));
      process.exitCode = 1;
    }
  }
}

// Replays recorded answers of real Atlas: sends the requests that led to them to a server seeded alike, and compares.
// As a program: node --import tsx test/conformance/replay.ts
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Anteroom } from "../../src/anteroom.ts";
import { createAnteroom } from "../../src/embedded.ts";
import { operations } from "../../src/operations/index.ts";
import type { Operation } from "../../src/operations/operation.ts";
import type { SeedDocument } from "../../src/seed/document.ts";
import { digest, nonceOf, type Reply, send } from "../support/world.ts";
import { key, type Recording, recordedWorld } from "./recorded-world.ts";
import { bodyOf, type RecordedKey } from "./sent.ts";

/** The recordings are not ours to pass on: they are named to us, or lie beside a checkout. */
export const recordingsPath =
  process.env.ANTEROOM_RECORDED ??
  fileURLToPath(new URL("../../../shared/atlas/recorded.json", import.meta.url));

export const haveRecordings = process.env.ANTEROOM_RECORDED !== undefined || existsSync(recordingsPath);

export interface Outcome {
  /** Such as `atlasprojectinvitations/Invite`. */
  readonly step: string;
  readonly request: string;
  /** Null where the operation is not offered yet. */
  readonly operationId: string | null;
  /** What is not as recorded; empty when the answers are equal. */
  readonly differences: readonly string[];
  /** What could not be compared, such as `2 of 9 items are recorded`; null where all was. */
  readonly limit: string | null;
}

/** Headers of the transport, which the recordings leave out. */
const transport = ["connection", "content-length", "date", "keep-alive"];

/**
 * What remains in a bucket that other runs drew from as well says nothing about this one. The bucket of a project's
 * invitations is as young as the project, so that its count is compared.
 */
const sharesBucket = ({ path }: Recording) => !/\/groups\/[^/]+\/invites/.test(path);

/** A project comes first; then a person is looked up to be put into a new team, which is gone last. */
function phaseOf({ method, path }: Recording): number {
  if (method === "POST" && path.endsWith("/groups")) return 0;
  if (method === "GET" && /\/orgs\/[^/]+\/users$/.test(path)) return 1;
  if (method === "POST" && /\/orgs\/[^/]+\/teams$/.test(path)) return 2;
  return method === "DELETE" && /\/orgs\/[^/]+\/teams\/[^/]+$/.test(path) ? 4 : 3;
}

/** Steps were recorded by name; within a phase, what remained in the bucket gives their order. */
function inTrueOrder(recordings: readonly Recording[]): Recording[] {
  const remaining = ({ headers }: Recording) => Number(headers["ratelimit-remaining"]);
  return recordings.toSorted((a, b) => phaseOf(a) - phaseOf(b) || remaining(b) - remaining(a));
}

const patterns = Object.values(operations as Readonly<Record<string, Operation>>)
  .map((operation) => ({
    operation,
    pattern: new RegExp(`^${operation.path.replace(/\{\w+\}/g, "[^/:]+")}$`),
  }))
  // What is spelled out goes before a parameter.
  .sort((a, b) => a.operation.path.split("{").length - b.operation.path.split("{").length);

export const operationOf = ({ method, path }: Recording): Operation | undefined =>
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

/** The query a list was asked with is in its link to itself. */
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
  // The clock is set to when the thing in the answer was made; dates then need no mapping.
  const made = body?.created ?? body?.createdAt;
  if (method === "POST" && made !== undefined) anteroom.clock.set({ now: made });
  const headers = {
    accept: recording.headers["content-type"]?.replace(/;.*/, "") ?? "",
    "content-type": "application/json",
  };
  const sent = bodyOf(operation.id, body);
  const sending = {
    method,
    path,
    ...(sent !== undefined && { body: JSON.parse(names.toOurs(JSON.stringify(sent))) }),
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

interface RecordedPage {
  readonly links: readonly { readonly rel: string }[];
  readonly results: readonly RecordedKey[];
  readonly totalCount?: number;
}

const isPage = (body: object | null): body is RecordedPage => body !== null && "results" in body;

/** The recordings were shortened: the last page of a list then has fewer items than are counted. */
function limitOf({ body }: Recording): string | null {
  if (!isPage(body) || body.totalCount === undefined || body.links.some(({ rel }) => rel === "next"))
    return null;
  const { results, totalCount } = body;
  return results.length < totalCount ? `${results.length} of ${totalCount} items are recorded` : null;
}

/** Real Atlas lists the roles of a key, and of an account, in whatever order: they are compared as a set. */
const withSortedRoles = <Roled extends Partial<RecordedKey>>(roled: Roled): Roled => ({
  ...roled,
  ...(roled.roles && { roles: roled.roles.map((role) => JSON.stringify(role)).sort() }),
});

/** The organization had keys of others, of which nothing is known: of a list, the keys of this run are compared. */
function onlyKnown(page: RecordedPage, names: Names): RecordedPage {
  const results = page.results.filter(({ id }) => names.knows(id)).map(withSortedRoles);
  return { ...page, results, totalCount: results.length };
}

/** A body as far as it can be compared; as text, because the order of its members counts. */
function comparable(text: string, recording: Recording, names: Names): string {
  const [, noun] = /\/(apiKeys|users)(?:\/|$)/.exec(recording.path) ?? [];
  if (noun === undefined || text === "") return text;
  const body = JSON.parse(text) as RecordedPage | RecordedKey;
  if (!isPage(body)) return JSON.stringify(withSortedRoles(body));
  if (noun === "apiKeys") return JSON.stringify(onlyKnown(body, names));
  if (limitOf(recording) === null) return text;
  return JSON.stringify({ ...body, results: body.results.slice(0, recording.body.results.length) });
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
    // Ours where a secret is shown: docs/fidelity.md says why.
    if (name === "cache-control" && operationOf(recording)?.showsSecret) continue;
    const ours = reply.headers[name];
    expect(name, recording.headers[name], ours === undefined ? undefined : names.toRecorded(ours));
  }
  const recorded = recording.body === null ? "" : JSON.stringify(recording.body);
  const ours = names.toRecorded(reply.text);
  expect("body", comparable(recorded, recording, names), comparable(ours, recording, names));
  return differences;
}

async function replaySuite(suite: readonly Recording[], seed: SeedDocument): Promise<Outcome[]> {
  await using anteroom = await createAnteroom({ seed });
  const names = new Names(anteroom.url);
  const outcomes: Outcome[] = [];
  for (const recording of inTrueOrder(suite)) {
    const operation = operationOf(recording);
    const said = {
      step: `${recording.suite}/${recording.step.split("/")[1] ?? "(before)"}`,
      request: `${recording.status} ${recording.method} ${recording.path}`,
    };
    if (operation === undefined) {
      outcomes.push({ ...said, operationId: null, differences: [], limit: null });
    } else {
      const reply = await repeat(recording, operation, anteroom, names);
      const differences = compare(recording, reply, names);
      outcomes.push({ ...said, operationId: operation.id, differences, limit: limitOf(recording) });
    }
  }
  return outcomes;
}

/** Replays every recorded step, each suite on a server of its own. */
export async function replay(): Promise<Outcome[]> {
  const recordings = JSON.parse(readFileSync(recordingsPath, "utf8")) as Recording[];
  const seed = recordedWorld(recordings);
  const suites = new Map<string, Recording[]>();
  for (const recording of recordings) {
    suites.set(recording.suite, [...(suites.get(recording.suite) ?? []), recording]);
  }
  const outcomes: Outcome[] = [];
  for (const suite of suites.values()) outcomes.push(...(await replaySuite(suite, seed)));
  return outcomes;
}

/** A line for each step that was replayed, its differences below it, then what is not offered, then the sum. */
export function describe(outcomes: readonly Outcome[]): string {
  const replayed = outcomes.filter(({ operationId }) => operationId !== null);
  const equal = replayed.filter(({ differences }) => differences.length === 0);
  const lines = replayed.flatMap(({ step, request, operationId, differences, limit }) => [
    `${differences.length === 0 ? "equal     " : "DIFFERENT "} ${step.padEnd(44)} ${operationId?.padEnd(22)} ${request}`,
    ...differences.map((difference) => `             ${difference}`),
    ...(limit === null ? [] : [`             ${limit}; the others are not compared`]),
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

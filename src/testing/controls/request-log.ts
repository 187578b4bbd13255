// The last requests of a rehearsal, and what clients did in it: calls that stay after the sunset, calls of operations that are
// only kept, and requests for what is missing.
import { elapsed } from "../../core/clock.ts";
import { isOfTerraform, nameProduct, readClient } from "../../core/domain/client.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { Injector } from "../../core/http/injection.ts";
import type { Walk } from "../../core/http/pipeline.ts";
import type { OperationRequest } from "../../core/http/pipeline-request.ts";
import { refusalOf } from "../../core/http/refusals.ts";
import type { ApiAnswer } from "../../core/http/reply.ts";
import type { SeeAnswer } from "../../core/http/respond.ts";
import { asking, type Explaining } from "../explain/explain.ts";
import { type Entry, keepAnswer, loggedOf, longestBody, longestRead, seenOf, unkept } from "./exchange.ts";
import { createStates, type RunChanges } from "./runs.ts";
import type { KeptBody, LoggedRequest, SafeCalls, SeenKept, SeenMissing, SeenRequest } from "./seen.ts";
import { createTally } from "./tally.ts";

const mostRequests = 1000;
/** The most characters of all kept bodies; the oldest are dropped first. */
const mostBodies = 2_000_000;
/** The milliseconds of silence after which a client begins another run. */
const longestGap = 30_000;

/** The facts of a request that its answer does not have. */
interface Sent extends Pick<Entry, "search" | "accept" | "sent"> {
  readonly run?: number;
  readonly operation: Parameters<Walk>[0] | undefined;
  refused?: Awaited<ReturnType<Explaining["afterwards"]>>;
}

const unsent: Sent = { search: "", accept: "", operation: undefined, sent: "" };

interface RequestLogDeps {
  readonly now: () => Instant;
  readonly injector: Pick<Injector, "choose">;
  readonly store: Parameters<typeof createStates>[0]["store"];
  readonly explaining: Pick<Explaining, "afterwards">;
}

export function createRequestLog({ now, injector, store, explaining }: RequestLogDeps) {
  const entries = createEntries();
  const runs = createRuns();
  const states = createStates({ store, now });
  const tallies = createTallies(now);

  return {
    requests: (): readonly SeenRequest[] => entries.newestFirst().map(seenOf),
    /** Returns the entries for pages: with both bodies, and a digest's challenge merged into the request after it. */
    log: (): readonly LoggedRequest[] => {
      const all = entries.newestFirst();
      const challenges = challengesOf(all);
      const folded = new Set(challenges.values());
      return all
        .filter(({ number }) => !folded.has(number))
        .map((entry) => loggedOf(entry, challenges.get(entry.number)));
    },
    /** Returns the changes since the first call of a run of Terraform; undefined if they are not known. */
    changesOfRun: async (run: number): Promise<RunChanges | undefined> => {
      const last = entries.newestFirst().find((each) => each.run === run);
      return last && states.changes(run, last.endedAt);
    },
    ...tallies.lists,

    /** Logs a request, unless it is for the controls. */
    see(...[request, answer, name, milliseconds]: Parameters<SeeAnswer>): void {
      const { method, path, headers, connection, remoteAddress } = request;
      if (path.startsWith("/_anteroom/")) return;
      const { refused, ...noted } = (connection.noted as Sent | undefined) ?? unsent;
      const { status, who, injected } = answer;
      const { authorization, "user-agent": userAgent = "" } = headers;
      const address = remoteAddress.ip ?? "";
      const isApi = path.startsWith("/api/");
      const why = refused?.explanation ?? answer.explanation;
      entries.add({
        ...noted,
        number: entries.next(),
        at: now(),
        endedAt: elapsed(),
        milliseconds,
        name,
        method,
        path,
        userAgent,
        address,
        digest: isDigest(authorization) ? authorization : undefined,
        run: noted.run ?? runs.of(userAgent, address).run,
        status,
        who,
        injected,
        explanation: why,
        refusedBy: why?.refusedBy ?? (isApi && status >= 400 ? refusalOf(answer, { isOpen: false }) : null),
        claim: refused?.claim,
        challenge: answer.headers["www-authenticate"],
        got: isApi ? gotIn(answer, noted.operation) : "",
      });
    },

    /**
     * The wrapper that notes what the log needs. `rehearsed`, which injects faults and explains, is used if a rule or a request
     * asks for it.
     */
    watch:
      (walk: Walk, rehearsed: Walk): Walk =>
      async (operation, request) => {
        const { method, search, headers, connection, remoteAddress } = request;
        const userAgent = headers["user-agent"] ?? "";
        const { run, isNew } = runs.of(userAgent, remoteAddress.ip ?? "");
        const noted: Sent = { search, accept: headers.accept ?? "", run, operation, sent: "" };
        if (connection !== undefined) connection.noted = noted;
        if (isNew && isOfTerraform(userAgent)) await states.begin(run);
        const isPlain = injector.choose === null && headers[asking] === undefined;
        const asked = method === "GET" ? request : keepingBody(request, noted);
        const answer = await (isPlain ? walk : rehearsed)(operation, asked);
        tallies.note(operation, request, answer);
        if (isRefused(answer, headers.authorization)) {
          noted.refused = await explaining.afterwards({ operation, received: request }, answer);
        }
        return answer;
      },

    clear(): void {
      for (const each of [entries, runs, states, tallies]) each.clear();
    },
  };
}

/** Returns the request with a body that is noted when it is read. */
const keepingBody = (request: OperationRequest, noted: Sent): OperationRequest => ({
  ...request,
  async readBody() {
    const body = await request.readBody();
    const isPlain = request.headers["content-encoding"] === undefined && (body?.length ?? 0) <= longestBody;
    noted.sent = isPlain ? (body?.toString("utf8") ?? "") : null;
    return body;
  },
});

/** Counts requests by client. */
function createTallies(now: () => Instant) {
  const safe = createTally<{ readonly userAgent: string }>(mostRequests);
  const missing = createTally<Omit<SeenMissing, "count" | "lastAt">>(mostRequests);
  const kept = createTally<Omit<SeenKept, "count" | "lastAt">>(mostRequests);
  return {
    lists: {
      safeCalls: (): readonly SafeCalls[] => byClient(safe.list()),
      missing: missing.list,
      kept: kept.list,
    },
    note(...[operation, request, answer]: [...Parameters<Walk>, ApiAnswer]): void {
      const { method, headers, path } = request;
      const userAgent = headers["user-agent"] ?? "";
      if (staysAfterSunset(operation, answer)) {
        safe.add(userAgent, now(), () => ({ userAgent }));
      }
      if (operation.grade === "kept" && answer.status < 400) {
        const operationId = operation.id;
        kept.add(`${operationId} ${userAgent}`, now(), () => ({ operationId, userAgent }));
      }
      if (isLacking(operation, answer)) {
        const what = { method, path: withoutIds(path), operationId: operation.id || null, userAgent };
        missing.add(`${method} ${what.path} ${userAgent}`, now(), () => what);
      }
    },
    clear(): void {
      safe.clear();
      missing.clear();
      kept.clear();
    },
  };
}

/** Adds up the counts of User-Agents of the same client. */
function byClient(counted: readonly { readonly userAgent: string; readonly count: number }[]): SafeCalls[] {
  const counts = new Map<string, number>();
  for (const { userAgent, count } of counted) {
    const client = nameProduct(readClient(userAgent));
    counts.set(client, (counts.get(client) ?? 0) + count);
  }
  return [...counts].map(([client, count]) => ({ client, count }));
}

/** Creates a ring of the newest entries. */
function createEntries() {
  const ring: Entry[] = [];
  let [count, bodies] = [0, 0];
  /** The first entry that still has bodies. */
  let oldest = 0;
  const sizeOf = ({ sent, got }: Entry) =>
    (sent?.length ?? 0) + ((typeof got === "string" ? got : got.text)?.length ?? 0);

  function letGo(entry = ring[oldest++ % mostRequests]): void {
    if (entry === undefined) return;
    bodies -= sizeOf(entry);
    entry.sent = null;
    entry.got = unkept;
  }

  return {
    newestFirst(): Entry[] {
      const first = count % ring.length;
      return [...ring.slice(first), ...ring.slice(0, first)].reverse();
    },
    /** Takes a number for the entry. */
    next: (): number => ++count,
    add(entry: Entry): void {
      if (oldest === entry.number - 1 - mostRequests) letGo();
      ring[(entry.number - 1) % mostRequests] = entry;
      bodies += sizeOf(entry);
      while (bodies > mostBodies) letGo();
    },
    clear(): void {
      ring.length = 0;
      count = bodies = oldest = 0;
    },
  };
}

/** Returns the numbers of digest challenges by the numbers of requests that answer them. */
function challengesOf(newestFirst: readonly Entry[]): ReadonlyMap<number, number> {
  const open = new Map<string, number>();
  const answered = new Map<number, number>();
  for (const { number, digest, challenge: header } of newestFirst.toReversed()) {
    const nonce = nonceIn(digest);
    const challenge = nonce === undefined ? undefined : open.get(nonce);
    if (challenge !== undefined) answered.set(number, challenge);
    if (nonce !== undefined) open.delete(nonce);
    const asked = nonceIn(header);
    // A challenge that answers a wrong key is the final answer.
    if (asked !== undefined && (digest === undefined || header?.endsWith("stale=true"))) {
      open.set(asked, number);
    }
  }
  return answered;
}

/** Numbers the runs of clients. A client is the first product of a User-Agent, at an address. */
function createRuns() {
  const clients = new Map<string, { run: number; at: number }>();
  let count = 0;
  return {
    of(userAgent: string, address: string): { readonly run: number; readonly isNew: boolean } {
      const end = userAgent.indexOf(" ");
      const client = `${end < 0 ? userAgent : userAgent.slice(0, end)} ${address}`;
      const at = elapsed();
      const known = clients.get(client);
      if (known !== undefined && at - known.at <= longestGap) {
        known.at = at;
        return { run: known.run, isNew: false };
      }
      if (clients.size >= mostRequests) clients.clear();
      const run = ++count;
      clients.set(client, { run, at });
      return { run, isNew: true };
    },
    clear: () => clients.clear(),
  };
}

const isDigest = (header: string | undefined): header is string =>
  header !== undefined && header.slice(0, 7).toLowerCase() === "digest ";

const nonceIn = (header: string | undefined): string | undefined =>
  isDigest(header) ? /\bnonce="([^"]+)"/i.exec(header)?.[1] : undefined;

/** Returns the body by reference, or without its secrets if the answer must not be kept. */
function gotIn({ body, headers, status }: ApiAnswer, operation: Entry["operation"]): string | KeptBody {
  const isKept =
    typeof body === "string" && body.length <= longestRead && headers["cache-control"] !== "no-store";
  return isKept ? body : keepAnswer(body, { operation, status });
}

/**
 * Reports whether an answer is a refusal, neither a challenge nor a failure: a store that has just failed is not asked for a
 * reason.
 */
const isRefused = ({ status }: ApiAnswer, authorization: string | undefined): boolean =>
  status >= 400 && status < 500 && (status !== 401 || authorization !== undefined);

/** Reports whether the version that answered has no sunset. A refused caller has called nothing. */
const staysAfterSunset = (
  { surface, version1 }: Parameters<Walk>[0],
  { status, headers }: ApiAnswer,
): boolean =>
  surface !== "none" &&
  version1 === undefined &&
  headers.sunset === undefined &&
  ![401, 406, 410].includes(status);

/**
 * Reports whether something is missing: not a challenge, which the client answers by the same request, and not an unknown
 * project, which Atlas refuses, too.
 */
const isLacking = ({ surface }: Parameters<Walk>[0], { headers }: ApiAnswer): boolean => {
  const code = headers["x-error-code"];
  return code === "NOT_IMPLEMENTED_BY_ANTEROOM" || (surface === "none" && code === "RESOURCE_NOT_FOUND");
};

const withoutIds = (path: string): string => path.replace(/(?<=\/)[0-9a-f]{24}(?=[/:]|$)/g, "{id}");

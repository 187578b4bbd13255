// The last requests of a rehearsal, and what clients did in it: calls that stay after the sunset, and requests for what is not there.
import { elapsed } from "../clock.ts";
import { isOfTerraform, nameProduct, readClient } from "../domain/client.ts";
import type { Instant } from "../domain/instant.ts";
import { asking, type Explaining } from "../http/explain.ts";
import type { Injector } from "../http/injection.ts";
import type { Walk } from "../http/pipeline.ts";
import { refusalOf } from "../http/refusals.ts";
import type { ApiAnswer } from "../http/reply.ts";
import type { Connection } from "../http/request.ts";
import type { SeeAnswer } from "../http/respond.ts";
import { type Entry, keepAnswer, loggedOf, longestBody, seenOf } from "./exchange.ts";
import { createStates, type RunChanges } from "./runs.ts";
import type { LoggedRequest, SafeCalls, SeenMissing, SeenRequest } from "./seen.ts";
import { createTally } from "./tally.ts";

const mostRequests = 1000;
/** Of all bodies that are kept, in characters; the oldest are let go first. */
const mostBodies = 2_000_000;
/** A client that was silent for longer, in milliseconds, begins another run. */
const longestGap = 30_000;

/** What the answer does not tell of a request of an operation. */
interface Sent {
  readonly search: string;
  readonly accept: string;
  readonly run?: number;
  /** Null where it is not kept. */
  body: string | null;
  refused?: Awaited<ReturnType<Explaining["afterwards"]>>;
}

const unsent: Sent = { search: "", accept: "", body: "" };

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
  const sending = new WeakMap<Connection, Sent>();
  const tallies = createTallies(now);

  return {
    requests: (): readonly SeenRequest[] => entries.newestFirst().map(seenOf),
    /** The same for pages: with both bodies, and a digest's challenge folded into what was asked after it. */
    log: (): readonly LoggedRequest[] => {
      const all = entries.newestFirst();
      const folded = new Set(all.map(({ challenge }) => challenge));
      return all.filter(({ number }) => !folded.has(number)).map(loggedOf);
    },
    /** What is different since the first call of a run of Terraform; undefined where that is not known. */
    changesOfRun: async (run: number): Promise<RunChanges | undefined> => {
      const last = entries.newestFirst().find((each) => each.run === run);
      return last && states.changes(run, last.endedAt);
    },
    ...tallies.lists,

    /** Logs a request, unless it is for the controls. */
    see(...[request, answer, name, milliseconds]: Parameters<SeeAnswer>): void {
      const { method, path, headers, connection, remoteAddress } = request;
      const { status, who = null, injected, explanation } = answer;
      if (path.startsWith("/_anteroom/")) return;
      const { search, accept, body: sent, refused, run } = sending.get(connection) ?? unsent;
      const [userAgent, address] = [headers["user-agent"] ?? "", remoteAddress.ip ?? ""];
      const why = refused?.explanation ?? explanation;
      const isApi = path.startsWith("/api/");
      entries.add({
        at: now(),
        endedAt: elapsed(),
        ...{ operationId: name || null, method, path: pathShown(path), status, who, userAgent },
        ...(injected !== undefined && { injected }),
        ...(why !== undefined && { explanation: why }),
        ...{ search, accept, address, milliseconds, sent },
        ...(isApi ? gotIn(answer) : { got: "", isCut: false }),
        refusedBy: why?.refusedBy ?? (isApi && status >= 400 ? refusalOf(answer, { isOpen: false }) : null),
        ...(refused !== undefined && { claim: refused.claim }),
        run: run ?? runs.of(userAgent, address).run,
        ...entries.challengeOf(headers.authorization, answer.headers["www-authenticate"]),
      });
    },

    /** Notes on their way what the log needs. `rehearsed`, which injects faults and explains, is walked where a rule or a request asks. */
    watch:
      (walk: Walk, rehearsed: Walk): Walk =>
      async (operation, request) => {
        const { search, headers, connection, remoteAddress, readBody } = request;
        const userAgent = headers["user-agent"] ?? "";
        const { run, isNew } = runs.of(userAgent, remoteAddress.ip ?? "");
        const sent: Sent = { search, accept: headers.accept ?? "", run, body: "" };
        if (connection !== undefined) sending.set(connection, sent);
        if (isNew && isOfTerraform(userAgent)) await states.begin(run);
        const isPlain = injector.choose === null && headers[asking] === undefined;
        const answer = await (isPlain ? walk : rehearsed)(operation, {
          ...request,
          async readBody() {
            const body = await readBody();
            const isPlain = headers["content-encoding"] === undefined && (body?.length ?? 0) <= longestBody;
            sent.body = isPlain ? (body?.toString("utf8") ?? "") : null;
            return body;
          },
        });
        tallies.note(operation, request, answer);
        if (isRefused(answer, headers.authorization)) {
          sent.refused = await explaining.afterwards({ operation, received: request }, answer);
        }
        return answer;
      },

    clear(): void {
      for (const each of [entries, runs, states, tallies]) each.clear();
    },
  };
}

/** What clients did, by client. */
function createTallies(now: () => Instant) {
  const safe = createTally<Pick<SafeCalls, "client">>(mostRequests);
  const missing = createTally<Omit<SeenMissing, "count" | "lastAt">>(mostRequests);
  return {
    lists: {
      safeCalls: (): readonly SafeCalls[] => safe.list().map(({ client, count }) => ({ client, count })),
      missing: missing.list,
    },
    note(...[operation, request, answer]: [...Parameters<Walk>, ApiAnswer]): void {
      const { method, headers, path } = request;
      const userAgent = headers["user-agent"] ?? "";
      if (staysAfterSunset(operation, answer)) {
        const client = nameProduct(readClient(userAgent));
        safe.add(client, now(), () => ({ client }));
      }
      if (operation.surface === "none" && isLacking(answer)) {
        const what = { method, path: withoutIds(path), operationId: operation.id || null, userAgent };
        missing.add(`${method} ${what.path} ${userAgent}`, now(), () => what);
      }
    },
    clear(): void {
      safe.clear();
      missing.clear();
    },
  };
}

/** The newest entries, in a ring. */
function createEntries() {
  const ring: Entry[] = [];
  let [count, bodies] = [0, 0];
  /** Entries before it have no bodies any more. */
  let oldest = 0;
  const challenges = new Map<string, number>();
  const sizeOf = ({ sent, got }: Entry) => (sent?.length ?? 0) + (got?.length ?? 0);

  function letGo(entry = ring[oldest++ % mostRequests]): void {
    bodies -= entry === undefined ? 0 : sizeOf(entry);
    if (entry !== undefined) entry.sent = entry.got = null;
  }

  return {
    newestFirst(): Entry[] {
      const first = count % ring.length;
      return [...ring.slice(first), ...ring.slice(0, first)].reverse();
    },
    add(entry: Omit<Entry, "number">): void {
      const at = count % mostRequests;
      if (oldest === count - mostRequests) letGo();
      const added = Object.assign(entry, { number: ++count });
      ring[at] = added;
      bodies += sizeOf(added);
      while (bodies > mostBodies) letGo();
    },
    /** The number of the challenge that a digest answers. A challenge is noted for the next request. */
    challengeOf(authorization: string | undefined, challenge: string | undefined): { challenge?: number } {
      const nonce = nonceIn(authorization);
      const answered = nonce === undefined ? undefined : challenges.get(nonce);
      if (nonce !== undefined) challenges.delete(nonce);
      const asked = nonceIn(challenge);
      // One that answers a wrong key is the answer.
      if (asked !== undefined && (authorization === undefined || challenge?.endsWith("stale=true"))) {
        if (challenges.size >= mostRequests) challenges.clear();
        challenges.set(asked, count + 1);
      }
      return answered === undefined ? {} : { challenge: answered };
    },
    clear(): void {
      ring.length = 0;
      count = bodies = oldest = 0;
      challenges.clear();
    },
  };
}

/** Numbers the runs of clients. A client is the first product of its User-Agent, at its address. */
function createRuns() {
  const clients = new Map<string, { readonly run: number; at: number }>();
  let count = 0;
  return {
    of(userAgent: string, address: string): { readonly run: number; readonly isNew: boolean } {
      const client = `${userAgent.split(" ", 1)} ${address}`;
      const known = clients.get(client);
      const isNew = known === undefined || elapsed() - known.at > longestGap;
      if (isNew && clients.size >= mostRequests) clients.clear();
      const { run } = isNew ? { run: ++count } : known;
      clients.set(client, { run, at: elapsed() });
      return { run, isNew };
    },
    clear: () => clients.clear(),
  };
}

const nonceIn = (header: string | undefined): string | undefined =>
  header === undefined ? undefined : /^digest .*\bnonce="([^"]+)"/i.exec(header)?.[1];

/** A short answer as it is, but one that shows a secret: those forbid to keep it. */
function gotIn({ body, headers }: ApiAnswer): Pick<Entry, "got" | "isCut"> {
  const isPlain = typeof body === "string" && body.length <= longestBody;
  if (isPlain && headers["cache-control"] !== "no-store") return { got: body, isCut: false };
  const { text, isCut } = keepAnswer(body);
  return { got: text, isCut };
}

/** Neither a challenge nor a failure: a store that has just failed is not asked for a reason. */
const isRefused = ({ status }: ApiAnswer, authorization: string | undefined): boolean =>
  status >= 400 && status < 500 && (status !== 401 || authorization !== undefined);

/** Outside of the API the first part alone: links in mail have their secret in the second. */
const pathShown = (path: string): string =>
  path.startsWith("/api/") ? path : path.replace(/^(\/[^/]*)\/.+$/, "$1/…");

/** Whether the version that answered has no sunset. A refused caller has called nothing. */
const staysAfterSunset = (
  { surface, version1 }: Parameters<Walk>[0],
  { status, headers }: ApiAnswer,
): boolean =>
  surface !== "none" &&
  version1 === undefined &&
  headers.sunset === undefined &&
  ![401, 406, 410].includes(status);

/** Not a challenge, which the client answers by the same request, and not an unknown project: Atlas refuses that, too. */
const isLacking = ({ headers }: ApiAnswer): boolean =>
  ["NOT_IMPLEMENTED_BY_ANTEROOM", "RESOURCE_NOT_FOUND"].includes(headers["x-error-code"] ?? "");

const withoutIds = (path: string): string => path.replace(/(?<=\/)[0-9a-f]{24}(?=[/:]|$)/g, "{id}");

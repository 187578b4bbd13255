// The server around the pipeline: finds what a request is for, and refuses here what leads to no operation.
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { elapsed } from "../clock.ts";
import { Fault, fault } from "../contract/errors.ts";
import type { LimitSet } from "../contract/limits.ts";
import { splitTarget } from "../contract/target.ts";
import type { Explanation } from "../domain/explanation.ts";
import type { Instant } from "../domain/instant.ts";
import { addressOf, originOf, type Proxies } from "../domain/proxies.ts";
import { absent, isAbsentMethod } from "../operations/absent.ts";
import type { Operation } from "../operations/operation.ts";
import { type Asked, createWhence } from "./asked.ts";
import type { ReadBody } from "./bodies.ts";
import { createTurns, watchCrowd } from "./crowd.ts";
import type { Endpoint, EndpointRequest } from "./endpoints.ts";
import {
  deliver,
  type Injection,
  type Injector,
  Instead,
  injectAfter,
  injectBefore,
  type Wire,
} from "./injection.ts";
import type { Metrics } from "./metrics.ts";
import { readFormat } from "./parse.ts";
import type { Incoming, Walk } from "./pipeline.ts";
import { jsonAnswer, type PlainAnswer, type Route, writePlain } from "./plain.ts";
import { type Answer, methodNotAllowed, refuseAlone, write } from "./reply.ts";
import type { Report } from "./report.ts";
import { findAmong, nameOf } from "./routes.ts";
import type { NoteSecurity } from "./security-log.ts";
import { refuseWithoutHost } from "./unreadable.ts";
import { createWebServer, type WebServer } from "./web-server.ts";

interface Parts {
  readonly operations: readonly Operation[];
  readonly walk: Walk;
  /** Endpoints of tokens, beside the operations. */
  readonly endpoints: readonly Endpoint[];
  /** What else there is. */
  readonly routes: readonly Route[];
  /** Is asked outside of the API for what is not to be found at all; undefined where it is not there either. */
  readonly answerElsewhere: (request: Asked) => Promise<PlainAnswer | undefined>;
  readonly readBody: ReadBody;
  /** Of those that anybody may send. */
  readonly readForm: ReadBody;
  readonly record: RecordAnswer;
  readonly logger: Logger;
  readonly report: Report;
  /** Looks at each answer; null where nobody does. */
  readonly see: ((answered: Answered, requestId: string) => void) | null;
  /** What the header Date goes by; null for real time. */
  readonly dateOf: (() => Instant) | null;
  /** Injects faults; null where there never are any. */
  readonly injector: Injector | null;
  /** Asked before all else; null where every name and every page may ask. */
  readonly guard: {
    refusalOf(request: Asked): Fault | undefined;
    /** Whether it is not to be seen. */
    isOfOthers(request: Asked): boolean;
  } | null;
  readonly noteSecurity: NoteSecurity;
  /** Scheme and authority of links; the request's own when null. */
  readonly baseUrl: string | null;
  /** Certificate and key in PEM form; plain HTTP when null. */
  readonly https: { readonly cert: string; readonly key: string } | null;
  /** Whose X-Forwarded-For and -Proto are believed. */
  readonly proxies: Proxies;
}

/** A request of a client, and how it was answered. */
export interface Answered {
  /** That of an endpoint of tokens is its path; null where there is no operation. */
  readonly operationId: string | null;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Public key, client id or address of who asked; null where nobody was identified. */
  readonly who: string | null;
  readonly userAgent: string;
  /** The fault that was injected into it; absent for none. What is listed of an answer that was lost is what was lost. */
  readonly injected?: string;
  /** Why it was answered so; absent where nobody asked. */
  readonly explanation?: Explanation;
}

/** Nothing counts requests for tokens; an injected 429 has to name a bucket nevertheless. */
const ofTokens: LimitSet = { name: "tokens", title: "Tokens", scope: "IP", capacity: 10, refill: 10 };

/** Milliseconds in which a connection that is kept is told of the end. */
const restMs = 500;

/** In bytes: of a request for a token, whose sender is not known yet. */
const largestForm = 16 * 1024;

/** Counts an answer, and logs it. `name` is what was asked for, as an operation, or ""; `startedAt` is of `elapsed`. */
export type RecordAnswer = (
  request: Asked,
  name: string,
  answer: Pick<Answer, "status" | "who">,
  startedAt: number,
) => void;

export const createRecord =
  ({ metrics, logger }: { metrics: Metrics; logger: Logger }): RecordAnswer =>
  (request, operationId, { status, who }, startedAt) => {
    const ms = elapsed() - startedAt;
    metrics.observe(operationId, status, ms / 1000);
    if (!logger.isLevelEnabled("info")) return;
    const { id, method } = request;
    const rounded = Math.round(ms * 100) / 100;
    logger.info(
      { requestId: id, operationId, method, status, ms: rounded, ip: addressOf(request), who },
      "answered",
    );
  };

/** Its end refuses what still comes on connections that are open, until what is under way has ended. */
export function createShell(parts: Parts): WebServer {
  const { operations, walk, endpoints, routes, answerElsewhere, readBody, readForm, record } = parts;
  const { logger, report, see, injector, guard, dateOf, noteSecurity, baseUrl, https, proxies } = parts;
  // Unique among processes and restarts, at the price of a counter.
  const process = randomUUID().slice(0, 8);
  let count = 0;
  const whence = createWhence(proxies);
  const healthz: Route = {
    method: "GET",
    path: "/healthz",
    answer: async () => jsonAnswer({ status: "ok" }),
  };
  const find = findAmong(operations, [healthz, ...routes, ...endpoints]);
  let isDraining = false;
  const ended = new AbortController();

  /** Why a request is refused, whatever it asks for. */
  function refusalOf(request: Asked, response: ServerResponse): Fault | undefined {
    const { raw } = request;
    if (dateOf !== null) response.setHeader("date", new Date(dateOf()).toUTCString());
    // Go sends the header with nothing in it where there is no body.
    if (raw.headers["content-type"]?.trim() === "") delete raw.headers["content-type"];
    return refuseWithoutHost(raw) ?? guard?.refusalOf(request);
  }

  /** Why nobody is served now, or not on this connection, which ends then. */
  function refusalOfAll({ raw }: Asked, response: ServerResponse): Fault | undefined {
    const refusesAll = isDraining ? ending : crowd.isBeyond(raw.socket) ? crowded : undefined;
    if (refusesAll === undefined) return undefined;
    response.shouldKeepAlive = false;
    return raw.url === "/healthz" ? undefined : refusesAll();
  }

  /** Where all answers leave but those of pages, controls and monitoring. */
  function settle(
    request: Asked,
    response: ServerResponse,
    answer: Answer,
    name = "",
    startedAt = elapsed(),
  ): void {
    record(request, name, answer, startedAt);
    if (see !== null && guard?.isOfOthers(request) !== true) {
      see(
        {
          operationId: name || null,
          method: request.method,
          path: shownPath(request.path),
          status: answer.status,
          who: answer.who ?? null,
          userAgent: request.headers["user-agent"] ?? "",
          ...(answer.injected !== undefined && { injected: answer.injected }),
          ...(answer.explanation !== undefined && { explanation: answer.explanation }),
        },
        request.id,
      );
    }
    // A client that kept the connection would lose what it asks on it next.
    if (isDraining) response.shouldKeepAlive = false;
    if (answer.delivery === undefined) write(response, answer);
    else void deliver(response, answer, ended.signal);
  }

  /** The way of faults into a request; undefined where there are none. */
  function injectingInto(response: ServerResponse, arrived: () => Promise<unknown>) {
    if (injector === null || injector.isIdle()) return undefined;
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    const cut = async () => {
      await arrived();
      response.destroy();
    };
    const wire: Wire = { gone: gone.signal, ending: ended.signal, cut };
    return { choose: injector.choose, wire };
  }

  async function perform(
    operation: Operation,
    request: Asked,
    response: ServerResponse,
    params: Record<string, string> = {},
  ): Promise<void> {
    const startedAt = elapsed();
    let body: ReturnType<typeof readBody> | undefined;
    const readOnce = () => (body ??= readBody(request.raw));
    const incoming: Incoming = {
      method: request.method,
      target: request.raw.url ?? "",
      params,
      headers: request.headers as Record<string, string | undefined>,
      readBody: readOnce,
      injecting: injectingInto(response, readOnce),
      remoteAddress: addressOf(request),
      requestId: request.id,
      origin: originOf(request, baseUrl),
    };
    settle(request, response, await walk(operation, incoming), operation.id, startedAt);
  }

  /** Outside of the API there is nobody to identify. */
  async function refuseAbsent(request: Asked, response: ServerResponse): Promise<void> {
    const { method, path, search } = request;
    if (path.startsWith("/api/")) return perform(absent(method, path), request, response);
    const refused = fault("RESOURCE_NOT_FOUND", { resource: path });
    settle(request, response, refuseAlone(refused, readFormat(search)));
  }

  /** A path that is there may be asked with a method that it does not offer. */
  async function refuseMethod(request: Asked, response: ServerResponse): Promise<void> {
    const { method, path } = request;
    const found = find(path);
    if (found === undefined || isAbsentMethod(method, path)) return refuseAbsent(request, response);
    const heads = offersHead(path) && found.offered.has("GET") ? ["HEAD"] : [];
    const answer = methodNotAllowed([...found.offered.keys(), ...heads]);
    settle(request, response, method === "OPTIONS" ? { ...answer, status: 200 } : answer);
  }

  /** Refuses before the pipeline begins, or says that nobody foresaw what went wrong. */
  function fail(
    reason: unknown,
    request: Asked,
    response: ServerResponse,
    refuse = (known: Fault) => refuseAlone(known, readFormat(request.search)),
    name?: string,
  ): void {
    const isForeseen = reason instanceof Fault;
    if (!isForeseen) logger.error({ err: reason, requestId: request.id }, "unexpected error");
    // What has left cannot be taken back.
    if (response.headersSent) return void response.destroy();
    const known = isForeseen ? reason : fault("UNEXPECTED_ERROR", {}, { cause: reason });
    settle(request, response, known.code === "UNEXPECTED_ERROR" ? refuseAlone(known) : refuse(known), name);
  }

  async function answerOf(
    endpoint: Endpoint,
    asked: EndpointRequest,
    injected: { readonly injection: Injection; readonly wire: Wire } | undefined,
  ): Promise<Answer> {
    const { method, path } = endpoint;
    try {
      if (injected !== undefined)
        await injectBefore(injected.injection, injected.wire, { path, limit: ofTokens });
      return await endpoint.answer(asked);
    } catch (reason) {
      if (reason instanceof Instead) return reason.answer;
      if (!(reason instanceof Fault)) throw reason;
      report(reason, { method, target: path });
      return endpoint.refuse(reason);
    }
  }

  async function performEndpoint(
    endpoint: Endpoint,
    request: Asked,
    response: ServerResponse,
  ): Promise<void> {
    const { method, path } = endpoint;
    const startedAt = elapsed();
    const { authorization, "content-type": contentType, "content-encoding": encoding } = request.headers;
    const userAgent = request.headers["user-agent"] ?? "";
    const asked = {
      authorization,
      contentType,
      encoding,
      body: await readForm(request.raw, largestForm),
      userAgent,
      remoteAddress: addressOf(request),
      origin: originOf(request, baseUrl),
    };
    const injecting = injectingInto(response, async () => {});
    const caller = endpoint.claimed?.(asked);
    const injection = injecting?.choose({
      operationId: null,
      method,
      path,
      caller,
      userAgent,
      canBeStale: false,
    });
    const answered = await answerOf(
      endpoint,
      asked,
      injection && { injection, wire: injecting?.wire as Wire },
    );
    const answer = injection === undefined ? answered : injectAfter(injection, answered);
    if (endpoint.securityEvent !== undefined) {
      const { status, body, who } = answer;
      // What a proxy says in its place is no JSON.
      const isForm = status >= 400 && answer.headers["content-type"]?.includes("json") === true;
      const { error, errorCode } = isForm
        ? JSON.parse(body)
        : { error: isDone(status) ? undefined : String(status) };
      noteSecurity({
        event: endpoint.securityEvent,
        refusedFor: errorCode ?? error,
        who,
        claimed: caller,
        path,
        requestId: request.id,
        ip: asked.remoteAddress,
      });
    }
    settle(request, response, answer, path, startedAt);
  }

  function sendPlain(request: Asked, response: ServerResponse, answer: PlainAnswer): void {
    if (isDraining) response.shouldKeepAlive = false;
    writePlain(response, answer, (err) =>
      logger.error({ err, requestId: request.id }, "an answer could not be written to its end"),
    );
  }

  type Answering = (
    request: Asked,
    response: ServerResponse,
    params: Record<string, string>,
  ) => Promise<void>;

  /** By the name of a row: what answers beside the operations. */
  const answering = new Map<string, Answering>();
  for (const route of [healthz, ...routes]) {
    answering.set(nameOf(route), async (request, response, params) =>
      sendPlain(request, response, await route.answer(request, params)),
    );
  }
  for (const endpoint of endpoints) {
    answering.set(nameOf(endpoint), (request, response) =>
      performEndpoint(endpoint, request, response).catch((reason) =>
        fail(reason, request, response, endpoint.refuse, endpoint.path),
      ),
    );
  }

  async function answerAbsent(request: Asked, response: ServerResponse): Promise<void> {
    const isElsewhere = !request.path.startsWith("/api/");
    const answer = isElsewhere ? await answerElsewhere(request) : undefined;
    if (answer === undefined) await refuseMethod(request, response);
    else sendPlain(request, response, answer);
  }

  function dispatch(request: Asked, response: ServerResponse): Promise<void> {
    const { method, path } = request;
    if (path.endsWith("//")) return refuseAbsent(request, response);
    const found = find(path);
    if (found === undefined) return answerAbsent(request, response);
    const isHead = method === "HEAD" && offersHead(path);
    const row = found.offered.get(isHead ? "GET" : method);
    if (row === undefined) return refuseMethod(request, response);
    if ("versions" in row) return perform(row, request, response, found.params);
    return (answering.get(nameOf(row)) as Answering)(request, response, found.params);
  }

  function enter(raw: IncomingMessage, response: ServerResponse): void {
    const { method = "", url = "", headers, socket } = raw;
    const { path, search } = splitTarget(url);
    const { ip, protocol } = whence(raw);
    const id = `${process}-${(++count).toString(36)}`;
    const request: Asked = { id, method, path, search, raw, headers, ip, protocol, socket };
    const refused = refusalOf(request, response) ?? refusalOfAll(request, response);
    if (refused !== undefined) fail(refused, request, response);
    else dispatch(request, response).catch((reason) => fail(reason, request, response));
  }

  const inTurn = createTurns();
  const web = createWebServer(
    (raw, response) => inTurn(raw.socket, response, () => enter(raw, response)),
    https,
  );
  const crowd = watchCrowd(web.server);
  /** Whoever keeps a connection and asks now and then is told so, in place of a connection that is reset when the next request comes. */
  const rest = async () => {
    if (crowd.endSilent()) await sleep(restMs);
  };
  return {
    ...web,
    async close(drain = rest) {
      isDraining = true;
      ended.abort();
      await web.close(drain);
    },
  };
}

/** An answer that was never given has the status 0. */
const isDone = (status: number): boolean => status > 0 && status < 400;

/** Outside of the API the first part alone: links in mail have their secret in the second. */
const shownPath = (path: string): string =>
  path.startsWith("/api/") || path.startsWith("/_anteroom/") ? path : path.replace(/^(\/[^/]*)\/.+$/, "$1/…");

/** Atlas has no HEAD; elsewhere it may be asked for what GET gives. */
const offersHead = (path: string): boolean => !path.startsWith("/api/");

const ending = (): Fault =>
  fault("SERVICE_UNAVAILABLE", { reason: "The server is ending" }, { headers: { "retry-after": "1" } });

const crowded = (): Fault =>
  fault(
    "SERVICE_UNAVAILABLE",
    { reason: "The server has as many connections as it takes" },
    { headers: { "retry-after": "1" } },
  );

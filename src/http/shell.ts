// The server around the pipeline: Fastify listens, routes and reads bodies, and what leads to no operation is refused here.
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { elapsed } from "../clock.ts";
import { Fault, fault } from "../contract/errors.ts";
import type { LimitSet } from "../contract/limits.ts";
import { splitTarget } from "../contract/target.ts";
import type { Explanation } from "../domain/explanation.ts";
import type { Instant } from "../domain/instant.ts";
import { addressOf, isTrusted, originOf, type Proxies } from "../domain/proxies.ts";
import { absent, isAbsentMethod } from "../operations/absent.ts";
import type { Operation } from "../operations/operation.ts";
import { createBodies, largestBody } from "./bodies.ts";
import { watchCrowd } from "./crowd.ts";
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
import { noSchemas } from "./no-schemas.ts";
import { readFormat } from "./parse.ts";
import type { Incoming, Walk } from "./pipeline.ts";
import { type Answer, methodNotAllowed, refuseAlone, write } from "./reply.ts";
import type { Report } from "./report.ts";
import { collectRoutes, methodOrder, operationsRoot, operationsUrl, routerOptions } from "./routes.ts";
import type { NoteSecurity } from "./security-log.ts";
import {
  longestRequest,
  refuseEvents,
  refuseUnreadable,
  refuseWithoutHost,
  serverOptions,
  tlsOptions,
} from "./unreadable.ts";

/** What is read of a request before it is known what it asks for, whoever took it in. */
type Asked = Pick<FastifyRequest, "id" | "method" | "raw" | "headers" | "ip" | "protocol" | "socket">;

/** Where it is answered; `hijack` says that it is, past whoever took it in. */
interface Answering {
  readonly raw: ServerResponse;
  hijack(): unknown;
}

interface Parts {
  readonly operations: readonly Operation[];
  readonly walk: Walk;
  /** Endpoints of tokens, beside the operations. */
  readonly endpoints: readonly Endpoint[];
  readonly metrics: Metrics;
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

/** In bytes: of a request for a token, whose sender is not known yet. */
const largestForm = 16 * 1024;

/** Counts an answer, and logs it. `name` is what was asked for, as an operation, or ""; `startedAt` is of `elapsed`. */
export type RecordAnswer = (
  request: Asked,
  name: string,
  answer: Pick<Answer, "status" | "who">,
  startedAt: number,
) => void;

/** The server, and how others on it count and log their answers. */
export function createShell(parts: Parts): { app: FastifyInstance; record: RecordAnswer } {
  const { operations, walk, endpoints, metrics, logger, report, see, injector, guard, dateOf } = parts;
  const { noteSecurity, baseUrl, https, proxies } = parts;
  // Unique among processes and restarts, at the price of a counter.
  const process = randomUUID().slice(0, 8);
  let count = 0;
  const nextId = () => `${process}-${(++count).toString(36)}`;
  const app: FastifyInstance = Fastify({
    schemaController: noSchemas,
    ...(https !== null && { https: { ...tlsOptions, ...https } }),
    bodyLimit: largestBody,
    requestTimeout: longestRequest,
    exposeHeadRoutes: false,
    trustProxy: proxies !== 0 && ((address, hop) => isTrusted(proxies, address, hop)),
    requestIdHeader: false,
    genReqId: nextId,
    routerOptions,
    // A path the router cannot decode, or one of endless parts, names nothing that could exist.
    frameworkErrors(_error, request, reply) {
      const refused = guard?.refusalOf(request);
      if (refused === undefined) refuseAbsent(request, reply);
      else settle(request, reply, refuseAlone(refused));
    },
    clientErrorHandler: refuseUnreadable,
    http: serverOptions,
    // Refused below, in the form of the API.
    return503OnClosing: false,
  });
  let isDraining = false;
  const ended = new AbortController();
  app.addHook("preClose", async () => {
    isDraining = true;
    ended.abort();
  });
  refuseEvents(app.server);
  const isBeyond = watchCrowd(app.server);
  const findRoute = collectRoutes(app, operations);

  app.removeAllContentTypeParsers();
  // Bodies are read where it is known who sends them.
  app.addContentTypeParser("*", (_request, _stream, done) => done(null));
  const readBody = createBodies();

  /** Why a request is refused, whatever it asks for. */
  function refusalOf(request: Asked, { raw: response }: Answering): Fault | undefined {
    const { raw } = request;
    if (dateOf !== null) response.setHeader("date", new Date(dateOf()).toUTCString());
    // Go sends the header with nothing in it where there is no body.
    if (raw.headers["content-type"]?.trim() === "") delete raw.headers["content-type"];
    return refuseWithoutHost(raw) ?? guard?.refusalOf(request);
  }

  /** Why nobody is served now, or not on this connection, which ends then. */
  function refusalOfAll({ raw }: Asked, { raw: response }: Answering): Fault | undefined {
    const refusesAll = isDraining ? ending : isBeyond(raw.socket) ? crowded : undefined;
    if (refusesAll === undefined) return undefined;
    response.shouldKeepAlive = false;
    return raw.url === "/healthz" ? undefined : refusesAll();
  }

  app.addHook("onRequest", (request, reply, done) => {
    const refused = refusalOf(request, reply);
    if (refused !== undefined) return done(refused);
    const refusedToAll = refusalOfAll(request, reply);
    if (refusedToAll !== undefined) {
      settle(request, reply, refuseAlone(refusedToAll, readFormat(searchOf(request))));
      return;
    }
    if (pathOf(request).endsWith("//")) refuseAbsent(request, reply);
    // Fastify has words of its own for QUERY.
    else if (request.method === "QUERY") refuseMethod(request, reply);
    else done();
  });

  // Of pages and what else Fastify sends itself.
  app.addHook("onSend", async (_request, reply) => {
    if (isDraining) reply.header("connection", "close");
  });

  const record: RecordAnswer = (request, operationId, { status, who }, startedAt) => {
    const ms = elapsed() - startedAt;
    metrics.observe(operationId, status, ms / 1000);
    if (logger.isLevelEnabled("info")) {
      const { id, method } = request;
      logger.info(
        {
          requestId: id,
          operationId,
          method,
          status,
          ms: Math.round(ms * 100) / 100,
          ip: addressOf(request),
          who,
        },
        "answered",
      );
    }
  };

  /** Written past Fastify, which would take the Content-Type from a 204 that real Atlas gives one. */
  function send<Reply extends Answering>(reply: Reply, answer: Answer): Reply {
    reply.hijack();
    if (answer.delivery === undefined) write(reply.raw, answer);
    else void deliver(reply.raw, answer, ended.signal);
    return reply;
  }

  /** Where all answers leave but those of pages, controls and monitoring. */
  function settle<Reply extends Answering>(
    request: Asked,
    reply: Reply,
    answer: Answer,
    name = "",
    startedAt = elapsed(),
  ): Reply {
    record(request, name, answer, startedAt);
    if (guard?.isOfOthers(request) === true) return send(reply, answer);
    see?.(
      {
        operationId: name || null,
        method: request.method,
        path: shownPath(pathOf(request)),
        status: answer.status,
        who: answer.who ?? null,
        userAgent: request.headers["user-agent"] ?? "",
        ...(answer.injected !== undefined && { injected: answer.injected }),
        ...(answer.explanation !== undefined && { explanation: answer.explanation }),
      },
      request.id,
    );
    // A client that kept the connection would lose what it asks on it next.
    if (isDraining) reply.raw.shouldKeepAlive = false;
    return send(reply, answer);
  }

  /** The way of faults into a request; undefined where there are none. */
  function injectingInto(reply: Answering, arrived: () => Promise<unknown>) {
    if (injector === null || injector.isIdle()) return undefined;
    const gone = new AbortController();
    reply.raw.once("close", () => gone.abort());
    const cut = async () => {
      await arrived();
      reply.raw.destroy();
    };
    const wire: Wire = { gone: gone.signal, ending: ended.signal, cut };
    return { choose: injector.choose, wire };
  }

  async function perform<Reply extends Answering>(
    operation: Operation,
    request: Asked,
    reply: Reply,
    params: Record<string, string> = {},
  ): Promise<Reply> {
    const startedAt = elapsed();
    let body: ReturnType<typeof readBody> | undefined;
    const readOnce = () => (body ??= readBody(request.raw));
    const incoming: Incoming = {
      method: request.method,
      target: request.raw.url ?? "",
      params,
      headers: request.headers as Record<string, string | undefined>,
      readBody: readOnce,
      injecting: injectingInto(reply, readOnce),
      remoteAddress: addressOf(request),
      requestId: request.id,
      origin: originOf(request, baseUrl),
    };
    const answer = await walk(operation, incoming);
    return settle(request, reply, answer, operation.id, startedAt);
  }

  /** Outside of the API there is nobody to identify. */
  async function refuseAbsent(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const path = pathOf(request);
    return path.startsWith("/api/")
      ? perform(absent(request.method, path), request, reply)
      : settle(request, reply, notFound(request));
  }

  const failPlainly = (error: Failure, request: Asked, reply: Answering) => {
    const format = readFormat(searchOf(request));
    fail(error, request, reply, (known) => refuseAlone(known, format));
  };

  async function performOffered(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const route = findRoute(pathOf(request));
    const operation = route?.offered.get(request.method);
    return operation ? perform(operation, request, reply, route?.params) : refuseMethod(request, reply);
  }

  /** Performs the operation that is offered at a path, and returns whether there is one. */
  function enter(raw: IncomingMessage, response: ServerResponse): boolean {
    const { url = "", method = "" } = raw;
    const { path } = splitTarget(url);
    if (!path.startsWith(operationsRoot) || path.endsWith("//")) return false;
    const route = findRoute(path);
    const operation = route?.offered.get(method);
    if (!operation) return false;
    const { headers, socket } = raw;
    const protocol = "encrypted" in socket ? "https" : "http";
    const request: Asked = {
      id: nextId(),
      method,
      raw,
      headers,
      ip: socket.remoteAddress ?? "",
      protocol,
      socket,
    };
    const reply: Answering = { raw: response, hijack: () => {} };
    const refused = refusalOf(request, reply) ?? refusalOfAll(request, reply);
    if (refused !== undefined) failPlainly(refused, request, reply);
    else {
      perform(operation, request, reply, route?.params).catch((error: Failure) =>
        failPlainly(error, request, reply),
      );
    }
    return true;
  }

  // What Fastify does for each request is done for no operation, and takes an eighth of a GET. It reads what proxies say.
  const [handle] = app.server.listeners("request") as [
    (raw: IncomingMessage, response: ServerResponse) => void,
  ];
  if (proxies === 0) {
    app.server.off("request", handle).on("request", (raw, response) => {
      if (!enter(raw, response)) handle(raw, response);
    });
  }

  app.route({
    method: methodOrder,
    url: operationsUrl,
    handler: performOffered,
    errorHandler: (error: Failure, request, reply) =>
      isOfType(error) ? performOffered(request, reply) : failPlainly(error, request, reply),
  });

  /** What Fastify itself refuses before the pipeline begins, and what nobody foresaw. */
  function fail(
    error: Failure,
    request: Asked,
    reply: Answering,
    refuse: (known: Fault) => Answer,
    name?: string,
  ): void {
    const known = faultOf(error, request.headers["content-type"]);
    const isUnexpected = known.code === "UNEXPECTED_ERROR";
    if (isUnexpected) logger.error({ err: error, requestId: request.id }, "unexpected error");
    settle(request, reply, isUnexpected ? refuseAlone(known) : refuse(known), name);
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

  for (const endpoint of endpoints) {
    const { method, path } = endpoint;
    const errorHandler = (error: Failure, request: FastifyRequest, reply: FastifyReply) =>
      fail(error, request, reply, endpoint.refuse, path);
    const handler = async (request: FastifyRequest, reply: FastifyReply) => {
      const startedAt = elapsed();
      const { authorization, "content-type": contentType, "content-encoding": encoding } = request.headers;
      const body = await readBody(request.raw, largestForm);
      const asked = {
        authorization,
        contentType,
        encoding,
        body,
        userAgent: request.headers["user-agent"] ?? "",
        remoteAddress: addressOf(request),
        origin: originOf(request, baseUrl),
      };
      const injecting = injectingInto(reply, async () => {});
      const { userAgent } = asked;
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
        const { id: requestId } = request;
        const { securityEvent: event } = endpoint;
        noteSecurity({
          event,
          refusedFor: errorCode ?? error,
          who,
          claimed: endpoint.claimed?.(asked),
          path,
          requestId,
          ip: asked.remoteAddress,
        });
      }
      return settle(request, reply, answer, path, startedAt);
    };
    app.route({ method, url: path, errorHandler, handler });
  }

  app.get("/healthz", async () => ({ status: "ok" }));

  // A path that is there may be asked with a method that it does not offer.
  const refuseMethod = (request: FastifyRequest, reply: FastifyReply) => {
    const { method } = request;
    const path = pathOf(request);
    const route = findRoute(path);
    if (route === undefined || isAbsentMethod(method, path)) return refuseAbsent(request, reply);
    const answer = methodNotAllowed([...route.offered.keys()]);
    return settle(request, reply, method === "OPTIONS" ? { ...answer, status: 200 } : answer);
  };
  app.setNotFoundHandler(refuseMethod);

  app.setErrorHandler((error: Failure, request, reply) =>
    request.is404 && isOfType(error) ? refuseMethod(request, reply) : failPlainly(error, request, reply),
  );

  return { app, record };
}

/** An answer that was never given has the status 0. */
const isDone = (status: number): boolean => status > 0 && status < 400;

/** Outside of the API the first part alone: links in mail have their secret in the second. */
const shownPath = (path: string): string =>
  path.startsWith("/api/") || path.startsWith("/_anteroom/") ? path : path.replace(/^(\/[^/]*)\/.+$/, "$1/…");

const pathOf = (request: Asked): string => splitTarget(request.raw.url ?? "").path;
const searchOf = (request: Asked): string => splitTarget(request.raw.url ?? "").search;

const notFound = (request: Asked): Answer =>
  refuseAlone(fault("RESOURCE_NOT_FOUND", { resource: pathOf(request) }), readFormat(searchOf(request)));

const ending = (): Fault =>
  fault("SERVICE_UNAVAILABLE", { reason: "The server is ending" }, { headers: { "retry-after": "1" } });

const crowded = (): Fault =>
  fault(
    "SERVICE_UNAVAILABLE",
    { reason: "The server has as many connections as it takes" },
    { headers: { "retry-after": "1" } },
  );

type Failure = Error & { statusCode?: number; code?: string };

/** Fastify refuses a Content-Type that it cannot read. The pipeline asks first who sends it, and whether a body is read at all. */
const isOfType = ({ code }: Failure): boolean => code === "FST_ERR_CTP_INVALID_MEDIA_TYPE";

function faultOf(error: Failure, contentType: string | undefined): Fault {
  if (error instanceof Fault) return error;
  const { statusCode = 500, message: description } = error;
  if (statusCode === 413) return fault("REQUEST_TOO_LARGE", { limit: largestBody }, { cause: error });
  if (statusCode === 415) return fault("UNSUPPORTED_MEDIA_TYPE", { type: contentType || "nothing" });
  if (statusCode >= 500) return fault("UNEXPECTED_ERROR", {}, { cause: error });
  return fault("INVALID_JSON", {}, { cause: error, fields: [{ field: "body", description }] });
}

// The server around the pipeline: Fastify listens, routes and reads bodies, and what leads to no operation is refused here.
import { randomUUID } from "node:crypto";
import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import createRouter from "find-my-way";
import type { Logger } from "pino";
import { elapsed } from "../clock.ts";
import { Fault, fault } from "../contract/errors.ts";
import { splitTarget } from "../contract/target.ts";
import { addressOf, isTrusted, originOf, type Proxies } from "../domain/proxies.ts";
import { absent } from "../operations/absent.ts";
import type { Operation } from "../operations/operation.ts";
import type { Metrics } from "./metrics.ts";
import { largestBody } from "./parse.ts";
import type { Incoming, Walk } from "./pipeline.ts";
import { type Answer, methodNotAllowed, refuse } from "./reply.ts";

interface Parts {
  readonly operations: readonly Operation[];
  readonly walk: Walk;
  readonly tokens: {
    issue(request: TokenRequest): Promise<Answer>;
    revoke(request: TokenRequest): Promise<Answer>;
  };
  readonly metrics: Metrics;
  readonly logger: Logger;
  /** Scheme and authority of links; the request's own when null. */
  readonly baseUrl: string | null;
  /** Certificate and key in PEM form; plain HTTP when null. */
  readonly https: { readonly cert: string; readonly key: string } | null;
  /** Whose X-Forwarded-For and -Proto are believed. */
  readonly proxies: Proxies;
  /** Throws when the store cannot be reached. */
  readonly probe: () => Promise<void>;
}

interface TokenRequest {
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly body: Buffer | undefined;
}

/** `{name}` as the router writes it, for which a verb's colon is doubled; a parameter before a verb must not swallow it. */
export const routeOf = (path: string): string =>
  path
    .replace(/:/g, "::")
    .replace(/\{(\w+)\}::/g, ":$1(^[^:/]+)::")
    .replace(/\{(\w+)\}/g, ":$1");

const routerOptions = { ignoreTrailingSlash: true, maxParamLength: 1000 };

const plainError = {
  operation: undefined,
  version: undefined,
  allowance: undefined,
  format: { envelope: false, pretty: false },
};

export function createShell(parts: Parts): FastifyInstance {
  const { operations, walk, tokens, metrics, logger, baseUrl, https, proxies, probe } = parts;
  // Unique among processes and restarts, at the price of a counter.
  const process = randomUUID().slice(0, 8);
  let count = 0;
  const app: FastifyInstance = Fastify({
    ...(https !== null && { https }),
    bodyLimit: largestBody,
    exposeHeadRoutes: false,
    trustProxy: proxies !== 0 && ((address, hop) => isTrusted(proxies, address, hop)),
    requestIdHeader: false,
    genReqId: () => `${process}-${(++count).toString(36)}`,
    routerOptions,
    // A path the router cannot decode, or one of endless parts, names nothing that could exist.
    frameworkErrors: (_error, request, reply) => refuseAbsent(request, reply),
    clientErrorHandler: refuseUnreadable,
  });

  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));

  app.addHook("onRequest", (request, reply, done) => {
    const { method, raw } = request;
    // Go sends the header with nothing in it where there is no body.
    if (raw.headers["content-type"]?.trim() === "") delete raw.headers["content-type"];
    // Fastify has words of its own for QUERY, and takes `{id}:verb` for an id where the method is not the verb's.
    const isVerb = pathOf(request).includes(":") && findMethods(request)?.includes(method) === false;
    if (method === "QUERY" || isVerb) refuseMethod(request, reply);
    else done();
  });

  function record(request: FastifyRequest, operationId: string, status: number, startedAt: number): void {
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
        },
        "answered",
      );
    }
  }

  async function perform(
    operation: Operation,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const startedAt = elapsed();
    const incoming: Incoming = {
      method: request.method,
      target: request.raw.url ?? "",
      params: request.params as Record<string, string>,
      headers: request.headers as Record<string, string | undefined>,
      body: request.body as Buffer | undefined,
      remoteAddress: addressOf(request),
      origin: originOf(request, baseUrl),
    };
    const answer = await walk(operation, incoming);
    record(request, operation.id, answer.status, startedAt);
    return send(reply, answer);
  }

  /** Outside of the API there is nobody to identify. */
  async function refuseAbsent(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const path = pathOf(request);
    return path.startsWith("/api/")
      ? perform(absent(request.method, path), request, reply)
      : send(reply, notFound(request));
  }

  for (const operation of operations) {
    app.route({
      method: operation.method,
      url: routeOf(operation.path),
      handler: (request, reply) => perform(operation, request, reply),
    });
  }

  for (const [url, endpoint] of [
    ["/api/oauth/token", tokens.issue],
    ["/api/oauth/revoke", tokens.revoke],
  ] as const) {
    app.post(url, async (request, reply) => {
      const startedAt = elapsed();
      const { authorization, "content-type": contentType } = request.headers;
      const answer = await endpoint({ authorization, contentType, body: request.body as Buffer | undefined });
      record(request, url, answer.status, startedAt);
      return send(reply, answer);
    });
  }

  app.get("/healthz", async () => ({ status: "ok" }));
  app.get("/readyz", async (_request, reply) => {
    try {
      await probe();
      return { status: "ready" };
    } catch (reason) {
      logger.error({ err: reason }, "the store cannot be reached");
      return reply.code(503).send({ status: "the store cannot be reached" });
    }
  });
  app.get("/metrics", async (_request, reply) => {
    return reply.header("content-type", metrics.contentType).send(await metrics.render());
  });

  let methodsOf: ReturnType<typeof createMethodsOf> | undefined;
  const findMethods = (request: FastifyRequest) => {
    methodsOf ??= createMethodsOf(operations);
    return methodsOf(pathOf(request));
  };
  // A path that is there may be asked with a method that it does not offer.
  const refuseMethod = (request: FastifyRequest, reply: FastifyReply) => {
    const methods = findMethods(request);
    if (methods === undefined) return refuseAbsent(request, reply);
    const answer = methodNotAllowed(methods);
    return send(reply, request.method === "OPTIONS" ? { ...answer, status: 200 } : answer);
  };
  app.setNotFoundHandler(refuseMethod);

  // What Fastify itself refuses before the pipeline begins, and what nobody foresaw.
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const known = error instanceof Fault ? error : faultOf(error, request.headers["content-type"]);
    if (known.code === "UNEXPECTED_ERROR")
      logger.error({ err: error, requestId: request.id }, "unexpected error");
    send(reply, refuse({ ...plainError, fault: known }));
  });

  return app;
}

const pathOf = (request: FastifyRequest): string => splitTarget(request.raw.url ?? "").path;

const notFound = (request: FastifyRequest): Answer =>
  refuse({ ...plainError, fault: fault("RESOURCE_NOT_FOUND", { resource: pathOf(request) }) });

function faultOf(error: Error & { statusCode?: number }, contentType: string | undefined): Fault {
  const { statusCode = 500, message: description } = error;
  if (statusCode === 413) return fault("REQUEST_TOO_LARGE", { limit: largestBody }, { cause: error });
  if (statusCode === 415) return fault("UNSUPPORTED_MEDIA_TYPE", { type: contentType || "nothing" });
  if (statusCode >= 500) return fault("UNEXPECTED_ERROR", {}, { cause: error });
  return fault("INVALID_JSON", {}, { cause: error, fields: [{ field: "body", description }] });
}

/** What is not HTTP never becomes a request, so that its refusal is written to the connection itself. */
function refuseUnreadable(error: Error & { code?: string }, given: Socket & { _parent?: Socket }): void {
  const isPlain = error.code === "ERR_SSL_HTTP_REQUEST";
  // Nothing can be said over TLS to whom does not speak it; what lies under its socket has no public name in Node.
  const socket = (isPlain && given._parent) || given;
  if (error.code !== "ECONNRESET" && socket.writable) {
    const description = isPlain ? "This port speaks HTTPS: begin its address with https://" : error.message;
    const fields = [{ field: "request", description }];
    const { status, headers, body } = refuse({ ...plainError, fault: fault("BAD_REQUEST", {}, { fields }) });
    const whole = { ...headers, "content-length": Buffer.byteLength(body), connection: "close" };
    const lines = Object.entries(whole).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n${body}`);
  }
  socket.destroy(error);
}

/** Written past Fastify, which would take the Content-Type from a 204 that real Atlas gives one. */
function send(reply: FastifyReply, { status, headers, body }: Answer): FastifyReply {
  reply.hijack();
  const length = status === 204 ? {} : { "content-length": Buffer.byteLength(body) };
  reply.raw.writeHead(status, { ...headers, ...length });
  reply.raw.end(body);
  return reply;
}

/**
 * Finds the methods that a path offers, by the rules that requests are routed by; a verb at its end is more than a part of an
 * id. Fastify itself would need a route for each
 * method that is not offered, which takes longer than all other routes together.
 */
function createMethodsOf(operations: readonly Operation[]): (path: string) => readonly string[] | undefined {
  // POST,GET,…: the order in which real Atlas lists them.
  const order = ["POST", "GET", "PATCH", "PUT", "DELETE"];
  const [plain, verbs] = [createRouter(routerOptions), createRouter(routerOptions)];
  for (const path of new Set(operations.map((operation) => operation.path))) {
    const methods = operations
      .filter((operation) => operation.path === path)
      .map(({ method }) => method)
      .sort((a, b) => order.indexOf(a) - order.indexOf(b));
    const router = path.includes(":") ? verbs : plain;
    router.on("GET", routeOf(path), () => {}, methods);
  }
  return (path) => (verbs.find("GET", path) ?? plain.find("GET", path))?.store;
}

// The server around the corridor: Fastify listens, routes and reads bodies; everything the API says is said by the corridor.
import { randomUUID } from "node:crypto";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { elapsed } from "../clock.ts";
import { fault } from "../contract/errors.ts";
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
  /** Whether X-Forwarded-For and -Proto are believed. */
  readonly trustProxy: boolean;
  /** Throws when the store cannot be reached. */
  readonly probe: () => Promise<void>;
}

interface TokenRequest {
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly body: Buffer | undefined;
}

/** `{name}` as the router writes it; a parameter before a custom verb must not swallow the verb. */
export const routeOf = (path: string): string =>
  path.replace(/\{(\w+)\}:/g, ":$1(^[^:/]+)::").replace(/\{(\w+)\}/g, ":$1");

const plainError = { operation: undefined, allowance: undefined, format: { envelope: false, pretty: false } };

export function createShell(parts: Parts): FastifyInstance {
  const { operations, walk, tokens, metrics, logger, baseUrl, trustProxy, probe } = parts;
  const app = Fastify({
    bodyLimit: largestBody,
    exposeHeadRoutes: false,
    trustProxy,
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 1000 },
    frameworkErrors: (error, _request, reply) => {
      // A path the router cannot decode names nothing that could exist.
      send(
        reply,
        refuse({ ...plainError, fault: fault("RESOURCE_NOT_FOUND", { resource: "" }, { cause: error }) }),
      );
    },
  });

  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));

  const originOf = (request: FastifyRequest) => baseUrl ?? `${request.protocol}://${request.host}`;

  function record(request: FastifyRequest, operationId: string, status: number, startedAt: number): void {
    const ms = elapsed() - startedAt;
    metrics.observe(operationId, status, ms / 1000);
    if (logger.isLevelEnabled("info")) {
      const { id, method, ip } = request;
      logger.info(
        { requestId: id, operationId, method, status, ms: Math.round(ms * 100) / 100, ip },
        "answered",
      );
    }
  }

  for (const operation of operations) {
    app.route({
      method: operation.method,
      url: routeOf(operation.path),
      handler: async (request, reply) => {
        const startedAt = elapsed();
        const incoming: Incoming = {
          method: request.method,
          target: request.raw.url ?? "",
          params: request.params as Record<string, string>,
          headers: request.headers as Record<string, string | undefined>,
          body: request.body as Buffer | undefined,
          remoteAddress: request.ip,
          origin: originOf(request),
        };
        const answer = await walk(operation, incoming);
        record(request, operation.id, answer.status, startedAt);
        return send(reply, answer);
      },
    });
  }

  // Methods that a path does not offer.
  for (const [path, methods] of groupByPath(operations)) {
    const refused = (["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"] as const).filter(
      (method) => !methods.includes(method),
    );
    const answer = methodNotAllowed(methods);
    app.route({
      method: refused,
      url: routeOf(path),
      handler: async (_request, reply) => send(reply, answer),
    });
    app.route({
      method: "OPTIONS",
      url: routeOf(path),
      handler: async (_request, reply) => send(reply, { ...answer, status: 200 }),
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

  app.setNotFoundHandler((request, reply) => {
    const resource = (request.raw.url ?? "").split("?", 1)[0] ?? "";
    send(reply, refuse({ ...plainError, fault: fault("RESOURCE_NOT_FOUND", { resource }) }));
  });

  // What Fastify itself refuses before the corridor begins, and what nobody foresaw.
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const known =
      error.statusCode === 413
        ? fault("REQUEST_TOO_LARGE", { limit: largestBody }, { cause: error })
        : error.statusCode !== undefined && error.statusCode < 500
          ? fault(
              "INVALID_JSON",
              {},
              { cause: error, fields: [{ field: "body", description: error.message }] },
            )
          : fault("UNEXPECTED_ERROR", {}, { cause: error });
    if (known.code === "UNEXPECTED_ERROR")
      logger.error({ err: error, requestId: request.id }, "unexpected error");
    send(reply, refuse({ ...plainError, fault: known }));
  });

  return app;
}

/** Written past Fastify, which would take the Content-Type from a 204 that real Atlas gives one. */
function send(reply: FastifyReply, { status, headers, body }: Answer): FastifyReply {
  reply.hijack();
  const length = status === 204 ? {} : { "content-length": Buffer.byteLength(body) };
  reply.raw.writeHead(status, { ...headers, ...length });
  reply.raw.end(body);
  return reply;
}

function groupByPath(operations: readonly Operation[]): Map<string, string[]> {
  const paths = new Map<string, string[]>();
  for (const { path, method } of operations) {
    const methods = paths.get(path) ?? [];
    paths.set(path, methods);
    methods.push(method);
  }
  // POST,GET,…: the order in which real Atlas lists them.
  const order = ["POST", "GET", "PATCH", "PUT", "DELETE"];
  for (const methods of paths.values()) methods.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return paths;
}

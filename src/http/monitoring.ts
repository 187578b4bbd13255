// Readiness and metrics, for whoever watches the server: beside all else, or on a port of their own.
import Fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { Fault, fault } from "../contract/errors.ts";
import { splitTarget } from "../contract/target.ts";
import { mostConnections } from "./crowd.ts";
import type { Metrics } from "./metrics.ts";
import { noSchemas } from "./no-schemas.ts";
import { longestRequest, refuseEvents, serverOptions } from "./unreadable.ts";

interface Parts {
  readonly metrics: Pick<Metrics, "contentType" | "render">;
  readonly logger: Logger;
  /** Rejects, in time, when the store takes no changes. */
  readonly probe: () => Promise<void>;
}

/** Why a probe has failed, in words for whoever asked. */
export const unreadiness = (reason: unknown): string =>
  reason instanceof Fault ? String(reason.parameters[0] ?? reason.message) : "The database cannot be written";

export function registerMonitoring(app: FastifyInstance, { metrics, logger, probe }: Parts): void {
  // Proxies that keep these paths inside compare them as they are written.
  const onRequest = (request: FastifyRequest, _reply: unknown, done: (refused?: Error) => void) => {
    const { path } = splitTarget(request.raw.url ?? "");
    done(path === request.routeOptions.url ? undefined : fault("RESOURCE_NOT_FOUND", { resource: path }));
  };
  app.get("/readyz", { onRequest }, async (_request, reply) => {
    try {
      await probe();
      return { status: "ready" };
    } catch (reason) {
      const status = unreadiness(reason);
      logger.error({ err: reason instanceof Fault ? (reason.cause ?? reason) : reason }, "not ready");
      return reply.code(503).header("retry-after", "1").send({ status });
    }
  });
  app.get("/metrics", { onRequest }, async (_request, reply) =>
    reply.header("content-type", metrics.contentType).send(await metrics.render()),
  );
}

/** A server of their own, in plain HTTP, that answers nothing else. */
export function createMonitoring(parts: Parts): FastifyInstance {
  const app = Fastify({ schemaController: noSchemas, http: serverOptions, requestTimeout: longestRequest });
  refuseEvents(app.server);
  app.server.maxConnections = mostConnections;
  registerMonitoring(app, parts);
  return app;
}

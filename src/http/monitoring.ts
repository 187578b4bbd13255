// Readiness and metrics, for whoever watches the server: beside all else, or on a port of their own.
import Fastify, { type FastifyInstance } from "fastify";
import type { Logger } from "pino";
import type { Metrics } from "./metrics.ts";
import { longestRequest, refuseEvents, serverOptions } from "./unreadable.ts";

interface Parts {
  readonly metrics: Metrics;
  readonly logger: Logger;
  /** Throws when the store cannot be reached. */
  readonly probe: () => Promise<void>;
}

export function registerMonitoring(app: FastifyInstance, { metrics, logger, probe }: Parts): void {
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
}

/** A server of their own, in plain HTTP, that answers nothing else. */
export function createMonitoring(parts: Parts): FastifyInstance {
  const app = Fastify({ http: serverOptions, requestTimeout: longestRequest });
  refuseEvents(app.server);
  registerMonitoring(app, parts);
  return app;
}

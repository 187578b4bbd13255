// Readiness and metrics, for whoever watches the server: beside all else, or on a port of their own.
import type { Logger } from "pino";
import { Fault, fault } from "../contract/errors.ts";
import { splitTarget } from "../contract/target.ts";
import { mostConnections } from "./crowd.ts";
import type { Metrics } from "./metrics.ts";
import { jsonAnswer, type PlainAnswer, type Route, writePlain } from "./plain.ts";
import { refuseAlone, write } from "./reply.ts";
import { createWebServer, type WebServer } from "./web-server.ts";

interface Parts {
  readonly metrics: Pick<Metrics, "contentType" | "render">;
  readonly logger: Logger;
  /** Rejects, in time, when the store takes no changes. */
  readonly probe: () => Promise<void>;
}

/** Why a probe has failed, in words for whoever asked. */
const unreadiness = (reason: unknown): string =>
  reason instanceof Fault ? String(reason.parameters[0] ?? reason.message) : "The database cannot be written";

const answers: Readonly<Record<string, (parts: Parts) => Promise<PlainAnswer>>> = {
  async "/readyz"({ probe, logger }) {
    try {
      await probe();
      return jsonAnswer({ status: "ready" });
    } catch (reason) {
      const status = unreadiness(reason);
      logger.error({ err: reason instanceof Fault ? (reason.cause ?? reason) : reason }, "not ready");
      return jsonAnswer({ status }, { status: 503, headers: { "retry-after": "1" } });
    }
  },
  "/metrics": async ({ metrics: { contentType, render } }) => ({
    status: 200,
    headers: { "content-type": contentType },
    body: await render(),
  }),
};

const nowhere = (path: string): Fault => fault("RESOURCE_NOT_FOUND", { resource: path });

export const monitoringRoutes = (parts: Parts): Route[] =>
  Object.entries(answers).map(([path, answer]) => ({
    method: "GET",
    path,
    async answer({ path: asked }) {
      // Proxies that keep these paths inside compare them as they are written.
      if (asked !== path) throw nowhere(asked);
      return answer(parts);
    },
  }));

/** A server of their own, in plain HTTP, that answers nothing else. */
export function createMonitoring(parts: Parts): WebServer {
  const web = createWebServer(({ method, url = "" }, response) => {
    const { path } = splitTarget(url);
    const isRead = method === "GET" || method === "HEAD";
    const answer = isRead && Object.hasOwn(answers, path) ? answers[path] : undefined;
    if (answer === undefined) return write(response, refuseAlone(nowhere(path)));
    answer(parts).then(
      (answered) => writePlain(response, answered),
      (cause) => {
        parts.logger.error({ err: cause, path }, "unexpected error");
        write(response, refuseAlone(fault("UNEXPECTED_ERROR", {}, { cause })));
      },
    );
  }, null);
  web.server.maxConnections = mostConnections;
  return web;
}

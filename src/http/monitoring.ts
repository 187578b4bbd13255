// Readiness and metrics, for whoever watches the server: beside all else, or on a port of their own.
import type { Logger } from "pino";
import { Fault, fault } from "../contract/errors.ts";
import { splitTarget } from "../contract/target.ts";
import { type Answer, jsonAnswer, type Route } from "./answer.ts";
import { mostConnections } from "./crowd.ts";
import type { Metrics } from "./metrics.ts";
import { write } from "./node-write.ts";
import { refuseAlone, withNoSniff } from "./reply.ts";
import { createWebServer, type WebServer } from "./web-server.ts";

interface MonitoringDeps {
  readonly metrics: Pick<Metrics, "contentType" | "render">;
  readonly logger: Logger;
  /** Rejects, in time, when the store takes no changes. */
  readonly probe: () => Promise<void>;
}

/** Why a probe has failed, in words for whoever asked. */
const unreadiness = (reason: unknown): string =>
  reason instanceof Fault ? String(reason.parameters[0] ?? reason.message) : "The database cannot be written";

const answers: Readonly<Record<string, (parts: MonitoringDeps) => Promise<Answer>>> = {
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

export const monitoringRoutes = (parts: MonitoringDeps): Route[] =>
  Object.entries(answers).map(([path, answer]) => ({
    method: "GET",
    path,
    async answer({ path: asked }) {
      // Proxies that keep these paths inside compare them as they are written.
      if (asked !== path) throw nowhere(asked);
      return answer(parts);
    },
  }));

async function monitor(parts: MonitoringDeps, method = "", path: string): Promise<Answer> {
  const isRead = method === "GET" || method === "HEAD";
  const answer = isRead && Object.hasOwn(answers, path) ? answers[path] : undefined;
  if (answer === undefined) return refuseAlone(nowhere(path));
  try {
    return await answer(parts);
  } catch (cause) {
    parts.logger.error({ err: cause, path }, "unexpected error");
    return refuseAlone(fault("UNEXPECTED_ERROR", {}, { cause }));
  }
}

/** A server of their own, in plain HTTP, that answers nothing else. */
export function createMonitoring(parts: MonitoringDeps): WebServer {
  const web = createWebServer(async ({ method, url = "" }, response) => {
    const answer = await monitor(parts, method, splitTarget(url).path);
    write(response, withNoSniff(url, answer));
  }, null);
  web.server.maxConnections = mostConnections;
  return web;
}

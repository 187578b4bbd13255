// Readiness and metrics, for the monitoring of a server: on a port of their own, or beside all else, where strangers may ask.
import type { Logger } from "pino";
import { Fault, fault } from "../contract/errors.ts";
import { splitTarget } from "../contract/http-syntax.ts";
import { type Answer, jsonAnswer, type Route } from "./answer.ts";
import { mostConnections } from "./crowd.ts";
import type { Metrics } from "./metrics.ts";
import { write } from "./node-write.ts";
import { refuseAlone, withNoSniff } from "./reply.ts";
import { createWebServer, type WebServer } from "./web-server.ts";

interface MonitoringDeps {
  readonly metrics: () => Pick<Metrics, "contentType" | "render">;
  readonly logger: Logger;
  /** Rejects, in time, when the store takes no changes. */
  readonly probe: () => Promise<void>;
}

type Answering = (deps: MonitoringDeps) => Promise<Answer>;

const unready = (status: string): Answer =>
  jsonAnswer({ status }, { status: 503, headers: { "retry-after": "1" } });

async function answerReadiness({ probe, logger }: MonitoringDeps): Promise<Answer> {
  try {
    await probe();
    return jsonAnswer({ status: "ready" });
  } catch (reason) {
    const [err, status] =
      reason instanceof Fault
        ? [reason.cause ?? reason, String(reason.parameters[0] ?? reason.message)]
        : [reason, "The database cannot be written"];
    logger.error({ err }, "not ready");
    return unready(status);
  }
}

const answers: Readonly<Record<string, Answering>> = {
  "/readyz": answerReadiness,
  async "/metrics"({ metrics }) {
    const { contentType, render } = metrics();
    return { status: 200, headers: { "content-type": contentType }, body: await render() };
  },
};

/** For strangers: whether, and not why. */
const briefAnswers: Readonly<Record<string, Answering>> = {
  async "/readyz"(deps) {
    const answer = await answerReadiness(deps);
    return answer.status === 200 ? answer : unready("not ready");
  },
};

const nowhere = (path: string): Fault => fault("RESOURCE_NOT_FOUND", { resource: path });

/** Beside all else; `isOpen` shows strangers what a port of its own would. */
export const monitoringRoutes = ({ isOpen, ...deps }: MonitoringDeps & { isOpen: boolean }): Route[] =>
  Object.entries(isOpen ? answers : briefAnswers).map(([path, answer]) => ({
    method: "GET",
    path,
    async answer({ path: asked }) {
      // Proxies that keep these paths inside compare them as they are written.
      if (asked !== path) throw nowhere(asked);
      return answer(deps);
    },
  }));

async function monitor(deps: MonitoringDeps, method = "", path: string): Promise<Answer> {
  const isRead = method === "GET" || method === "HEAD";
  const answer = isRead && Object.hasOwn(answers, path) ? answers[path] : undefined;
  if (answer === undefined) return refuseAlone(nowhere(path));
  try {
    return await answer(deps);
  } catch (cause) {
    deps.logger.error({ err: cause, path }, "unexpected error");
    return refuseAlone(fault("UNEXPECTED_ERROR", {}, { cause }));
  }
}

/** A server of their own, in plain HTTP, that answers nothing else. */
export function createMonitoring(deps: MonitoringDeps): WebServer {
  const web = createWebServer(async ({ method, url = "" }, response) => {
    const answer = await monitor(deps, method, splitTarget(url).path);
    write(response, withNoSniff(url, answer));
  }, null);
  web.server.maxConnections = mostConnections;
  return web;
}

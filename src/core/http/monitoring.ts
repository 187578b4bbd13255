// Liveness, readiness and metrics, for the monitoring of a server: on a port of their own, or on the main one, where strangers
// may ask.
import type { Logger } from "pino";
import { fault } from "../contract/errors.ts";
import { splitTarget } from "../contract/http-syntax.ts";
import { type Answer, jsonAnswer, type Route } from "./answer.ts";
import type { Metrics } from "./metrics.ts";
import { refuseAlone, withNoSniff } from "./reply.ts";

/** A part of a server: `warn` is for its operator, and `bad` makes it not ready. */
export interface Part {
  readonly status: "ok" | "warn" | "bad";
  /** A sentence without its full stop. */
  readonly reason?: string;
  /** The cause, for the log. */
  readonly cause?: unknown;
}

interface MonitoringDeps {
  readonly metrics: () => Pick<Metrics, "contentType" | "render">;
  readonly logger: Pick<Logger, "error">;
  /** Reports the state of each part, in time. */
  readonly readiness: () => Promise<Readonly<Record<string, Part>>>;
}

type Answering = (deps: MonitoringDeps) => Promise<Answer>;

const unready = (said: object): Answer => jsonAnswer(said, { status: 503, headers: { "retry-after": "1" } });

async function answerReadiness({ readiness, logger }: MonitoringDeps): Promise<Answer> {
  const parts = await readiness();
  const trouble = Object.values(parts).find(({ status }) => status === "bad");
  const shown = Object.entries(parts).map(([name, { cause: _, ...part }]) => [name, part] as const);
  const said = { status: trouble?.reason ?? "ready", parts: Object.fromEntries(shown) };
  if (trouble === undefined) return jsonAnswer(said);
  logger.error({ err: trouble.cause ?? trouble.reason }, "not ready");
  return unready(said);
}

const answers: Readonly<Record<string, Answering>> = {
  "/livez": async () => jsonAnswer({ status: "ok" }),
  "/readyz": answerReadiness,
  async "/metrics"({ metrics }) {
    const { contentType, render } = metrics();
    return { status: 200, headers: { "content-type": contentType }, body: await render() };
  },
};

/** The answers for strangers: whether it is ready, but not why. */
const briefAnswers: Readonly<Record<string, Answering>> = {
  async "/readyz"(deps) {
    const { status } = await answerReadiness(deps);
    return status === 200 ? jsonAnswer({ status: "ready" }) : unready({ status: "not ready" });
  },
};

const nowhere = (path: string) => fault("RESOURCE_NOT_FOUND", { resource: path });

/** Returns the routes on the main port; with `isOpen`, strangers get what a separate port would show. */
export const monitoringRoutes = ({ isOpen, ...deps }: MonitoringDeps & { isOpen: boolean }): Route[] =>
  Object.entries(isOpen ? answers : briefAnswers).map(([path, answer]) => ({
    method: "GET",
    path,
    async answer({ path: asked }) {
      // Proxies that do not pass these paths on compare them as they are written.
      if (asked !== path) throw nowhere(asked);
      return answer(deps);
    },
  }));

/** Creates the handler for a separate port, which serves nothing else. */
export const createMonitoring =
  (deps: MonitoringDeps) =>
  async (method: string, url: string): Promise<Answer> => {
    const { path } = splitTarget(url);
    const answer = method === "GET" && Object.hasOwn(answers, path) ? answers[path] : undefined;
    if (answer === undefined) return withNoSniff(url, refuseAlone(nowhere(path)));
    try {
      return withNoSniff(url, await answer(deps));
    } catch (cause) {
      deps.logger.error({ err: cause, path }, "unexpected error");
      return withNoSniff(url, refuseAlone(fault("UNEXPECTED_ERROR", {}, { cause })));
    }
  };

// What is noted of every answer but those of pages, controls and monitoring: counted, logged, and seen by a rehearsal.
import type { Logger } from "pino";
import { elapsed } from "../clock.ts";
import type { Explanation } from "../domain/explanation.ts";
import type { Metrics } from "./metrics.ts";
import type { ApiAnswer } from "./reply.ts";
import type { HttpRequest } from "./request.ts";

/** A request of a client, and how it was answered. */
export interface AnsweredRequest {
  /** That of an endpoint of tokens is its path; null where there is no operation. */
  readonly operationId: string | null;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Public key, client id or address of the caller; null where nobody was identified. */
  readonly who: string | null;
  readonly userAgent: string;
  /** The fault that was injected into it; absent for none. What is listed of an answer that was lost is what was lost. */
  readonly injected?: string;
  /** Why it was answered so; absent where the request did not ask. */
  readonly explanation?: Explanation;
}

/** Counts an answer, and logs it. `name` is what was asked for, as an operation, or ""; `startedAt` is of `elapsed`. */
export type RecordAnswer = (
  request: Pick<HttpRequest, "id" | "method" | "remoteAddress">,
  name: string,
  answer: Pick<ApiAnswer, "status" | "who">,
  startedAt: number,
) => void;

export const createRecord =
  ({ metrics, logger }: { metrics: Pick<Metrics, "observe">; logger: Logger }): RecordAnswer =>
  ({ id, method, remoteAddress: ip }, operationId, { status, who }, startedAt) => {
    const ms = elapsed() - startedAt;
    metrics.observe(operationId, status, ms / 1000);
    if (!logger.isLevelEnabled("info")) return;
    const rounded = Math.round(ms * 100) / 100;
    logger.info({ requestId: id, operationId, method, status, ms: rounded, ip, who }, "answered");
  };

/** Notes an answer, and gives it back. */
export type Observe = (
  request: HttpRequest,
  answer: ApiAnswer,
  name?: string,
  startedAt?: number,
) => ApiAnswer;

interface ObserveDeps {
  readonly record: RecordAnswer;
  /** Lists an answer; null where there is no list. */
  readonly see: ((answered: AnsweredRequest, requestId: string) => void) | null;
  /** Whether a request is not to be listed. */
  readonly isForeign: (request: HttpRequest) => boolean;
}

export const createObserve =
  ({ record, see, isForeign }: ObserveDeps): Observe =>
  (request, answer, name = "", startedAt = elapsed()) => {
    record(request, name, answer, startedAt);
    if (see === null || isForeign(request)) return answer;
    const { status, who = null, injected, explanation } = answer;
    see(
      {
        operationId: name || null,
        method: request.method,
        path: shownPath(request.path),
        status,
        who,
        userAgent: request.headers["user-agent"] ?? "",
        ...(injected !== undefined && { injected }),
        ...(explanation !== undefined && { explanation }),
      },
      request.id,
    );
    return answer;
  };

/** Outside of the API the first part alone: links in mail have their secret in the second. */
const shownPath = (path: string): string =>
  path.startsWith("/api/") || path.startsWith("/_anteroom/") ? path : path.replace(/^(\/[^/]*)\/.+$/, "$1/…");

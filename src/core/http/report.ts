// Logs what went wrong on the server's side of a request; while the database is away, once a second and not for each request.
import type { Logger } from "pino";
import { Fault } from "../contract/errors.ts";

export type Report = (reason: unknown, request: { readonly method: string; readonly path: string }) => void;

const quietMs = 1_000;

export function createReport(logger: Pick<Logger, "error" | "warn">, elapsed: () => number): Report {
  let saidAt = Number.NEGATIVE_INFINITY;
  let unsaid = 0;
  return (reason, { method, path }) => {
    if (!(reason instanceof Fault)) return logger.error({ err: reason, method, path }, "unexpected error");
    // A refusal without a cause, such as too many bodies at a time, is not logged.
    if (reason.status < 500 || reason.cause === undefined) return;
    if (reason.status === 500) return logger.error({ err: reason.cause, method, path }, reason.message);
    if (elapsed() - saidAt < quietMs) {
      unsaid++;
      return;
    }
    logger.warn({ err: reason.cause, method, path, ...(unsaid > 0 && { unsaid }) }, reason.message);
    saidAt = elapsed();
    unsaid = 0;
  };
}
